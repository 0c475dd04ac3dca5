import type { GateNode, PopulationNode } from './strategy.ts';

/** A population where it stands in the strategy, before any event is looked at. */
export interface Slot {
  readonly gate: GateSlot;
  readonly part: number;
  readonly node: PopulationNode;
  readonly path: string;
  readonly parent: Slot | undefined;
  readonly depth: number;
}

/** A gate where it stands: all its populations hang on it. */
export interface GateSlot {
  readonly node: GateNode;
  readonly parent: Slot | undefined;
}

export interface Slots {
  /** In the order of the strategy. */
  readonly populations: readonly Slot[];
  readonly skipped: readonly { readonly node: GateNode; readonly missing: readonly string[] }[];
  find(path: string, parent: Slot | undefined): Slot | undefined;
}

/**
 * Lays the strategy out. Optional gates whose dimensions are missing make room for their children; others go with all below them where
 * `dropMissing`, and stay to be refused where not. A boolean gate takes its other form where an operand before it is not there.
 */
export function layOut(strategy: readonly GateNode[], missingOf: (node: GateNode) => readonly string[], dropMissing = false): Slots {
  const populations: Slot[] = [];
  const byPath = new Map<string, Slot>();
  const skipped: { readonly node: GateNode; readonly missing: readonly string[] }[] = [];
  function visit(nodes: readonly GateNode[], parent: Slot | undefined): void {
    for (const written of nodes) {
      const node = lacksOperand(written, parent) ? { ...written, ...written.otherwise } : written;
      const missing = node.optional === true || dropMissing ? missingOf(node) : [];
      if (missing.length > 0) {
        skipped.push({ node, missing });
        if (node.optional === true) for (const population of node.populations) visit(population.gates ?? [], parent);
        continue;
      }
      const gate: GateSlot = { node, parent };
      node.populations.forEach((population, part) => {
        const path = parent === undefined ? population.name : `${parent.path}/${population.name}`;
        const slot: Slot = { gate, part, node: population, path, parent, depth: (parent?.depth ?? 0) + 1 };
        populations.push(slot);
        if (!byPath.has(path)) byPath.set(path, slot);
        visit(population.gates ?? [], slot);
      });
    }
  }
  /** A whole path first, else one below the gate's own parent. */
  const find = (path: string, parent: Slot | undefined) =>
    byPath.get(path) ?? byPath.get(parent === undefined ? path : `${parent.path}/${path}`);
  const lacksOperand = ({ gate, otherwise }: GateNode, parent: Slot | undefined): boolean =>
    gate.kind === 'boolean' && otherwise !== undefined && gate.operands.some(({ population }) => find(population, parent) === undefined);
  visit(strategy, undefined);
  return { populations, skipped, find };
}
