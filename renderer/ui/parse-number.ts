/** A number as people type it: full-width digits, thousands separators and U+2212 included. Undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013\u30FC]/g, '-')
    .replace(/[,\s_]/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
