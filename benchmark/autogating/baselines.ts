import type { StepInput } from '../../core/gating/automatic/kind/step.ts';
import { BINS, type Density, densityOf, positionOf } from '../../core/gating/density/density-1d.ts';

/** Dividers of CD3 (x) and CD56 (y) on the display scale. */
export type Dividers = readonly [x: number, y: number];

const density = (input: StepInput, dimension: number): Density => densityOf(input, dimension, -0.3, 1.1, 0.022);

/** Gates drawn once on another donor and never moved. */
export const fixedGates = (dividers: Dividers) => (): Dividers => dividers;

/** Each axis by itself: the lowest place between the two highest maxima of its density; below everything where there is one maximum. */
export const minimumDensity = (input: StepInput): Dividers => [valley(density(input, 0)), valley(density(input, 1))];

function valley(of: Density): number {
  const { counts } = of;
  const peaks = Array.from(counts.keys()).filter(
    (i) => i > 0 && i < BINS - 1 && counts[i]! > counts[i - 1]! && counts[i]! >= counts[i + 1]!,
  );
  const [a, b] = peaks
    .toSorted((p, q) => counts[q]! - counts[p]!)
    .slice(0, 2)
    .sort((p, q) => p - q);
  if (a === undefined || b === undefined) return of.low;
  let lowest = a;
  for (let bin = a; bin <= b; bin++) if (counts[bin]! < counts[lowest]!) lowest = bin;
  return positionOf(of, lowest);
}

/** Each axis by itself: two normal components by expectation maximisation from the quartiles, cut where they are equally likely. */
export const oneDimensionalMixture = (input: StepInput): Dividers => [mixture(density(input, 0)), mixture(density(input, 1))];

function mixture(of: Density): number {
  const at = (bin: number) => positionOf(of, bin);
  const quantile = (p: number): number => {
    let sum = 0;
    let bin = 0;
    while (bin < BINS - 1 && sum < p * of.total) sum += of.counts[bin++]!;
    return at(bin);
  };
  let [m, s, w] = [
    [quantile(0.25), quantile(0.75)],
    [0.1, 0.1],
    [0.5, 0.5],
  ];
  const like = (x: number, k: number) => (w[k]! / s[k]!) * Math.exp(-0.5 * ((x - m[k]!) / s[k]!) ** 2);
  for (let turn = 0; turn < 100; turn++) {
    const sums = [0, 1].map(() => [1e-9, 0, 0]);
    for (let bin = 0; bin < BINS; bin++) {
      const x = at(bin);
      const [a, b] = [like(x, 0), like(x, 1)];
      if (a + b < 1e-300) continue;
      for (const [k, n] of [(of.counts[bin]! * a) / (a + b), (of.counts[bin]! * b) / (a + b)].entries()) {
        sums[k]![0]! += n;
        sums[k]![1]! += n * x;
        sums[k]![2]! += n * x * x;
      }
    }
    m = sums.map(([n, x]) => x! / n!);
    s = sums.map(([n, , xx], k) => Math.max(0.01, Math.sqrt(Math.max(0, xx! / n! - m[k]! ** 2))));
    w = sums.map(([n]) => n! / of.total);
  }
  const [low, high] = m[0]! < m[1]! ? [0, 1] : [1, 0];
  for (let step = 0; step <= 200; step++) {
    const x = m[low]! + ((m[high]! - m[low]!) * step) / 200;
    if (like(x, high) >= like(x, low)) return x;
  }
  return m[high]!;
}
