import { indexStrategy, joinPath, mapShared, withGates } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';

export interface NamedGates {
  readonly gates: readonly GateNode[];
  /** How many ids were handed out so far. */
  readonly gateIds: number;
}

/**
 * Gives an id to every gate that has none: the one that `known` has for its address, else the next `gate-N` that is free.
 * `taken` are the ids of the gates beside these.
 */
export function nameGates(
  gates: readonly GateNode[],
  gateIds: number,
  taken: readonly GateNode[],
  known: ReadonlyMap<string, string> = new Map(),
  parent = '',
): NamedGates {
  const ids = new Set([...idsOf(taken), ...idsOf(gates)]);
  let count = [...ids].reduce((most, id) => Math.max(most, Number(/^gate-(\d{1,9})$/.exec(id)?.[1] ?? 0)), gateIds);
  function give(address: string): string {
    const old = known.get(address);
    const id = old !== undefined && !ids.has(old) ? old : `gate-${++count}`;
    ids.add(id);
    return id;
  }
  const name = (nodes: readonly GateNode[], below: string): readonly GateNode[] =>
    mapShared(nodes, (node) => {
      const own = node.id === undefined ? { id: give(addressOf(node, below)), ...node } : node;
      const populations = mapShared(own.populations, (population) =>
        withGates(population, name(population.gates ?? [], joinPath(below, population.name))),
      );
      return populations === own.populations ? own : { ...own, populations };
    });
  const named = name(gates, parent);
  return { gates: named, gateIds: count };
}

/** The ids of a strategy by address, for a newer revision of the same protocol that was written without them. */
export const idsByAddress = (strategy: readonly GateNode[]): ReadonlyMap<string, string> =>
  new Map(
    indexStrategy(strategy).gates.flatMap(({ node, parent }) =>
      node.id === undefined ? [] : [[addressOf(node, parent), node.id] as const],
    ),
  );

/** The paths of a gate's populations, in order. */
const addressOf = (node: GateNode, parent: string): string => JSON.stringify(node.populations.map(({ name }) => joinPath(parent, name)));

const idsOf = (gates: readonly GateNode[]): readonly string[] => indexStrategy(gates).gates.flatMap(({ node }) => node.id ?? []);
