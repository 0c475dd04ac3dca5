import type { Language } from '../../base/message.ts';
import type { Classification, Reason } from '../../biology/classification/classification.ts';
import { sentenceOfReason } from '../../biology/classification/reason-text.ts';
import { formatPercent, formatValue } from '../plot/number-format.ts';
import { typeset } from './sentence-of.ts';

/** A reason as people read it: names in their language, numbers rounded as everywhere. */
export const reasonWords = (reason: Reason, language: Language, classification?: Pick<Classification, 'methods'>): string =>
  sentenceOfReason(
    { ...reason, ...(reason.values === undefined ? {} : { values: valuesInWords(reason.values) }) },
    language,
    classification,
  );

/** Measured values and their intervals as in every table, limits as they are written. */
function valuesInWords(values: NonNullable<Reason['values']>): NonNullable<Reason['values']> {
  const measured = Object.entries(values).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (typeof value !== 'number') return [];
    if (name === 'p') return [[name, value < 0.001 ? '< 0.001' : `= ${formatValue(Number(value.toPrecision(2)))}`]];
    return ['value', 'low', 'high', 'percent'].includes(name) && !Number.isInteger(value) ? [[name, formatPercent(value)]] : [];
  });
  return { ...typeset(values), ...Object.fromEntries(measured) };
}

/** What stands before a reason: a check, a cross, or a dash where it rules another method out, which is no check beside a broken limit. */
export const markOf = ({ code, passed }: Reason): 'pass' | 'fail' | 'excludes' =>
  code.startsWith('out-') && passed ? 'excludes' : passed ? 'pass' : 'fail';
