import type { ReferenceKernel } from '../kernels.ts';

/** Doublings of the distance on each side of the centre. */
const DOUBLINGS = 24;

/** Keys for values: two to the power of `bits` a doubling, the one of what is no number above all others. */
export interface KeyLayout {
  readonly bits: number;
  readonly noKey: number;
  /** Cells of one label. */
  readonly stride: number;
}

export const keyLayout = (bits: number): KeyLayout => ({ bits, noKey: 2 * (DOUBLINGS << bits), stride: 2 * (DOUBLINGS << bits) + 8 });

/** How values of a column are keyed: keys are finest about the centre, where distances are below the knee. */
export interface Keying {
  readonly centre: number;
  readonly knee: number;
  readonly bits: number;
}

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);
const sizeBits = (size: number): number => {
  float[0] = size;
  return word[0]!;
};

/** The leading bits of the knee, which a distance of 0 has. */
export const firstOf = ({ knee, bits }: Keying): number => sizeBits(knee) >>> (23 - bits);

/** Where values that were found are put: at least one place more than there are events. */
export interface FoundValues {
  readonly values: Float64Array;
  /** label x stride + key. */
  readonly cells: Uint32Array;
}

/** Keys rise with the values: sign and leading bits, in single precision, of the distance from a centre plus the knee. */
export function keyLabelledValues(
  values: Float64Array,
  labels: Uint8Array,
  keying: Keying,
  counts: Uint32Array,
  wanted: Uint8Array,
  found: FoundValues,
): number {
  const { centre, knee, bits } = keying;
  const { noKey, stride } = keyLayout(bits);
  const [half, shift] = [noKey / 2, 23 - bits];
  const first = firstOf(keying);
  let n = 0;
  for (let event = 0; event < values.length; event++) {
    const distance = values[event]! - centre;
    const size = sizeBits(Math.abs(distance) + knee);
    const place = Math.max(0, Math.min(half - 1, (size >>> shift) - first));
    const isNegative = distance < 0 || Object.is(distance, -0);
    const key = Number.isNaN(distance) ? noKey : isNegative ? half - 1 - place : half + place;
    const cell = labels[event]! * stride + key;
    counts[cell]! += 1;
    found.values[n] = values[event]!;
    found.cells[n] = cell;
    n += wanted[cell]!;
  }
  return n;
}

export const keyLabelled: ReferenceKernel<'keyLabelled'> =
  ({ buffer }) =>
  (values, labels, events, centre, knee, _first, bits, counts, wanted, found, cells) => {
    const rows = 128 * keyLayout(bits).stride;
    return keyLabelledValues(
      new Float64Array(buffer, values, events),
      new Uint8Array(buffer, labels, events),
      { centre, knee, bits },
      new Uint32Array(buffer, counts, Math.min(rows, (buffer.byteLength - counts) >> 2)),
      new Uint8Array(buffer, wanted, Math.min(rows, buffer.byteLength - wanted)),
      { values: new Float64Array(buffer, found, events + 1), cells: new Uint32Array(buffer, cells, events + 1) },
    );
  };
