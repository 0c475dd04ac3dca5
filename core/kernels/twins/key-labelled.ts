import type { Twin } from '../kernels.ts';

/** Keys of one side of the centre: 24 doublings of the distance, 64 keys each. */
const HALF = 1536;
const SHIFT = 17;
/** The key of what is no number, above all others. */
export const NO_KEY = 2 * HALF;
/** Keys of one label, and some room. */
export const KEY_STRIDE = NO_KEY + 8;

/** How values of a column are keyed: keys are finest about the centre, where distances are below the knee. */
export interface Keying {
  readonly centre: number;
  readonly knee: number;
}

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);
const sizeBits = (size: number): number => {
  float[0] = size;
  return word[0]!;
};

/** The leading bits of the knee, which a distance of 0 has. */
export const firstOf = ({ knee }: Keying): number => sizeBits(knee) >>> SHIFT;

/** Where values that were found are put: at least one place more than there are events. */
export interface FoundValues {
  readonly values: Float64Array;
  /** label * KEY_STRIDE + key. */
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
  const { centre, knee } = keying;
  const first = firstOf(keying);
  let n = 0;
  for (let event = 0; event < values.length; event++) {
    const distance = values[event]! - centre;
    const bits = sizeBits(Math.abs(distance) + knee);
    const place = Math.max(0, Math.min(HALF - 1, (bits >>> SHIFT) - first));
    const isNegative = distance < 0 || Object.is(distance, -0);
    const key = Number.isNaN(distance) ? NO_KEY : isNegative ? HALF - 1 - place : HALF + place;
    const cell = labels[event]! * KEY_STRIDE + key;
    counts[cell]! += 1;
    found.values[n] = values[event]!;
    found.cells[n] = cell;
    n += wanted[cell]!;
  }
  return n;
}

export const keyLabelled: Twin<'keyLabelled'> =
  ({ buffer }) =>
  (values, labels, events, centre, knee, _first, counts, wanted, found, cells) => {
    const rows = 256 * KEY_STRIDE;
    return keyLabelledValues(
      new Float64Array(buffer, values, events),
      new Uint8Array(buffer, labels, events),
      { centre, knee },
      new Uint32Array(buffer, counts, Math.min(rows, (buffer.byteLength - counts) >> 2)),
      new Uint8Array(buffer, wanted, Math.min(rows, buffer.byteLength - wanted)),
      { values: new Float64Array(buffer, found, events + 1), cells: new Uint32Array(buffer, cells, events + 1) },
    );
  };
