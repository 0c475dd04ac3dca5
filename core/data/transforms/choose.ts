import { arcsinhOfCofactor } from './arcsinh/arcsinh.ts';
import { linearScale } from './linear/linear.ts';
import { logScale } from './log/log.ts';
import { logicleScale } from './logicle/logicle.ts';
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
  /** The 5 % quantile of the values below 0, where there are at least 10 of them. */
  readonly negativeQuantile: number | undefined;
  /** The 99.8 % quantile of all values, where the largest is so small that they may have been transformed, or where the range is `statedByData`. */
  readonly upperQuantile?: number | undefined;
}

/**
 * The default display scale of a channel. Deterministic, and the same for samples of one instrument unless their spread
 * below zero differs: T from the stated range, W from the negative values (Parks 2006), bounded.
 */
export function chooseTransform(facts: ChannelFacts): Transform {
  if (facts.class === 'mass') return arcsinhOfCofactor(5, 1500);
  const top = topOfScale(facts);
  if (facts.class !== 'fluorescence') return linearScale(top);
  if (facts.logDecades !== undefined && !facts.compensated) return logScale(top, facts.logDecades);
  if (facts.logDecades === undefined && facts.largest <= TRANSFORMED_TOP && facts.largest > 0.5) return alreadyTransformed(facts);
  if (
    facts.logDecades === undefined &&
    !facts.compensated &&
    facts.statedTop <= CHANNEL_TOP &&
    facts.smallest >= 0 &&
    facts.largest > 0.1 * top
  )
    return linearScale(top);
  const M = facts.logDecades ?? (top > 2 ** 20 ? 5.5 : 4.5);
  return logicleScale(top, M, linearWidth(facts.negativeQuantile, top, M));
}

/** No detector counts so little: values up to here were transformed (arcsinh, logicle, log10) before they were written. */
export const TRANSFORMED_TOP = 20;

/** Fluorescence of 10 or 12 bits without a stated amplification is in channels of a logarithmic amplifier, or exported as such. */
const CHANNEL_TOP = 4096;

/** Such values are shown as they are, from a little below their negatives to the next whole number above the largest. */
function alreadyTransformed({ largest, upperQuantile = largest, negativeQuantile = 0 }: ChannelFacts): Transform {
  // a channel without positive events must not be drawn as if its noise filled the scale
  const T = largest <= 1.05 ? 1 : Math.max(4, Math.ceil(2 * upperQuantile) / 2);
  return linearScale(T, Math.min(T, Math.ceil(-3 * negativeQuantile) / 2));
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
  const upper = all.flatMap(({ upperQuantile }) => upperQuantile ?? []);
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
    ...(upper.length === all.length ? { upperQuantile: Math.max(...upper) } : {}),
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

/** The tops of the digital instruments in use: 18, 22 and 24 bits. */
const digitalTops = [262_144, 4_194_304, 16_777_216];

/** Programs that write a file anew often state the largest value as the range: it says nothing of the instrument, and one far event sets it. */
export const statedByData = ({ statedTop, largest }: Pick<ChannelFacts, 'statedTop' | 'largest'>): boolean =>
  largest > CHANNEL_TOP && !usualTops.includes(statedTop) && Math.abs(statedTop - largest) <= 1.5 + 1e-3 * largest;

const usualTops = [1024, 4096, 10_000, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216];

/** The stated range where the data bear it out, else the next usual one: many files state 1,024 or 10 for floats, or their largest value. */
function topOfScale(facts: ChannelFacts): number {
  const { statedTop, largest, upperQuantile = largest } = facts;
  if (facts.class === 'fluorescence' && facts.logDecades === undefined && statedByData(facts))
    return digitalTops.find((top) => top >= upperQuantile) ?? largest;
  if (Number.isFinite(statedTop) && statedTop >= largest * 0.999 && statedTop > 1 && statedTop < Math.max(largest, 1) * 1e5)
    return statedTop;
  return usualTops.find((top) => top >= largest) ?? 2 ** Math.ceil(Math.log2(Math.max(largest, 1)));
}
