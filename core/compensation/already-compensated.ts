import type { Matrix } from '../events/matrix.ts';
import { quantileInPlace } from '../statistics/median.ts';
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
  const backgrounds = new Map<number, number>();
  const backgroundOf = (channel: number): number => {
    const known = backgrounds.get(channel) ?? Math.min(0, quantileOf(columns[channel]!, 0.02));
    backgrounds.set(channel, known);
    return known;
  };
  let pairs = 0;
  let without = 0;
  columns.forEach((primary, i) => {
    const bright = brightEvents(primary);
    if (bright.length < FEWEST_BRIGHT) return;
    matrix[i]!.forEach((spill, j) => {
      if (i === j || spill < LEAST_SPILL) return;
      const share = quantileInPlace(sharesOf(bright, primary, columns[j]!, backgroundOf(j)), 0.1);
      pairs++;
      if (share < spill * 0.4) without++;
    });
  });
  const part = pairs === 0 ? Number.NaN : without / pairs;
  return { verdict: pairs < 2 || (part > 0.3 && part < 0.7) ? 'unclear' : part >= 0.7 ? 'compensated' : 'uncompensated', pairs, without };
}

/** The brightest twentieth, where it stands out from the rest. */
function brightEvents(values: Float64Array): Uint32Array {
  const cut = quantileOf(values, 0.95);
  const middle = quantileOf(values, 0.5);
  if (!(cut > 10 * Math.max(1, Math.abs(middle)))) return cut > 0 && cut > 3 * Math.abs(middle) ? above(values, cut) : new Uint32Array(0);
  return above(values, cut);
}

function above(values: Float64Array, cut: number): Uint32Array {
  const events = new Uint32Array(values.length);
  let count = 0;
  for (let event = 0; event < values.length; event++) if (values[event]! >= cut && values[event]! > 0) events[count++] = event;
  return events.subarray(0, count);
}

/** What the events have in another channel above its background, as a part of the primary one. */
function sharesOf(events: Uint32Array, primary: Float64Array, other: Float64Array, background: number): Float64Array {
  const shares = new Float64Array(events.length);
  for (let i = 0; i < shares.length; i++) shares[i] = (other[events[i]!]! - background) / primary[events[i]!]!;
  return shares;
}
