import { withoutThousands } from './table-number.ts';

const myriads: { readonly [sign: string]: number } = { 万: 1e4, 億: 1e8 };

/**
 * A number as people write it: full-width digits, thousands set apart by threes, U+2212, 万 and 億, 1.2 x 10^9. Undefined for anything else; "4,5" is
 * not 45.
 */
export function writtenNumber(text: string): number | undefined {
  const plain = withoutThousands(text.normalize('NFKC').replace(/[\u2212\u2013\u30FC]/g, '-'));
  const [, digits = '', sign = ''] = /^(.*?)([万億]?)$/.exec(plain ?? '') ?? [];
  const bare = digits.replace(/[x×*]10\^?(?=[1-9]\d?$)/i, 'e');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare)) return undefined;
  const value = Number(bare) * (myriads[sign] ?? 1);
  return Number.isFinite(value) ? value : undefined;
}
