import * as z from 'zod';
import { has } from '../../events/bitmask.ts';
import { type Band, followBand, RATIO_BINS, type RatioGrid, SLICES } from './ratio-band.ts';
import type { StepInput, StepKind } from './step.ts';

/**
 * Single events on pulse area (x) against height (y): the ratio's mode along the area, so that a curved relation is followed,
 * with its width taken from the side that doublets do not reach (doublets have more area for their height).
 */
export const singletsSchema = z.strictObject({
  kind: z.literal('singlets'),
  /** Standard deviations kept on the doublet side and on the clean side. */
  below: z.number().positive().default(4),
  above: z.number().positive().default(5),
});
export type SingletsStep = z.infer<typeof singletsSchema>;

const FEWEST = 100;
/** Removing more than this as doublets asks for a look. */
const MOST_REMOVED = 35;

export const singlets: StepKind<SingletsStep> = {
  gateDimensions: 2,
  place({ below, above }, input) {
    const grid = ratioGrid(input);
    if (grid.total < FEWEST)
      return { gate: everything, light: 'red', evidence: [{ code: 'too-few-events', values: { events: grid.total } }] };
    const band = followBand(grid);
    const kept = (100 * keptBy(grid, band, below, above)) / grid.total;
    const width = Math.round(1000 * (band[Math.floor(band.length / 2)]?.width ?? 0)) / 1000;
    return {
      gate: { kind: 'polygon', vertices: outline(grid, band, below, above) },
      light: 100 - kept > MOST_REMOVED ? 'amber' : 'green',
      evidence: [
        { code: 'singlet-band', values: { width } },
        { code: 'removed', values: { removed: Math.round(10 * (100 - kept)) / 10 } },
      ],
    };
  },
};

const everything = { kind: 'rectangle' as const, ranges: [{}, {}] };

/** Counts of height over area by area: both axes on grids, so that the cost of what follows does not grow with the events. */
function ratioGrid({ parts }: StepInput): RatioGrid {
  const middle = middleRatio(parts);
  const counts = new Float64Array(SLICES * RATIO_BINS);
  let total = 0;
  for (const { columns, parent, eventCount } of parts) {
    const [areas, heights] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      const area = areas[event]!;
      if (!(area > 0.005 && area < 1) || !has(parent, event)) continue;
      const ratio = heights[event]! / area / middle / 2;
      if (!(ratio >= 0 && ratio < 1)) continue;
      counts[Math.floor(area * SLICES) * RATIO_BINS + Math.floor(ratio * RATIO_BINS)]! += 1;
      total++;
    }
  }
  return { counts, middle, total };
}

/** Sum of heights over sum of areas: it needs no sorting and only sets the range. */
function middleRatio(parts: StepInput['parts']): number {
  let [area, height] = [0, 0];
  for (const { columns, parent, eventCount } of parts)
    for (let event = 0; event < eventCount; event++) {
      const [a, h] = [columns[0]![event]!, columns[1]![event]!];
      if (!(a > 0.005 && a < 1 && h > 0) || !has(parent, event)) continue;
      area += a;
      height += h;
    }
  return area > 0 && height > 0 ? height / area : 1;
}

function keptBy({ counts }: RatioGrid, band: readonly Band[], below: number, above: number): number {
  let kept = 0;
  for (const [slice, { mode, width }] of band.entries())
    for (let bin = 0; bin < RATIO_BINS; bin++) {
      const ratio = (2 * (bin + 0.5)) / RATIO_BINS;
      if (ratio >= mode - below * width && ratio <= mode + above * width) kept += counts[slice * RATIO_BINS + bin]!;
    }
  return kept;
}

/** The band as a polygon of few corners, from the origin to beyond the top of the scale: pulses that ran over stay in. */
function outline({ middle }: RatioGrid, band: readonly Band[], below: number, above: number): [number, number][] {
  const edge = (side: -1 | 1) =>
    simplify(
      band.map(({ mode, width }, slice) => ({
        area: (slice + 0.5) / SLICES,
        ratio: mode + side * (side < 0 ? below : above) * width,
        width,
      })),
    ).map(({ area, ratio }): [number, number] => [area, area * middle * ratio]);
  const last = band[band.length - 1]!;
  const top = (side: -1 | 1): [number, number] => [1.2, 1.2 * middle * (last.mode + side * (side < 0 ? below : above) * last.width)];
  return [[-0.01, -0.01], ...edge(-1), top(-1), top(1), ...edge(1).reverse(), [-0.01, 0.02]];
}

interface EdgeNode {
  readonly area: number;
  readonly ratio: number;
  readonly width: number;
}

/** Share of a standard deviation by which a corner may be off when it is left out (Douglas and Peucker 1973). */
const TOLERANCE = 0.5;

function simplify(nodes: readonly EdgeNode[]): readonly EdgeNode[] {
  const [first, last] = [nodes[0]!, nodes[nodes.length - 1]!];
  let [worst, at] = [0, -1];
  for (const [i, { area, ratio, width }] of nodes.entries()) {
    const line = first.ratio + ((last.ratio - first.ratio) * (area - first.area)) / Math.max(1e-9, last.area - first.area);
    const off = Math.abs(ratio - line) / width;
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst < TOLERANCE || nodes.length < 3) return nodes.length < 2 ? nodes : [first, last];
  return [...simplify(nodes.slice(0, at + 1)), ...simplify(nodes.slice(at)).slice(1)];
}
