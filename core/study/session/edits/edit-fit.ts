import { type Step, stepKinds } from '../../../gating/automatic/steps.ts';
import { dimensionCount, type Gate, isFixed, populationCount } from '../../../gating/gates/gates.ts';
import { namesOf } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode, OwnGate, StandInGate } from '../../../gating/strategy/strategy.ts';
import { refuseSession } from '../document/session-problems.ts';

/** In how many of a node's dimensions a gate is drawn; undefined where the gate itself does not say. */
const dimensionsDrawn = (gate: Gate | Step): number | undefined => (isFixed(gate) ? dimensionCount(gate) : undefined);

/** The dimensions that a gate is drawn in; an automatic step may look at more than the gate that it places. */
function drawnDimensions({ gate, dimensions }: GateNode): readonly string[] {
  return dimensions.slice(0, isFixed(gate) ? dimensionsDrawn(gate) : stepKinds[gate.kind].gateDimensions);
}

/** The node with another gate in its place. A gate takes the first dimensions of a step, whose others were evidence only. */
export function withGate(node: GateNode, gate: Gate | Step, dimensions: readonly string[] = node.dimensions): GateNode {
  const { own: _, ...rest } = node;
  const changed: GateNode = { ...rest, gate, dimensions: dimensions.slice(0, dimensionsDrawn(gate)) };
  checkFit(changed, dimensions.length);
  return changed;
}

/** A person's gate and the act that placed it. */
export type OwnAct = Omit<OwnGate, 'instead'> & { readonly to: Gate };

/** A gate that a person placed in one sample or for a group, on whichever of the node's dimensions the sample has, with what it stands in place of. */
export function withOwnGate(node: GateNode, { to: gate, by, at, reason, group }: OwnAct): GateNode {
  const { otherwise, dimensions } = node;
  const instead = { dimensions, gate: node.gate, ...(otherwise === undefined ? {} : { otherwise }) };
  const changed = { ...withGate(node, gate), own: { by, at, reason, ...(group === undefined ? {} : { group }), instead } };
  if (otherwise === undefined) return changed;
  const inStead = (standIn: StandInGate): StandInGate => ({
    ...standIn,
    gate: standIn.dimensions.length >= changed.dimensions.length ? gate : standIn.gate,
    ...(standIn.otherwise === undefined ? {} : { otherwise: inStead(standIn.otherwise) }),
  });
  return { ...changed, otherwise: inStead(otherwise) };
}

/** Whether a gate that was placed by hand in `before` means the same in `after`: the same dimensions, as many populations. */
export function staysFit(placed: Gate, before: GateNode, after: GateNode): boolean {
  const drawn = drawnDimensions({ ...before, gate: placed });
  return populationCount(placed) === after.populations.length && drawn.every((dimension, i) => dimension === after.dimensions[i]);
}

/** Refuses a gate that needs more dimensions than are given, or that gives another number of populations. */
export function checkFit(node: GateNode, given: number = node.dimensions.length): void {
  const { gate } = node;
  const needed = isFixed(gate) ? (dimensionsDrawn(gate) ?? given) : stepKinds[gate.kind].gateDimensions;
  const populations = isFixed(gate) ? populationCount(gate) : node.populations.length;
  if (needed > given || populations !== node.populations.length)
    refuseSession('gate-unfit', { kind: gate.kind, dimensions: needed, populations, population: namesOf(node) });
}
