import type { UnitsOfAxis } from '../../study/killing/plate-result.ts';
import { formatNumber } from '../plot/number-format.ts';
import type { Translate } from './words.ts';

/** Percent to one decimal, as it was measured: a negative stays negative. */
export const lysisText = (percent: number): string => (Number.isFinite(percent) ? percent.toFixed(1).replace('-', '−') : '–');

export const ratioText = (ratio: number | undefined): string => (ratio === undefined ? '–' : formatNumber(ratio));

/** Lytic units with their interval, or what can be said of them. */
export function unitsText(units: UnitsOfAxis | undefined, t: Translate): string {
  if (units === undefined) return '–';
  switch (units.state) {
    case 'value': {
      const end = (value: number | undefined) => (value === undefined ? '?' : formatNumber(value));
      return `${formatNumber(units.value)} (${end(units.low)}–${end(units.high)})`;
    }
    case 'not-reached':
      return `< ${formatNumber(units.below)}`;
    case 'above-range':
      return `> ${formatNumber(units.above)}`;
    case 'too-few-ratios':
      return t('tooFew');
    case 'no-curve':
      return t('noCurve');
  }
}
