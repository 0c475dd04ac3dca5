import * as z from 'zod';
import { has } from '../../../data/events/bitmask.ts';
import { polygonGate } from '../../gates/polygon/schema.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { area, height } from '../kind/dimension-words.ts';
import type { StepInput, StepKind } from '../kind/step.ts';
import { type Band, followBand, RATIO_BINS, type RatioGrid, SLICES } from './ratio-band.ts';

/**
 * Single events on pulse area (x) against height or width (y): the mode of height / area along the area, so that a curved relation is
 * followed, with its spread taken from the side that doublets do not reach (doublets have more area for their height). Where only the
 * width was recorded, 1 / width is that ratio.
 */
const singletsSchema = z.strictObject({
  kind: z.literal('singlets'),
  /** What the second dimension is. */
  pulse: z
    .enum(['height', 'width'])
    .default('height')
    .meta({
      en: 'second dimension',
      ja: '2番目のパラメーター',
      choices: { height: { en: 'height', ja: '高さ(H)' }, width: { en: 'width', ja: '幅(W)' } },
    }),
  /** Standard deviations kept on the doublet side and on the clean side. */
  below: z.number().positive().default(4).meta({ en: 'standard deviations, doublets', ja: 'ダブレット側(SD)' }),
  above: z.number().positive().default(5).meta({ en: 'standard deviations, clean side', ja: '反対側(SD)' }),
});
export type SingletsStep = z.infer<typeof singletsSchema>;

type Pulse = SingletsStep['pulse'];

/** Of the mode: a band that is open to wide pulses ends somewhere. */
const LEAST_RATIO = 0.05;
const FEWEST = 100;
/** Removing more than this as doublets asks for a look. */
const MOST_REMOVED = 35;

export const singlets: StepKind<SingletsStep> = {
  schema: singletsSchema,
  words: { en: 'Singlets', ja: 'シングレット' },
  dimensions: [area, height],
  names: () => ['Singlets'],
  usual: { kind: 'singlets', pulse: 'height', below: 4, above: 5 },
  removesDoublets: true,
  gateDimensions: 2,
  cleans: 'always',
  place({ pulse, below, above }, input) {
    const grid = ratioGrid(input, pulse);
    if (grid.total < FEWEST)
      return { gate: everything, light: 'red', evidence: [{ code: 'too-few-events', values: { events: grid.total } }] };
    const band = followBand(grid);
    const kept = (100 * keptBy(grid, band, below, above)) / grid.total;
    const width = Math.round(1000 * (band[Math.floor(band.length / 2)]?.width ?? 0)) / 1000;
    return {
      gate: polygonGate(outline(grid, pulse, band, below, above)),
      light: 100 - kept > MOST_REMOVED ? 'amber' : 'green',
      evidence: [
        { code: 'singlet-band', values: { width } },
        { code: 'removed', values: { removed: Math.round(10 * (100 - kept)) / 10 } },
      ],
    };
  },
};

const everything = rectangleGate([{}, {}]);

/** Counts of height over area by area: both axes on grids, so that the cost of what follows does not grow with the events. */
function ratioGrid({ parts }: StepInput, pulse: Pulse): RatioGrid {
  const middle = middleRatio(parts, pulse);
  const counts = new Float64Array(SLICES * RATIO_BINS);
  let total = 0;
  for (const { columns, parent, eventCount } of parts) {
    const [areas, others] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      const area = areas[event]!;
      if (!(area > 0.005 && area < 1) || !has(parent, event)) continue;
      const ratio = (pulse === 'height' ? others[event]! / area : 1 / others[event]!) / middle / 2;
      if (!(ratio >= 0 && ratio < 1)) continue;
      counts[((area * SLICES) | 0) * RATIO_BINS + ((ratio * RATIO_BINS) | 0)]! += 1;
      total++;
    }
  }
  return { counts, middle, total };
}

/** Sum of heights over sum of areas, or the reciprocal of the mean width: it needs no sorting and only sets the range. */
function middleRatio(parts: StepInput['parts'], pulse: Pulse): number {
  let area = 0;
  let height = 0;
  for (const { columns, parent, eventCount } of parts) {
    const [areas, others] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      const a = areas[event]!;
      const other = others[event]!;
      if (!(a > 0.005 && a < 1 && other > 0) || !has(parent, event)) continue;
      area += pulse === 'height' ? a : other;
      height += pulse === 'height' ? other : 1;
    }
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
function outline({ middle }: RatioGrid, pulse: Pulse, band: readonly Band[], below: number, above: number): [number, number][] {
  const at = (area: number, ratio: number): [number, number] =>
    pulse === 'height' ? [area, area * middle * ratio] : [area, 1 / (middle * Math.max(LEAST_RATIO, ratio))];
  const edge = (side: -1 | 1) =>
    simplify(
      band.map(({ mode, width }, slice) => ({
        area: (slice + 0.5) / SLICES,
        ratio: mode + side * (side < 0 ? below : above) * width,
        width,
      })),
    ).map(({ area, ratio }) => at(area, ratio));
  const last = band[band.length - 1]!;
  const top = (side: -1 | 1) => at(1.2, last.mode + side * (side < 0 ? below : above) * last.width);
  const [lower, upper] = [edge(-1), edge(1)];
  const start = (y: number): [number, number] => [-0.01, y];
  const [first, end] = pulse === 'height' ? [start(-0.01), start(0.02)] : [start(lower[0]![1]), start(upper[0]![1])];
  return [first, ...lower, top(-1), top(1), ...upper.toReversed(), end];
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
