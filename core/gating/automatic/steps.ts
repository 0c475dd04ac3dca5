import { kindUnion } from '../../base/kind-union.ts';
import { aroundTCells } from './around-t-cells/around-t-cells.ts';
import { bright } from './bright/bright.ts';
import { cluster } from './cluster/cluster.ts';
import { cut } from './cut/cut.ts';
import { debris } from './debris/debris.ts';
import { feederLabel } from './feeder-label/feeder-label.ts';
import { feederSize } from './feeder-size/feeder-size.ts';
import { fourWay } from './four-way/four-way.ts';
import type { LearningAxis } from './kind/learning-axis.ts';
import type { StepInput, StepKind, StepResult } from './kind/step.ts';
import { live } from './live/live.ts';
import { lymphocytes } from './lymphocytes/lymphocytes.ts';
import { margins } from './margins/margins.ts';
import { singlets } from './singlets/singlets.ts';
import { viability } from './viability/viability.ts';

/** Every automatic step there is. To add one: its folder, and a line for its record above and below. */
const records = {
  margins,
  debris,
  singlets,
  viability,
  live,
  lymphocytes,
  'around-t-cells': aroundTCells,
  'four-way': fourWay,
  cut,
  bright,
  cluster,
  'feeder-label': feederLabel,
  'feeder-size': feederSize,
};

type StepOf<Kind extends keyof typeof records> = (typeof records)[Kind] extends StepKind<infer S> ? S : never;
export type Step = { [Kind in keyof typeof records]: StepOf<Kind> }[keyof typeof records];

/** The compiler holds each record to the name that its steps carry. */
export const stepKinds: { readonly [Kind in Step['kind']]: StepKind<Extract<Step, { kind: Kind }>> } = records;

export const stepSchema = kindUnion<Step>(stepKinds);

/** The record of a step's kind. */
export const kindOfStep = ({ kind }: Pick<Step, 'kind'>): StepKind<Step> => stepKinds[kind] as unknown as StepKind<Step>;

export const placeGate = (step: Step, input: StepInput): StepResult => kindOfStep(step).place(step, input);

/** The axes of a step that priors are learnt for. */
export const learningAxes = (step: Step): readonly LearningAxis<Step>[] => kindOfStep(step).learns ?? [];

/** Whether a gate is one that is yet to be placed. */
export const isStep = (gate: { readonly kind: string }): gate is Step => Object.hasOwn(stepKinds, gate.kind);
