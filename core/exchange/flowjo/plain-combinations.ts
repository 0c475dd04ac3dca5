import { combinationOf, type Gate, isFixed } from '../../gating/gates/gates.ts';
import type { GateNode, PopulationNode } from '../../gating/strategy/strategy.ts';
import { layOutStrategy } from '../../gating/strategy/strategy-layout.ts';
import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { freeName } from '../strategy/population-names.ts';
import { openSteps, pieceOf, planesOf, type Step } from './population-steps.ts';

export interface WithoutCombinations {
  readonly strategy: readonly GateNode[];
  /** Where populations stand now, by their paths before. */
  readonly moved: ReadonlyMap<string, string>;
  readonly notes: readonly InterchangeNote[];
}

/**
 * Combinations as gates within gates, where these hold the same events: FlowJo 11 takes no combination over. What all of several hold are their
 * gates one below the other; what a gate beside or above does not hold is the outside of it. The others stay, and are named. Ranges of more than two
 * dimensions, which FlowJo has not, go the same way.
 */
export function withoutCombinations(strategy: readonly GateNode[]): WithoutCombinations {
  const slots = layOutStrategy(strategy, () => []);
  const stepsOf = openSteps(slots);
  const slotAt = new Map(slots.populations.map((slot) => [slot.path, slot]));
  const moved = new Map<string, string>();
  const notes: InterchangeNote[] = [];

  function visit(nodes: readonly GateNode[], before: string, after: string): readonly GateNode[] {
    const taken = new Set(nodes.flatMap(({ populations }) => populations.map(({ name }) => name)));
    return nodes.flatMap((node): readonly GateNode[] => {
      if (isFixed(node.gate) && node.dimensions.length > 2) return inPlanes(node, before, after, taken);
      const [only] = node.populations;
      const path = before === '' ? (only?.name ?? '') : `${before}/${only?.name ?? ''}`;
      const slot = slotAt.get(path);
      const steps =
        combinationOf(node.gate) === undefined || slot === undefined || slot.gate.node !== node ? undefined : stepsOf(slot, slot.parent);
      if (combinationOf(node.gate) !== undefined)
        notes.push({ code: steps === undefined ? 'boolean-kept' : 'boolean-as-gates', about: path });
      if (steps === undefined || only === undefined) return [inPlace(node, before, after)];
      return [nested(node, only, steps, path, after, taken)];
    });
  }

  /** A gate of more dimensions than a plane has, population by population. */
  function inPlanes(node: GateNode, before: string, after: string, taken: Set<string>): readonly GateNode[] {
    const steps = node.populations.map((_, part) => {
      const piece = pieceOf(node.gate as Gate, part);
      return piece && planesOf(node.dimensions, piece);
    });
    if (steps.includes(undefined)) return [inPlace(node, before, after)];
    return node.populations.map((population, part) => {
      const path = before === '' ? population.name : `${before}/${population.name}`;
      notes.push({ code: 'gate-as-gates', about: path });
      return nested(node.populations.length === 1 ? node : { ...node, id: undefined }, population, steps[part]!, path, after, taken);
    });
  }

  function inPlace(node: GateNode, before: string, after: string): GateNode {
    const populations = node.populations.map((population): PopulationNode => {
      const [from, to] = [before, after].map((above) => (above === '' ? population.name : `${above}/${population.name}`)) as [
        string,
        string,
      ];
      moved.set(from, to);
      return below(population, from, to);
    });
    return { ...node, gate: absolute(node, before), populations };
  }

  /** Combinations name populations by their whole paths. */
  function absolute({ gate, populations }: GateNode, before: string): GateNode['gate'] {
    const name = populations[0]?.name ?? '';
    const parent = slotAt.get(before === '' ? name : `${before}/${name}`)?.parent;
    if (!isFixed(gate) || gate.kind !== 'boolean') return gate;
    const operands = gate.operands.map((operand) => ({
      ...operand,
      population: slots.find(operand.population, parent)?.path ?? operand.population,
    }));
    return { ...gate, operands };
  }

  function below({ gates, ...population }: PopulationNode, from: string, to: string): PopulationNode {
    const inner = visit(gates ?? [], from, to);
    return inner.length === 0 ? population : { ...population, gates: inner };
  }

  /** The gates one below the other; the last one holds the population. */
  function nested(
    node: GateNode,
    population: PopulationNode,
    steps: readonly Step[],
    path: string,
    after: string,
    taken: Set<string>,
  ): GateNode {
    const names = steps.map((_, i) => (i === steps.length - 1 ? population.name : freeName(`${population.name} – ${i + 1}`, taken)));
    for (const name of names) taken.add(name);
    const to = [...(after === '' ? [] : [after]), ...names].join('/');
    moved.set(path, to);
    return steps.reduceRight<GateNode | undefined>((inner, { dimensions, gate }, i) => {
      const own: PopulationNode = inner === undefined ? below(population, path, to) : { name: names[i]!, gates: [inner] };
      // the gate of an operand stands elsewhere under its own id
      const id = inner === undefined && node.id !== undefined ? { id: node.id } : {};
      return { ...id, dimensions, gate, populations: [own] };
    }, undefined) as GateNode;
  }

  const strategyNow = visit(strategy, '', '');
  return { strategy: strategyNow.map((node) => renamed(node, moved)), moved, notes };
}

/** Combinations that stay name populations where they stand now. */
function renamed(node: GateNode, moved: WithoutCombinations['moved']): GateNode {
  const { gate } = node;
  const populations = node.populations.map((population) =>
    population.gates === undefined ? population : { ...population, gates: population.gates.map((inner) => renamed(inner, moved)) },
  );
  if (!isFixed(gate) || gate.kind !== 'boolean') return { ...node, populations };
  return {
    ...node,
    populations,
    gate: {
      ...gate,
      operands: gate.operands.map((operand) => ({ ...operand, population: moved.get(operand.population) ?? operand.population })),
    },
  };
}
