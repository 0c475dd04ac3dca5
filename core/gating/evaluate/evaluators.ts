import type { Bitmask } from '../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../data/events/event-table.ts';
import { evaluateGate, type Gate, kindOf } from '../gates/gates.ts';
import type { GridAxes } from '../gates/kind/grid.ts';
import { GRID_CHANNELS } from '../strategy/flowjo-grid.ts';

/**
 * `exact` compares every event where it lies. `flowjo` counts as FlowJo does: polygons on a grid of 256 channels, and events beyond
 * an end of an axis as if they lay at it. Approximate until compared with counts of the FlowJo in question. `flowjo-11` does the same, but
 * takes ellipses by the middle of each cell, as the author of another program reports of FlowJo 11.2.
 */
export const evaluators = ['exact', 'flowjo', 'flowjo-11'] as const;
export type Evaluator = (typeof evaluators)[number];

export interface EvaluationPart {
  readonly columns: readonly ScaledColumn[];
  /** Linear values of the same dimensions; only the grid asks for them. */
  readonly linear: () => readonly Float64Array[];
  readonly eventCount: number;
  readonly population: (path: string) => Bitmask;
}

/** A gate as FlowJo counts it: `drawn` has its coordinates linear. What does not say how is exact there too. */
export function evaluateAsFlowjo(
  evaluator: Exclude<Evaluator, 'exact'>,
  gate: Gate,
  drawn: Gate,
  axes: GridAxes,
  part: EvaluationPart,
  members: readonly Bitmask[],
): void {
  const { linear, eventCount } = part;
  const { countByCentre } = kindOf(gate);
  if (evaluator === 'flowjo-11' && countByCentre !== undefined && axes.every((axis) => axis !== undefined)) {
    countByCentre(gate, GRID_CHANNELS, part, members);
    return;
  }
  const evaluateLinear = (own: Gate): void => evaluateGate(own, { ...part, columns: linear() as readonly ScaledColumn[] }, members);
  const isCounted = kindOf(drawn).countOnGrid?.(drawn, axes, { linear, eventCount, evaluateLinear }, members) ?? false;
  if (!isCounted) evaluateGate(gate, part, members);
}
