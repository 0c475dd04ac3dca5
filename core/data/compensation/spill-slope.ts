import { quantileInPlace } from '../../base/math/median.ts';

/** Positives and negatives in the order of one channel, in at most as many parts of as many events each. */
const MOST_PARTS = 12;
const FEWEST_IN_PART = 30;
const FEWEST_PARTS = 4;
const FEWEST_EVENTS = 480;
/** Where the brightest cells may begin, of many positives and of few. */
const BRIGHT = [0.97, 0.985];
/** What is at least this part as bright as the brightest part is positive. */
const POSITIVE = 0.25;
/** By how much the brightest positive part must outshine the dimmest for a slope to be seen, and by how much the noise below 0. */
const RISE = 1.3;
const ABOVE_NOISE = 15;
const NOISE = 0.02;
/** Other dyes can only add light: spillover lifts even the darkest tenth, and what is taken out twice lowers even the brighter quarter. */
const DARKEST = 0.1;
const DARKER = 0.25;
const BRIGHTER = 0.75;
/** How far a line through the positives may miss the negatives, as a part of the light it explains: what cells have in common rises in a step. */
const MISS = 0.5;
/** Of all events: fewer positives may be dead cells and debris that shine everywhere, each in a colour of its own; what spills is of one share. */
const MANY = 0.18;
/** How far the darkest tenth of few positives may lie below their darkest quarter: of the noise below 0, and of the light that spills. */
const SPREAD_OF_NOISE = 0.4;
const DEEPEST_NOISE = 0.002;
const SPREAD = 0.12;

/**
 * The share of one channel's light that every event has in another: positive where spillover is left in, negative where more was taken out than
 * was there, 0 where there is neither or nobody can tell. Linear values of the same events in; `measured` are the first channel's before
 * compensation: what that takes most of away was the light of others.
 */
export function spillSlope(from: Float64Array, into: Float64Array, measured = from): number {
  const top = brightest(from, measured);
  if (from.length < FEWEST_EVENTS || top === undefined) return 0;
  const order = Uint32Array.from(from, (_, event) => event).sort((a, b) => from[a]! - from[b]!);
  const first = order.findIndex((event) => from[event]! > POSITIVE * top);
  const positives = partsOf(order.subarray(first), from, into);
  const negatives = partsOf(order.subarray(0, first), from, into);
  if (positives.length < FEWEST_PARTS) return 0;
  const left = slopeOf(positives, negatives, 'darkest');
  if (left > 0) return order.length - first >= MANY * order.length || isOfOneShare(left, positives, into) ? left : 0;
  const taken = slopeOf(positives, negatives, 'brighter');
  const last = positives.at(-1)!;
  return taken < 0 && last.darkest < (1 - MISS) * taken * last.x ? taken : 0;
}

/** Where positives are so bright that what they spill can be told from noise: their level; undefined where there are none. */
function brightest(values: Float64Array, measured: Float64Array): number | undefined {
  const noise = -quantileInPlace(measured.slice(), NOISE);
  for (const at of BRIGHT) {
    const [own, light] = [quantileInPlace(values.slice(), at), quantileInPlace(measured.slice(), at)];
    if (light > 0 && light > ABOVE_NOISE * noise && own > light / 2) return own;
  }
  return undefined;
}

interface Part {
  readonly x: number;
  readonly dimmest: number;
  readonly darkest: number;
  readonly darker: number;
  readonly brighter: number;
}

function partsOf(order: Uint32Array, from: Float64Array, into: Float64Array): readonly Part[] {
  const count = Math.min(MOST_PARTS, Math.floor(order.length / FEWEST_IN_PART));
  return Array.from({ length: count }, (_, i): Part => {
    const events = order.subarray(Math.floor((i * order.length) / count), Math.floor(((i + 1) * order.length) / count));
    const values = Float64Array.from(events, (event) => into[event]!);
    return {
      x: from[events[events.length >> 1]!]!,
      dimmest: quantileInPlace(values.slice(), NOISE),
      darkest: quantileInPlace(values.slice(), DARKEST),
      darker: quantileInPlace(values.slice(), DARKER),
      brighter: quantileInPlace(values, BRIGHTER),
    };
  });
}

/** Of the line through one edge of the positive parts; 0 where it does not lead to the negatives. */
function slopeOf(positives: readonly Part[], negatives: readonly Part[], edge: 'darkest' | 'brighter'): number {
  if (positives.at(-1)!.x < RISE * positives[0]!.x) return 0;
  const pairs = positives.flatMap((a, i) => positives.slice(i + 1).map((b) => (b[edge] - a[edge]) / (b.x - a.x)));
  const slope = middle(pairs.filter(Number.isFinite));
  const start = middle(positives.map((part) => part[edge] - slope * part.x));
  const missed = Math.min(...levelsOf(negatives).map((level) => Math.abs(start - level)));
  return missed <= MISS * Math.abs(slope) * middle(positives.map(({ x }) => x)) ? slope : 0;
}

/** Where cells may be that have neither of the two: at 0, at the lowest of the negative parts, which may hold positives, or at the middle one. */
function levelsOf(negatives: readonly Part[]): readonly number[] {
  const levels = negatives.map(({ dimmest }) => dimmest);
  return levels.length === 0 ? [0] : [0, Math.min(...levels), middle(levels)];
}

function isOfOneShare(slope: number, positives: readonly Part[], into: Float64Array): boolean {
  const noise = Math.max(0, -quantileInPlace(into.slice(), DEEPEST_NOISE));
  const spread = middle(positives.map(({ darkest, darker }) => darker - darkest));
  return spread <= SPREAD_OF_NOISE * noise + SPREAD * slope * middle(positives.map(({ x }) => x));
}

const middle = (values: readonly number[]): number => quantileInPlace(Float64Array.from(values), 0.5);
