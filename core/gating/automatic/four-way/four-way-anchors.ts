import type { Mode } from '../../density/modes-2d.ts';
import type { AxisPrior } from '../kind/axis-prior.ts';

/** The two levels of an axis on the display scale. */
interface Levels {
  readonly negative: number;
  readonly positive: number;
}

export interface Anchors {
  readonly x: Levels;
  readonly y: Levels;
  /** For each mode the part in which it lies: a quadrant's populations in their order. */
  readonly parts: readonly (0 | 1 | 2 | 3)[];
  /** How much worse the best other reading of the modes is, as a difference of log probabilities. */
  readonly margin: number;
}

/** Modes of one level scatter about it, in shares. */
const SCATTER = 0.09;
/** What a small cluster counts at least when levels are read: a rare kind of cell is as good a landmark as a frequent one. */
const LEAST_WORTH = 0.3;
/** Nearer levels than this are hardly two. */
const LEAST_GAP = 0.2;
/** The part that hardly any culture is made of: cells positive for both (CD3 and CD56), or for neither (CD4 and CD8 of T cells). */
export const rareParts = ['double-positive', 'double-negative'] as const;
export type RarePart = (typeof rareParts)[number];
/** What a reading costs in which that part is there alone, or is most of the events. */
const RARE_ALONE = 4;
const MUCH = 0.3;

/** Readings that place less than this share of the events otherwise are one reading. */
const SAME_READING = 0.005;

interface Reading extends Levels {
  readonly positives: readonly boolean[];
  readonly belief: number;
}

/**
 * Reads the modes of a plane: which level each is on, on both axes together, by what the prior believes. A valley alone cannot tell
 * (a product of one kind has none), and neither can one axis alone.
 */
export function readModes(
  modes: readonly Mode[],
  priors: readonly [AxisPrior, AxisPrior],
  zeros: readonly number[],
  rare: RarePart = 'double-positive',
): Anchors {
  const share = (value: number, axis: 0 | 1) => (value - zeros[axis]!) / (1 - zeros[axis]!);
  const xs = readingsOf(
    modes.map(({ x }) => share(x, 0)),
    modes,
    priors[0],
  );
  const ys = readingsOf(
    modes.map(({ y }) => share(y, 1)),
    modes,
    priors[1],
  );
  const both = xs
    .flatMap((x) => ys.map((y) => ({ x, y, belief: x.belief + y.belief - againstRare(modes, x, y, rare) })))
    .sort((a, b) => b.belief - a.belief);
  const best = both[0]!;
  const partsIn = ({ x, y }: { readonly x: Reading; readonly y: Reading }) =>
    modes.map((_, i): 0 | 1 | 2 | 3 => (x.positives[i] ? (y.positives[i] ? 1 : 2) : y.positives[i] ? 0 : 3));
  const parts = partsIn(best);
  const differs = (other: (typeof both)[number]) =>
    partsIn(other).reduce((sum: number, part, i) => sum + (part === parts[i] ? 0 : modes[i]!.share), 0) > SAME_READING;
  const onScale = ({ negative, positive }: Levels, axis: 0 | 1): Levels => {
    const at = (value: number) => zeros[axis]! + (1 - zeros[axis]!) * value;
    return { negative: at(negative), positive: at(positive) };
  };
  return {
    x: onScale(best.x, 0),
    y: onScale(best.y, 1),
    parts,
    margin: best.belief - (both.find(differs)?.belief ?? Number.NEGATIVE_INFINITY),
  };
}

function againstRare(modes: readonly Mode[], x: Reading, y: Reading, rare: RarePart): number {
  const shares = { both: 0, onlyX: 0, neither: 0 };
  for (const [i, { share }] of modes.entries()) {
    if (x.positives[i]) shares[y.positives[i] ? 'both' : 'onlyX'] += share;
    else if (!y.positives[i]) shares.neither += share;
  }
  if (rare === 'double-negative') return shares.neither > MUCH ? RARE_ALONE : 0;
  return shares.both > 0.02 && shares.onlyX === 0 ? RARE_ALONE : 0;
}

/** All ways to divide the modes of an axis into lower and higher ones, each with its levels and what speaks for it. */
function readingsOf(at: readonly number[], modes: readonly Mode[], prior: AxisPrior): readonly Reading[] {
  const bounds = [...new Set([Number.NEGATIVE_INFINITY, ...at.toSorted((a, b) => a - b)])];
  return bounds.map((bound) =>
    readingAt(
      at,
      modes,
      prior,
      at.map((value) => value > bound),
    ),
  );
}

function readingAt(
  at: readonly number[],
  modes: readonly Mode[],
  { negative, positive }: AxisPrior,
  positives: readonly boolean[],
): Reading {
  const worth = modes.map(({ share }) => Math.max(LEAST_WORTH, Math.sqrt(share)));
  const level = (side: boolean): number | undefined => {
    let [sum, total] = [0, 0];
    for (const [i, value] of at.entries()) {
      if (positives[i] !== side) continue;
      sum += worth[i]! * value;
      total += worth[i]!;
    }
    return total === 0 ? undefined : sum / total;
  };
  const [low, high] = [level(false), level(true)];
  const off = (value: number | undefined, { at: centre, spread }: AxisPrior['negative']) =>
    value === undefined ? 0 : ((value - centre) / spread) ** 2;
  const scatter = at.reduce((sum, value, i) => sum + worth[i]! * ((value - (positives[i] ? high! : low!)) / SCATTER) ** 2, 0);
  const gap = Math.min(...at.filter((_, i) => positives[i])) - Math.max(...at.filter((_, i) => !positives[i]));
  const crowded = Number.isFinite(gap) ? (Math.max(0, LEAST_GAP - gap) / 0.06) ** 2 : 0;
  const distance = positive.at - negative.at;
  return {
    positives,
    // a level that no mode shows lies halfway between where the prior has it and where the other level has it
    negative: low ?? (high === undefined ? negative.at : (negative.at + Math.min(high - distance, negative.at + 0.1)) / 2),
    positive: high ?? (low === undefined ? positive.at : (positive.at + low + distance) / 2),
    belief: -0.5 * (off(low, negative) + off(high, positive) + scatter + crowded),
  };
}
