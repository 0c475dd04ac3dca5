import { parseReal, unpad } from '../numbers.ts';

/** A matrix as its keyword spells it: n, n names, n x n values row by row (FCS 3.1, section 3.2.20). */
export interface SpelledMatrix {
  readonly names: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

export interface Malformed {
  readonly reason: string;
  readonly reasonJa: string;
}

/** Reads the text of $SPILLOVER and its kin. Says why where it is no matrix. */
export function parseSpillover(text: string): SpelledMatrix | Malformed {
  const items = text.split(',').map(unpad);
  const count = Number(items[0]);
  if (!Number.isInteger(count) || count < 1 || count > 4096) return { reason: 'no size', reasonJa: '大きさの指定なし' };
  if (items.length !== 1 + count + count * count)
    return { reason: `${items.length} entries for a size of ${count}`, reasonJa: `大きさ${count}に対し要素${items.length}個` };
  const names = items.slice(1, 1 + count);
  const values = items.slice(1 + count).map(parseReal);
  const matrix: number[][] = [];
  for (let row = 0; row < count; row++) {
    const line = values.slice(row * count, (row + 1) * count).filter((value) => value !== undefined);
    if (line.length < count) return { reason: `row ${row + 1} is not all numbers`, reasonJa: `${row + 1}行目に数値でない値` };
    matrix.push(line);
  }
  if (matrix.some((line, row) => !(line[row] !== undefined && line[row] > 0)))
    return { reason: 'diagonal not above 0', reasonJa: '対角成分が0以下' };
  return { names, matrix };
}
