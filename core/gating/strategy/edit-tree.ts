import type { GateNode, PopulationNode } from './strategy.ts';

/** A gate where it stands: below which population, and how many populations stand before it in the walk. */
export interface GateAt {
  readonly node: GateNode;
  readonly parent: string;
  readonly before: number;
  /** 1 for the gates on all events. */
  readonly level: number;
}

/** A population where it stands; its gate and part name it, whatever it is called. */
export interface PopulationAt {
  readonly node: PopulationNode;
  readonly path: string;
  readonly parent: string;
  readonly gate: GateNode;
  readonly part: number;
}

export interface StrategyIndex {
  readonly gates: readonly GateAt[];
  readonly populations: readonly PopulationAt[];
}

export const joinPath = (parent: string, name: string): string => (parent === '' ? name : `${parent}/${name}`);

/** Lists a strategy in the order in which a sample is gated. */
export function indexStrategy(strategy: readonly GateNode[]): StrategyIndex {
  const gates: GateAt[] = [];
  const populations: PopulationAt[] = [];
  function visit(nodes: readonly GateNode[], parent: string, level: number): void {
    for (const node of nodes) {
      gates.push({ node, parent, before: populations.length, level });
      node.populations.forEach((population, part) => {
        const path = joinPath(parent, population.name);
        populations.push({ node: population, path, parent, gate: node, part });
        visit(population.gates ?? [], path, level + 1);
      });
    }
  }
  visit(strategy, '', 1);
  return { gates, populations };
}

export const namesOf = (node: GateNode): string => node.populations.map(({ name }) => name).join(', ');

/** Maps, dropping what becomes undefined; the array itself comes back where nothing changed, so that snapshots share. */
export function mapShared<T extends object>(items: readonly T[], change: (item: T, index: number) => T | undefined): readonly T[] {
  const changed = items.map(change).filter((item) => item !== undefined);
  return changed.length === items.length && changed.every((item, i) => item === items[i]) ? items : changed;
}

/** Changes or drops gates anywhere in the tree, from the top down. */
export function mapGates(nodes: readonly GateNode[], change: (node: GateNode) => GateNode | undefined): readonly GateNode[] {
  return mapShared(nodes, (node) => {
    const own = change(node);
    if (own === undefined) return undefined;
    const populations = mapShared(own.populations, (population) => withGates(population, mapGates(population.gates ?? [], change)));
    return populations === own.populations ? own : { ...own, populations };
  });
}

/** A population with other gates below it; without the key where there are none. */
export function withGates(population: PopulationNode, gates: readonly GateNode[]): PopulationNode {
  const { gates: old, ...rest } = population;
  if (old === gates || (old === undefined && gates.length === 0)) return population;
  return gates.length === 0 ? rest : { ...rest, gates };
}
