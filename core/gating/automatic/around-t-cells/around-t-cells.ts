import * as z from 'zod';
import { add, emptyMask, has } from '../../../data/events/bitmask.ts';
import { BINS, type Density, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { findPeaks, type Peak, sideWidth, valleyBetween } from '../../density/peaks.ts';
import { lightOfSensitivity, pointsBetween, rounded, worstLight } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { lineageCut } from '../cut/lineage-cut.ts';
import { cutPriorSchema, usualPrior } from '../kind/cut-prior.ts';
import { named, sideScatter } from '../kind/dimension-words.ts';
import type { StepInput, StepKind } from '../kind/step.ts';
import { clusterOfTCells } from './t-cell-cluster.ts';

/**
 * Lymphocytes among all leukocytes, where the T cells are (dimension 3: CD3): bright CD45, or where there is none large in forward scatter (x),
 * and low side scatter (y). Above them in side scatter lie monocytes and granulocytes, which carry CD16 as NK cells do; below them on x debris,
 * red cells and basophils. The bounds are the valleys to those, or a clean distance from the T cells.
 */
const aroundTCellsSchema = z.strictObject({
  kind: z.literal('around-t-cells'),
  marker: cutPriorSchema.meta({ en: 'where the cut of CD3 is expected', ja: 'CD3の想定される境界' }),
  /** Distance of a bound from the CD3+ cells at most, in their standard deviations. */
  spread: z.number().positive().default(6).meta({ en: 'standard deviations from the CD3+ cells', ja: 'CD3陽性細胞からの距離(SD)' }),
});
export type AroundTCellsStep = z.infer<typeof aroundTCellsSchema>;

const FEWEST = 100;
/** A bound is no nearer to the CD3+ cells than so many of their standard deviations: other lymphocytes lie beside them. */
const NEAREST = 3;
/** What is piled up at the end of the scale may be anything. */
const TOP = 0.985;
/** Percent of the CD3+ cells outside the gate above which a person should look. */
const MOST_LOST = 5;

export const aroundTCells: StepKind<AroundTCellsStep> = {
  schema: aroundTCellsSchema,
  words: { en: 'Lymphocytes around the T cells', ja: 'リンパ球(T細胞の位置)' },
  dimensions: [{ en: 'CD45 or forward scatter', ja: 'CD45または前方散乱光' }, sideScatter, named('CD3')],
  names: () => ['Lymphocytes'],
  usual: { kind: 'around-t-cells', marker: usualPrior, spread: 6 },
  gateDimensions: 2,
  place({ marker, spread }, input) {
    const cut = lineageCut(input, 2, marker);
    const positive = only(input, ([, , cd3]) => cd3 >= cut);
    const cluster = positive.parentCount < FEWEST ? undefined : clusterOfTCells(input, positive);
    if (cluster === undefined) return refused(positive.parentCount);
    const bright = bulkOf(brightnessOf(only(positive, ([, side]) => Math.abs(side - cluster.y) < SIDE_AROUND)), cluster.x);
    const isBright = ([x]: Values) => x >= bright.at - spread * bright.width;
    const { smooth, range } = resolved(only(positive, isBright), cluster.y);
    const sides = sidesOf(only(input, isBright), range);
    const roof = Math.min(TOP, boundOf(sides, smooth, 1, spread));
    const brightness = brightnessOf(only(input, ([, side]) => side < roof));
    const floor = boundOf(brightness, bright, -1, spread);
    const within = only(input, ([x, side]) => x >= floor && side < roof).parentCount;
    const doubt = Math.max(movedBy(sides, roof, smooth.width, within), movedBy(brightness, floor, bright.width, within));
    const cells = only(positive, ([x, side]) => Math.abs(x - bright.at) < 8 * bright.width && side < smooth.at + 8 * smooth.width);
    const kept = only(cells, ([x, side]) => x >= floor && side < roof).parentCount;
    const lost = 100 * (1 - kept / Math.max(1, cells.parentCount));
    return {
      gate: rectangleGate([{ min: floor }, { max: roof }]),
      light: worstLight([lightOfSensitivity(doubt), lost > MOST_LOST ? 'amber' : 'green']),
      evidence: [
        { code: 'around-t-cells', values: { lost: rounded(lost, 1) } },
        { code: 'cut-doubt', values: { doubt: rounded(doubt) } },
      ],
    };
  },
};

/** Too few events with CD3, or none of them in a cluster. */
const refused = (positive: number) => ({
  gate: rectangleGate([{}, {}]),
  light: 'red' as const,
  evidence: [{ code: 'no-t-cell-cluster', values: { events: positive } }],
});

/** An event's CD45 (or forward scatter), side scatter and CD3. */
type Values = readonly [x: number, side: number, cd3: number];

/** The same input with those events of the parent that pass a test. */
function only(input: StepInput, test: (values: Values) => boolean): StepInput {
  let parentCount = 0;
  const parts = input.parts.map((part) => {
    const [x, side, cd3] = [part.columns[0]!, part.columns[1]!, part.columns[2]!];
    const parent = emptyMask(part.eventCount);
    for (let event = 0; event < part.eventCount; event++) {
      if (!has(part.parent, event) || !test([x[event]!, side[event]!, cd3[event]!])) continue;
      add(parent, event);
      parentCount++;
    }
    return { ...part, parent };
  });
  return { ...input, parts, parentCount };
}

/** How far the T cells of a cluster lie about its side scatter, on the display scale. */
const SIDE_AROUND = 0.1;
/** Bins of a density that a bandwidth is. */
const SMOOTH = 4;

const brightnessOf = (input: StepInput): Density => densityOf(input, 0, DENSITY_LOW, DENSITY_HIGH, bandwidthFor(input.parentCount));

const sidesOf = (input: StepInput, [low, high]: Range): Density => densityOf(input, 1, low, high, ((high - low) * SMOOTH) / BINS);

type Range = readonly [low: number, high: number];

/** Where the bulk of some cells is on one dimension, and how wide. */
interface Bulk {
  readonly at: number;
  readonly width: number;
}

/** The peak that is nearest to a place, where none stands out the place itself. */
function bulkOf(density: Density, near: number): Bulk {
  const peak = nearestFirst(density, near)[0];
  if (peak === undefined) return { at: near, width: (density.high - density.low) / 50 };
  return { at: peak.position, width: Math.max(sideWidth(density, peak, -1), sideWidth(density, peak, 1)) };
}

const nearestFirst = (density: Density, near: number): readonly Peak[] =>
  findPeaks(density, SMOOTH).toSorted((a, b) => Math.abs(a.position - near) - Math.abs(b.position - near));

/** A range of side scatter in which the cells are well resolved: lymphocytes lie low on a scale that granulocytes fill. */
function resolved(cells: StepInput, near: number): { readonly smooth: Bulk; readonly range: Range } {
  let range: Range = [DENSITY_LOW, DENSITY_HIGH];
  let smooth = bulkOf(sidesOf(cells, range), near);
  for (let turn = 0; turn < 2; turn++) {
    range = [smooth.at - 8 * smooth.width, smooth.at + 24 * smooth.width];
    smooth = bulkOf(sidesOf(cells, range), smooth.at);
  }
  return { smooth, range };
}

/** The valley between the cells and their next neighbours on one side, within the distances that are allowed. */
function boundOf(density: Density, { at, width }: Bulk, side: -1 | 1, spread: number): number {
  const [nearest, farthest] = [at + side * NEAREST * width, at + side * spread * width];
  const peaks = nearestFirst(density, at);
  const own = peaks[0];
  const next = peaks.find(({ position }) => side * (position - at) > NEAREST * width);
  if (own === undefined || next === undefined || own === next) return farthest;
  const [left, right] = side === 1 ? [own, next] : [next, own];
  const { position, significance } = valleyBetween(density, left, right, SMOOTH);
  if (significance <= 4) return farthest;
  return side === 1 ? Math.max(nearest, Math.min(farthest, position)) : Math.min(nearest, Math.max(farthest, position));
}

/** Events that a bound passes over when it moves by half a standard deviation of the cells, in points of those within. */
function movedBy(density: Density, bound: number, width: number, within: number): number {
  const points = Math.max(pointsBetween(density, bound, bound - width / 2), pointsBetween(density, bound, bound + width / 2));
  return (points * density.total) / Math.max(1, within);
}
