import type { Bitmask } from '../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../data/events/event-table.ts';
import { evaluateGate, type Gate, kindOf } from '../gates/gates.ts';
import type { GridAxes } from '../gates/kind/grid.ts';

/**
 * `exact` compares every event where it lies. `flowjo` counts as FlowJo does: polygons on a grid of 256 channels, and events beyond
 * an end of an axis as if they lay at it. Approximate until compared with counts of the FlowJo in question.
 */
export const evaluators = ['exact', 'flowjo'] as const;
export type Evaluator = (typeof evaluators)[number];

export interface EvaluationPart {
  readonly columns: readonly ScaledColumn[];
  /** Linear values of the same dimensions; only the grid asks for them. */
  readonly linear: () => readonly Float64Array[];
  readonly eventCount: number;
  readonly population: (path: string) => Bitmask;
}

/** A gate as FlowJo counts it: `drawn` has its coordinates linear. What does not say how is exact there too. */
export function evaluateAsFlowjo(gate: Gate, drawn: Gate, axes: GridAxes, part: EvaluationPart, members: readonly Bitmask[]): void {
  const { linear, eventCount } = part;
  const evaluateLinear = (own: Gate): void => evaluateGate(own, { ...part, columns: linear() as readonly ScaledColumn[] }, members);
  const isCounted = kindOf(drawn).countOnGrid?.(drawn, axes, { linear, eventCount, evaluateLinear }, members) ?? false;
  if (!isCounted) evaluateGate(gate, part, members);
}
