import * as z from 'zod';
import { bandwidthFor, cutPriorSchema, DENSITY_HIGH, DENSITY_LOW, onScale } from './cut-prior.ts';
import { BINS, densityOf } from './density-1d.ts';
import { type Cut, type CutPrior, findCut } from './find-cut.ts';
import type { Light, StepInput, StepKind } from './step.ts';

/** One cut on one channel; the population is what lies above it, or below it (a viability dye). */
export const cutSchema = z.strictObject({
  kind: z.literal('cut'),
  keep: z.enum(['above', 'below']),
  prior: cutPriorSchema,
  /** Distance from a lone peak, in its standard deviations. */
  spread: z.number().positive().default(4),
});
export type CutStep = z.infer<typeof cutSchema>;

export const cut: StepKind<CutStep> = {
  gateDimensions: 1,
  place(step, input) {
    const found = cutOn(input, 0, step.prior, step.spread);
    const range = step.keep === 'above' ? { min: found.position } : { max: found.position };
    return { gate: { kind: 'rectangle', ranges: [range] }, light: lightOf(found), evidence: [evidenceOf(found)] };
  },
};

/** Finds the cut of one dimension over the parent's events for which `keep` holds. */
export function cutOn(
  input: StepInput,
  dimension: number,
  prior: CutPrior,
  spread: number,
  keep?: (part: number, event: number) => boolean,
): Cut {
  const rough = bandwidthFor(input.parentCount);
  const density = densityOf(input, dimension, DENSITY_LOW, DENSITY_HIGH, rough, keep);
  const bandwidthBins = (rough * BINS) / (DENSITY_HIGH - DENSITY_LOW);
  return findCut(density, onScale(prior, input.zeros[dimension] ?? 0), bandwidthBins, spread);
}

export const lightOf = ({ basis }: Cut): Light => (basis === 'valley' ? 'green' : basis === 'prior' ? 'red' : 'amber');

export const evidenceOf = ({ basis, significance }: Cut, axis = ''): { code: string; values: { [name: string]: string | number } } => ({
  code: `cut-${basis}`,
  values: { axis, significance: Math.round(significance) },
});
