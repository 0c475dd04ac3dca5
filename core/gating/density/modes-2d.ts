import { basinsOf, smoothGrid } from './basins.ts';
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

/** Modes of a grid; the second look for loose clusters takes their means, since the top of one is chance. */
function findModes(grid: Grid, bandwidth: number, loose = false): readonly Mode[] {
  const counts = merged(grid);
  const sigma = bandwidth / ((gridPosition(1) - gridPosition(0)) * MERGE);
  const density = smoothGrid(counts, SIZE, sigma);
  /** How far a mode rises above where it ends, in standard errors: smoothing averages over about 4 pi sigma^2 cells. */
  const stands = (peak: number, death: number) =>
    peak > PROMINENCE * death && ((peak - death) / Math.sqrt(Math.max(peak + death, 1e-9))) * Math.sqrt(4 * Math.PI) * sigma > SIGNIFICANCE;
  const { of, peaks } = basinsOf(density, SIZE, stands);
  const masses = new Map<number, { n: number; x: number; y: number }>();
  for (const [cell, peak] of of.entries()) {
    if (peak < 0) continue;
    const mass = masses.get(peak) ?? { n: 0, x: 0, y: 0 };
    const n = counts[cell]!;
    mass.n += n;
    mass.x += n * centre(cell % SIZE);
    mass.y += n * centre(Math.floor(cell / SIZE));
    masses.set(peak, mass);
  }
  return [...masses]
    .filter(([peak]) => peaks.includes(peak))
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
