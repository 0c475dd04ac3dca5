import { normalCdf } from '../../base/math/normal.ts';
import { meanOf, sumOf } from '../../base/math/spread.ts';

/** Residual cells on a day; `isBelow`: not detected, `cells` is the most that there may be. */
export interface CellsOnDay {
  readonly day: number;
  readonly cells: number;
  readonly isBelow: boolean;
}

export interface Decay {
  readonly slopePerDay: number;
  /** Undefined where they do not become fewer. */
  readonly halfLifeDays: number | undefined;
}

/** Days with detected cells below which no half-life is given. */
const FEWEST = 3;

/**
 * Slope of the logarithm of the cells over days, by maximum likelihood with days below detection as censored from below (Tobin,
 * Econometrica 1958;26:24). Undefined with fewer than three detected days.
 */
export function decayOf(days: readonly CellsOnDay[]): Decay | undefined {
  const seen = days.filter(({ isBelow }) => !isBelow);
  if (new Set(seen.map(({ day }) => day)).size < FEWEST) return undefined;
  const points = days.map(({ day, cells, isBelow }) => ({ x: day, y: Math.log(cells), isBelow }));
  const [start, spread] = line(points.filter(({ isBelow }) => !isBelow));
  const slopePerDay = points.some(({ isBelow }) => isBelow) ? censoredSlope(points, start, spread) : start[1];
  return { slopePerDay, halfLifeDays: slopePerDay < 0 ? Math.LN2 / -slopePerDay : undefined };
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isBelow: boolean;
}

type Line = readonly [intercept: number, slope: number];

/** By least squares, with the deviation about it. */
function line(points: readonly Point[]): readonly [Line, number] {
  const [x, y] = [meanOf(points.map((point) => point.x)), meanOf(points.map((point) => point.y))];
  const slope = sumOf(points.map((point) => (point.x - x) * (point.y - y))) / sumOf(points.map((point) => (point.x - x) ** 2));
  const intercept = y - slope * x;
  return [[intercept, slope], Math.sqrt(meanOf(points.map((point) => (point.y - intercept - slope * point.x) ** 2)))];
}

/**
 * Expectation and maximisation: a censored day counts as what is expected of it below its limit, until the line stands. Falls to the
 * plain line as its points come to lie on it.
 */
function censoredSlope(points: readonly Point[], start: Line, spread: number): number {
  let [fitted, deviation]: readonly [Line, number] = [start, Math.max(spread, 1e-9)];
  for (let step = 0; step < 100_000; step++) {
    let extra = 0;
    const filled = points.map((point) => {
      const at = fitted[0] + fitted[1] * point.x;
      if (!point.isBelow) return point;
      const z = (point.y - at) / deviation;
      const hazard = hazardBelow(z);
      extra += deviation * deviation * (1 - z * hazard - hazard * hazard);
      return { ...point, y: at - deviation * hazard };
    });
    const [next, about] = line(filled);
    const moved = Math.abs(next[1] - fitted[1]);
    fitted = next;
    deviation = Math.max(Math.sqrt(about * about + Math.max(0, extra) / points.length), 1e-9);
    if (moved < 1e-13 * Math.max(1e-6, Math.abs(next[1]))) break;
  }
  return fitted[1];
}

/** Density over distribution function of the standard normal, also far below. */
function hazardBelow(z: number): number {
  const below = normalCdf(z);
  return below > 0 ? Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / below : -z;
}
