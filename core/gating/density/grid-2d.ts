import { has } from '../../data/events/bitmask.ts';
import type { StepInput } from '../automatic/kind/step.ts';
import { DENSITY_HIGH, DENSITY_LOW } from './density-range.ts';

/** Bins of an axis. One pass over the events makes the grid; everything after that costs the same whatever their number. */
export const GRID = 256;
const SCALE = GRID / (DENSITY_HIGH - DENSITY_LOW);

/** Counts of the parent's events on two dimensions, row by row from the bottom; events beyond an edge are in its last bin. */
export interface Grid {
  readonly counts: Float64Array;
  readonly total: number;
}

export const gridPosition = (bin: number): number => DENSITY_LOW + (bin + 0.5) / SCALE;
export const gridBin = (position: number): number => clampBin((position - DENSITY_LOW) * SCALE);

const clampBin = (at: number): number => (at < 0 ? 0 : at >= GRID ? GRID - 1 : at | 0);

export function gridOf({ parts }: StepInput, x: number, y: number): Grid {
  const counts = new Float64Array(GRID * GRID);
  let total = 0;
  for (const { columns, parent, eventCount } of parts) {
    const [xs, ys] = [columns[x]!, columns[y]!];
    for (let event = 0; event < eventCount; event++) {
      if (!has(parent, event)) continue;
      const px = xs[event]!;
      const py = ys[event]!;
      if (Number.isNaN(px + py)) continue;
      counts[clampBin((py - DENSITY_LOW) * SCALE) * GRID + clampBin((px - DENSITY_LOW) * SCALE)]! += 1;
      total++;
    }
  }
  return { counts, total };
}

/** Events with x in [from, to), by y; or with y in [from, to), by x. */
export function strip({ counts }: Grid, along: 'x' | 'y', from: number, to: number): Float64Array {
  const out = new Float64Array(GRID);
  const [first, last] = [Number.isFinite(from) ? gridBin(from) : 0, Number.isFinite(to) ? gridBin(to) : GRID];
  for (let across = first; across < last; across++)
    for (let bin = 0; bin < GRID; bin++) out[bin]! += along === 'y' ? counts[bin * GRID + across]! : counts[across * GRID + bin]!;
  return out;
}

/** Cells of a coarser grid that hold events: their centres and counts. */
export interface Cells {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly n: Float64Array;
  readonly total: number;
}

export function cellsOf({ counts, total }: Grid, merge: number): Cells {
  const size = GRID / merge;
  const sums = new Float64Array(size * size);
  for (let y = 0; y < GRID; y++)
    for (let x = 0; x < GRID; x++) sums[Math.floor(y / merge) * size + Math.floor(x / merge)]! += counts[y * GRID + x]!;
  const held = [...sums.keys()].filter((cell) => sums[cell]! > 0);
  const centre = (bin: number) => DENSITY_LOW + ((bin + 0.5) * merge) / SCALE;
  return {
    x: Float64Array.from(held, (cell) => centre(cell % size)),
    y: Float64Array.from(held, (cell) => centre(Math.floor(cell / size))),
    n: Float64Array.from(held, (cell) => sums[cell]!),
    total,
  };
}
