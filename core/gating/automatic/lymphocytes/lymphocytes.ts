import * as z from 'zod';
import {
  columnOf,
  eventsIn,
  massOf,
  polygonOf,
  regionAt,
  ringsOf,
  type ScatterModes,
  saddleOf,
  scatterModes,
} from '../../density/scatter-contour.ts';
import { SCATTER, type ScatterGrid, scatterGrids } from '../../density/scatter-grid.ts';
import { rounded } from '../../density/sensitivity.ts';
import { polygonGate } from '../../gates/polygon/schema.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { lineageCut } from '../cut/lineage-cut.ts';
import { cutPriorSchema, usualPrior } from '../kind/cut-prior.ts';
import { forwardScatter, named, sideScatter } from '../kind/dimension-words.ts';
import type { StepKind } from '../kind/step.ts';

/**
 * Lymphocytes with activated blasts on forward (x) against side scatter (y): a closed contour around the mode of the events that two lineage markers
 * (dimensions 3 and 4) show to be lymphocytes. It grows as long as what it takes in are lymphocytes.
 */
const lymphocytesSchema = z.strictObject({
  kind: z.literal('lymphocytes'),
  markers: z
    .tuple([cutPriorSchema.meta(named('CD3')), cutPriorSchema.meta(named('CD56'))])
    .meta({ en: 'where the cuts are expected', ja: '想定される境界' }),
});
export type LymphocytesStep = z.infer<typeof lymphocytesSchema>;

const FEWEST = 100;
/** Per cent of marker-positive events that a good gate loses at most: more, and activated cells are cut off. */
const MOST_LOST = 15;
/** Above resting lymphocytes by this factor of forward scatter a cell is a blast. */
const BLAST = 1.25;
/** Shares of the peak's density, from the core of the mode outwards. */
const LEVELS = [0.3, 0.2, 0.14, 0.1, 0.07, 0.05, 0.035, 0.025, 0.018, 0.012, 0.008, 0.005, 0.003, 0.002] as const;
/** A person would draw it so many levels farther in or out. */
const ELSEWHERE = 2;
/** Out to here it goes in any case. */
const SURE = 0.1;
/** What the contour takes in must be lymphocytes at least this often, as a share of how often they are in its core. */
const PURITY = 0.55;
/** Another mode belongs to them where it holds this share of them, and is as pure, and no smaller. */
const LEAST_SHARE = 0.03;
const LEAST_SIZE = 0.8;
/** Cells of all kinds around the mode: out to where another mode begins, or more are found than one kind would leave there. */
const AWAY = 1.3;
const EXCESS = 2;

export const lymphocytes: StepKind<LymphocytesStep> = {
  schema: lymphocytesSchema,
  words: { en: 'Lymphocytes by scatter', ja: 'リンパ球(散乱光)' },
  dimensions: [forwardScatter, sideScatter, named('CD3'), named('CD56')],
  names: () => ['Lymphocytes'],
  usual: { kind: 'lymphocytes', markers: [usualPrior, usualPrior] },
  gateDimensions: 2,
  cleans: 'always',
  place({ markers }, input) {
    const cuts = markers.map((prior, i) => lineageCut(input, i + 2, prior));
    const isPositive = (columns: readonly ArrayLike<number>[], event: number) =>
      columns[2]![event]! >= cuts[0]! || columns[3]![event]! >= cuts[1]!;
    const [all, positive] = scatterGrids(input, [() => true, isPositive]) as [ScatterGrid, ScatterGrid];
    const back = positive.total >= FEWEST;
    const source = back ? positive : all;
    if (source.total < FEWEST)
      return { gate: everything, light: 'red', evidence: [{ code: 'too-few-events', values: { events: source.total } }] };
    const contours = lymphoidContours(source, all);
    if (contours.length === 0)
      return { gate: everything, light: 'red', evidence: [{ code: 'no-cluster', values: { events: source.total } }] };
    const region = joined(contours, 0);
    const around = (of: Uint8Array) => polygonGate(polygonOf(all, of).map(([x, y]): [number, number] => [x, y]));
    const gate = around(region);
    const others = [-ELSEWHERE, ELSEWHERE].map((levels) => around(joined(contours, levels)));
    if (!back) return { gate, others, light: 'amber', evidence: [{ code: 'scatter-only', values: { events: all.total } }] };
    const lost = 100 * (1 - eventsIn(positive, region) / positive.total);
    const evidence = [
      { code: 'back-gated', values: { events: positive.total } },
      { code: 'gate-loss', values: { lost: rounded(lost, 1), blasts: rounded(blastsIn(positive), 1) } },
    ];
    return { gate, others, light: lost > MOST_LOST ? 'amber' : 'green', evidence };
  },
};

