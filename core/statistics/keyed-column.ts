import type { GateBench } from '../events/gate-bench.ts';

/** One channel with a short key beside each value, and bins of keys that hold about the same number of events, whatever the values' range. */
export interface KeyedColumn {
  readonly parts: readonly Float64Array[];
  /** Of each event, in order. */
  readonly keys: Uint16Array;
  /** The bin of each key; bins rise with the values. The last one holds what is no number, and nothing else. */
  readonly binOf: Uint16Array;
  readonly binCount: number;
  /** How many values have each key. */
  readonly counts: Uint32Array;
}

/** Sign, exponent and seven bits of the mantissa; with few events three, so that tables of keys do not cost more than the events. */
const KEY_BITS = 16;
const SHORT_KEY_BITS = 12;
const FEW_EVENTS = 200_000;
const MOST_BINS = 4096;

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** Keys are the leading bits of the value in single precision, so they rise with it. `keys` is filled anew. */
export function keyColumn(parts: readonly Float64Array[], keys: Uint16Array, bench?: GateBench): KeyedColumn {
  const bits = keys.length < FEW_EVENTS ? SHORT_KEY_BITS : KEY_BITS;
  const counts = new Uint32Array(2 ** bits);
  let at = 0;
  for (const part of parts) {
    const own = keys.subarray(at, at + part.length);
    if (bench === undefined) keyPart(part, own, counts, bits);
    else bench.key(part, bits, own, counts);
    at += part.length;
  }
  return { parts, keys, counts, ...fillBins(counts, at) };
}

/** No number has this key: infinity is below it. */
const noNumber = (counts: Uint32Array): number => counts.length - 1;

function keyPart(part: Float64Array, keys: Uint16Array, counts: Uint32Array, keyBits: number): void {
  const [shift, positive, none] = [32 - keyBits, 1 << (keyBits - 1), noNumber(counts)];
  for (let event = 0; event < part.length; event++) {
    const value = part[event]!;
    // 0 and -0 are the same
    float[0] = value + 0;
    const bits = word[0]!;
    const key = Number.isNaN(value) ? none : ((bits ^ ((bits >> 31) >>> 1)) >>> shift) ^ positive;
    keys[event] = key;
    counts[key]! += 1;
  }
}

function fillBins(counts: Uint32Array, total: number): Pick<KeyedColumn, 'binOf' | 'binCount'> {
  const binOf = new Uint16Array(counts.length);
  const full = Math.ceil(total / MOST_BINS);
  let bin = 0;
  let held = 0;
  for (let key = 0; key < noNumber(counts); key++) {
    // a key that alone fills a bin stands alone
    if (held > 0 && held + counts[key]! > full) {
      bin++;
      held = 0;
    }
    held += counts[key]!;
    binOf[key] = bin;
  }
  binOf[noNumber(counts)] = bin + 1;
  return { binOf, binCount: bin + 2 };
}
