import type { Bitmask } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { Gate } from '../../gates/gates.ts';
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
}

/** A gate that a person can see, move and export, and why it stands there. */
export interface StepResult {
  readonly gate: Gate;
  readonly light: Light;
  /** Codes of core/gating/automatic/kind/evidence.ts with their numbers. */
  readonly evidence: readonly Evidence[];
  /** One for each population of the gate, where the step can say. */
  readonly parts?: readonly PartEstimate[];
}

export interface Evidence {
  readonly code: string;
  readonly values?: { readonly [name: string]: string | number };
}

export interface StepKind<S> {
  /** Deterministic: the same events and parameters give the same gate. */
  readonly place: (step: S, input: StepInput) => StepResult;
  /** How many of the node's dimensions the gate is drawn in; the others are evidence only. */
  readonly gateDimensions: number;
}
