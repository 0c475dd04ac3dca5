import type { GateNode } from './strategy.ts';

/** A gate that the sample cannot have. */
export interface SkippedGate {
  readonly node: GateNode;
  readonly missing: readonly string[];
  /** Path of the population in which its cells are counted instead, '' for all events; undefined where they are not counted. */
  readonly countedIn: string | undefined;
}
