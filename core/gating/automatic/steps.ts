import * as z from 'zod';
import { bright, brightSchema } from './bright/bright.ts';
import { cluster, clusterSchema } from './cluster/cluster.ts';
import { cut, cutSchema } from './cut/cut.ts';
import { debris, debrisSchema } from './debris/debris.ts';
import { feederLabel, feederLabelSchema } from './feeder/feeder-label.ts';
import { feederSize, feederSizeSchema } from './feeder/feeder-size.ts';
import { fourWay, fourWaySchema } from './four-way/four-way.ts';
import type { StepInput, StepKind, StepResult } from './kind/step.ts';
import { lymphocytes, lymphocytesSchema } from './lymphocytes/lymphocytes.ts';
import { margins, marginsSchema } from './margins/margins.ts';
import { singlets, singletsSchema } from './singlets/singlets.ts';
import { viability, viabilitySchema } from './viability/viability.ts';

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
