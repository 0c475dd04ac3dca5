import { combinationOf, type Gate, isFixed, withOperands } from '../../../gating/gates/gates.ts';
import {
  type GateAt,
  indexStrategy,
  joinPath,
  mapGates,
  mapShared,
  namesOf,
  type PopulationAt,
  type StrategyIndex,
} from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { PlacedGate } from '../document/group.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import { mapPlaced, placedGates } from './placed-gates.ts';

/**
 * Boolean gates name populations by path, so renaming, adding or removing one could leave them pointing nowhere or, worse,
 * at another population. After each change of the strategy every operand is made to mean the population that it meant before.
 * Throws `population-needed` where that one is gone, `operand-unknown` where a new gate names none.
 */
export function followOperands(before: SessionDocument, after: SessionDocument): SessionDocument {
  const was = indexStrategy(before.protocol.strategy);
  const now = indexStrategy(after.protocol.strategy);
  const old = new Map(was.gates.map((at) => [at.node.id, at]));
  const current = new Map(now.gates.map((at) => [at.node.id, at]));
  const follow = (id: string | undefined, gate: Gate, known: boolean): Gate => {
    const at = current.get(id);
    const oldAt = known ? old.get(id) : undefined;
    if (at === undefined) return gate;
    return followGate(gate, oldAt === undefined ? undefined : { index: was, at: oldAt }, { index: now, at });
  };
  const strategy = mapGates(after.protocol.strategy, (node) => {
    if (!isFixed(node.gate)) return node;
    const gate = follow(node.id, node.gate, old.get(node.id)?.node.gate === node.gate);
    return gate === node.gate ? node : { ...node, gate };
  });
  const oldPlaced = new Set<PlacedGate>(placedGates(before));
  const followed = mapPlaced(after, (placed) => {
    const to = follow(placed.gate, placed.to, oldPlaced.has(placed));
    return to === placed.to ? placed : { ...placed, to };
  });
  return strategy === after.protocol.strategy ? followed : { ...followed, protocol: { ...after.protocol, strategy: [...strategy] } };
}

interface Stand {
  readonly index: StrategyIndex;
  readonly at: GateAt;
}

function followGate(gate: Gate, was: Stand | undefined, now: Stand): Gate {
  const before = combinationOf(gate)?.operands;
  if (before === undefined) return gate;
  const operands = mapShared(before, (operand) => {
    const found = resolve(now, operand.population);
    const meant = was === undefined ? found : resolve(was, operand.population);
    if (meant === undefined) return refuse('operand-unknown', operand.population, now.at.node);
    if (found !== undefined && isSame(found, meant)) return operand;
    const moved = earlier(now).find((population) => isSame(population, meant));
    if (moved === undefined) return refuse('population-needed', meant.path, now.at.node);
    return { ...operand, population: moved.path };
  });
  return operands === before ? gate : withOperands(gate, operands);
}

/** As core/gating/evaluate/evaluate-strategy.ts resolves it: a whole path first, else one below the gate's own parent; earlier ones only. */
function resolve(stand: Stand, path: string): PopulationAt | undefined {
  const beside = joinPath(stand.at.parent, path);
  const populations = earlier(stand);
  return populations.find((population) => population.path === path) ?? populations.find((population) => population.path === beside);
}

const earlier = ({ index, at }: Stand): readonly PopulationAt[] => index.populations.slice(0, at.before);
const isSame = (a: PopulationAt, b: PopulationAt): boolean => a.gate.id === b.gate.id && a.part === b.part;

const refuse = (code: 'operand-unknown' | 'population-needed', population: string, node: GateNode): never =>
  refuseSession(code, { population, gate: namesOf(node) }, population);
