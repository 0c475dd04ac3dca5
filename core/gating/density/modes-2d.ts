import { smooth } from './density-1d.ts';
import { GRID, type Grid, gridPosition } from './grid-2d.ts';

/** A cluster that stands out of its surroundings by more than counting noise. */
export interface Mode {
  readonly x: number;
  readonly y: number;
  /** Share of the events in its basin. */
  readonly share: number;
}

/** Grid cells merged before modes are sought. */
const MERGE = 2;
const SIZE = GRID / MERGE;
const SIGNIFICANCE = 5;
const PROMINENCE = 1.25;
const MOST_MODES = 10;

/** The second look for small, loose clusters: so much wider. */
const WIDER = 2.4;

/** Modes at two widths: clusters of many events by the narrow one, and those of few events that only the wide one shows. */
export function findClusters(grid: Grid, bandwidth: number): readonly Mode[] {
  const narrow = findModes(grid, bandwidth);
  const apart = 3 * WIDER * bandwidth;
  const wide = findModes(grid, WIDER * bandwidth, true).filter((mode) =>
    narrow.every(({ x, y }) => Math.hypot(x - mode.x, y - mode.y) > apart),
  );
  return [...narrow, ...wide].slice(0, MOST_MODES);
}

/** Modes of a grid by topological persistence: flood the smoothed density from the top; a mode ends where its basin meets a higher one's. */
function findModes(grid: Grid, bandwidth: number, loose = false): readonly Mode[] {
  const counts = merged(grid);
  const sigma = bandwidth / ((gridPosition(1) - gridPosition(0)) * MERGE);
  const density = smooth2d(counts, sigma);
  const order = [...density.keys()].filter((cell) => density[cell]! > 1e-4).sort((a, b) => density[b]! - density[a]! || a - b);
  const basin = new Int32Array(SIZE * SIZE).fill(-1);
  const deaths = new Map<number, number>();
  const top = (cell: number): number => {
    let at = cell;
    while (basin[at] !== at) at = basin[at]!;
    return at;
  };
  const tops = new Int32Array(8);
  /** The tops of the basins around a cell, once each and the highest first, into `tops`; their number. */
  const topsBeside = (cell: number): number => {
    const [x, y] = [cell % SIZE, Math.floor(cell / SIZE)];
    let found = 0;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(SIZE - 1, y + 1); ny++)
      for (let nx = Math.max(0, x - 1); nx <= Math.min(SIZE - 1, x + 1); nx++) {
        const at = ny * SIZE + nx;
        if (at === cell || basin[at] === -1) continue;
        const peak = top(at);
        if (tops.subarray(0, found).includes(peak)) continue;
        let place = found++;
        while (place > 0 && density[tops[place - 1]!]! < density[peak]!) tops[place] = tops[--place]!;
        tops[place] = peak;
      }
    return found;
  };
  /** How far a mode rises above where it ends, in standard errors: smoothing averages over about 4 pi sigma^2 cells. */
  const stands = (peak: number, death: number) =>
    peak > PROMINENCE * death && ((peak - death) / Math.sqrt(Math.max(peak + death, 1e-9))) * Math.sqrt(4 * Math.PI) * sigma > SIGNIFICANCE;
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
  const masses = new Map<number, { n: number; x: number; y: number }>();
  for (const cell of order) {
    const peak = top(cell);
    const mass = masses.get(peak) ?? { n: 0, x: 0, y: 0 };
    const n = counts[cell]!;
    mass.n += n;
    mass.x += n * centre(cell % SIZE);
    mass.y += n * centre(Math.floor(cell / SIZE));
    masses.set(peak, mass);
  }
  return [...masses]
    .filter(([peak]) => stands(density[peak]!, deaths.get(peak) ?? 0))
    .sort((a, b) => b[1].n - a[1].n)
    .slice(0, MOST_MODES)
    .map(([peak, { n, x, y }]) => ({
      // the top of a loose cluster is chance, its mean is not
      ...(loose ? { x: x / n, y: y / n } : { x: centre(peak % SIZE), y: centre(Math.floor(peak / SIZE)) }),
      share: n / grid.total,
    }));
}

const centre = (bin: number): number => (gridPosition(bin * MERGE) + gridPosition(bin * MERGE + MERGE - 1)) / 2;

function merged({ counts }: Grid): Float64Array {
  const out = new Float64Array(SIZE * SIZE);
  for (let y = 0; y < GRID; y++) for (let x = 0; x < GRID; x++) out[(y >> 1) * SIZE + (x >> 1)]! += counts[y * GRID + x]!;
  return out;
}

function smooth2d(counts: Float64Array, sigma: number): Float64Array {
  const rows = new Float64Array(counts.length);
  for (let y = 0; y < SIZE; y++) rows.set(smooth(counts.subarray(y * SIZE, (y + 1) * SIZE), sigma), y * SIZE);
  const out = new Float64Array(counts.length);
  const column = new Float64Array(SIZE);
  for (let x = 0; x < SIZE; x++) {
    for (let y = 0; y < SIZE; y++) column[y] = rows[y * SIZE + x]!;
    const smoothed = smooth(column, sigma);
    for (let y = 0; y < SIZE; y++) out[y * SIZE + x] = smoothed[y]!;
  }
  return out;
}
