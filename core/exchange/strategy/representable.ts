import { combinationOf } from '../../gating/gates/gates.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { layOutStrategy, type PlannedPopulation } from '../../gating/strategy/strategy-layout.ts';

/**
 * Which gates a format can hold: those that it can hold by themselves, below gates that it can, combining only populations that
 * it can. Gives the others with the paths of their populations.
 */
export function unrepresentable(
  strategy: readonly GateNode[],
  canHold: (node: GateNode) => boolean,
): ReadonlyMap<GateNode, readonly string[]> {
  const slots = layOutStrategy(strategy, () => []);
  const pathsOf = new Map<GateNode, string[]>();
  for (const { gate, path } of slots.populations) pathsOf.set(gate.node, [...(pathsOf.get(gate.node) ?? []), path]);
  const dropped = new Set<GateNode>([...pathsOf.keys()].filter((node) => !canHold(node)));
  const isGone = (slot: PlannedPopulation | undefined): boolean =>
    slot !== undefined && (dropped.has(slot.gate.node) || isGone(slot.parent));
  for (let before = -1; before !== dropped.size; ) {
    before = dropped.size;
    for (const { gate } of slots.populations) {
      const operands = combinationOf(gate.node.gate)?.operands ?? [];
      const lost = operands.some(({ population }) => {
        const operand = slots.find(population, gate.parent);
        return operand === undefined || isGone(operand);
      });
      if (lost || isGone(gate.parent)) dropped.add(gate.node);
    }
  }
  return new Map([...pathsOf].filter(([node]) => dropped.has(node)));
}
