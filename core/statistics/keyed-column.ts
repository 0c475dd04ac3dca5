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

const KEYS = 65_536;
const MOST_BINS = 4096;
/** No number has this key: infinity is below it. */
const NO_NUMBER = KEYS - 1;

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** Keys are the leading half of the value in single precision (sign, exponent, seven bits), so they rise with it. `keys` is filled anew. */
export function keyColumn(parts: readonly Float64Array[], keys: Uint16Array): KeyedColumn {
  const counts = new Uint32Array(KEYS);
  let at = 0;
  for (const part of parts) at = keyPart(part, keys, at, counts);
  return { parts, keys, counts, ...fillBins(counts, at) };
}

function keyPart(part: Float64Array, keys: Uint16Array, start: number, counts: Uint32Array): number {
  for (let event = 0; event < part.length; event++) {
    const value = part[event]!;
    // 0 and -0 are the same
    float[0] = value + 0;
    const bits = word[0]!;
    const key = Number.isNaN(value) ? NO_NUMBER : ((bits ^ ((bits >> 31) >>> 1)) >>> 16) ^ 0x8000;
    keys[start + event] = key;
    counts[key]! += 1;
  }
  return start + part.length;
}

function fillBins(counts: Uint32Array, total: number): Pick<KeyedColumn, 'binOf' | 'binCount'> {
  const binOf = new Uint16Array(KEYS);
  const full = Math.ceil(total / MOST_BINS);
  let bin = 0;
  let held = 0;
  for (let key = 0; key < NO_NUMBER; key++) {
    // a key that alone fills a bin stands alone
    if (held > 0 && held + counts[key]! > full) {
      bin++;
      held = 0;
    }
    held += counts[key]!;
    binOf[key] = bin;
  }
  binOf[NO_NUMBER] = bin + 1;
  return { binOf, binCount: bin + 2 };
}
