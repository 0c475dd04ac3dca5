import { combinationOf } from '../gates/gates.ts';
import type { GateNode, PopulationNode } from './strategy.ts';

/** A population where it stands in the strategy, before any event is looked at. */
export interface PlannedPopulation {
  readonly gate: PlannedGate;
  readonly part: number;
  readonly node: PopulationNode;
  readonly path: string;
  readonly parent: PlannedPopulation | undefined;
  readonly depth: number;
}

/** A gate where it stands: all its populations hang on it. */
export interface PlannedGate {
  readonly node: GateNode;
  readonly parent: PlannedPopulation | undefined;
}

export interface Slots {
  /** In the order of the strategy. */
  readonly populations: readonly PlannedPopulation[];
  readonly skipped: readonly { readonly node: GateNode; readonly missing: readonly string[] }[];
  find(path: string, parent: PlannedPopulation | undefined): PlannedPopulation | undefined;
}

/**
 * Lays the strategy out. Optional gates whose dimensions are missing make room for their children; others go with all below them where
 * `dropMissing`, and stay to be refused where not. Where a gate lacks something, its stand-in takes its place.
 */
export function layOutStrategy(
  strategy: readonly GateNode[],
  missingOf: (node: GateNode) => readonly string[],
  dropMissing = false,
): Slots {
  const populations: PlannedPopulation[] = [];
  const byPath = new Map<string, PlannedPopulation>();
  const skipped: { readonly node: GateNode; readonly missing: readonly string[] }[] = [];
  function visit(nodes: readonly GateNode[], parent: PlannedPopulation | undefined): void {
    for (const written of nodes) {
      const node = standIn(written, parent);
      const missing = node.optional === true || dropMissing ? missingOf(node) : [];
      if (missing.length > 0) {
        // a person asks for the first way, whatever could have stood in for it
        const asked = written.dimensions.length > 0 ? written : node;
        skipped.push({ node: asked, missing: missingOf(asked) });
        if (node.optional === true) for (const population of node.populations) visit(population.gates ?? [], parent);
        continue;
      }
      const gate: PlannedGate = { node, parent };
      node.populations.forEach((population, part) => {
        const path = parent === undefined ? population.name : `${parent.path}/${population.name}`;
        const slot: PlannedPopulation = { gate, part, node: population, path, parent, depth: (parent?.depth ?? 0) + 1 };
        populations.push(slot);
        if (!byPath.has(path)) byPath.set(path, slot);
        visit(population.gates ?? [], slot);
      });
    }
  }
  /** A whole path first, else one below the gate's own parent. */
  const find = (path: string, parent: PlannedPopulation | undefined) =>
    byPath.get(path) ?? byPath.get(parent === undefined ? path : `${parent.path}/${path}`);
  /** The gate itself or the first of its stand-ins for which the sample has everything, else the last; operands stand before it. */
  function standIn(node: GateNode, parent: PlannedPopulation | undefined): GateNode {
    const { gate, otherwise, ...rest } = node;
    if (otherwise === undefined) return node;
    const lacks = combinationOf(gate)?.operands.some(({ population }) => !find(population, parent)) ?? missingOf(node).length > 0;
    return lacks ? standIn({ ...rest, ...otherwise }, parent) : node;
  }
  visit(strategy, undefined);
  return { populations, skipped, find };
}
