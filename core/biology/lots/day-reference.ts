import { studentQuantile } from '../../base/math/student.ts';
import type { FeatureId } from '../features/feature-kinds.ts';
import { fromLotScale, onLotScale } from '../features/feature-kinds.ts';
import { FEWEST_LOTS, type LabelledLot } from './labelled-lot.ts';
import { median, spreadOf } from './robust.ts';

/** What lots of a method look like on one day of culture. */
export interface DayReference {
  readonly day: number;
  readonly values: readonly { readonly lot: string; readonly value: number }[];
  /** The next lot lies within in nine cases of ten; absent where fewer than ten lots were measured on that day. */
  readonly band?: { readonly typical: number; readonly low: number; readonly high: number };
}

const LEAST_SPREAD = 0.05;
/** The median deviation of a lot says less than its square: with so many degrees a next normal lot lies within in 89 to 91 cases of 100 (a test repeats it). */
const DEGREES_A_LOT = 0.45;

/**
 * Day by day of culture the lots of one feature, each lot once a day, and from ten lots on the range in which the next lot lies in nine cases of ten: median and
 * spread by the median deviation, wider the fewer lots there are, on the scale on which lots scatter evenly (percent by its logit). Lots without a day are in none.
 */
export function dayReference(lots: readonly LabelledLot[], feature: FeatureId): readonly DayReference[] {
  const days = new Map<number, Map<string, number>>();
  for (const { lot, day, features } of lots) {
    const value = features.get(feature)?.value;
    if (day === undefined || value === undefined) continue;
    const known = days.get(day) ?? new Map<string, number>();
    days.set(day, known.set(lot, value));
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, values]) => ({
      day,
      values: [...values].map(([lot, value]) => ({ lot, value })),
      ...(values.size >= FEWEST_LOTS && { band: bandOf(feature, [...values.values()]) }),
    }));
}

function bandOf(feature: FeatureId, values: readonly number[]): NonNullable<DayReference['band']> {
  const scaled = values.map((value) => onLotScale(feature, value));
  const middle = median(scaled);
  const spread = Math.max(LEAST_SPREAD, spreadOf(scaled, middle));
  const reach = studentQuantile(0.95, DEGREES_A_LOT * values.length - 1) * Math.sqrt(1 + Math.PI / 2 / values.length) * spread;
  const [typical, low, high] = [middle, middle - reach, middle + reach].map((at) => fromLotScale(feature, at)) as [number, number, number];
  return { typical, low, high };
}
