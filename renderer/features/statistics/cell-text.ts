import type { Language } from '../../../core/base/message.ts';
import type { GridCell } from '../../../core/exchange/tables/statistics-grid.ts';
import { formatCount, formatNumber } from '../../../core/show/plot/number-format.ts';

/** A cell as it is read: counts in full, other numbers to three digits, a dash where there is none. */
export function cellText({ value, word }: GridCell, language: Language): string {
  if (word !== undefined) return word[language];
  if (value === undefined) return '–';
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value);
}
