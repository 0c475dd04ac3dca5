import { quantileInPlace } from '../../base/math/median.ts';

/** Events in the order of one channel, in parts of as many events each. */
const PARTS = 16;
const FEWEST = 30 * PARTS;
/** What is at least this part as bright as the brightest part is positive. */
const POSITIVE = 0.25;
/** By how much the brightest positive part must outshine the dimmest for a slope to be seen, and by how much the noise below 0. */
const RISE = 1.3;
const ABOVE_NOISE = 15;
const NOISE = 0.02;
const BRIGHT = 0.97;
/** Other dyes can only add light: spillover lifts even the darkest tenth, and what is taken out twice lowers even the brighter quarter. */
const DARKEST = 0.1;
const BRIGHTER = 0.75;
/** How far a line through the positives may miss the negatives, as a part of the light it explains: what cells have in common rises in a step. */
const MISS = 0.5;

/**
 * The share of one channel's light that every event has in another: positive where spillover is left in, negative where more was taken out than
 * was there, 0 where there is neither or nobody can tell. Linear values of the same events in.
 */
export function spillSlope(from: Float64Array, into: Float64Array): number {
  if (from.length < FEWEST) return 0;
  const parts = partsOf(from, into);
  const left = slopeOf(parts, 'darkest');
  if (left > 0) return left;
  const taken = slopeOf(parts, 'brighter');
  const top = parts.at(-1)!;
  return taken < 0 && top.darkest < (1 - MISS) * taken * top.x ? taken : 0;
}

/**
 * Whether a channel has positives so bright that what they spill can be told from noise. What compensation takes most of away was
 * the light of others: `measured` are the values before it.
 */
export function isBright(values: Float64Array, measured = values): boolean {
  const top = quantileInPlace(measured.slice(), BRIGHT);
  const isClear = top > 0 && top > -ABOVE_NOISE * quantileInPlace(measured.slice(), NOISE);
  return isClear && (values === measured || quantileInPlace(values.slice(), BRIGHT) > top / 2);
}

interface Part {
  readonly x: number;
  readonly dimmest: number;
  readonly darkest: number;
  readonly brighter: number;
}

function partsOf(from: Float64Array, into: Float64Array): readonly Part[] {
  const order = Uint32Array.from(from, (_, event) => event).sort((a, b) => from[a]! - from[b]!);
  return Array.from({ length: PARTS }, (_, i): Part => {
    const events = order.subarray(Math.floor((i * order.length) / PARTS), Math.floor(((i + 1) * order.length) / PARTS));
    const values = Float64Array.from(events, (event) => into[event]!);
    return {
      x: from[events[events.length >> 1]!]!,
      dimmest: quantileInPlace(values.slice(), NOISE),
      darkest: quantileInPlace(values.slice(), DARKEST),
      brighter: quantileInPlace(values, BRIGHTER),
    };
  });
}

/** Of the line through one edge of the positive parts; 0 where it does not lead to the negatives. */
function slopeOf(parts: readonly Part[], edge: 'darkest' | 'brighter'): number {
  const top = parts.at(-1)!.x;
  const positive = parts.filter(({ x }) => x > POSITIVE * top);
  if (positive.length < 3 || top < RISE * positive[0]!.x) return 0;
  const pairs = positive.flatMap((a, i) => positive.slice(i + 1).map((b) => (b[edge] - a[edge]) / (b.x - a.x)));
  const slope = middle(pairs.filter(Number.isFinite));
  const start = middle(positive.map((part) => part[edge] - slope * part.x));
  const missed = Math.min(...levelsOf(parts).map((level) => Math.abs(start - level)));
  return missed <= MISS * Math.abs(slope) * middle(positive.map(({ x }) => x)) ? slope : 0;
}

/** Where cells may be that have neither of the two: at 0, at the lowest of the negative parts, which may hold positives, or at the middle one. */
function levelsOf(parts: readonly Part[]): readonly number[] {
  const top = parts.at(-1)!.x;
  const levels = parts.filter(({ x }) => x <= POSITIVE * top).map(({ dimmest }) => dimmest);
  return levels.length === 0 ? [0] : [0, Math.min(...levels), middle(levels)];
}

const middle = (values: readonly number[]): number => quantileInPlace(Float64Array.from(values), 0.5);
