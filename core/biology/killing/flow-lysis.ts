import { normalQuantile } from '../../base/math/normal.ts';
import { meanOf } from '../../base/math/spread.ts';
import { type Estimate, scaleEstimate, welchEstimate } from '../../base/math/welch.ts';

/** Dead targets of all targets of one well. */
export interface TargetCounts {
  readonly dead: number;
  readonly targets: number;
}

/** Lysis in percent with the error of counting alone. */
export interface CountedLysis {
  readonly lysis: number;
  readonly countingSe: number;
}

/** Lysis by fractions of dead targets, those that die by themselves taken off (Abbott, J Econ Entomol 1925;18:265); fractions, not percent. */
export const abbott = (dead: number, deadAlone: number, deadKilled = 1): number => (dead - deadAlone) / (deadKilled - deadAlone);

/** Of one well against targets alone. */
export function deadFractionLysis(well: TargetCounts, alone: TargetCounts): CountedLysis {
  const [test, spontaneous] = [well.dead / well.targets, alone.dead / alone.targets];
  const lysis = abbott(test, spontaneous);
  const variance = (fraction: number, total: number) => (fraction * (1 - fraction)) / total;
  const se = Math.sqrt(variance(test, well.targets) + (1 - lysis) ** 2 * variance(spontaneous, alone.targets)) / (1 - spontaneous);
  return { lysis: 100 * lysis, countingSe: 100 * se };
}

/** Of replicate wells, with the t interval of their fractions. */
export function deadFractionOfWells(wells: readonly TargetCounts[], alone: readonly TargetCounts[]): Estimate {
  const fractions = (of: readonly TargetCounts[]) => of.map(({ dead, targets }) => dead / targets);
  const [test, spontaneous] = [fractions(wells), fractions(alone)];
  const base = meanOf(spontaneous);
  const lysis = abbott(meanOf(test), base);
  return scaleEstimate(
    welchEstimate(lysis, [
      { values: test, weight: 1 / (1 - base) },
      { values: spontaneous, weight: -(1 - lysis) / (1 - base) },
    ]),
    100,
  );
}

/** Lysis by viable targets that are missing against targets alone, in equal volumes or by beads. */
export function viableCountLysis(live: readonly number[], alone: readonly number[]): Estimate {
  const base = meanOf(alone);
  const left = meanOf(live) / base;
  return scaleEstimate(
    welchEstimate(1 - left, [
      { values: live, weight: -1 / base },
      { values: alone, weight: left / base },
    ]),
    100,
  );
}

/** Viable targets and beads of one well. */
export interface BeadCounts {
  readonly live: number;
  readonly beads: number;
}

export interface BeadLysis extends CountedLysis {
  /** Viable targets in the well, and in that of targets alone. */
  readonly live: number;
  readonly alone: number;
}

export function beadLysis(well: BeadCounts, targetsAlone: BeadCounts, beadsAdded: number): BeadLysis {
  const cells = ({ live, beads }: BeadCounts) => (live / beads) * beadsAdded;
  const [live, alone] = [cells(well), cells(targetsAlone)];
  const relative = Math.sqrt(1 / well.live + 1 / well.beads + 1 / targetsAlone.live + 1 / targetsAlone.beads);
  return { live, alone, lysis: 100 * (1 - live / alone), countingSe: 100 * (live / alone) * relative };
}

/** Apart by more points than this, dead targets have disintegrated. */
export const APART = 10;

/** Both forms on one well: dead targets that fell apart are missing from the fraction and not from the count. */
export function disintegration(
  well: { readonly alive: number; readonly dead: number },
  alone: { readonly alive: number; readonly dead: number },
): { readonly byFraction: number; readonly byCount: number; readonly isDisintegrated: boolean } {
  const counts = ({ alive, dead }: { readonly alive: number; readonly dead: number }) => ({ dead, targets: alive + dead });
  const byFraction = deadFractionLysis(counts(well), counts(alone)).lysis;
  const byCount = 100 * (1 - well.alive / alone.alive);
  return { byFraction, byCount, isDisintegrated: Math.abs(byFraction - byCount) > APART };
}

/** Events of targets that are attacked and of those that are not, in one tube. */
export interface TargetPair {
  readonly specific: number;
  readonly reference: number;
}

export interface LysisInterval {
  readonly lysis: number;
  readonly low: number;
  readonly high: number;
}

/** Lysis by the ratio of two targets in one tube against that without effectors (Hermans, J Immunol Methods 2004;285:25), Poisson on the log. */
export function internalControlLysis(pair: TargetPair, alone: TargetPair, confidence = 0.95): LysisInterval {
  const left = pair.specific / pair.reference / (alone.specific / alone.reference);
  const se = Math.sqrt(1 / pair.specific + 1 / pair.reference + 1 / alone.specific + 1 / alone.reference);
  const factor = Math.exp(normalQuantile((1 + confidence) / 2) * se);
  return { lysis: 100 * (1 - left), low: 100 * (1 - left * factor), high: 100 * (1 - left / factor) };
}
