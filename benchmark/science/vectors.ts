import * as z from 'zod';
import { Inputs, type Outputs, type ScienceFunctions } from './inputs.ts';
import { killingFunctions } from './killing-functions.ts';
import { ledgerFunctions } from './ledger-functions.ts';
import { residualFunctions } from './residual-functions.ts';

const valuesSchema = z.record(z.string(), z.unknown());
export const vectorsSchema = z.object({
  format: z.literal('lymphoscope-science-vectors'),
  version: z.literal(1),
  vectors: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      function: z.string(),
      inputs: valuesSchema,
      expected: valuesSchema,
      /** Relative; of an expected 0 absolute. */
      tolerance: z.number().min(0),
    }),
  ),
});
export type Vector = z.infer<typeof vectorsSchema>['vectors'][number];

export interface Outcome {
  readonly id: string;
  readonly group: string;
  /** No function of this name is known. */
  readonly isKnown: boolean;
  readonly ok: boolean;
  readonly expected: Outputs;
  readonly got: Outputs;
  /** Why nothing was computed. */
  readonly problem?: string;
}

const functions: ScienceFunctions = { ...residualFunctions, ...killingFunctions, ...ledgerFunctions };

/** One vector by its function and inputs alone. */
export function runVector({ id, group, function: name, inputs, expected, tolerance }: Vector): Outcome {
  const compute = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (compute === undefined) return { id, group, isKnown: false, ok: false, expected, got: {} };
  try {
    const got = compute(new Inputs(inputs));
    return { id, group, isKnown: true, ok: holds(expected, got, tolerance), expected, got };
  } catch (error) {
    return { id, group, isKnown: true, ok: false, expected, got: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** What a vector was simulated with: no function can compute it from the inputs. */
const ofSimulation = /^truth[A-Z]/;

/** Whether everything expected was given; what was given beyond it does not matter. */
function holds(expected: unknown, got: unknown, tolerance: number): boolean {
  if (typeof expected === 'number')
    return typeof got === 'number' && Math.abs(got - expected) <= tolerance * (expected === 0 ? 1 : Math.abs(expected));
  if (Array.isArray(expected))
    return Array.isArray(got) && got.length === expected.length && expected.every((value, i) => holds(value, got[i], tolerance));
  if (typeof expected === 'object' && expected !== null)
    return (
      typeof got === 'object' &&
      got !== null &&
      Object.entries(expected).every(
        ([name, value]) => ofSimulation.test(name) || holds(value, (got as { readonly [name: string]: unknown })[name], tolerance),
      )
    );
  return got === expected;
}
