import type { Matrix } from '../../base/math/matrix.ts';
import { quantileInPlace } from '../../base/math/median.ts';
import { quantilesByBins } from '../../base/math/quantiles-by-bins.ts';

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
  const scratch = new Float64Array(Math.max(0, ...columns.map(({ length }) => length)));
  const known = new Map<number, Levels>();
  const levelsOf = (channel: number): Levels => {
    const levels = known.get(channel) ?? levelsIn(columns[channel]!, scratch);
    known.set(channel, levels);
    return levels;
  };
  let pairs = 0;
  let without = 0;
  columns.forEach((primary, i) => {
    const others = matrix[i]!.flatMap((spill, j) => (i === j || spill < LEAST_SPILL ? [] : [{ spill, j }]));
    if (others.length === 0) return;
    const bright = brightEvents(primary, levelsOf(i));
    if (bright.length < FEWEST_BRIGHT) return;
    for (const { spill, j } of others) {
      const shares = sharesOf(bright, primary, columns[j]!, levelsOf(j).background, scratch);
      pairs++;
      if (quantileInPlace(shares, 0.1) < spill * 0.4) without++;
    }
  });
  const part = pairs === 0 ? Number.NaN : without / pairs;
  return { verdict: pairs < 2 || (part > 0.3 && part < 0.7) ? 'unclear' : part >= 0.7 ? 'compensated' : 'uncompensated', pairs, without };
}

/** Where a channel's brightest twentieth begins, its middle, and what is below its background. */
interface Levels {
  readonly cut: number;
  readonly middle: number;
  readonly background: number;
}

function levelsIn(values: Float64Array, scratch: Float64Array): Levels {
  const [cut = Number.NaN, middle = Number.NaN, low = Number.NaN] = quantilesByBins(values, scratch, [0.95, 0.5, 0.02]);
  return { cut, middle, background: Math.min(0, low) };
}

/** The brightest twentieth, where it stands out from the rest. */
function brightEvents(values: Float64Array, { cut, middle }: Levels): Uint32Array {
  if (!(cut > 10 * Math.max(1, Math.abs(middle)))) return cut > 0 && cut > 3 * Math.abs(middle) ? above(values, cut) : new Uint32Array(0);
  return above(values, cut);
}

function above(values: Float64Array, cut: number): Uint32Array {
  const events = new Uint32Array(values.length);
  let count = 0;
  for (let event = 0; event < values.length; event++) if (values[event]! >= cut && values[event]! > 0) events[count++] = event;
  return events.subarray(0, count);
}

/** What the events have in another channel above its background, as a part of the primary one; in `scratch`. */
function sharesOf(
  events: Uint32Array,
  primary: Float64Array,
  other: Float64Array,
  background: number,
  scratch: Float64Array,
): Float64Array {
  const shares = scratch.subarray(0, events.length);
  for (let i = 0; i < shares.length; i++) shares[i] = (other[events[i]!]! - background) / primary[events[i]!]!;
  return shares;
}
