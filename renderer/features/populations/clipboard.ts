import { freeName } from '../../../core/exchange/strategy/population-names.ts';
import { isStep } from '../../../core/gating/automatic/steps.ts';
import { indexStrategy, joinPath, mapGates, type PopulationAt, withGates } from '../../../core/gating/strategy/edit-tree.ts';
import type { GateNode, PopulationNode } from '../../../core/gating/strategy/strategy.ts';
import { gatingGroupOf, membersOf } from '../../../core/study/session/document/group-members.ts';
import { isOverrideOf } from '../../../core/study/session/document/session-document.ts';
import type { Edit, EditOf } from '../../../core/study/session/edits/edit-kinds.ts';
import { type AppContext, notify } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { keyOfSample, protocolFor, sampleAt } from '../../store/document.ts';
import type { GateClipboard, SampleKey, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { namesBelow, strategyPath } from '../../store/strategy-path.ts';
import { messages } from './messages.ts';

/** How much of a gate is taken: with the gates below it, or alone. */
export type Taken = 'whole' | 'alone';

/** The gate of a population as the shown sample has it. */
function nodeAt(state: State, path: string): GateNode | undefined {
  const document = state.session.history.present;
  const wanted = strategyPath(state, path);
  const { strategy } = protocolFor(document, sampleAt(document, state.view.selected));
  return indexStrategy(strategy).populations.find((population) => population.path === wanted)?.gate;
}

/** Takes the selected gate up; cut, it goes where it is put down, and stays where it is until then. */
export function copyGate({ store }: AppContext, taken: Taken, isCut = false): void {
  const state = store.getState();
  const { population } = state.view;
  const node = nodeAt(state, population);
  if (node === undefined) return;
  const copied = mapGates([node], (one) => plain(one, taken));
  const name = population.slice(population.lastIndexOf('/') + 1);
  const clipboard: GateClipboard = { node: copied[0] as GateNode, ...(isCut && node.id !== undefined ? { cut: node.id } : {}) };
  setView(store, { clipboard, message: translator(messages, state.view.language)(isCut ? 'cutGate' : 'copiedGate', { name }) });
}

/** Another gate than the one it is a copy of: without its name in the session, and without what its populations alone mean to the science. */
function plain({ id: _, own: _own, ...node }: GateNode, taken: Taken): GateNode {
  const populations = node.populations.map(({ role: _role, title: _title, ...population }: PopulationNode) =>
    taken === 'alone' ? withGates(population, []) : population,
  );
  return { ...node, populations };
}

/** Puts the gate that was taken up below a population, for all samples. */
export function pasteGate(app: AppContext, below: string): boolean {
  const state = app.store.getState();
  const parent = strategyPath(state, below);
  const { clipboard } = state.view;
  if (clipboard === undefined) return false;
  const { populations } = indexStrategy(state.session.history.present.protocol.strategy);
  const taken = new Set(namesBelow(state, below));
  if (clipboard.cut !== undefined) {
    const done = edit(app, movedBelow(populations, clipboard.cut, parent, taken));
    if (done) setView(app.store, { clipboard: undefined });
    return done;
  }
  const names = clipboard.node.populations.map(({ name }) => {
    const free = freeName(name, taken);
    taken.add(free);
    return free;
  });
  const node = { ...clipboard.node, populations: clipboard.node.populations.map((one, i) => ({ ...one, name: names[i] ?? one.name })) };
  const done = edit(app, { type: 'gate/add', parent, node });
  if (done) setView(app.store, { population: joinPath(below, names[0] ?? '') });
  return done;
}

/** A gate put below another population, under free names where its own are taken there. */
function movedBelow(populations: readonly PopulationAt[], gate: string, parent: string, taken: ReadonlySet<string>): Edit {
  const own = populations.filter((one) => one.gate.id === gate);
  const beside = populations.flatMap((one) => (one.parent === own[0]?.parent ? [one.node.name] : []));
  const names = new Set([...taken, ...beside]);
  const renames = own.flatMap(({ path, node, parent: from }): EditOf<'gates/change'>['edits'] => {
    if (from === parent || !taken.has(node.name)) return [];
    const name = freeName(node.name, names);
    names.add(name);
    return [{ type: 'gate/rename', population: path, name }];
  });
  const move = { type: 'gate/move', gate, parent } as const;
  return renames.length === 0 ? move : { type: 'gates/change', edits: [...renames, move] };
}

/** The gates of the shown sample, where they stand in it, as those of other samples alone: one act. Automatic ones have no place to be given. */
export function giveToSamples(app: AppContext, path: string, samples: readonly SampleKey[], taken: Taken): boolean {
  const state = app.store.getState();
  const document = state.session.history.present;
  const from = sampleAt(document, state.view.selected);
  const reason = translator(messages, state.view.language)('copiedFrom', { sample: from?.file.name ?? '' });
  const to = document.samples.filter((sample) => samples.includes(keyOfSample(sample)) && sample !== from);
  const edits = to.flatMap((sample) => placementsOf(state, path, taken).map((gate) => ({ ...gate, scope: { sample: sample.id, reason } })));
  return giveAll(app, edits, path, to.length);
}

/** The gates of the shown sample as those of a gating group: one act. A sample with a version of its own keeps it, but for the shown one, which shares them again. */
export function giveToGroup(app: AppContext, path: string, id: string, taken: Taken): boolean {
  const state = app.store.getState();
  const document = state.session.history.present;
  const sample = sampleAt(document, state.view.selected);
  const group = document.groups.find((one) => one.id === id);
  if (group === undefined) return false;
  const reason = translator(messages, state.view.language)('copiedFrom', { sample: sample?.file.name ?? '' });
  const edits = placementsOf(state, path, taken).map((gate) => ({ ...gate, scope: { group: id, reason } }));
  const isMember = sample !== undefined && gatingGroupOf(document, sample)?.id === id;
  return giveAll(app, [...(isMember ? sharedAgain(state, edits) : []), ...edits], path, membersOf(document, group).length);
}

/** The shown sample without its own version of these gates. */
function sharedAgain({ session, view }: State, edits: readonly { readonly gate: string }[]): EditOf<'gates/change'>['edits'] {
  const document = session.history.present;
  const sample = sampleAt(document, view.selected);
  if (sample === undefined) return [];
  const own = new Set(document.overrides.flatMap((one) => (isOverrideOf(one, sample) ? [one.gate] : [])));
  return edits.flatMap(({ gate }) => (own.has(gate) ? [{ type: 'gate/revert-override' as const, gate, sample: sample.id }] : []));
}

/** The gates of the shown sample as everybody's. */
export function giveToAll(app: AppContext, path: string, taken: Taken): boolean {
  const state = app.store.getState();
  const edits = placementsOf(state, path, taken).map((gate) => ({ ...gate, scope: 'protocol' as const }));
  // this sample shares them again
  const back = sharedAgain(state, edits);
  return giveAll(app, [...back, ...edits], path, state.session.history.present.samples.length);
}

function giveAll(app: AppContext, edits: EditOf<'gates/change'>['edits'], path: string, samples: number): boolean {
  const t = translator(messages, app.store.getState().view.language);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (edits.length === 0) {
    notify(app, { sentence: messages.nothingToGive, values: { name } }, { kind: 'note' });
    return false;
  }
  const done = edit(app, { type: 'gates/change', edits });
  if (done) setView(app.store, { message: t('given', { name, samples }) });
  return done;
}

/** The fixed gate of a population and, where they are taken too, those below it. */
function placementsOf(state: State, path: string, taken: Taken): readonly Omit<EditOf<'gate/change'>, 'scope'>[] {
  const node = nodeAt(state, path);
  if (node === undefined) return [];
  const nodes = taken === 'alone' ? [node] : indexStrategy([node]).gates.map(({ node: one }) => one);
  return nodes.flatMap(({ id, gate }) => (id === undefined || isStep(gate) ? [] : [{ type: 'gate/change' as const, gate: id, to: gate }]));
}
