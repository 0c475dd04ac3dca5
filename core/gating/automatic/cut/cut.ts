import * as z from 'zod';
import { BINS, type Density, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { type Cut, findCut } from '../../density/find-cut.ts';
import { onAxis, type RunAxis, windowIn } from '../../density/run-axis.ts';
import { runEvidence } from '../../density/run-evidence.ts';
import { lightOfSensitivity, pointsBetween, rounded, sensitivityOf, worstLight } from '../../density/sensitivity.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import type { CutPrior } from '../kind/cut-prior.ts';
import { cutPriorSchema, onScale, usualPrior } from '../kind/cut-prior.ts';
import { marker } from '../kind/dimension-words.ts';
import { onlyAxis } from '../kind/learning-axis.ts';
import { sameRunSchema } from '../kind/same-run.ts';
import type { Evidence, Light, StepInput, StepKind } from '../kind/step.ts';

/** One cut on one channel; the population is what lies above it, or below it (a viability dye). */
const cutSchema = z.strictObject({
  kind: z.literal('cut'),
  keep: z.enum(['above', 'below']).meta({
    en: 'keep',
    ja: '残す側',
    choices: { above: { en: 'above the cut', ja: '境界より上' }, below: { en: 'below the cut', ja: '境界より下' } },
  }),
  prior: cutPriorSchema.meta({ en: 'where the cut is expected', ja: '想定される境界' }),
  /** Distance from a lone peak, in its standard deviations. */
  spread: z.number().positive().default(4).meta({ en: 'standard deviations from a lone peak', ja: '単一ピークからの距離(SD)' }),
  /** What controls and siblings of the run say; set for one analysis, not by hand. */
  sameRun: sameRunSchema.optional().meta({ readOnly: true }),
});
export type CutStep = z.infer<typeof cutSchema>;

export const cut: StepKind<CutStep> = {
  schema: cutSchema,
  words: { en: 'Positive or negative for a marker', ja: 'マーカー陽性・陰性' },
  dimensions: [marker],
  names: ([name = '']) => [`${name}+`],
  usual: { kind: 'cut', keep: 'above', prior: usualPrior, spread: 4 },
  learns: onlyAxis(),
  gateDimensions: 1,
  place(step, input) {
    const density = densityFor(input, 0);
    const run = onAxis(step.sameRun, input.scales[0] ?? Number);
    const found = findCutIn(density, input, 0, step.prior, step.spread, run);
    const range = step.keep === 'above' ? { min: found.position } : { max: found.position };
    const doubt = sensitivityOf(density, found.position, found.others);
    const below = pointsBetween(density, density.low, found.position);
    const kept = step.keep === 'above' ? 100 - below : below;
    const isOneSided = found.basis !== 'valley' && kept > MOST_KEPT;
    return {
      gate: rectangleGate([range]),
      light: worstLight([lightOf(found, doubt, density.total), ...(isOneSided ? ['red' as const] : [])]),
      evidence: [
        ...evidenceOf(found, doubt),
        ...(isOneSided ? [{ code: 'one-sided', values: { percent: rounded(kept, 1) } }] : []),
        ...runEvidence(run, found.position, density),
      ],
    };
  },
};

/** Finds the cut of one dimension over the parent's events for which `keep` holds. */
export const cutOn = (
  input: StepInput,
  dimension: number,
  prior: CutPrior,
  spread: number,
  keep?: (part: number, event: number) => boolean,
): Cut => findCutIn(densityFor(input, dimension, keep), input, dimension, prior, spread);

const densityFor = (input: StepInput, dimension: number, keep?: (part: number, event: number) => boolean): Density =>
  densityOf(input, dimension, DENSITY_LOW, DENSITY_HIGH, bandwidthFor(input.parentCount), keep);

function findCutIn(density: Density, input: StepInput, dimension: number, prior: CutPrior, spread: number, run: RunAxis = {}): Cut {
  const bandwidthBins = (bandwidthFor(input.parentCount) * BINS) / (DENSITY_HIGH - DENSITY_LOW);
  return findCut(density, windowIn(run, onScale(prior, input.zeros[dimension] ?? 0)), bandwidthBins, spread, run.control);
}

/** Per cent of the parent on the side that is kept: no cut without a valley shows so much. */
const MOST_KEPT = 97;
/** Fewer events are cut, but not left alone. */
const FEW = 100;

const lightOf = ({ basis }: Cut, doubt: number, events: number): Light =>
  basis === 'prior' ? 'red' : events < FEW ? 'amber' : lightOfSensitivity(doubt);

const evidenceOf = ({ basis, significance }: Cut, doubt: number): readonly Evidence[] => [
  { code: `cut-${basis}`, values: { axis: '', significance: Math.round(significance) } },
  { code: 'cut-doubt', values: { doubt: rounded(doubt) } },
];
