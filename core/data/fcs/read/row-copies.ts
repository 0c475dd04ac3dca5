import type { RawColumn } from '../../events/event-table.ts';
import type { Field } from '../fcs-file.ts';
import type { Chunk, CopyRows } from './fill.ts';
import { type FourFields, fillFour } from './fill-kernels.ts';
import { fillOf, groupKernel, isBigEndian, maskOf } from './fill-of.ts';

type Columns = readonly (RawColumn | undefined)[];

/** Everything that spreads the rows of a chunk over columns, whose event `first` is the chunk's first row. */
export type SpreadRows = (chunk: Chunk, columns: Columns, first: number) => readonly CopyRows[];

/** Plans the copying of rows: four neighbours of one kind at once where all four are asked for, else one channel after another. */
export function planCopies(fields: readonly Field[], asked: readonly boolean[], nameOf: (index: number) => string): SpreadRows {
  const steps: SpreadRows[] = [];
  for (let index = 0; index < fields.length; ) {
    const four = asked.slice(index, index + 4).every(Boolean) ? asFour(fields.slice(index, index + 4)) : undefined;
    steps.push(four ? stepOfFour(four, index) : stepOfOne(fields[index] as Field, index, nameOf(index)));
    index += four ? 4 : 1;
  }
  return (chunk, columns, first) => steps.flatMap((step) => step(chunk, columns, first));
}

/** Four fields as one kernel copies them, if they are alike and stand side by side. */
function asFour(fields: readonly Field[]): FourFields | undefined {
  const [a, b, c, d] = fields;
  const kernel = a && groupKernel(a);
  if (!(a && b && c && d && kernel)) return undefined;
  const bigEndian = isBigEndian(a) === true;
  const alike = fields.every(
    (field, i) => groupKernel(field) === kernel && (isBigEndian(field) === true) === bigEndian && field.at === a.at + i * a.width,
  );
  return alike ? { kernel, at: a.at, bigEndian, masks: [maskOf(a), maskOf(b), maskOf(c), maskOf(d)] } : undefined;
}

function stepOfFour(four: FourFields, index: number): SpreadRows {
  return (chunk, columns, first) => {
    const [a, b, c, d] = columns.slice(index, index + 4);
    if (!(a && b && c && d)) throw new Error(`channels ${index} to ${index + 3} were not reserved`);
    return [fillFour(four, chunk, [a, b, c, d], first)];
  };
}

function stepOfOne(field: Field, index: number, name: string): SpreadRows {
  const fill = fillOf(field, name);
  return (chunk, columns, first) => {
    const column = columns[index];
    return column ? [fill(chunk, column, first)] : [];
  };
}
