import * as z from 'zod';
import { has } from '../../../data/events/bitmask.ts';
import { rounded } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { across, up } from '../kind/dimension-words.ts';
import type { StepInput, StepKind } from '../kind/step.ts';

/** On-scale events of two channels: without the pile at the top of a scale. Where nothing piles up, nothing is cut. */
const marginsSchema = z.strictObject({ kind: z.literal('margins') });
export type MarginsStep = z.infer<typeof marginsSchema>;

/** Events at the largest value that are a pile, and the share of the scale that belongs to it. */
const FEWEST = 20;
const WIDTH = 0.002;
/** An event farther off the scale than this stands alone and is no top. */
const FARTHEST = 2;
/** Per cent off scale beyond which the gain was wrong. */
const MOST = 5;

export const margins: StepKind<MarginsStep> = {
  schema: marginsSchema,
  words: { en: 'Events on scale', ja: 'スケール内のイベント' },
  dimensions: [across, up],
  names: () => ['On scale'],
  usual: { kind: 'margins' },
  gateDimensions: 2,
  cleans: 'possibly',
  place(_step, input) {
    const tops = [0, 1].map((dimension) => pileOf(input, dimension));
    const most = Math.max(...tops.map(({ percent }) => percent));
    return {
      gate: rectangleGate(tops.map(({ top }) => ({ max: top }))),
      light: most > MOST ? 'amber' : 'green',
      evidence: [{ code: 'off-scale', values: { x: rounded(tops[0]!.percent), y: rounded(tops[1]!.percent) } }],
    };
  },
};

/** Events within a hair of the largest value against those in the two such widths below it. */
function pileOf({ parts, parentCount }: StepInput, dimension: number): { readonly top: number | undefined; readonly percent: number } {
  let largest = Number.NEGATIVE_INFINITY;
  each(parts, dimension, (value) => {
    if (value > largest && value <= FARTHEST) largest = value;
  });
  let [pile, beside] = [0, 0];
  each(parts, dimension, (value) => {
    if (value > largest) return;
    if (value > largest - WIDTH) pile++;
    else if (value > largest - 3 * WIDTH) beside++;
  });
  const piled = pile > FEWEST && pile > 5 * Math.max(1, beside / 2);
  return { top: piled ? largest - WIDTH : undefined, percent: piled ? (100 * pile) / Math.max(1, parentCount) : 0 };
}

function each(parts: StepInput['parts'], dimension: number, visit: (value: number) => void): void {
  for (const { columns, parent, eventCount } of parts) {
    const values = columns[dimension]!;
    for (let event = 0; event < eventCount; event++) if (has(parent, event)) visit(values[event]!);
  }
}
