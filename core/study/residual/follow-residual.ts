import { normalQuantile } from '../../base/math/normal.ts';
import type { Counted } from '../../biology/rare/counted.ts';
import { type CellsOnDay, type Decay, decayOf } from '../../biology/residual/half-life.ts';
import { absoluteReduction, type Fate, fateOf, type LogReduction, logReduction } from '../../biology/residual/log-reduction.ts';
import type { CellsCounted, ResidualCells } from './cells.ts';
import { residualCells } from './cells.ts';
import type { ResidualResult } from './measure-residual.ts';
import type { ResidualPlan } from './residual-plan.ts';

/** One day of a culture: what was counted, and of how many cells where that is known. */
export interface ResidualDay {
  readonly day: number;
  readonly result: ResidualResult;
  readonly count?: CellsCounted | undefined;
}

export interface FollowedDay extends ResidualDay {
  readonly cells: ResidualCells | undefined;
  readonly isDetected: boolean;
  /** Fold of viable cells since the first day that has both. */
  readonly expansion: number | undefined;
  /** Powers of ten that the fraction fell by since the first day. */
  readonly reduction: LogReduction | undefined;
  /** The same of the cells: what growth alone did is taken off, and the error of counting cells widens it. */
  readonly absolute: LogReduction | undefined;
}

export interface ResidualCourse {
  readonly days: readonly FollowedDay[];
  /** What became of the cells themselves, first day to last; undefined where cells were not counted or nothing was there at first. */
  readonly fate: Fate | undefined;
  readonly decay: Decay | undefined;
  /** Whether the load at collection allowed the culture; undefined without a rule or a number. */
  readonly entryMet: boolean | undefined;
  /** Whether the last results end the search by the plan's rule. */
  readonly endMet: boolean | undefined;
}

/** Residual cells over the days of one culture. Days that cannot be told are shown and enter nothing. */
export function followResidual(plan: ResidualPlan, given: readonly ResidualDay[]): ResidualCourse {
  const days = [...given].sort((a, b) => a.day - b.day);
  const first = days.find(({ result }) => result.state !== 'cannot-tell' && result.sum !== undefined);
  const followed = days.map((day): FollowedDay => {
    const { result, count } = day;
    const cells = count && result.state !== 'cannot-tell' ? residualCells(result, count) : undefined;
    const isDetected = result.state === 'below-loq' || result.state === 'quantified';
    const isLater = first !== undefined && day !== first && result.state !== 'cannot-tell';
    const reduction =
      isLater && isOne(first.result) && isOne(result)
        ? logReduction(countedOf(first.result), countedOf(result), plan.confidence)
        : undefined;
    const expansion = count && first?.count ? count.viable / first.count.viable : undefined;
    const ofCells =
      reduction && expansion !== undefined
        ? absolute(reduction, expansion, Math.hypot(count?.cv ?? 0, first?.count?.cv ?? 0), plan.confidence)
        : undefined;
    return { ...day, cells, isDetected, expansion, reduction, absolute: ofCells };
  });
  return {
    days: followed,
    fate: fateOfCourse(followed),
    decay: decayOf(followed.flatMap(ofDay)),
    entryMet: entryOf(plan, first),
    endMet: endOf(plan, followed),
  };
}

/** Tubes that disagree are not averaged: nothing falls from such a day, or to it. */
const isOne = ({ state, sum }: ResidualResult): boolean => state !== 'cannot-tell' && sum?.isPooled === true;

const countedOf = ({ sum }: ResidualResult): Counted => (sum === undefined ? { n: 0, total: 0 } : { n: sum.n, total: sum.total });

/** `cv`: of both counts of cells together. */
function absolute({ log10, low, high, oneSidedLow }: LogReduction, expansion: number, cv: number, confidence: number): LogReduction {
  const wide = (limit: number | undefined, side: -1 | 1, z: number) => {
    if (limit === undefined) return undefined;
    const error = (z * cv) / Math.LN10;
    return absoluteReduction(log10 === undefined ? limit + side * error : log10 + side * Math.hypot(limit - log10, error), 1, expansion);
  };
  return {
    log10: log10 === undefined ? undefined : absoluteReduction(log10, 1, expansion),
    low: wide(low, -1, normalQuantile((1 + confidence) / 2)),
    high: wide(high, 1, normalQuantile((1 + confidence) / 2)),
    oneSidedLow: wide(oneSidedLow, -1, normalQuantile(confidence)),
  };
}

/** By the last day that can be told: an undetected end has no upper limit of its reduction. */
function fateOfCourse(days: readonly FollowedDay[]): Fate | undefined {
  const last = days.findLast(({ result }) => result.state !== 'cannot-tell')?.absolute;
  return last?.low === undefined ? undefined : fateOf(last.low, last.high ?? Number.POSITIVE_INFINITY);
}

const ofDay = ({ day, cells, isDetected }: FollowedDay): readonly CellsOnDay[] =>
  cells === undefined ? [] : [{ day, cells: isDetected ? cells.cells : cells.upper, isBelow: !isDetected }];

function entryOf({ entry }: ResidualPlan, first: ResidualDay | undefined): boolean | undefined {
  if (entry === undefined || first?.result.upper === undefined) return undefined;
  return first.result.upper <= entry.atMost;
}

/** Results in a row at the end, each not detected with a limit of detection that is low enough; one that cannot be told breaks the row. */
function endOf({ end }: ResidualPlan, days: readonly FollowedDay[]): boolean | undefined {
  if (end === undefined) return undefined;
  const last = days.slice(-end.results);
  return (
    last.length === end.results &&
    last.every(({ result: { state, lod = 1 } }) => (state === 'none-seen' || state === 'below-lod') && lod <= end.lodAtMost)
  );
}
