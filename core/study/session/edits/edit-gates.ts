import { isFixed } from '../../../gating/gates/gates.ts';
import { indexStrategy, mapGates, mapShared, namesOf, withGates } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode, PopulationNode } from '../../../gating/strategy/strategy.ts';
import type { Stamp } from '../document/group.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkStrategy } from './edit-check.ts';
import { staysFit, withGate } from './edit-fit.ts';
import { placeInGroup } from './edit-groups.ts';
import { nameGates } from './edit-ids.ts';
import type { EditOf } from './edit-kinds.ts';
import { followOperands } from './edit-operands.ts';
import { overrideGate } from './edit-overrides.ts';
import { mapPlaced, placedGates } from './placed-gates.ts';

export function addGate(document: SessionDocument, { parent, node, position }: EditOf<'gate/add'>): SessionDocument {
  const { gates, gateIds } = nameGates([node], document.gateIds, document.protocol.strategy);
  return withStrategy({ ...document, gateIds }, inserted(document, parent, gates, position), document);
}

/** Below itself it cannot stand: its own populations are not there then. */
export function moveGate(document: SessionDocument, { gate: id, parent }: EditOf<'gate/move'>): SessionDocument {
  const node = gateOf(document, id);
  const owner = indexStrategy([node]).gates.some(
    ({ node: below }) => below === (parent === '' ? undefined : populationAt(document, parent).gate),
  );
  if (owner) refuseSession('gate-below-itself', { population: namesOf(node) }, parent);
  const rest = mapGates(document.protocol.strategy, (candidate) => (candidate === node ? undefined : candidate));
  const without = { ...document, protocol: { ...document.protocol, strategy: [...rest] } };
  return withStrategy(document, inserted(without, parent, [node]), document);
}

/** The strategy with gates among those of a population, last where no position is given. */
function inserted(document: SessionDocument, parent: string, gates: readonly GateNode[], position?: number): readonly GateNode[] {
  const { strategy } = document.protocol;
  const insert = (nodes: readonly GateNode[]) => nodes.toSpliced(position ?? nodes.length, 0, ...gates);
  if (parent === '') return insert(strategy);
  const owner = populationAt(document, parent);
  return mapGates(strategy, (candidate) => {
    if (candidate !== owner.gate) return candidate;
    const populations = candidate.populations.map((population) =>
      population === owner.node ? withGates(population, insert(population.gates ?? [])) : population,
    );
    return { ...candidate, populations };
  });
}

/** In the protocol the change reaches every sample but those with a version of their own, by themselves or by their group. */
export function changeGate(document: SessionDocument, edit: EditOf<'gate/change'>, stamp: Stamp): SessionDocument {
  const node = gateOf(document, edit.gate);
  if (edit.scope !== 'protocol') {
    if (!isFixed(edit.to)) return refuseSession('override-not-fixed', {}, namesOf(node));
    return 'group' in edit.scope
      ? placeInGroup(document, node, edit.to, edit.scope, stamp)
      : overrideGate(document, node, edit.to, edit.scope, stamp);
  }
  const changed = withGate(node, edit.to, edit.dimensions ?? node.dimensions);
  const count = placedGates(document).filter(({ gate, to }) => gate === edit.gate && !staysFit(to, node, changed)).length;
  if (count > 0) refuseSession('overrides-in-the-way', { population: namesOf(node), count }, namesOf(node));
  const strategy = mapGates(document.protocol.strategy, (candidate) => (candidate === node ? changed : candidate));
  return withStrategy(document, strategy, document);
}

export function renamePopulation(document: SessionDocument, { population, name }: EditOf<'gate/rename'>): SessionDocument {
  if (name.trim() === '' || name.includes('/')) refuseSession('name-invalid', { name }, population);
  const found = populationAt(document, population);
  const strategy = mapGates(document.protocol.strategy, (node) => {
    if (node !== found.gate) return node;
    return {
      ...node,
      populations: mapShared(node.populations, (candidate) => (candidate === found.node ? renamed(candidate, name) : candidate)),
    };
  });
  return withStrategy(document, strategy, document);
}

/** Under a new name; what people read in place of the old one does not hold for it. */
function renamed({ title: _, ...population }: PopulationNode, name: string): PopulationNode {
  return { ...population, name };
}

/** What was placed for it in samples and groups goes with it, and the same of every gate below it. */
export function removeGate(document: SessionDocument, { gate: id }: EditOf<'gate/remove'>): SessionDocument {
  const node = gateOf(document, id);
  const strategy = mapGates(document.protocol.strategy, (candidate) => (candidate === node ? undefined : candidate));
  const gone = new Set(indexStrategy([node]).gates.map(({ node: { id } }) => id));
  const kept = mapPlaced(document, (placed) => (gone.has(placed.gate) ? undefined : placed));
  return withStrategy(kept, strategy, document);
}

/** Throws `gate-unknown`. */
const gateOf = (document: SessionDocument, id: string): GateNode =>
  indexStrategy(document.protocol.strategy).gates.find(({ node }) => node.id === id)?.node ?? refuseSession('gate-unknown', { gate: id });

const populationAt = (document: SessionDocument, path: string) =>
  indexStrategy(document.protocol.strategy).populations.find((population) => population.path === path) ??
  refuseSession('population-absent', { population: path }, path);

function withStrategy(document: SessionDocument, strategy: readonly GateNode[], before: SessionDocument): SessionDocument {
  checkStrategy(strategy);
  return followOperands(before, { ...document, protocol: { ...document.protocol, strategy: [...strategy] } });
}
