import { arcsinhOfCofactor } from './arcsinh.ts';
import type { Transform } from './transforms.ts';

/** What is known of a channel when its display scale is chosen. All values linear (and compensated, where it is). */
export interface ChannelFacts {
  readonly class: 'time' | 'scatter' | 'mass' | 'fluorescence';
  /** Top of the linear range as the file states it: $PnR, or f2 * 10^f1 for a log-amplified channel. */
  readonly statedTop: number;
  readonly logDecades: number | undefined;
  readonly compensated: boolean;
  readonly largest: number;
  readonly smallest: number;
  /** How many values are below 0. */
  readonly negatives: number;
  /** The 5 % quantile of the values below 0, where there are at least 50 of them. */
  readonly negativeQuantile: number | undefined;
}

/**
 * The default display scale of a channel. Deterministic, and the same for samples of one instrument unless their spread
 * below zero differs: T from the stated range, W from the negative values (Parks 2006), bounded.
 */
export function chooseTransform(facts: ChannelFacts): Transform {
  if (facts.class === 'mass') return arcsinhOfCofactor(5, 1500);
  const top = topOfScale(facts);
  if (facts.class !== 'fluorescence') return { kind: 'linear', T: top, A: 0 };
  if (facts.logDecades !== undefined && !facts.compensated) return { kind: 'log', T: top, M: facts.logDecades };
  const M = facts.logDecades ?? (top > 2 ** 20 ? 5.5 : 4.5);
  return { kind: 'logicle', T: top, W: linearWidth(facts.negativeQuantile, top, M), M, A: 0 };
}

function linearWidth(negative: number | undefined, T: number, M: number): number {
  if (negative === undefined) return 0.5;
  const width = (M - Math.log10(T / Math.abs(negative))) / 2;
  return Math.min(Math.max(width, 0.2), Math.min(1.5, M / 2 - 0.1));
}

/**
 * What is known of a channel over a batch: the widest range, and of the negative spreads the median, each sample weighed by the number of
 * events that it comes from, so that no single sample opens the scale of all.
 */
export function poolFacts([first, ...others]: readonly [ChannelFacts, ...ChannelFacts[]]): ChannelFacts {
  const all = [first, ...others];
  const decades = all.flatMap(({ logDecades }) => (logDecades === undefined ? [] : [logDecades]));
  return {
    class: first.class,
    statedTop: Math.max(...all.map(({ statedTop }) => statedTop)),
    logDecades: decades.length === 0 ? undefined : Math.max(...decades),
    compensated: all.some(({ compensated }) => compensated),
    largest: Math.max(...all.map(({ largest }) => largest)),
    smallest: Math.min(...all.map(({ smallest }) => smallest)),
    negatives: all.reduce((sum, { negatives }) => sum + negatives, 0),
    negativeQuantile: weightedMedian(all),
  };
}

function weightedMedian(all: readonly ChannelFacts[]): number | undefined {
  const known = all.flatMap(({ negativeQuantile, negatives }) => (negativeQuantile === undefined ? [] : [{ negativeQuantile, negatives }]));
  known.sort((a, b) => b.negativeQuantile - a.negativeQuantile);
  const half = known.reduce((sum, { negatives }) => sum + negatives, 0) / 2;
  let sum = 0;
  return known.find(({ negatives }) => {
    sum += negatives;
    return sum >= half;
  })?.negativeQuantile;
}

const usualTops = [1024, 4096, 10_000, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216];

/** The stated range where the data bear it out, else the next usual one: many files state 1,024 or 10 for floats. */
function topOfScale({ statedTop, largest }: ChannelFacts): number {
  if (Number.isFinite(statedTop) && statedTop >= largest * 0.999 && statedTop > 1 && statedTop < Math.max(largest, 1) * 1e5)
    return statedTop;
  return usualTops.find((top) => top >= largest) ?? 2 ** Math.ceil(Math.log2(Math.max(largest, 1)));
}
