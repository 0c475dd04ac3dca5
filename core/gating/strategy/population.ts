import type { Finding } from '../../base/finding.ts';
import type { Problem } from '../../base/problem.ts';
import type { Bitmask } from '../../data/events/bitmask.ts';
import type { PartEstimate } from '../automatic/kind/part-estimate.ts';
import type { Evidence, Light } from '../automatic/kind/step.ts';
import type { Gate } from '../gates/gates.ts';

export interface Population {
  readonly path: string;
  readonly name: string;
  readonly role?: string;
  readonly depth: number;
  readonly members: Bitmask;
  readonly count: number;
  readonly parent?: Population;
  readonly placed?: PlacedGate;
  /** Of the least sure automatic gate that it follows from: its own, one above it, or one of a boolean gate's operands. */
  readonly light?: Light;
}

/** How an automatic step placed a gate: of one population where `estimate` is there. */
export interface AutomaticGate {
  readonly step: string;
  readonly light: Light;
  readonly evidence: readonly Evidence[];
  readonly estimate?: PartEstimate;
}

export interface GatedSample {
  /** All events first, then in the order of the strategy. */
  readonly populations: readonly Population[];
  readonly findings: readonly Finding[];
  /** Populations without a number, and why; empty unless they were to be collected. */
  readonly refused: readonly { readonly path: string; readonly problem: Problem }[];
}

/** A gate where it stands in this sample. */
export interface PlacedGate {
  /** The gate's identity in a session, through renames and moves. */
  readonly id?: string;
  readonly dimensions: readonly string[];
  /** On the scales of its dimensions. */
  readonly gate: Gate;
  /** Which population of the gate this is, from 0. */
  readonly part: number;
  readonly automatic?: AutomaticGate;
  /** Of a boolean gate: the light of the least sure population that it combines. */
  readonly follows?: Light;
}
