import * as z from 'zod';
import { has } from '../../../data/events/bitmask.ts';
import { quantileOf } from '../../density/scatter-grid.ts';
import { worstLight } from '../../density/sensitivity.ts';
import { thinned } from '../../density/thinned.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { cutOn } from '../cut/cut.ts';
import { ENOUGH, feederGate, SHIFT } from '../feeder/feeder-gate.ts';
import { cutPriorSchema, usualPrior } from '../kind/cut-prior.ts';
import { forwardScatter, named } from '../kind/dimension-words.ts';
import type { StepInput, StepKind } from '../kind/step.ts';

/**
 * Feeder cells (K562 lines) where they carry no label: far larger than lymphocytes, dim in CD45, neither CD3+ nor CD56+. Dimensions: forward
 * scatter, CD45, CD3, CD56.
 */
const feederSizeSchema = z.strictObject({
  kind: z.literal('feeder-size'),
  /** Cuts of CD3 and CD56. */
  markers: z
    .tuple([cutPriorSchema.meta(named('CD3')), cutPriorSchema.meta(named('CD56'))])
    .meta({ en: 'where the cuts are expected', ja: '想定される境界' }),
  /** Forward scatter of the least feeder cell, as a multiple of the median lymphocyte's. */
  large: z.number().positive().default(1.7).meta({ en: 'times the size of lymphocytes', ja: 'リンパ球に対する大きさ(倍)' }),
  /** How far CD45 of feeder cells stays below that of lymphocytes, as a share of the scale. */
  dim: z.number().positive().default(0.2).meta({ en: 'CD45 below lymphocytes', ja: 'CD45のリンパ球からの低下' }),
});
export type FeederSizeStep = z.infer<typeof feederSizeSchema>;

/** Fewer lymphocytes say nothing of how large and how bright they are. */
const FEWEST = 100;
/** How uncertain the least size is, as a share of it. */
const SIZE = 0.12;
/** Percent of the live cells above which other large cells dim in CD45 (granulocytes, blasts of another kind) must be thought of. */
const MANY = 1;

export const feederSize: StepKind<FeederSizeStep> = {
  schema: feederSizeSchema,
  words: { en: 'Feeder cells by their size', ja: 'フィーダー細胞(サイズ)' },
  dimensions: [forwardScatter, named('CD45'), named('CD3'), named('CD56')],
  names: () => ['Feeder-like'],
  usual: { kind: 'feeder-size', markers: [usualPrior, usualPrior], large: 1.7, dim: 0.2 },
  gateDimensions: 4,
  place({ markers, large, dim }, whole) {
    const input = thinned(whole, ENOUGH);
    const [cd3, cd56] = markers.map((prior, i) => cutOn(input, i + 2, prior, 4).position) as [number, number];
    const lymphocytes = usual(input, cd3, cd56);
    if (lymphocytes === undefined)
      return { gate: nothing, light: 'red', evidence: [{ code: 'too-few-events', values: { events: input.parentCount } }] };
    const bounds = (shift: number) => [
      { min: lymphocytes.size * large * (1 + (shift * SIZE) / SHIFT) },
      { max: lymphocytes.cd45 - dim - shift },
      { max: cd3 },
      { max: cd56 },
    ];
    const { gate, light, evidence, percent } = feederGate(input, bounds, 'feeder-size');
    return { gate, light: worstLight([light, percent > MANY ? 'amber' : 'green']), evidence };
  },
};

/** No cell is so large: the gate holds none. */
const nothing = rectangleGate([{ min: 10 }, {}, {}, {}]);

const STEPS = 2048;
const [LOW, HIGH] = [-0.3, 1.3];

/** Median forward scatter and CD45 of the cells that carry CD3 or CD56. */
function usual({ parts }: StepInput, cd3: number, cd56: number): { readonly size: number; readonly cd45: number } | undefined {
  const sizes = new Float64Array(STEPS);
  const brightness = new Float64Array(STEPS);
  const bin = (value: number) => Math.max(0, Math.min(STEPS - 1, Math.floor(((value - LOW) / (HIGH - LOW)) * STEPS)));
  let total = 0;
  for (const { columns, parent, eventCount } of parts)
    for (let event = 0; event < eventCount; event++) {
      if (!(columns[2]![event]! >= cd3 || columns[3]![event]! >= cd56) || !has(parent, event)) continue;
      sizes[bin(columns[0]![event]!)]! += 1;
      brightness[bin(columns[1]![event]!)]! += 1;
      total++;
    }
  const median = (counts: Float64Array) => LOW + (quantileOf(counts, 0.5) / STEPS) * (HIGH - LOW);
  return total < FEWEST ? undefined : { size: median(sizes), cd45: median(brightness) };
}
