import * as z from 'zod';
import { has } from '../../events/bitmask.ts';
import { quantileInPlace } from '../../statistics/median.ts';
import { cutOn } from './cut.ts';
import { bandwidthFor, cutPriorSchema, DENSITY_HIGH } from './cut-prior.ts';
import { BINS, densityOf } from './density-1d.ts';
import { findPeaks, valleyBetween } from './peaks.ts';
import type { StepInput, StepKind } from './step.ts';

/**
 * Lymphocytes with activated blasts on forward (x) against side scatter (y), back-gated by two lineage markers (dimensions 3 and 4):
 * the region where marker-positive events lie. A scatter ellipse alone would cut blasts off.
 */
export const lymphocytesSchema = z.strictObject({ kind: z.literal('lymphocytes'), markers: z.tuple([cutPriorSchema, cutPriorSchema]) });
export type LymphocytesStep = z.infer<typeof lymphocytesSchema>;

const MIN_POSITIVE = 100;
const SLICES = 8;

export const lymphocytes: StepKind<LymphocytesStep> = {
  gateDimensions: 2,
  place({ markers }, input) {
    const cuts = markers.map((prior, i) => cutOn(input, i + 2, prior, 4).position);
    const positive = scatterOf(input, (columns, event) => cuts.some((cut, i) => columns[i + 2]![event]! >= cut));
    const back = positive.x.length >= MIN_POSITIVE;
    const { x, y } = back ? positive : scatterOf(input, () => true);
    if (x.length < MIN_POSITIVE)
      return { gate: everything, light: 'red', evidence: [{ code: 'too-few-events', values: { events: x.length } }] };
    return {
      gate: { kind: 'polygon', vertices: outline(x, y, debrisEdge(input, quantileInPlace(x.slice(), 0.5))) },
      light: back ? 'green' : 'amber',
      evidence: [back ? { code: 'back-gated', values: { events: x.length } } : { code: 'scatter-only', values: { events: x.length } }],
    };
  },
};

const everything = { kind: 'rectangle' as const, ranges: [{}, {}] };

type Columns = readonly ArrayLike<number>[];

function scatterOf(
  { parts, parentCount }: StepInput,
  keep: (columns: Columns, event: number) => boolean,
): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(parentCount);
  const y = new Float64Array(parentCount);
  let n = 0;
  for (const { columns, parent, eventCount } of parts) {
    for (let event = 0; event < eventCount; event++) {
      if (!has(parent, event) || !keep(columns, event)) continue;
      x[n] = columns[0]![event]!;
      y[n++] = columns[1]![event]!;
    }
  }
  return { x: x.subarray(0, n), y: y.subarray(0, n) };
}

/** The valley of forward scatter between debris and the cells whose median is given; the scale's zero where there is none. */
function debrisEdge(input: StepInput, median: number): number {
  const bandwidth = bandwidthFor(input.parentCount);
  const density = densityOf(input, 0, 0, DENSITY_HIGH, bandwidth);
  const bins = (bandwidth * BINS) / DENSITY_HIGH;
  const peaks = findPeaks(density, bins);
  const debris = peaks.findLast(({ position }) => position < 0.6 * median);
  const cells = debris && peaks.find(({ bin }) => bin > debris.bin);
  return debris && cells ? valleyBetween(density, debris, cells, bins).position : 0;
}

/** Where the bulk of the values ends: a minority of other cells (monocytes, doublets) does not move it. */
function robustTop(values: Float64Array): number {
  const median = quantileInPlace(values.slice(), 0.5);
  const deviation = quantileInPlace(
    values.map((value) => Math.abs(value - median)),
    0.5,
  );
  return median + 4.5 * 1.4826 * deviation;
}

/** From the smallest to the largest cells; the ceiling of side scatter rises with size, as it does in blasts. */
function outline(x: Float64Array, y: Float64Array, debris: number): [number, number][] {
  const at = (values: Float64Array, p: number) => quantileInPlace(values.slice(), p);
  const [low, median, high] = [at(x, 0.003), at(x, 0.5), at(x, 0.999)];
  const left = Math.max(low - 0.05 * (median - low), debris);
  const right = high + 0.05 * (high - median);
  const floor = at(y, 0.001) - 0.02;
  const edges = Array.from({ length: SLICES + 1 }, (_, i) => at(x, i / SLICES));
  let ceiling = 0;
  const roof = edges.slice(1).map((edge, i): [number, number] => {
    const members = y.filter((_, event) => x[event]! >= edges[i]! && x[event]! <= edge);
    ceiling = Math.max(ceiling, robustTop(members));
    return [(edges[i]! + edge) / 2, ceiling];
  });
  const between = roof.filter(([size]) => size > left && size < right);
  return [[left, floor], [left, between[0]?.[1] ?? ceiling], ...between, [right, ceiling], [right, floor]];
}
