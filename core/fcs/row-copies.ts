import type { RawColumn } from '../events/event-table.ts';
import type { Field } from './fcs-file.ts';
import type { Chunk, CopyRows } from './fill.ts';
import { fillFour } from './fill-kernels.ts';
import { fillOf, isBigEndian, isPlainWord } from './fill-of.ts';

type Columns = readonly (RawColumn | undefined)[];

/** Everything that spreads the rows of a chunk over columns, whose event `first` is the chunk's first row. */
export type SpreadRows = (chunk: Chunk, columns: Columns, first: number) => readonly CopyRows[];

/** Plans the copying of rows: four plain neighbours at once where all four are asked for, else one channel after another. */
export function planCopies(fields: readonly Field[], asked: readonly boolean[], nameOf: (index: number) => string): SpreadRows {
  const steps: SpreadRows[] = [];
  for (let index = 0; index < fields.length; ) {
    const four = fields.slice(index, index + 4);
    const together = four.length === 4 && four.every((field, i) => asked[index + i] && goesWith(field, four[0], i));
    steps.push(together ? stepOfFour(four[0] as Field, index) : stepOfOne(fields[index] as Field, index, nameOf(index)));
    index += together ? 4 : 1;
  }
  return (chunk, columns, first) => steps.flatMap((step) => step(chunk, columns, first));
}

function goesWith(field: Field, first: Field | undefined, position: number): boolean {
  const big = isBigEndian(field);
  return (
    isPlainWord(field) && big !== undefined && first !== undefined && big === isBigEndian(first) && field.at === first.at + 4 * position
  );
}

function stepOfFour(field: Field, index: number): SpreadRows {
  const bigEndian = isBigEndian(field) === true;
  return (chunk, columns, first) => {
    const [a, b, c, d] = columns.slice(index, index + 4);
    if (!(a && b && c && d)) throw new Error(`channel ${index} to ${index + 3} were not reserved`);
    return [fillFour(chunk, [a, b, c, d], first, field.at, bigEndian)];
  };
}

function stepOfOne(field: Field, index: number, name: string): SpreadRows {
  const fill = fillOf(field, name);
  return (chunk, columns, first) => {
    const column = columns[index];
    return column ? [fill(chunk, column, first)] : [];
  };
}
