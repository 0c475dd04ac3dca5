import type { Field } from '../fcs-file.ts';
import type { SampledRows } from './sampled-rows.ts';

/** How the bytes of a value may be taken. `mixed` is the field's own order, which is neither of the two. */
export interface ValueForm {
  readonly type: 'uint' | 'float';
  readonly order: 'little' | 'big' | 'mixed';
}

/** The form that a field is said to have; undefined for text. */
export function statedForm({ type, order, width }: Field): ValueForm | undefined {
  if (type === 'text') return undefined;
  if (order.every((at, i) => at === i)) return { type, order: 'little' };
  return { type, order: order.every((at, i) => at === width - 1 - i) ? 'big' : 'mixed' };
}

/** Values of one field, before any mask; 64-bit integers to the nearest number. */
export function storedValues({ runs, rowBytes }: SampledRows, field: Field, form: ValueForm): Float64Array {
  const out = new Float64Array(runs.reduce((sum, { length }) => sum + length / rowBytes, 0));
  let n = 0;
  for (const run of runs) {
    const read = form.order === 'mixed' ? mixedReaderOf(run, field, form.type) : readerOf(viewOf(run), field, form);
    for (let place = field.at; place < run.length; place += rowBytes) out[n++] = read(place);
  }
  return out;
}

type ReadAt = (place: number) => number;

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

function readerOf(view: DataView, { width }: Pick<Field, 'width'>, { type, order }: ValueForm): ReadAt {
  const isLittle = order === 'little';
  if (type === 'float') return width === 4 ? (place) => view.getFloat32(place, isLittle) : (place) => view.getFloat64(place, isLittle);
  if (width === 1) return (place) => view.getUint8(place);
  if (width === 2) return (place) => view.getUint16(place, isLittle);
  if (width === 4) return (place) => view.getUint32(place, isLittle);
  return (place) => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + view.getUint8(place + (isLittle ? width - 1 - i : i));
    return value;
  };
}

/** Puts the bytes of each value in order first. */
function mixedReaderOf(run: Uint8Array, { order, width }: Field, type: ValueForm['type']): ReadAt {
  const sorted = new Uint8Array(width);
  const read = readerOf(viewOf(sorted), { width }, { type, order: 'little' });
  return (place) => {
    for (let i = 0; i < width; i++) sorted[i] = run[place + order[i]!]!;
    return read(0);
  };
}
