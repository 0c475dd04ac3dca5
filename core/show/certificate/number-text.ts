import type { Language } from '../../base/message.ts';
import type { Measured } from '../../study/specification/judge-specification.ts';
import type { SpecifiedUnit } from '../../study/specification/specification.ts';
import { formatCount, formatPercent, formatValue, percentText } from '../plot/number-format.ts';
import type { Say } from './say.ts';

/** The one way in which a value of a unit is rounded and written, everywhere in a certificate. */
export function valueText(value: number | undefined, unit: SpecifiedUnit, language: Language): string {
  if (value === undefined) return '–';
  if (unit === '%') return percentText(value, language);
  return unit === 'events' ? formatCount(value) : formatValue(Number(value.toPrecision(3)));
}

/** The interval of a value; a dash for counts of events. */
export const intervalText = ({ low, high, unit }: Measured): string =>
  low === undefined || high === undefined
    ? '–'
    : unit === '%'
      ? `${formatPercent(low)}–${formatPercent(high)}`
      : `${ratio(low)}–${ratio(high)}`;

const ratio = (value: number): string => formatValue(Number(value.toPrecision(3)));

/** A limit as it was approved: never rounded. */
export function limitText(
  { atLeast, atMost, unit }: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined; readonly unit: SpecifiedUnit },
  language: Language,
  say: Say,
): string {
  const written = (limit: number) => `${exact(limit)}${unit === '%' ? (language === 'ja' ? '%' : ' %') : ''}`;
  if (atLeast !== undefined && atMost !== undefined) return say('between', { low: exact(atLeast), high: written(atMost) });
  if (atLeast !== undefined) return say('atLeast', { limit: written(atLeast) });
  return atMost === undefined ? say('noLimit') : say('atMost', { limit: written(atMost) });
}

const exact = (limit: number): string => {
  const [whole = '', fraction] = String(limit).split('.');
  return `${formatCount(Number(whole))}${fraction === undefined ? '' : `.${fraction}`}`;
};

/**
 * A value beside its limits: with as many more digits as it takes for the printed number to lie on the same side of each limit as the
 * measured one does (49.96 beside a limit of 50, not 50.0; 0.004 beside one of 0.005, not <0.01).
 */
export function judgedText(
  value: number | undefined,
  unit: SpecifiedUnit,
  limits: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  language: Language,
): string {
  const text = valueText(value, unit, language);
  if (value === undefined || unit === 'events') return text;
  const sides = (of: number) => [limits.atLeast, limits.atMost].map((limit) => limit !== undefined && Math.sign(of - limit));
  const printed = Number(text.replace(/[^\d.]/g, ''));
  const isSure = /[<>]/.test(text)
    ? [limits.atLeast, limits.atMost].every(
        (limit) => limit === undefined || (text.startsWith('<') ? limit <= 0 || limit >= printed : limit < printed || limit >= 100),
      )
    : String(sides(printed)) === String(sides(value));
  if (isSure) return text;
  for (let digits = 4; digits <= 15; digits++) {
    const longer = Number(value.toPrecision(digits));
    if (String(sides(longer)) === String(sides(value))) return `${longer}${unit === '%' ? (language === 'ja' ? '%' : ' %') : ''}`;
  }
  return text;
}
