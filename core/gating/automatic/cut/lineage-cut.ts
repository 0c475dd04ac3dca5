import type { CutPrior } from '../kind/cut-prior.ts';
import type { StepInput } from '../kind/step.ts';
import { cutOn } from './cut.ts';

const SPREAD = 4;
const WHOLE_SCALE = { low: 0.02, high: 1 } as const;

/**
 * Where cells with a lineage marker begin: in the valley where it is expected; without one there, in the deepest valley of the scale, since a
 * detector's voltage puts both kinds of cells anywhere; without any, at the edge of the only kind.
 */
export function lineageCut(input: StepInput, dimension: number, prior: CutPrior): number {
  const expected = cutOn(input, dimension, prior, SPREAD);
  if (expected.basis === 'valley') return expected.position;
  const anywhere = cutOn(input, dimension, { ...prior, ...WHOLE_SCALE }, SPREAD);
  return (anywhere.basis === 'valley' ? anywhere : expected).position;
}
