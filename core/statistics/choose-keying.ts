import type { Keying } from '../data/kernels/reference/key-labelled.ts';

/** Below the distance of the quartiles by this, keys are evenly spaced. */
const KNEE = 64;

/**
 * Keys for values like these: finest about their middle. Whatever is chosen, medians are exact; where many values share a key they take
 * longer.
 */
export function chooseKeying(values: Float64Array): Omit<Keying, 'bits'> {
  const sorted = values.filter(Number.isFinite).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const spread = [at(0.75) - at(0.25), at(0.9) - at(0.1), at(1) - at(0)].find((width) => width > 0) ?? 1;
  return { centre: at(0.5), knee: Number.isFinite(spread) ? spread / KNEE : 1 };
}
