import { type Basins, basinsOf, smoothGrid } from './basins.ts';
import { type Outline, outlineOf, regionAround, withoutHoles } from './contour.ts';
import { SCATTER, type ScatterGrid } from './scatter-grid.ts';

/** Smoothing in cells: less where there are more events. */
const sigmaFor = (events: number): number => Math.min(8, Math.max(2, 20 * events ** (-1 / 6)));
const SIGNIFICANCE = 4;
const PROMINENCE = 1.25;
const MOST_VERTICES = 14;
/** Less than this share of the highest density belongs to no mode. */
const LEAST = 5e-4;

/** Modes of cells on scatter, and which of them each cell of the grid belongs to. */
export interface ScatterModes extends Basins {
  readonly density: Float64Array;
}

export function scatterModes({ counts, total }: ScatterGrid): ScatterModes {
  const sigma = sigmaFor(total);
  const density = smoothGrid(counts, SCATTER, sigma);
  const stands = (peak: number, death: number) =>
    peak > PROMINENCE * death && ((peak - death) / Math.sqrt(Math.max(peak + death, 1e-9))) * Math.sqrt(4 * Math.PI) * sigma > SIGNIFICANCE;
  const top = density.reduce((most, n) => Math.max(most, n), 0);
  return { density, ...basinsOf(density, SCATTER, stands, LEAST * top) };
}

/** Events of each basin. */
export function massOf({ counts }: ScatterGrid, { of, peaks }: Basins): ReadonlyMap<number, number> {
  const mass = new Map(peaks.map((peak) => [peak, 0]));
  for (const [cell, peak] of of.entries()) if (mass.has(peak)) mass.set(peak, mass.get(peak)! + counts[cell]!);
  return mass;
}

/** Cells of a peak's basin where the density reaches a share of the peak's, joined to it. */
export const regionAt = ({ density, of }: ScatterModes, peak: number, share: number): Uint8Array =>
  regionAround(SCATTER, peak, (cell) => of[cell] === peak && density[cell]! >= share * density[peak]!);

/** Events of a grid in a peak's basin between one share of its density and the next, the highest first. */
export function ringsOf({ counts }: ScatterGrid, { density, of }: ScatterModes, peak: number, shares: readonly number[]): Float64Array {
  const rings = new Float64Array(shares.length);
  for (const [cell, own] of of.entries()) {
    if (own !== peak) continue;
    const share = density[cell]! / density[peak]!;
    const ring = shares.findIndex((one) => share >= one);
    if (ring >= 0) rings[ring]! += counts[cell]!;
  }
  return rings;
}

export const eventsIn = ({ counts }: ScatterGrid, region: Uint8Array): number =>
  region.reduce((sum: number, inside, cell) => sum + (inside === 1 ? counts[cell]! : 0), 0);

/** A region as a polygon of few corners on the scales of the grid. */
export const polygonOf = ({ topX, topY }: ScatterGrid, region: Uint8Array): Outline =>
  outlineOf(SCATTER, withoutHoles(SCATTER, region), MOST_VERTICES).map(([x, y]) => [(x / SCATTER) * topX, (y / SCATTER) * topY] as const);

export const columnOf = (cell: number): number => cell % SCATTER;

/** The highest place where a peak's basin meets another's, as a share of the peak; 0 where it meets none. */
export function saddleOf({ density, of, peaks }: ScatterModes, peak: number): number {
  let highest = 0;
  for (const [cell, own] of of.entries()) {
    if (own !== peak) continue;
    for (const next of [cell - 1, cell + 1, cell - SCATTER, cell + SCATTER]) {
      const other = of[next] ?? -1;
      if (other !== peak && peaks.includes(other)) highest = Math.max(highest, Math.min(density[cell]!, density[next]!));
    }
  }
  return highest / density[peak]!;
}
