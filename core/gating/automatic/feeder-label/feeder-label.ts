import * as z from 'zod';
import { thinned } from '../../density/thinned.ts';
import { cutOn } from '../cut/cut.ts';
import { ENOUGH, feederGate } from '../feeder/feeder-gate.ts';
import { cutPriorSchema, usualPrior } from '../kind/cut-prior.ts';
import { named } from '../kind/dimension-words.ts';
import type { StepKind } from '../kind/step.ts';

/** Feeder cells (K562 lines) by a label of theirs (GFP, CD235a), without CD3 and CD56: a CAR may carry GFP too. Dimensions: label, CD3, CD56. */
const feederLabelSchema = z.strictObject({
  kind: z.literal('feeder-label'),
  label: cutPriorSchema.meta({ en: 'where the label is cut', ja: '標識の境界' }),
  /** Cuts of CD3 and CD56. */
  markers: z
    .tuple([cutPriorSchema.meta(named('CD3')), cutPriorSchema.meta(named('CD56'))])
    .meta({ en: 'where the cuts are expected', ja: '想定される境界' }),
});
export type FeederLabelStep = z.infer<typeof feederLabelSchema>;

export const feederLabel: StepKind<FeederLabelStep> = {
  schema: feederLabelSchema,
  words: { en: 'Feeder cells by their label', ja: 'フィーダー細胞(標識)' },
  dimensions: [{ en: 'label', ja: '標識' }, named('CD3'), named('CD56')],
  names: () => ['Feeder-like'],
  usual: { kind: 'feeder-label', label: { low: 0.2, expected: 0.4, high: 0.6 }, markers: [usualPrior, usualPrior] },
  gateDimensions: 3,
  place({ label, markers }, whole) {
    const input = thinned(whole, ENOUGH);
    const min = cutOn(input, 0, label, 4).position;
    const negative = markers.map((prior, i) => ({ max: cutOn(input, i + 1, prior, 4).position }));
    const { gate, light, evidence } = feederGate(input, (shift) => [{ min: min + shift }, ...negative], 'feeder-label');
    return { gate, light, evidence };
  },
};
