import { quantileOf } from '../../base/math/robust-slope.ts';
import type { ControlEvents, SingleStain } from './control.ts';
import { type ComputedSpillover, spilloverFromSingleStains } from './from-single-stains.ts';
import { splitControl } from './split-control.ts';

/** Why a stain's row of the matrix is not used as it was computed. */
export interface RowVerdict {
  /** The place of its detector. */
  readonly row: number;
  /** `refused`: there is nothing to rely on, and accepted it spills nothing. `held`: as computed, once a person has accepted it. */
  readonly state: 'refused' | 'held';
  readonly code: 'few-positives' | 'negative-coefficient' | 'tubes-swapped' | 'coefficient-above-one';
  /** Positive events, or the coefficient. */
  readonly value: number;
  /** The detector that the coefficient is of, or whose tube this seems to be. */
  readonly other?: number;
  readonly isAccepted: boolean;
}

export interface JudgedSpillover extends ComputedSpillover {
  readonly verdicts: readonly RowVerdict[];
}

/** Fewer events above the negatives tell no slope. */
const FEWEST_POSITIVES = 100;
const NEGATIVES = 0.995;
/** Light cannot be taken from a detector; a dye hardly ever lights another detector more than its own. */
const LEAST = -0.05;
const MOST = 1;

/**
 * Spillover from single stains, without the rows that nobody should rely on: too few positives, a coefficient below -0.05, one above 1 or tubes
 * that seem to be swapped. Such a row is that of the identity, so it changes no other row, unless it is `accepted` (by place) and only held back.
 */
export function judgedSpillover(
  channelCount: number,
  stains: readonly SingleStain[],
  universal: ControlEvents | undefined,
  accepted: ReadonlySet<number>,
): JudgedSpillover {
  const verdicts = new Map<number, RowVerdict>();
  const note = (verdict: Omit<RowVerdict, 'isAccepted'>) =>
    verdicts.set(verdict.row, { ...verdict, isAccepted: accepted.has(verdict.row) });
  const rest = () =>
    stains.filter(({ primary }) => {
      const verdict = verdicts.get(primary);
      return verdict === undefined || (verdict.state === 'held' && verdict.isAccepted);
    });
  for (const stain of stains) {
    const positives = clearPositives(stain, stains, universal);
    if (stain.eventCount > 0 && positives < FEWEST_POSITIVES)
      note({ row: stain.primary, state: 'refused', code: 'few-positives', value: positives });
  }
  const bright = rest();
  for (const stain of bright) {
    const other = swappedWith(stain, bright, universal);
    if (other !== undefined) note({ row: stain.primary, state: 'held', code: 'tubes-swapped', value: Number.NaN, other });
  }
  for (;;) {
    const used = rest();
    const computed = spilloverFromSingleStains(channelCount, used, universal);
    const found = used.flatMap(({ primary }) => (verdicts.has(primary) ? [] : (verdictOf(computed.matrix[primary]!, primary) ?? [])));
    if (found.length === 0) return { ...computed, verdicts: [...verdicts.values()].sort((a, b) => a.row - b.row) };
    // one wrong row bends the others: the worst goes first, and the others are looked at again
    note(found.reduce((worst, verdict) => (Math.abs(verdict.value) > Math.abs(worst.value) ? verdict : worst)));
  }
}

function verdictOf(values: readonly number[], row: number): Omit<RowVerdict, 'isAccepted'> | undefined {
  const others = values.map((value, other) => ({ value, other })).filter(({ other }) => other !== row);
  const low = others.reduce((least, one) => (one.value < least.value ? one : least), { value: 0, other: row });
  const high = others.reduce((most, one) => (one.value > most.value ? one : most), { value: 0, other: row });
  if (low.value < LEAST) return { row, state: 'refused', code: 'negative-coefficient', ...low };
  return high.value > MOST ? { row, state: 'held', code: 'coefficient-above-one', ...high } : undefined;
}

/** Events above nearly all negatives, beyond those that negatives would have there; where no negatives are known, the brighter cluster or all. */
function clearPositives(stain: SingleStain, stains: readonly SingleStain[], universal: ControlEvents | undefined): number {
  const { positives } = splitControl(stain, universal);
  const { primary, eventCount } = stain;
  const dark = darkLevel(stain, stains, universal);
  const own = stain.columns[primary]!;
  const above = positives.reduce((sum, event) => sum + (own[event]! > dark ? 1 : 0), 0);
  return Math.max(0, Math.round(above - 2 * (1 - NEGATIVES) * eventCount));
}

/** Where negatives end in a stain's own detector: those of the universal control, else of the tube that is darkest there. */
function darkLevel({ primary }: SingleStain, stains: readonly SingleStain[], universal: ControlEvents | undefined): number {
  if (universal !== undefined) return quantileOf(universal.columns[primary]!, NEGATIVES);
  const others = stains.filter((other) => other.primary !== primary && other.eventCount > 0);
  return others.length === 0
    ? Number.NEGATIVE_INFINITY
    : Math.min(...others.map(({ columns }) => quantileOf(columns[primary]!, NEGATIVES)));
}

/** The other stained detector that a tube is brightest in, where that one's tube is brightest in this one's. */
function swappedWith(stain: SingleStain, stains: readonly SingleStain[], universal: ControlEvents | undefined): number | undefined {
  const brightest = brightestIn(stain, stains, universal);
  const other = stains.find(({ primary }) => primary === brightest);
  if (other === undefined || other === stain) return undefined;
  return brightestIn(other, stains, universal) === stain.primary ? brightest : undefined;
}

/** Of the stained detectors, the one whose brightest tenth lies highest above its negatives. */
function brightestIn(stain: SingleStain, stains: readonly SingleStain[], universal: ControlEvents | undefined): number {
  const places = stains.map(({ primary }) => primary);
  const light = (place: number) => {
    const level = darkLevel({ ...stain, primary: place }, stains, universal);
    return quantileOf(stain.columns[place]!, 0.9) - (Number.isFinite(level) ? level : 0);
  };
  return places.reduce((best, place) => (light(place) > light(best) ? place : best), stain.primary);
}
