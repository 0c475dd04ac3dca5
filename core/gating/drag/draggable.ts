import { type Gate, partsOf } from '../gates/gates.ts';
import type { GateParts } from '../gates/kind/parts.ts';

/** A gate of a kind that a person can move in a plot, drawn in one or two dimensions; its populations share no event. */
export type DraggableGate = Gate;

export const asDraggable = (gate: Gate): DraggableGate | undefined => (partsOf(gate) === undefined ? undefined : gate);

/** Throws where the gate is none that `asDraggable` gives. */
export function partsIn(gate: DraggableGate): GateParts {
  const parts = partsOf(gate);
  if (parts === undefined) throw new Error(`a gate that is ${gate.kind} cannot be moved in steps`);
  return parts;
}
