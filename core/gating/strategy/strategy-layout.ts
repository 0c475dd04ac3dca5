import type { Caution } from '../../base/caution.ts';
import { combinationOf } from '../gates/gates.ts';
import { cleans, isExpected } from './cleaning.ts';
import { joinPath } from './edit-tree.ts';
import type { SkippedGate } from './skipped-gate.ts';
import type { GateNode, PopulationNode } from './strategy.ts';

/** A population where it stands in the strategy, before any event is looked at. */
export interface PlannedPopulation {
  readonly gate: PlannedGate;
  readonly part: number;
  readonly node: PopulationNode;
  readonly path: string;
  readonly parent: PlannedPopulation | undefined;
  readonly depth: number;
  /** Cleaning gates above it that the sample cannot have. */
  readonly cautions: readonly Caution[];
}

/** A gate where it stands: all its populations hang on it. */
export interface PlannedGate {
  readonly node: GateNode;
  readonly parent: PlannedPopulation | undefined;
}

export interface Slots {
  /** In the order of the strategy. */
  readonly populations: readonly PlannedPopulation[];
  readonly skipped: readonly SkippedGate[];
  find(path: string, parent: PlannedPopulation | undefined): PlannedPopulation | undefined;
}

/**
 * Lays the strategy out. A gate whose dimensions are missing goes, if it is optional or `dropMissing` says so; else it stays to be refused. Where
 * an optional gate cleans (it takes out doublets, debris, dead cells), its children are counted in its parent; every other gate goes with
 * all that qualifies its populations. Where a gate lacks something, its stand-in takes its place.
 */
export function layOutStrategy(
  strategy: readonly GateNode[],
  missingOf: (node: GateNode) => readonly string[],
  dropMissing = false,
): Slots {
  const populations: PlannedPopulation[] = [];
  const byPath = new Map<string, PlannedPopulation>();
  const skipped: SkippedGate[] = [];
  /** By their paths in the strategy, where gates above them were skipped. */
  const byWrittenPath = new Map<string, PlannedPopulation>();
  function visit(nodes: readonly GateNode[], parent: PlannedPopulation | undefined, cautions: readonly Caution[] = [], above = ''): void {
    for (const written of nodes) {
      const node = standIn(written, parent);
      const missing = node.optional === true || dropMissing ? missingOf(node) : [];
      if (missing.length > 0) {
        // a person asks for the first way, whatever could have stood in for it
        const asked = written.dimensions.length > 0 ? written : node;
        const lacks = missingOf(asked);
        const makesRoom = asked.optional === true && cleans(asked);
        skipped.push({ node: asked, missing: lacks, countedIn: makesRoom ? (parent?.path ?? '') : undefined });
        const without = makesRoom && isExpected(asked) ? [...cautions, withoutGate(asked, lacks, parent)] : cautions;
        if (makesRoom)
          for (const population of node.populations) visit(population.gates ?? [], parent, without, joinPath(above, population.name));
        continue;
      }
      const gate: PlannedGate = { node, parent };
      node.populations.forEach((population, part) => {
        const path = parent === undefined ? population.name : `${parent.path}/${population.name}`;
        const slot: PlannedPopulation = { gate, part, node: population, path, parent, depth: (parent?.depth ?? 0) + 1, cautions };
        populations.push(slot);
        if (!byPath.has(path)) byPath.set(path, slot);
        const written = joinPath(above, population.name);
        if (written !== path && !byWrittenPath.has(written)) byWrittenPath.set(written, slot);
        visit(population.gates ?? [], slot, cautions, written);
      });
    }
  }
  /** A whole path first, else one below the gate's own parent, else a whole path of the strategy. */
  const find = (path: string, parent: PlannedPopulation | undefined) =>
    byPath.get(path) ?? byPath.get(parent === undefined ? path : `${parent.path}/${path}`) ?? byWrittenPath.get(path);
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

const withoutGate = ({ populations }: GateNode, missing: readonly string[], parent: PlannedPopulation | undefined): Caution => ({
  code: 'without-gate',
  kind: 'note',
  light: 'amber',
  values: { gate: populations.map(({ name }) => name).join(', '), missing: missing.join(', '), parent: parent?.path ?? '●' },
});
