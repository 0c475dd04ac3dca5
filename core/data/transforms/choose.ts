import { arcsinhOfCofactor } from './arcsinh/arcsinh.ts';
import { linearScale } from './linear/linear.ts';
import { logScale } from './log/log.ts';
import { logicleScale } from './logicle/logicle.ts';
import type { Transform } from './transforms.ts';

/** The pile at the smallest value of a channel, and how the rest of the noise that it is half of stands above it. */
export interface CutOff {
  readonly at: number;
  /** What lies above the pile as the pile's own values would lie below it: the distance of the 95 % quantile. */
  readonly spread: number;
  /** The median of what lies above the pile. */
  readonly middle: number;
  /** How far the values reach, few of them aside. */
  readonly reach: number;
  /** `linear` where most of it is near the pile, `logarithm` where next to nothing is. */
  readonly form: 'linear' | 'logarithm';
}

/** What is known of a channel when its display scale is chosen. All values linear (and compensated, where it is). */
export interface ChannelFacts {
  readonly class: 'time' | 'scatter' | 'mass' | 'fluorescence';
  /** Top of the linear range as the file states it: $PnR, or f2 * 10^f1 for a log-amplified channel. */
  readonly statedTop: number;
  readonly logDecades: number | undefined;
  readonly compensated: boolean;
  /** Of all values that are numbers. */
  readonly largest: number;
  readonly smallest: number;
  /** The largest value but for the few above it that may stand anywhere: no event alone sets a scale. */
  readonly reach: number;
  /** Whether more than a few values are below 0. */
  readonly hasNegatives: boolean;
  /** How many values are below 0, and within the scale. */
  readonly negatives: number;
  /** The 5 % quantile of the values below 0, where there are at least 10 of them. */
  readonly negativeQuantile: number | undefined;
  /** The 99.8 % quantile of the values. */
  readonly upperQuantile: number;
  /** The 95 % quantile of the values. */
  readonly bulk?: number;
  /** Where values below the smallest were put at it. */
  readonly cutOff?: CutOff | undefined;
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
  const ofStored = ofLogarithms(facts);
  if (ofStored !== undefined) return ofStored;
  if (facts.logDecades === undefined && facts.reach <= TRANSFORMED_TOP && facts.reach > 0.5) return alreadyTransformed(facts);
  if (
    facts.logDecades === undefined &&
    !facts.compensated &&
    facts.statedTop <= CHANNEL_TOP &&
    !facts.hasNegatives &&
    facts.reach > 0.1 * top
  )
    return linearScale(top);
  const M = facts.logDecades ?? (top > 2 ** 20 ? 5.5 : 4.5);
  return logicleScale(top, M, linearWidth(facts.negativeQuantile ?? belowCutOff(facts, top), top, M));
}

/** No detector counts so little: values up to here were transformed (arcsinh, logicle, log10) before they were written. */
const TRANSFORMED_TOP = 20;

/** Fluorescence of 10 or 12 bits without a stated amplification is in channels of a logarithmic amplifier, or exported as such. */
const CHANNEL_TOP = 4096;

/** Such values are shown as they are, from a little below their negatives to the next whole number above the largest. */
function alreadyTransformed({ largest, reach, statedTop, upperQuantile, negativeQuantile = 0 }: ChannelFacts): Transform {
  // a channel without positive events must not be drawn as if its noise filled the scale
  const T =
    largest <= FROM_0_TO_1 || (reach <= FROM_0_TO_1 && statedTop <= FROM_0_TO_1) ? 1 : Math.max(4, Math.ceil(2 * upperQuantile) / 2);
  return linearScale(T, Math.min(T, Math.ceil(-3 * negativeQuantile) / 2));
}

/** Values that were put between 0 and 1. */
const FROM_0_TO_1 = 1.05;

/** A logarithm reaches further, in whatever base. */
const LEAST_LOGARITHM = 2;
/** The decades of signal that dyes reach, on the scale of a digital instrument. */
const [DECADES, DIGITAL_TOP] = [4.7, 262_144];

/** Of the values above the pile; signals of dyes reach some times as far as their middle, their logarithms do not. */
const MOST_REACH = 2.6;

/** Where values were stored as logarithms, of whatever base and in whatever steps: half of the noise is a pile, the other half far from it. */
function ofLogarithms({ cutOff, logDecades }: ChannelFacts): Transform | undefined {
  if (cutOff?.form !== 'logarithm' || logDecades !== undefined || cutOff.reach <= LEAST_LOGARITHM) return undefined;
  const { at, spread, middle, reach } = cutOff;
  if (reach - at >= MOST_REACH * (middle - at)) return undefined;
  const [decades, M] = [DECADES / reach, 4.5];
  return { kind: 'stored-log', decades, T: DIGITAL_TOP, W: linearWidth(-(10 ** (decades * (at + spread))), DIGITAL_TOP, M), M };
}

/** Where 5 % of the values below the smallest one would lie, had they not been cut off; undefined where that is no noise about zero. */
function belowCutOff({ cutOff, logDecades }: ChannelFacts, top: number): number | undefined {
  const isNoise = cutOff?.form === 'linear' && logDecades === undefined && cutOff.spread < MOST_NOISE * top && cutOff.spread > 0;
  return isNoise ? -cutOff.spread : undefined;
}

/** Of the top of a scale. */
const MOST_NOISE = 0.05;

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
    reach: Math.max(...all.map(({ reach }) => reach)),
    hasNegatives: all.some(({ hasNegatives }) => hasNegatives),
    negatives: all.reduce((sum, { negatives }) => sum + negatives, 0),
    negativeQuantile: weightedMedian(all),
    upperQuantile: Math.max(...all.map(({ upperQuantile }) => upperQuantile)),
    bulk: Math.max(...all.map(({ bulk, reach }) => bulk ?? reach)),
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
const statedByData = ({ statedTop, largest }: ChannelFacts): boolean =>
  largest > CHANNEL_TOP && !usualTops.includes(statedTop) && Math.abs(statedTop - largest) <= 1.5 + 1e-3 * largest;

const usualTops = [1024, 4096, 10_000, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216];

/** The stated range where the data bear it out, else the next usual one: many files state 1,024 or 10 for floats, or their largest value. */
function topOfScale(facts: ChannelFacts): number {
  const { statedTop, reach, upperQuantile } = facts;
  const room = facts.class === 'scatter' ? 1e3 : 1e5;
  if (facts.class === 'fluorescence' && facts.logDecades === undefined && (statedByData(facts) || statedTop > WIDEST))
    return digitalTops.find((top) => top >= upperQuantile) ?? powerAbove(upperQuantile);
  if (usualTops.includes(statedTop) && reach > TOO_FAR * statedTop && (facts.bulk ?? reach) <= statedTop) return statedTop;
  if (Number.isFinite(statedTop) && statedTop >= reach * 0.999 && statedTop > 1 && statedTop < Math.max(reach, 1) * room) return statedTop;
  return usualTops.find((top) => top >= reach) ?? powerAbove(reach);
}

/** So many times the range that an instrument states, and that nearly all values keep to, nothing was measured. */
const TOO_FAR = 1000;

/** No instrument states a wider range. */
const WIDEST = 2 ** 27;

/** No scale reaches further: above it the arithmetic of scales ends. */
const HIGHEST = 2 ** 200;

const powerAbove = (value: number): number => Math.min(HIGHEST, 2 ** Math.ceil(Math.log2(Math.max(value, 1))));
