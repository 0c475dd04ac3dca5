import type { Gate } from '../../../gating/gates/gates.ts';
import { combinationOf } from '../../../gating/gates/gates.ts';
import { indexStrategy, namesOf } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { PlacedGate, SampleGroup, Stamp } from '../document/group.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { limits } from '../document/session-limits.ts';
import { refuseSession } from '../document/session-problems.ts';
import { checkFit } from './edit-fit.ts';
import type { EditOf } from './edit-kinds.ts';
import { followOperands } from './edit-operands.ts';
import { withOwn } from './placed-gates.ts';

export function addGroup(document: SessionDocument, { group, position, keywords }: EditOf<'group/add'>): SessionDocument {
  const groups = document.groups.toSpliced(position ?? document.groups.length, 0, group);
  return checked(withKeywords({ ...document, groups }, keywords));
}

/** What is not named stays as it was. What a group holds of its own stays with it. */
export function changeGroup(
  document: SessionDocument,
  { group: id, keywords, type: _, ...change }: EditOf<'group/change'>,
): SessionDocument {
  const group = groupOf(document, id);
  if (change.kind === 'viewing' && group.own !== undefined) refuseSession('group-has-own', { group: group.name });
  return checked(withKeywords(replaced(document, group, { ...group, ...(change as Partial<typeof group>) }), keywords));
}

/** With everything that it holds of its own: its samples are gated by the next group that they fit, else as all are. */
export function removeGroup(document: SessionDocument, { group: id }: EditOf<'group/remove'>): SessionDocument {
  const gone = groupOf(document, id);
  return { ...document, groups: document.groups.filter((group) => group !== gone) };
}

export function orderGroups(document: SessionDocument, { groups: ids }: EditOf<'group/order'>): SessionDocument {
  const groups = ids.map((id) => groupOf(document, id));
  if (new Set(groups).size !== document.groups.length) refuseSession('groups-not-all', { count: document.groups.length });
  return { ...document, groups };
}

/** Statistics and report of a gating group; `null`: those of all again. */
export function setGroupOwn(document: SessionDocument, { group: id, statistics, report }: EditOf<'group/own'>): SessionDocument {
  const change = { ...(statistics === undefined ? {} : { statistics }), ...(report === undefined ? {} : { report }) };
  return changeOwn(document, id, Object.fromEntries(Object.entries(change).map(([part, value]) => [part, value ?? undefined])));
}

/** Something that a gating group alone holds; undefined: what all have, again. Throws `group-unknown`, `group-viewing`. */
export function changeOwn(document: SessionDocument, id: string, change: Parameters<typeof withOwn>[1]): SessionDocument {
  const group = gatingGroup(document, id);
  return replaced(document, group, withOwn(group, change));
}

/** Puts a gate in place for a gating group, above the protocol's and below those of single samples; an earlier one gives way. */
export function placeInGroup(
  document: SessionDocument,
  node: GateNode,
  to: Gate,
  { group: id, reason }: { readonly group: string; readonly reason: string },
  { at, by }: Stamp,
): SessionDocument {
  checkFit({ ...node, gate: to });
  const placed: PlacedGate = { gate: node.id ?? '', to, by, at, reason };
  const others = (gatingGroup(document, id).own?.gates ?? []).filter(({ gate }) => gate !== placed.gate);
  const changed = changeOwn(document, id, { gates: [...others, placed] });
  return combinationOf(to) === undefined ? changed : followOperands(document, changed);
}

export function revertInGroup(document: SessionDocument, { gate, group: id }: EditOf<'gate/revert-group'>): SessionDocument {
  const { name, own } = gatingGroup(document, id);
  const gates = (own?.gates ?? []).filter((placed) => placed.gate !== gate);
  if (gates.length === (own?.gates ?? []).length) {
    const node = indexStrategy(document.protocol.strategy).gates.find((at) => at.node.id === gate)?.node;
    refuseSession('group-gate-unknown', { population: node === undefined ? gate : namesOf(node), group: name });
  }
  return changeOwn(document, id, { gates });
}

/** Throws `group-unknown`. */
const groupOf = (document: SessionDocument, id: string): SampleGroup =>
  document.groups.find((group) => group.id === id) ?? refuseSession('group-unknown', { group: id });

/** Throws `group-unknown`, or `group-viewing` for one that decides no number. */
export function gatingGroup(document: SessionDocument, id: string): SampleGroup {
  const group = groupOf(document, id);
  return group.kind === 'gating' ? group : refuseSession('group-viewing', { group: group.name });
}

/** Ids and names of groups stand once; what a group names is there, and one that only shows samples holds nothing of its own. */
export function checkGroups({ groups, samples }: SessionDocument): void {
  if (groups.length > limits.groups) refuseSession('groups-full', { limit: limits.groups });
  const ids = new Set<string>();
  const names = new Set<string>();
  const there = new Set(samples.map(({ id }) => id));
  for (const group of groups) {
    const name = group.name.normalize('NFKC').toLowerCase();
    if (ids.has(group.id) || names.has(name)) refuseSession('group-taken', { group: group.name }, 'groups');
    ids.add(group.id);
    names.add(name);
    const absent = group.samples.find((id) => !there.has(id));
    if (absent !== undefined) refuseSession('sample-unknown', { sample: absent }, 'groups');
    if (group.kind === 'viewing' && group.own !== undefined) refuseSession('group-viewing', { group: group.name }, 'groups');
  }
}

function checked(document: SessionDocument): SessionDocument {
  checkGroups(document);
  return document;
}

/** What the files of samples say for the keywords that a group asks for. */
function withKeywords(document: SessionDocument, keywords: EditOf<'group/add'>['keywords']): SessionDocument {
  if (keywords === undefined) return document;
  const said = new Map(keywords.map(({ sample, values }) => [sample, values]));
  const samples = document.samples.map((sample) => {
    const values = said.get(sample.id);
    return values === undefined ? sample : { ...sample, keywords: { ...sample.keywords, ...values } };
  });
  return { ...document, samples };
}

const replaced = (document: SessionDocument, old: SampleGroup, group: SampleGroup): SessionDocument => ({
  ...document,
  groups: document.groups.map((candidate) => (candidate === old ? group : candidate)),
});
