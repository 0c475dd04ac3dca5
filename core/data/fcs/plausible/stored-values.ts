import type { Field } from '../fcs-file.ts';
import type { SampledRows } from './sampled-rows.ts';

/** How the bytes of a value may be taken. */
export interface ValueForm {
  readonly type: 'uint' | 'float';
  readonly order: 'little' | 'big';
}

/** The form that a field is said to have; undefined for text and for mixed byte orders, of which no other is held to be the true one. */
export function statedForm({ type, order, width }: Field): ValueForm | undefined {
  if (type === 'text') return undefined;
  if (order.every((at, i) => at === i)) return { type, order: 'little' };
  return order.every((at, i) => at === width - 1 - i) ? { type, order: 'big' } : undefined;
}

/** Values of one field, before any mask; 64-bit integers to the nearest number. */
export function storedValues({ runs, rowBytes }: SampledRows, { at, width }: Field, { type, order }: ValueForm): Float64Array {
  const isLittle = order === 'little';
  const out = new Float64Array(runs.reduce((sum, { length }) => sum + length / rowBytes, 0));
  let n = 0;
  for (const run of runs) {
    const view = new DataView(run.buffer, run.byteOffset, run.length);
    const read = readerOf(view, type, width, isLittle);
    for (let place = at; place < run.length; place += rowBytes) out[n++] = read(place);
  }
  return out;
}

function readerOf(view: DataView, type: ValueForm['type'], width: number, isLittle: boolean): (place: number) => number {
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
