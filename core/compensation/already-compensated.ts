import type { Matrix } from '../events/matrix.ts';
import { quantileOf } from './robust-slope.ts';

/** What the events say about a matrix that is about to be applied to them. */
export interface CompensationState {
  readonly verdict: 'uncompensated' | 'compensated' | 'unclear';
  /** Pairs of channels that could be judged, and those in which the expected spillover is not there. */
  readonly pairs: number;
  readonly without: number;
}

/** Smaller spillover drowns in background. */
const LEAST_SPILL = 0.03;
const FEWEST_BRIGHT = 100;

/**
 * Whether events were compensated before. Other dyes can only add light: in uncompensated events that are bright in one channel, even the
 * darkest in another hold at least the spillover. Where most pairs lack it, the spillover has been taken out already, and applying
 * the matrix would take it out twice.
 */
export function judgeCompensation(columns: readonly Float64Array[], matrix: Matrix): CompensationState {
  let pairs = 0;
  let without = 0;
  columns.forEach((primary, i) => {
    const bright = brightEvents(primary);
    if (bright.length < FEWEST_BRIGHT) return;
    matrix[i]!.forEach((spill, j) => {
      if (i === j || spill < LEAST_SPILL) return;
      const background = Math.min(0, quantileOf(columns[j]!, 0.02));
      const share = quantileOf(
        Float64Array.from(bright, (event) => (columns[j]![event]! - background) / primary[event]!),
        0.1,
      );
      pairs++;
      if (share < spill * 0.4) without++;
    });
  });
  const part = pairs === 0 ? Number.NaN : without / pairs;
  return { verdict: pairs < 2 || (part > 0.3 && part < 0.7) ? 'unclear' : part >= 0.7 ? 'compensated' : 'uncompensated', pairs, without };
}

/** The brightest twentieth, where it stands out from the rest. */
function brightEvents(values: Float64Array): readonly number[] {
  const cut = quantileOf(values, 0.95);
  const middle = quantileOf(values, 0.5);
  if (!(cut > 10 * Math.max(1, Math.abs(middle)))) return cut > 0 && cut > 3 * Math.abs(middle) ? above(values, cut) : [];
  return above(values, cut);
}

const above = (values: Float64Array, cut: number): readonly number[] =>
  [...values.keys()].filter((event) => values[event]! >= cut && values[event]! > 0);
