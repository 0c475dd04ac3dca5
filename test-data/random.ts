/** A seeded source of random numbers. The same seed gives the same numbers on every machine: no host randomness, no trigonometry. */
export interface Random {
  /** Above 0 and below 1. */
  uniform(): number;
  between(low: number, high: number): number;
  /** Standard normal. */
  normal(): number;
  /** Log-normal around a median: `spread` is the standard deviation in decades. */
  around(median: number, spread: number): number;
  exponential(mean: number): number;
  chance(probability: number): boolean;
}

/** xoshiro128** (Blackman and Vigna), its state filled from the seed by splitmix32. */
export function seedRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed >>> 0 : hashText(seed);
  const fill = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const uniform = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return ((result >>> 0) + 0.5) / 4294967296;
  };
  let spare: number | undefined;
  // Marsaglia's polar method: logarithm and square root only.
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
  };
  return {
    uniform,
    normal,
    between: (low, high) => low + (high - low) * uniform(),
    around: (median, spread) => median * Math.exp(Math.LN10 * spread * normal()),
    exponential: (mean) => -mean * Math.log(uniform()),
    chance: (probability) => uniform() < probability,
  };
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
