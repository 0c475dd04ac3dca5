import { smooth } from './density-1d.ts';

/** Which peak each cell of a square grid belongs to: its cell, -1 where the density is nothing. */
export interface Basins {
  readonly of: Int32Array;
  /** Peaks that stand, the highest first. */
  readonly peaks: readonly number[];
}

/** Less is no density at all. */
const NOTHING = 1e-4;

/**
 * Peaks of a smoothed density by topological persistence: flood it from the top; a peak dies where its basin meets a higher one's. One that does
 * not `stand` above its death joins its neighbour.
 */
export function basinsOf(density: Float64Array, size: number, stands: (peak: number, death: number) => boolean, nothing = NOTHING): Basins {
  const order = [...density.keys()].filter((cell) => density[cell]! > nothing).sort((a, b) => density[b]! - density[a]! || a - b);
  const basin = new Int32Array(size * size).fill(-1);
  const deaths = new Map<number, number>();
  const top = (cell: number): number => {
    let at = cell;
    while (basin[at] !== at) at = basin[at]!;
    return at;
  };
  const tops = new Int32Array(8);
  /** The tops of the basins around a cell, once each and the highest first, into `tops`; their number. */
  const topsBeside = (cell: number): number => {
    const [x, y] = [cell % size, Math.floor(cell / size)];
    let found = 0;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(size - 1, y + 1); ny++)
      for (let nx = Math.max(0, x - 1); nx <= Math.min(size - 1, x + 1); nx++) {
        const at = ny * size + nx;
        if (at === cell || basin[at] === -1) continue;
        const peak = top(at);
        if (tops.subarray(0, found).includes(peak)) continue;
        let place = found++;
        while (place > 0 && density[tops[place - 1]!]! < density[peak]!) tops[place] = tops[--place]!;
        tops[place] = peak;
      }
    return found;
  };
  for (const cell of order) {
    const count = topsBeside(cell);
    const highest = count === 0 ? cell : tops[0]!;
    basin[cell] = highest;
    for (let i = 1; i < count; i++) {
      const lower = tops[i]!;
      // a ripple joins its neighbour; a mode that stands keeps its basin
      if (stands(density[lower]!, density[cell]!)) deaths.set(lower, density[cell]!);
      else if (deaths.has(highest) || highest !== lower) basin[lower] = highest;
    }
  }
  const of = new Int32Array(size * size).fill(-1);
  for (const cell of order) of[cell] = top(cell);
  const peaks = [...new Set(order.map((cell) => of[cell]!))].filter((peak) => stands(density[peak]!, deaths.get(peak) ?? 0));
  return { of, peaks: peaks.sort((a, b) => density[b]! - density[a]!) };
}

/** Gaussian smoothing of a square grid, `sigma` in cells; mass beyond an edge is reflected back. */
export function smoothGrid(counts: Float64Array, size: number, sigma: number): Float64Array {
  const rows = new Float64Array(counts.length);
  for (let y = 0; y < size; y++) rows.set(smooth(counts.subarray(y * size, (y + 1) * size), sigma), y * size);
  const out = new Float64Array(counts.length);
  const column = new Float64Array(size);
  for (let x = 0; x < size; x++) {
    for (let y = 0; y < size; y++) column[y] = rows[y * size + x]!;
    const smoothed = smooth(column, sigma);
    for (let y = 0; y < size; y++) out[y * size + x] = smoothed[y]!;
  }
  return out;
}