const everything = rectangleGate([{}, {}]);

/** A contour around a mode: at which of the levels. */
interface Contour {
  readonly modes: ScatterModes;
  readonly peak: number;
  readonly level: number;
}

/** The contours around the modes of lymphocytes: of what the markers show, and of all cells there. */
function lymphoidContours(source: ScatterGrid, all: ScatterGrid): readonly Contour[] {
  const modes = scatterModes(source);
  const mass = massOf(source, modes);
  const main = modes.peaks.toSorted((a, b) => mass.get(b)! - mass.get(a)!)[0];
  if (main === undefined) return [];
  const purityOf = (peak: number) => {
    const [own, both] = [ringsOf(source, modes, peak, LEVELS), ringsOf(all, modes, peak, LEVELS)];
    return Array.from(own, (n, ring) => (both[ring] === 0 ? 1 : n / both[ring]!));
  };
  const core = purityOf(main)[0]!;
  /** The widest contour around a peak that takes in mostly lymphocytes. */
  const grown = (peak: number): Contour => {
    const impure = purityOf(peak).findIndex((purity, ring) => LEVELS[ring]! < SURE && purity < PURITY * core);
    return { modes, peak, level: (impure < 0 ? LEVELS.length : impure) - 1 };
  };
  const others = modes.peaks.filter(
    (peak) =>
      peak !== main &&
      mass.get(peak)! > LEAST_SHARE * source.total &&
      columnOf(peak) >= LEAST_SIZE * columnOf(main) &&
      purityOf(peak)[0]! > PURITY * core,
  );
  const everyone = scatterModes(all);
  const whole = everyone.of[main]!;
  return [...[main, ...others].map(grown), ...(whole < 0 ? [] : [cellsAround(all, everyone, whole)])];
}

/** Cells of all kinds around a mode: B cells have the size of T cells and neither marker. */
function cellsAround(all: ScatterGrid, modes: ScatterModes, peak: number): Contour {
  const least = Math.max(LEVELS.at(-1)!, AWAY * saddleOf(modes, peak));
  let level = LEVELS.findLastIndex((one) => one >= Math.max(SURE, least));
  if (level < 0) return { modes, peak, level: 0 };
  const rings = ringsOf(all, modes, peak, LEVELS);
  const events = rings.subarray(0, level + 1).reduce((sum, n) => sum + n, 0);
  // of a normal distribution the share of its peak's density is also the share of what lies beyond
  const expected = events / (1 - LEVELS[level]!);
  while (level < LEVELS.length - 1 && LEVELS[level + 1]! >= least) {
    if (rings[level + 1]! > EXCESS * (LEVELS[level]! - LEVELS[level + 1]!) * expected) break;
    level++;
  }
  return { modes, peak, level };
}

/** The contours joined, each so many levels farther out than it is. */
function joined(contours: readonly Contour[], outwards: number): Uint8Array {
  const regions = contours.map(({ modes, peak, level }) =>
    regionAt(modes, peak, LEVELS[Math.max(0, Math.min(LEVELS.length - 1, level + outwards))]!),
  );
  return regions.reduce((union, region) => union.map((inside, cell) => inside | region[cell]!));
}

/** Per cent of cells larger than resting lymphocytes, which are taken to be the lowest tenth of all. */
function blastsIn({ counts, total }: ScatterGrid): number {
  const sizes = new Float64Array(SCATTER);
  for (let y = 0; y < SCATTER; y++) for (let x = 0; x < SCATTER; x++) sizes[x]! += counts[y * SCATTER + x]!;
  let [x, sum] = [0, 0];
  while (x < SCATTER && sum < 0.1 * total) sum += sizes[x++]!;
  const from = Math.floor(x * BLAST);
  return (100 * sizes.subarray(Math.min(from, SCATTER)).reduce((a, b) => a + b, 0)) / total;
}
