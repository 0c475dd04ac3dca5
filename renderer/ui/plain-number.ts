import { formatNumber } from '../../core/show/plot/number-format.ts';

/** Six digits, without zeros that say nothing: a number to be typed over. */
export const plainNumber = (value: number): string => {
  const text = formatNumber(value, 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
