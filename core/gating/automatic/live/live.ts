import * as z from 'zod';
import { has } from '../../../data/events/bitmask.ts';
import { BINS, type Density, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { findPeaks, type Peak, sideWidth, valleyBetween } from '../../density/peaks.ts';
import { massOf, regionAt, type ScatterModes, scatterModes } from '../../density/scatter-contour.ts';
import { SCATTER, type ScatterGrid, scatterGrids } from '../../density/scatter-grid.ts';
import { lightOfSensitivity, pointsBetween, rounded, sensitivityOf } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { lineageCut } from '../cut/lineage-cut.ts';
import { cutPriorSchema, usualPrior } from '../kind/cut-prior.ts';
import { forwardScatter, named, sideScatter } from '../kind/dimension-words.ts';
import type { StepInput, StepKind } from '../kind/step.ts';

/**
 * Live cells on a dye that dead cells take up (dimension 1), by the lymphocytes' own live mode: of the scatter modes (dimensions 2 and 3) of CD3+ events
 * (dimension 4) the one that takes up least. Other cells bind other amounts of dye and place no cut.
 */
const liveSchema = z.strictObject({
  kind: z.literal('live'),
  marker: cutPriorSchema.default(usualPrior).meta(named('CD3')),
});
export type LiveStep = z.infer<typeof liveSchema>;

const FEWEST = 100;
/** A scatter mode of fewer of the marked events than this share is not where lymphocytes live. */
const LEAST_SHARE = 0.1;
const CORE = 0.1;
/** Standard deviations of the live mode between which a valley may lie, and where the cut stands without one. */
const NEAREST = 1.8;
const FARTHEST = 6;
/** The lowest place above the live mode is a valley where the density rises again by so much, in standard errors and as a factor. */
const RISE_ERRORS = 2;
const RISE = 1.2;
/** A valley that is all but empty counts wherever it lies. */
const EMPTY = 0.05;
const EDGE = 3.5;
const NEAR_EDGE = 3;

export const live: StepKind<LiveStep> = {
  schema: liveSchema,
  words: { en: 'Live cells by the lymphocytes', ja: '生細胞(リンパ球基準)' },
  dimensions: [{ en: 'viability dye', ja: '死細胞染色' }, forwardScatter, sideScatter, named('CD3')],
  names: () => ['Live'],
  usual: { kind: 'live', marker: usualPrior },
  gateDimensions: 1,
  cleans: 'possibly',
  place({ marker }, input) {
    const scatter = onScatter(input);
    const cut = lineageCut(input, 3, marker);
    const [marked, all] = scatterGrids(scatter, [(columns, event) => columns[3]![event]! >= cut, () => true]) as [ScatterGrid, ScatterGrid];
    const source = marked.total >= FEWEST ? marked : all;
    if (source.total < FEWEST) return refused(all.total);
    const modes = scatterModes(source);
    const region = liveRegion(input, source, modes);
    if (region === undefined) return refused(all.total);
    const cells = densityIn(input, source, region);
    const everyone = densityIn(input, source);
    const peak = findPeaks(cells.density, cells.bins).toSorted((a, b) => b.height - a.height)[0];
    if (peak === undefined) return refused(all.total);
    const width = widthOf(cells.density, peak);
    const window = [peak.position + NEAREST * width, peak.position + FARTHEST * width] as const;
    const valleys = [
      valleyAbove(cells, peak, [peak.position, Number.POSITIVE_INFINITY], EMPTY),
      lowestAbove(cells, peak, window),
      valleyAbove(everyone, peak, window),
    ].filter((at) => at !== undefined);
    const [valley] = valleys;
    const edge = peak.position + EDGE * width;
    const position = valley ?? edge;
    const others = valley === undefined ? [peak.position + NEAR_EDGE * width] : valleys;
    const doubt = sensitivityOf(cells.density, position, others);
    const alive = pointsBetween(cells.density, DENSITY_LOW, position);
    const values = {
      cells: cells.density.total,
      live: rounded(alive, 1),
      doubt: rounded(doubt),
      spread: rounded((position - peak.position) / width, 1),
    };
    return {
      gate: rectangleGate([{ max: position }]),
      others: [...others, position + width / 2].map((max) => rectangleGate([{ max }])),
      light: lightOfSensitivity(doubt),
      evidence: [{ code: valley === undefined ? 'lymphocytes-live-edge' : 'lymphocytes-live-valley', values }],
    };
  },
};

const refused = (events: number) => ({
  gate: rectangleGate([{}]),
  light: 'red' as const,
  evidence: [{ code: 'no-live-mode', values: { events } }],
});

/** The same events with scatter as the first two dimensions, and the dye as the third. */
const onScatter = (input: StepInput): StepInput => ({
  ...input,
  parts: input.parts.map((part) => ({ ...part, columns: [part.columns[1]!, part.columns[2]!, part.columns[0]!, part.columns[3]!] })),
});

/** Around the scatter mode of the events that take up least dye. */
function liveRegion(input: StepInput, source: ScatterGrid, modes: ScatterModes): Uint8Array | undefined {
  const mass = massOf(source, modes);
  const known = modes.peaks.filter((peak) => mass.get(peak)! > LEAST_SHARE * source.total).map((peak) => regionAt(modes, peak, CORE));
  const uptake = known.map((region) => middleOf(densityIn(input, source, region).density));
  return known[uptake.indexOf(Math.min(...uptake))];
}

function middleOf({ counts, low, high }: Density): number {
  const half = counts.reduce((sum, n) => sum + n, 0) / 2;
  let [bin, sum] = [0, 0];
  while (bin < counts.length - 1 && sum + counts[bin]! < half) sum += counts[bin++]!;
  return low + ((bin + 0.5) * (high - low)) / counts.length;
}

/** The dye of the events in a region of scatter, or of all. */
function densityIn(input: StepInput, { topX, topY }: ScatterGrid, region?: Uint8Array) {
  const isIn = (part: number, event: number): boolean => {
    const { columns } = input.parts[part]!;
    const x = (columns[1]![event]! / topX) * SCATTER;
    const y = (columns[2]![event]! / topY) * SCATTER;
    return x >= 0 && y >= 0 && x < SCATTER && y < SCATTER && region![(y | 0) * SCATTER + (x | 0)] === 1;
  };
  const keep = region === undefined ? undefined : isIn;
  let events = 0;
  input.parts.forEach(({ parent, eventCount }, part) => {
    for (let event = 0; event < eventCount; event++) if (has(parent, event) && (keep === undefined || keep(part, event))) events++;
  });
  const bandwidth = bandwidthFor(events);
  return {
    density: densityOf(input, 0, DENSITY_LOW, DENSITY_HIGH, bandwidth, keep),
    bins: (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW),
  };
}

/** The narrower side of a mode: dead cells widen one, noise below none the other. A side that is cut off is no side. */
function widthOf(density: Density, peak: Peak): number {
  const [below, above] = [sideWidth(density, peak, -1), sideWidth(density, peak, 1)];
  return below < above / 2 ? above : Math.min(below, above);
}

/** The lowest place above a peak within a window, where more follows: few dead cells make no mode of their own. */
function lowestAbove(
  { density: { counts, low, high }, bins }: { readonly density: Density; readonly bins: number },
  { height }: Peak,
  [from, to]: readonly [number, number],
): number | undefined {
  const at = (position: number) => Math.max(0, Math.min(BINS - 1, Math.round(((position - low) / (high - low)) * BINS - 0.5)));
  let lowest = at(from);
  for (let bin = at(from); bin <= at(to); bin++) if (counts[bin]! < counts[lowest]!) lowest = bin;
  const after = counts.subarray(lowest).reduce((most, n) => Math.max(most, n), 0);
  const error = Math.sqrt(Math.max(after + counts[lowest]!, 1e-9) / (bins * 2 * Math.sqrt(Math.PI)));
  const rises = after > RISE * counts[lowest]! && (after - counts[lowest]!) / error > RISE_ERRORS;
  return rises && counts[lowest]! < height / 4 ? low + ((lowest + 0.5) * (high - low)) / BINS : undefined;
}

/** The deepest valley above a peak within a window, no higher than a share of the lower of its two peaks. */
function valleyAbove(
  { density, bins }: { readonly density: Density; readonly bins: number },
  { position }: Peak,
  [from, to]: readonly [number, number],
  most = 1,
): number | undefined {
  const peaks = findPeaks(density, bins);
  const valleys = peaks.slice(1).flatMap((right, i) => {
    const left = peaks[i]!;
    const valley = valleyBetween(density, left, right, bins);
    const depth = valley.height / Math.min(left.height, right.height);
    const isIn = right.position > position && valley.position >= from && valley.position <= to && valley.significance > 4 && depth < most;
    return isIn ? [{ at: valley.position, depth }] : [];
  });
  return valleys.toSorted((a, b) => a.depth - b.depth)[0]?.at;
}
