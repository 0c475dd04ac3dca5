import * as z from 'zod';
import { bright, brightSchema } from './bright.ts';
import { cluster, clusterSchema } from './cluster.ts';
import { cut, cutSchema } from './cut.ts';
import { debris, debrisSchema } from './debris.ts';
import { feederLabel, feederLabelSchema } from './feeder-label.ts';
import { feederSize, feederSizeSchema } from './feeder-size.ts';
import { fourWay, fourWaySchema } from './four-way.ts';
import { lymphocytes, lymphocytesSchema } from './lymphocytes.ts';
import { margins, marginsSchema } from './margins.ts';
import { singlets, singletsSchema } from './singlets.ts';
import type { StepInput, StepKind, StepResult } from './step.ts';
import { viability, viabilitySchema } from './viability.ts';

/** Every automatic step there is. To add one: its file, one line here, one line below; the compiler asks for both. */
export const stepSchema = z.discriminatedUnion('kind', [
  marginsSchema,
  debrisSchema,
  singletsSchema,
  viabilitySchema,
  lymphocytesSchema,
  fourWaySchema,
  cutSchema,
  brightSchema,
  clusterSchema,
  feederLabelSchema,
  feederSizeSchema,
]);
export type Step = z.infer<typeof stepSchema>;
type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

export const stepKinds: { readonly [Kind in Step['kind']]: StepKind<StepOf<Kind>> } = {
  margins,
  debris,
  singlets,
  viability,
  lymphocytes,
  'four-way': fourWay,
  cut,
  bright,
  cluster,
  'feeder-label': feederLabel,
  'feeder-size': feederSize,
};

export function placeGate<Kind extends Step['kind']>(step: StepOf<Kind> & { readonly kind: Kind }, input: StepInput): StepResult {
  return stepKinds[step.kind].place(step, input);
}

/** Whether a gate is one that is yet to be placed. */
export const isStep = (gate: { readonly kind: string }): gate is Step => Object.hasOwn(stepKinds, gate.kind);
