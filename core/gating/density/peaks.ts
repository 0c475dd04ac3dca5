import { type Density, positionOf } from './density-1d.ts';

/** A mode of a density that stands out from its neighbours by more than counting noise. */
export interface Peak {
  readonly bin: number;
  readonly position: number;
  readonly height: number;
}

export interface Valley {
  readonly position: number;
  readonly height: number;
  /** Difference to the lower of the two peaks in standard errors of the counts. */
  readonly significance: number;
}

const MIN_SIGNIFICANCE = 4;
const MIN_PROMINENCE = 1.15;

/** Peaks by topological persistence: flood the density from the top; a peak dies where its basin meets a higher one's. */
export function findPeaks(density: Density, bandwidthBins: number): readonly Peak[] {
  const { counts } = density;
  const order = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const basin = new Int32Array(counts.length).fill(-1);
  const died = new Map<number, number>();
  const top = (bin: number): number => {
    let peak = basin[bin]!;
    while (basin[peak] !== peak) peak = basin[peak]!;
    return peak;
  };
  for (const bin of order) {
    const neighbours = [bin - 1, bin + 1].filter((at) => at >= 0 && at < counts.length && basin[at] !== -1).map(top);
    const highest = neighbours.sort((a, b) => counts[b]! - counts[a]!)[0];
    basin[bin] = highest ?? bin;
    for (const lower of neighbours.slice(1)) {
      if (lower === highest) continue;
      died.set(lower, counts[bin]!);
      basin[lower] = highest ?? lower;
    }
  }
  return order
    .filter((bin) => basin[bin] === bin || died.has(bin))
    .filter((bin) => stands(counts[bin]!, died.get(bin) ?? 0, bandwidthBins))
    .map((bin) => ({ bin, position: positionOf(density, bin), height: counts[bin]! }))
    .sort((a, b) => a.bin - b.bin);
}

const stands = (peak: number, death: number, bandwidthBins: number): boolean =>
  peak > MIN_PROMINENCE * death && significance(peak, death, bandwidthBins) > MIN_SIGNIFICANCE;

/** Peak minus valley over its Poisson standard error; smoothing averages about 2 sqrt(pi) bandwidths of bins. */
function significance(peak: number, valley: number, bandwidthBins: number): number {
  return ((peak - valley) / Math.sqrt(Math.max(peak + valley, 1e-9))) * Math.sqrt(bandwidthBins * 2 * Math.sqrt(Math.PI));
}

/** The lowest place between two peaks. */
export function valleyBetween(density: Density, left: Peak, right: Peak, bandwidthBins: number): Valley {
  let bin = left.bin;
  for (let at = left.bin; at <= right.bin; at++) if (density.counts[at]! < density.counts[bin]!) bin = at;
  // a flat, empty valley: take its middle, not its left end
  let end = bin;
  while (end < right.bin && density.counts[end + 1]! <= density.counts[bin]! * 1.0001 + 1e-9) end++;
  const height = density.counts[bin]!;
  return {
    position: positionOf(density, (bin + end) / 2),
    height,
    significance: significance(Math.min(left.height, right.height), height, bandwidthBins),
  };
}

/** Standard deviation of a peak from one of its sides (half width at 0.607 of the height), so that a neighbour on the other side does not widen it. */
export function sideWidth(density: Density, peak: Peak, side: -1 | 1): number {
  const level = peak.height * Math.exp(-0.5);
  let bin = peak.bin;
  while (bin > 0 && bin < density.counts.length - 1 && density.counts[bin]! > level) bin += side;
  return Math.max(1, Math.abs(bin - peak.bin)) * ((density.high - density.low) / density.counts.length);
}
