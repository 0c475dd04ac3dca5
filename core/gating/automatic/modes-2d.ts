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
  /** How far a mode rises above where it ends, in standard errors: smoothing averages over about 4 pi sigma^2 cells. */
  const stands = (peak: number, death: number) =>
    peak > PROMINENCE * death && ((peak - death) / Math.sqrt(Math.max(peak + death, 1e-9))) * Math.sqrt(4 * Math.PI) * sigma > SIGNIFICANCE;
  for (const cell of order) {
    const tops = [...new Set(neighbours(cell).flatMap((at) => (basin[at] === -1 ? [] : [top(at)])))].sort(
      (a, b) => density[b]! - density[a]!,
    );
    const highest = tops[0] ?? cell;
    basin[cell] = highest;
    for (const lower of tops.slice(1)) {
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
    masses.set(peak, { n: mass.n + n, x: mass.x + n * centre(cell % SIZE), y: mass.y + n * centre(Math.floor(cell / SIZE)) });
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

function neighbours(cell: number): readonly number[] {
  const [x, y] = [cell % SIZE, Math.floor(cell / SIZE)];
  const near: number[] = [];
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++)
      if ((dx !== 0 || dy !== 0) && x + dx >= 0 && x + dx < SIZE && y + dy >= 0 && y + dy < SIZE) near.push((y + dy) * SIZE + x + dx);
  return near;
}
