import { refuse } from '../xml/values.ts';
import type { ReadGate } from './gates/form.ts';

/** Refuses a reference to nothing, and a gate that depends on itself through parents and booleans. Deep chains need no deep stack. */
export function checkCircles(gates: readonly ReadGate[], owners: ReadonlyMap<string, ReadGate>): void {
  const needs = new Map(
    gates.map((gate) => {
      const operands = 'operands' in gate.shape ? gate.shape.operands : [];
      for (const { ref, element } of operands) if (!owners.has(ref)) refuse('gatingml-reference', element, { name: ref });
      const names = [...(gate.parent === undefined ? [] : [gate.parent]), ...operands.map(({ ref }) => ref)];
      return [gate, names.map((name) => owners.get(name) as ReadGate)] as const;
    }),
  );
  // gates that need nothing open are taken away until none is left, or a circle is
  const waiting = new Map([...needs].map(([gate, list]) => [gate, new Set(list)] as const));
  const neededBy = new Map<ReadGate, ReadGate[]>();
  for (const [gate, list] of needs) for (const need of list) neededBy.set(need, [...(neededBy.get(need) ?? []), gate]);
  const free = gates.filter((gate) => waiting.get(gate)?.size === 0);
  for (let gate = free.pop(); gate !== undefined; gate = free.pop()) {
    waiting.delete(gate);
    for (const later of neededBy.get(gate) ?? []) {
      const open = waiting.get(later);
      if (open?.delete(gate) && open.size === 0) free.push(later);
    }
  }
  const [stuck] = waiting.keys();
  if (stuck !== undefined) refuse('gatingml-circular', stuck.element, { name: stuck.id });
}
