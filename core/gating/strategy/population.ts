import type { Caution } from '../../base/caution.ts';
import type { Finding } from '../../base/finding.ts';
import type { Problem } from '../../base/problem.ts';
import type { Bitmask } from '../../data/events/bitmask.ts';
import type { PartEstimate } from '../automatic/kind/part-estimate.ts';
import type { Evidence, Light } from '../automatic/kind/step.ts';
import { worstLight } from '../density/sensitivity.ts';
import type { Gate } from '../gates/gates.ts';
import type { SkippedGate } from './skipped-gate.ts';
import type { OwnGate } from './strategy.ts';

export interface Population {
  readonly path: string;
  readonly name: string;
  readonly role?: string;
  readonly depth: number;
  readonly members: Bitmask;
  readonly count: number;
  readonly parent?: Population;
  readonly placed?: PlacedGate;
  /** Of the least sure automatic gate that it follows from (its own, one above it, one of a boolean gate's operands) and of its cautions. */
  readonly light?: Light;
  /** Its own and those of what it follows from. */
  readonly cautions?: readonly Caution[];
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
  /** Gates that the sample cannot have. */
  readonly skipped: readonly SkippedGate[];
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
  /** A person's act in this sample alone. */
  readonly own?: Omit<OwnGate, 'instead'>;
  /** Of a boolean gate: the light of the least sure population that it combines. */
  readonly follows?: Light;
  /** Of the population: what makes it unsure however well the gate stands. */
  readonly cautions?: readonly Caution[];
}

/** How sure a population is of the gate that it hangs on: a person's own gate is as sure as what it stands in; undefined where nothing speaks against it. */
export function lightOfGate({ automatic, follows, cautions = [] }: PlacedGate): Light | undefined {
  const lights = [automatic?.light, follows, ...cautions.map(({ light }) => light)].filter((light) => light !== undefined);
  return lights.length === 0 ? undefined : worstLight(lights);
}
