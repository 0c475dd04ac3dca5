export type Decimal = '.' | ',';

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** As written with a decimal comma, and no thousands. */
const withComma = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
const withPoint = /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i;
/** "1,234" is one and a bit, or more than a thousand. */
const either = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const thousands = { '.': /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/, ',': /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/ } as const;

const spelled = (cell: string): string => cell.normalize('NFKC').replace(/[\s\u2212]/g, (sign) => (sign === '\u2212' ? '-' : ''));

/**
 * The decimal sign of a table, by its unmistakable numbers; `usual` where there are none. Undefined where both signs are used, or where a quoted
 * "1,234" stands among cells that are separated by commas and no other number tells what it is.
 */
export function decimalOf(rows: readonly { readonly cells: readonly string[] }[], usual: Decimal | undefined): Decimal | undefined {
  let [comma, point, unsure] = [false, false, false];
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell === '' || !/\d[.,]|[.,]\d|[\uff0c\uff0e]/.test(cell)) continue;
      const text = spelled(cell).replace(/%$/, '');
      if (either.test(text)) {
        unsure ||= text.includes(',');
        continue;
      }
      comma ||= withComma.test(text);
      point ||= withPoint.test(text);
      if (comma && point) return undefined;
    }
  if (comma) return ',';
  if (point) return '.';
  return unsure ? undefined : usual;
}

/**
 * A cell as a number: full-width digits, a decimal comma, thousands set apart. NaN where it is none, or where it may be two ("1,234" in a table
 * that uses both signs) or is too large for a double.
 */
export function tableNumber(cell: string, decimal: Decimal | undefined): number {
  const text = spelled(cell);
  if (either.test(text) && !(decimal === '.' && text.includes('.')) && !(decimal === ',' && text.includes(','))) {
    if (decimal === undefined) return Number.NaN;
    return Number(text.replace(/[.,]/, ''));
  }
  if (plain.test(text)) return finite(Number(text));
  if (withComma.test(text)) return finite(Number(text.replace(',', '.')));
  if (thousands['.'].test(text) && decimal !== ',') return Number(text.replaceAll(',', ''));
  if (thousands[','].test(text) && decimal !== '.') return Number(text.replaceAll('.', '').replace(',', '.'));
  return Number.NaN;
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

/**
 * A text without the signs that set thousands apart ("1,234", "12 000"); undefined where such a sign stands between digits in any other way, as in
 * "1,5" or "1 2". Blanks beside anything but two digits go.
 */
export function withoutThousands(text: string): string | undefined {
  const bare = text.replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
  const joined = bare.replace(/(?<![\d.,])[1-9]\d{0,2}([,_\s])\d{3}(?:\1\d{3})*(?![\d,_\s])/g, (number) => number.replace(/[,_\s]/g, ''));
  return /\d[,_\s]|[,_\s]\d/.test(joined) ? undefined : joined;
}
