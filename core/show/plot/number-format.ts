import type { Language } from '../../base/message.ts';

/** How numbers are typeset: three significant digits, thousands separators, never an exponent; the minus sign is U+2212. */
const minus = '\u2212';

/** An integer with thousands separators. */
export function formatCount(count: number): string {
  return signed(count, (size) => fixed(Math.round(size), 0));
}

/**
 * A number to three significant digits: 1234567 -> 1,230,000; 0.0123456 -> 0.0123. Trailing zeros stay (12.0), since they say
 * how exactly the number is known. NaN and infinities give an en dash.
 */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  return signed(value, (size) => (size < 1e-6 ? '<0.000001' : plain(Number(size.toPrecision(digits)), digits)));
}

/** An integer in full, anything else to three significant digits without trailing zeros. For numbers inside sentences. */
export const formatValue = (value: number): string =>
  Number.isInteger(value)
    ? formatCount(value)
    : formatNumber(value)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '');

/**
 * A percentage without its sign: 45.3, 0.0123. Below `floor` but not 0 it is `<0.01`; what would round to 100 without
 * being all is `>99.9`; undefined is an en dash.
 */
export function formatPercent(percent: number | undefined, floor = 0.01): string {
  if (percent === undefined || !Number.isFinite(percent)) return '–';
  if (percent === 0) return '0';
  if (percent > 0 && percent < floor) return `<${floor}`;
  if (percent < 100 && percent >= 99.95) return '>99.9';
  return percent === 100 ? '100' : formatNumber(percent);
}

/** A range `low–high`, each end as a percentage. */
export function formatRange(low: number, high: number): string {
  return `${formatPercent(low)}–${formatPercent(high)}`;
}

function plain(size: number, digits: number): string {
  return fixed(size, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
}

/** From 1e21 on toFixed would give an exponent. */
const fixed = (size: number, decimals: number): string => grouped(size >= 1e21 ? BigInt(size).toString() : size.toFixed(decimals));

function signed(value: number, format: (size: number) => string): string {
  return value < 0 ? `${minus}${format(-value)}` : format(value);
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** A percentage with its sign: `73.7%` in Japanese, `73.7 %` in English. */
export const percentText = (percent: number | undefined, language: Language): string =>
  percent === undefined ? '–' : `${formatPercent(percent)}${language === 'ja' ? '%' : ' %'}`;
