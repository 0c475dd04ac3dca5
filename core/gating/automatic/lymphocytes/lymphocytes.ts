import * as z from 'zod';
import { SCATTER, type ScatterGrid, scatterGrids } from '../../density/scatter-grid.ts';
import { rounded } from '../../density/sensitivity.ts';
import { polygonGate } from '../../gates/polygon/schema.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { cutOn } from '../cut/cut.ts';
import { cutPriorSchema, usualPrior } from '../kind/cut-prior.ts';
import { forwardScatter, named, sideScatter } from '../kind/dimension-words.ts';
import type { StepKind } from '../kind/step.ts';
import { debrisEdge, medianSize, outlineOf } from './scatter-outline.ts';

/**
 * Lymphocytes with activated blasts on forward (x) against side scatter (y), back-gated by two lineage markers (dimensions 3 and 4):
 * the region where marker-positive events lie. A scatter ellipse alone would cut blasts off.
 */
const lymphocytesSchema = z.strictObject({
  kind: z.literal('lymphocytes'),
  markers: z
    .tuple([cutPriorSchema.meta(named('CD3')), cutPriorSchema.meta(named('CD56'))])
    .meta({ en: 'where the cuts are expected', ja: '想定される区切り' }),
});
export type LymphocytesStep = z.infer<typeof lymphocytesSchema>;

const FEWEST = 100;
/** Per cent of marker-positive events that a good gate loses at most: more, and activated cells are cut off. */
const MOST_LOST = 2;
/** Above resting lymphocytes by this factor of forward scatter a cell is a blast. */
const BLAST = 1.25;

export const lymphocytes: StepKind<LymphocytesStep> = {
  schema: lymphocytesSchema,
  words: { en: 'Lymphocytes by scatter', ja: 'リンパ球(散乱光)' },
  dimensions: [forwardScatter, sideScatter, named('CD3'), named('CD56')],
  names: () => ['Lymphocytes'],
  usual: { kind: 'lymphocytes', markers: [usualPrior, usualPrior] },
  gateDimensions: 2,
  cleans: 'always',
  place({ markers }, input) {
    const cuts = markers.map((prior, i) => cutOn(input, i + 2, prior, 4).position);
    const isPositive = (columns: readonly ArrayLike<number>[], event: number) =>
      columns[2]![event]! >= cuts[0]! || columns[3]![event]! >= cuts[1]!;
    const [all, positive] = scatterGrids(input, [() => true, isPositive]) as [ScatterGrid, ScatterGrid];
    const back = positive.total >= FEWEST;
    const source = back ? positive : all;
    if (source.total < FEWEST)
      return { gate: everything, light: 'red', evidence: [{ code: 'too-few-events', values: { events: source.total } }] };
    const vertices = outlineOf(source, debrisEdge(all, medianSize(source)));
    if (!back) return { gate: polygonGate(vertices), light: 'amber', evidence: [{ code: 'scatter-only', values: { events: all.total } }] };
    const lost = lostBy(positive, vertices);
    const evidence = [
      { code: 'back-gated', values: { events: positive.total } },
      { code: 'gate-loss', values: { lost: rounded(lost, 1), blasts: rounded(blastsIn(positive), 1) } },
    ];
    return { gate: polygonGate(vertices), light: lost > MOST_LOST ? 'amber' : 'green', evidence };
  },
};

const everything = rectangleGate([{}, {}]);

/** Per cent of the events outside the outline, whose roof is a function of x. */
function lostBy({ counts, total, topX, topY }: ScatterGrid, vertices: readonly (readonly [number, number])[]): number {
  const roof = vertices.slice(1, -1);
  const [left, right] = [vertices[0]![0], vertices.at(-1)![0]];
  let lost = 0;
  for (let x = 0; x < SCATTER; x++) {
    const at = ((x + 0.5) / SCATTER) * topX;
    const after = roof.findIndex(([size]) => size >= at);
    const [b, a] = [roof[after] ?? roof.at(-1)!, roof[Math.max(0, after - 1)]!];
    const height = b[0] === a[0] ? b[1] : a[1] + ((b[1] - a[1]) * (at - a[0])) / (b[0] - a[0]);
    for (let y = 0; y < SCATTER; y++)
      if (at < left || at > right || ((y + 0.5) / SCATTER) * topY > height) lost += counts[y * SCATTER + x]!;
  }
  return (100 * lost) / total;
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
