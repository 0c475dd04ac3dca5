import { withoutThousands } from '../../core/base/tables/table-number.ts';

/**
 * A number as people type it: full-width digits, thousands set apart by threes and U+2212 included. Undefined for anything else; "4,5" is not 45.
 */
export function parseNumber(text: string): number | undefined {
  const plain = withoutThousands(text.normalize('NFKC').replace(/[\u2212\u2013\u30FC]/g, '-'));
  if (plain === undefined || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
