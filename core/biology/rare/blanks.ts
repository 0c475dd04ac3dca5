import { incompleteGamma } from '../../base/math/gamma.ts';
import { normalQuantile } from '../../base/math/normal.ts';
import { meanToReach } from '../../base/math/poisson-limits.ts';
import { deviationOf, meanOf, sumOf } from '../../base/math/spread.ts';
import type { Counted } from './counted.ts';

/** What blanks say about the least that can be told from background. */
export interface BlankLimits {
  /** Background events for one counted event, of all blanks together. */
  readonly blankRate: number;
  /** Limit of blank: the least count that 95 % of blanks with the sample's events do not exceed. */
  readonly lobEvents: number;
  /** Limit of detection: the mean count that exceeds the limit of blank 95 times in 100. */
  readonly lodEvents: number;
  readonly lodFraction: number;
  /** The larger of the event rule and of what the blanks allow, as a fraction. */
  readonly reportedLod: number;
}

const SURE = 0.95;

/** Limits by Poisson counts of blanks, after the idea of CLSI EP17, for a sample with `total` events. `lodEvents`: the event rule. */
export function limitsByBlanks(blanks: readonly Counted[], total: number, lodEvents: number): BlankLimits {
  const blankRate = sumOf(blanks.map(({ n }) => n)) / sumOf(blanks.map((blank) => blank.total));
  const mean = blankRate * total;
  let lob = 0;
  while (atMost(lob, mean) < SURE) lob++;
  const lod = meanToReach(lob + 1, SURE);
  return { blankRate, lobEvents: lob, lodEvents: lod, lodFraction: lod / total, reportedLod: Math.max(lodEvents, lod) / total };
}

/** P(X <= count) of a Poisson count. */
const atMost = (count: number, mean: number): number => (mean > 0 ? 1 - incompleteGamma(count + 1, mean) : 1);

/** The normal quantile of 95 % as the guideline prints it. */
const EP17 = 1.645;

/** Limits by replicates (CLSI EP17, parametric): fractions of blanks, and of a sample of low level. */
export function limitsByReplicates(blank: readonly number[], low: readonly number[]): { readonly lob: number; readonly lod: number } {
  const lob = meanOf(blank) + EP17 * deviationOf(blank);
  return { lob, lod: lob + EP17 * deviationOf(low) };
}

/** Currie's critical level and detection limit for a background of this count, measured as long as the sample (Anal Chem 1968;40:586). */
export function currieLimits(blankCount: number): { readonly critical: number; readonly detection: number } {
  const k = normalQuantile(SURE);
  const critical = k * Math.sqrt(2 * blankCount);
  return { critical, detection: k * k + 2 * critical };
}
