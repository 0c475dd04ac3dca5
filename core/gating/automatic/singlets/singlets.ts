import * as z from 'zod';
import { has } from '../../../data/events/bitmask.ts';
import { polygonGate } from '../../gates/polygon/schema.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { area, height } from '../kind/dimension-words.ts';
import type { StepInput, StepKind } from '../kind/step.ts';
import { followRatio, RATIO_BINS, type RatioCurve, type RatioGrid, SLICES } from './ratio-curve.ts';

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
/** Pulses at the top of a scale were cut off there. */
const ON_SCALE = 0.998;
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
    const curve = followRatio(grid);
    const kept = (100 * keptBy(grid, curve, below, above)) / grid.total;
    const width = Math.round(1000 * curve.width) / 1000;
    return {
      gate: polygonGate(outline(grid, pulse, curve, below, above)),
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
      if (!(area > 0.005 && area < ON_SCALE && others[event]! < ON_SCALE) || !has(parent, event)) continue;
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
      if (!(a > 0.005 && a < ON_SCALE && other > 0 && other < ON_SCALE) || !has(parent, event)) continue;
      area += pulse === 'height' ? a : other;
      height += pulse === 'height' ? other : 1;
    }
  }
  return area > 0 && height > 0 ? height / area : 1;
}

function keptBy({ counts }: RatioGrid, { at, width, from, to }: RatioCurve, below: number, above: number): number {
  let kept = 0;
  for (let slice = 0; slice < SLICES; slice++) {
    const area = (slice + 0.5) / SLICES;
    if (area < from || area > to) continue;
    for (let bin = 0; bin < RATIO_BINS; bin++) {
      const ratio = (2 * (bin + 0.5)) / RATIO_BINS;
      if (ratio >= at(area) - below * width && ratio <= at(area) + above * width) kept += counts[slice * RATIO_BINS + bin]!;
    }
  }
  return kept;
}

/** Corners along each side of the curve. */
const CORNERS = 4;
/** The curve begins at the origin: what is smaller than the smallest single events is debris, and another gate's. */
const START = -0.01;

/** The band about the curve as a polygon of few corners. */
function outline({ middle }: RatioGrid, pulse: Pulse, { at, width, to }: RatioCurve, below: number, above: number): [number, number][] {
  const corner = (area: number, ratio: number): [number, number] =>
    pulse === 'height' ? [area, area * middle * ratio] : [area, 1 / (middle * Math.max(LEAST_RATIO, ratio))];
  const areas = Array.from({ length: CORNERS }, (_, i) => (to * (i + 1)) / CORNERS);
  const edge = (side: -1 | 1) => areas.map((area) => corner(area, at(area) + side * (side < 0 ? below : above) * width));
  const [lower, upper] = [edge(-1), edge(1)];
  const [low, high] = pulse === 'height' ? [START, -2 * START] : [lower[0]![1], upper[0]![1]];
  return [[START, low], ...lower, ...upper.toReversed(), [START, high]];
}
