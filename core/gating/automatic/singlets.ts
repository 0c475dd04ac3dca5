import * as z from 'zod';
import { has } from '../../events/bitmask.ts';
import { medianInPlace, quantileInPlace } from '../../statistics/median.ts';
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

const SLICES = 12;
const MIN_PER_SLICE = 40;

export const singlets: StepKind<SingletsStep> = {
  gateDimensions: 2,
  place({ below, above }, input) {
    const { areas, ratios } = ratiosOf(input);
    if (areas.length < MIN_PER_SLICE)
      return { gate: everything, light: 'red', evidence: [{ code: 'too-few-events', values: { events: areas.length } }] };
    const slices = sliceByArea(areas, ratios);
    const width = medianInPlace(Float64Array.from(slices, (slice) => slice.width));
    const edge = (ratio: (slice: Slice) => number) => slices.map((slice): [number, number] => [slice.area, slice.area * ratio(slice)]);
    const lower = edge(({ mode }) => mode - below * width);
    const upper = edge(({ mode }) => mode + above * width);
    const [first, last] = [slices[0] as Slice, slices[slices.length - 1] as Slice];
    const end = 1.2;
    const vertices: [number, number][] = [
      [0, -0.01],
      ...lower,
      [end, end * (last.mode - below * width)],
      [end, end * (last.mode + above * width)],
      ...upper.reverse(),
      [0, 0.02 + first.mode * 0.02],
    ];
    return {
      gate: { kind: 'polygon', vertices },
      light: 'green',
      evidence: [{ code: 'singlet-band', values: { width: Math.round(width * 1000) / 1000 } }],
    };
  },
};

const everything = { kind: 'rectangle' as const, ranges: [{}, {}] };

interface Slice {
  readonly area: number;
  readonly mode: number;
  readonly width: number;
}

function ratiosOf({ parts, parentCount }: StepInput): { areas: Float64Array; ratios: Float64Array } {
  const areas = new Float64Array(parentCount);
  const ratios = new Float64Array(parentCount);
  let n = 0;
  for (const { columns, parent, eventCount } of parts) {
    const [area, height] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      if (!has(parent, event) || !(area[event]! > 0.005) || !(area[event]! < 1)) continue;
      areas[n] = area[event]!;
      ratios[n++] = height[event]! / area[event]!;
    }
  }
  return { areas: areas.subarray(0, n), ratios: ratios.subarray(0, n) };
}

function sliceByArea(areas: Float64Array, ratios: Float64Array): readonly Slice[] {
  const count = Math.min(SLICES, Math.floor(areas.length / MIN_PER_SLICE));
  const edges = Array.from({ length: count + 1 }, (_, i) => quantileInPlace(areas.slice(), i / count));
  const slices: Slice[] = [];
  for (let i = 0; i < count; i++) {
    const members = ratios.filter((_, event) => areas[event]! >= edges[i]! && (areas[event]! < edges[i + 1]! || i === count - 1));
    if (members.length < MIN_PER_SLICE / 2) continue;
    const mode = modeOf(members);
    const clean = members.filter((ratio) => ratio > mode).map((ratio) => ratio - mode);
    slices.push({ area: (edges[i]! + edges[i + 1]!) / 2, mode, width: Math.max(1.4826 * medianInPlace(clean), mode * 0.01) });
  }
  return slices.map((slice, i) => ({
    ...slice,
    mode: medianInPlace(Float64Array.from(slices.slice(Math.max(0, i - 1), i + 2), (s) => s.mode)),
  }));
}

/** The mode by the half-sample method on sorted values: no bandwidth to choose. */
function modeOf(values: Float64Array): number {
  let sorted = values.slice().sort();
  while (sorted.length > 4) {
    const half = Math.ceil(sorted.length / 2);
    let best = 0;
    for (let i = 0; i + half <= sorted.length; i++)
      if (sorted[i + half - 1]! - sorted[i]! < sorted[best + half - 1]! - sorted[best]!) best = i;
    sorted = sorted.subarray(best, best + half);
  }
  return medianInPlace(sorted.slice());
}
