import type * as z from 'zod';
import type { Sentence } from '../../../base/message.ts';
import type { Bitmask } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { Gate } from '../../gates/gates.ts';
import type { LearningAxis } from './learning-axis.ts';
import type { PartEstimate } from './part-estimate.ts';

/** Green: leave alone. Amber: look at it. Red: do not use without a person. */
export type Light = 'green' | 'amber' | 'red';

/** What a step sees: one shard after another of its dimensions, and which events its parent holds. */
export interface StepInput {
  readonly parts: readonly { readonly columns: readonly ScaledColumn[]; readonly parent: Bitmask; readonly eventCount: number }[];
  /** Where the linear value 0 stands on the scale of each dimension. */
  readonly zeros: readonly number[];
  /** From linear values to positions, for each dimension. */
  readonly scales: readonly ((linear: number) => number)[];
  /** Events of the parent in all parts. */
  readonly parentCount: number;
  /** Another channel of the sample, part by part, and where its linear value 0 stands; undefined where the sample lacks it or it cannot be relied on. */
  readonly witness?: (id: string) => { readonly columns: readonly ScaledColumn[]; readonly zero: number } | undefined;
}

/** A gate that a person can see, move and export, and why it stands there. */
export interface StepResult {
  readonly gate: Gate;
  readonly light: Light;
  /** Codes of core/gating/automatic/kind/evidence.ts with their numbers. */
  readonly evidence: readonly Evidence[];
  /** Where the gate might stand as well: what follows from it has the error of that. */
  readonly others?: readonly Gate[];
  /** One for each population of the gate, where the step can say. */
  readonly parts?: readonly PartEstimate[];
}

export interface Evidence {
  readonly code: string;
  readonly values?: { readonly [name: string]: string | number };
}

/** A kind of automatic step: settings apart from behaviour, all of it in one record. What is optional is absent where the kind has no such thing. */
export interface StepKind<S> {
  /** Its settings; those with meta `readOnly` are not set by hand. */
  readonly schema: z.ZodType<S>;
  readonly words: Sentence;
  /** Deterministic: the same events and parameters give the same gate. */
  readonly place: (step: S, input: StepInput) => StepResult;
  /** What each of its dimensions is. */
  readonly dimensions: readonly Sentence[];
  /** In how many of them the gate is drawn; the others are evidence only. */
  readonly gateDimensions: number;
  /** What its populations are called at first, by the names of its dimensions. */
  readonly names: (dimensions: readonly string[]) => readonly string[];
  /** The settings of a new one. */
  readonly usual: S;
  readonly learns?: readonly LearningAxis<S>[];
  /** It takes out what nobody wants to count: `always` where numbers without it are not sure, `possibly` where many panels do without. */
  readonly cleans?: 'always' | 'possibly';
  /** What it takes out are doublets. */
  readonly removesDoublets?: true;
}
