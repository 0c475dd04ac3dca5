import * as z from 'zod';
import { cut, cutSchema } from './cut.ts';
import { fourWay, fourWaySchema } from './four-way.ts';
import { lymphocytes, lymphocytesSchema } from './lymphocytes.ts';
import { singlets, singletsSchema } from './singlets.ts';
import type { StepInput, StepKind, StepResult } from './step.ts';

/** Every automatic step there is. To add one: its file, one line here, one line below; the compiler asks for both. */
export const stepSchema = z.discriminatedUnion('kind', [cutSchema, fourWaySchema, singletsSchema, lymphocytesSchema]);
export type Step = z.infer<typeof stepSchema>;
type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

export const stepKinds: { readonly [Kind in Step['kind']]: StepKind<StepOf<Kind>> } = { cut, 'four-way': fourWay, singlets, lymphocytes };

export function placeGate<Kind extends Step['kind']>(step: StepOf<Kind> & { readonly kind: Kind }, input: StepInput): StepResult {
  return stepKinds[step.kind].place(step, input);
}
