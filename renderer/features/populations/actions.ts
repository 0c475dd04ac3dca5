import { Problem } from '../../../core/base/problem.ts';
import { freeName } from '../../../core/exchange/strategy/population-names.ts';
import type { Step } from '../../../core/gating/automatic/steps.ts';
import { populationCount } from '../../../core/gating/gates/gates.ts';
import { joinPath } from '../../../core/gating/strategy/edit-tree.ts';
import type { PlacedGate } from '../../../core/gating/strategy/population.ts';
import type { GateNode } from '../../../core/gating/strategy/strategy.ts';
import { insertPlot, newPlotId } from '../../../core/study/arrangement/arrange.ts';
import { MOST_PLOTS } from '../../../core/study/arrangement/arrangement.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import type { EditOf } from '../../../core/study/session/edits/edit-kinds.ts';
import { type AppContext, notify } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { plotsOf, revealPlot, setPlots } from '../../store/arrangement.ts';
import { groupedPaths, overriddenPaths, protocolFor, sampleAt, shownGroup } from '../../store/document.ts';
import type { GateScope } from '../../store/gate-scope.ts';
import { parentPath } from '../../store/population-path.ts';
import { selectedResult, shownAnalysis, tilesOf } from '../../store/selectors.ts';
import type { GateDraft, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { storedGate } from '../../store/stored-gate.ts';
import { namesBelow, strategyPath } from '../../store/strategy-path.ts';
import { firstTile } from '../../store/tiles.ts';
import { messages } from './messages.ts';
import { type Removal, removalOf } from './removal.ts';

/** Where a change of a gate goes unless a person says otherwise: what was found in this sample alone stays with it. */
export function scopeOf(state: State, path: string, gate: PlacedGate | undefined): GateScope {
  const chosen = state.view.scope;
  if (chosen !== undefined && (chosen.kind !== 'group' || shownGroup(state) !== undefined)) return chosen;
  if (groupedPaths(state).has(path)) return { kind: 'group', reason: gate?.own?.reason ?? handReason(state) };
  const isOwn = gate?.automatic !== undefined || overriddenPaths(state).has(path);
  return isOwn ? ownScope(state, gate?.own?.reason) : { kind: 'protocol' };
}

/** This sample alone, with a reason that may be edited. */
const ownScope = (state: State, reason = handReason(state)): GateScope => ({ kind: 'sample', reason });
const handReason = ({ view }: State): string => translator(messages, view.language)('movedByHand');

type MovedGate = Pick<GateDraft, 'id' | 'gate'> & Partial<GateDraft>;

/** Puts a gate somewhere else. */
export const placeGate = (app: AppContext, moved: MovedGate, path: string): boolean => placing(app, moved, path)();

/** The same for later, as this sample's own where that is asked for: for whom and in which sample is settled now, whatever is shown or chosen by then. */
export function placing(app: AppContext, { id, gate, dimensions }: MovedGate, path: string, own = false): () => boolean {
  const state = app.store.getState();
  const placed = shownAnalysis(state)?.populations.find((population) => population.path === path)?.gate;
  const moves = dimensions !== undefined && placed !== undefined && dimensions.some((name, i) => name !== placed.dimensions[i]);
  // on other scales than it was drawn on it can only be the protocol's
  const scope: GateScope = moves ? { kind: 'protocol' } : own ? ownScope(state) : scopeOf(state, path, placed);
  const sample = sampleAt(state.session.history.present, state.view.selected);
  if (id === undefined || (scope.kind === 'sample' && sample === undefined)) return refused;
  if (moves && isOnOwnScale(app, dimensions)) return refused;
  const where = editScope(state, scope);
  try {
    const of = dimensions ?? placed?.dimensions ?? [];
    const to = storedGate(gate, of, protocolFor(state.session.history.present, sample), shownAnalysis(state)?.channels ?? []);
    return () => edit(app, { type: 'gate/change', gate: id, to, scope: where, ...(moves ? { dimensions: [...dimensions] } : {}) });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notify(app, error);
    return refused;
  }
}

const refused = (): boolean => false;

/** A scope as edits name it; of a group or sample that is not there, everybody's. */
function editScope(state: State, scope: GateScope): EditOf<'gate/change'>['scope'] {
  if (scope.kind === 'protocol') return 'protocol';
  const { reason } = scope;
  if (scope.kind === 'group') {
    const group = shownGroup(state);
    return group === undefined ? 'protocol' : { group: group.id, reason };
  }
  const sample = sampleAt(state.session.history.present, state.view.selected);
  return sample === undefined ? 'protocol' : { sample: sample.id, reason };
}

/** Adds the gate that was drawn, under its name; a quadrant names its four populations after the signs of their axes. */
export function addGate(app: AppContext, { gate, dimensions }: GateDraft, parent: string, name: string): boolean {
  const count = populationCount(gate);
  const names = count === 4 ? quadrantNames(dimensions) : count === 2 ? halfNames(dimensions) : [name.trim()];
  const siblings = new Set(namesBelow(app.store.getState(), parent));
  const populations = names.map((wanted) => ({ name: freeName(wanted, siblings) }));
  return addNode(app, { dimensions, gate, populations }, parent);
}

/** Adds a gate or an automatic step for all samples, and selects the first of its populations. */
export function addNode(app: AppContext, node: GateNode, parent: string): boolean {
  if (isOnOwnScale(app, node.dimensions)) return false;
  const added = edit(app, { type: 'gate/add', parent: strategyPath(app.store.getState(), parent), node });
  if (added) setView(app.store, { tool: 'select', population: joinPath(parent, node.populations[0]?.name ?? '') });
  return added;
}

/** Whether an axis has a scale that only the shown sample's group has: what is drawn on it for all would be elsewhere in the others. Says so. */
function isOnOwnScale(app: AppContext, dimensions: readonly string[]): boolean {
  const group = shownGroup(app.store.getState());
  const axis = dimensions.find((name) => Object.hasOwn(group?.own?.transforms ?? {}, name));
  if (group === undefined || axis === undefined) return false;
  notify(app, { sentence: messages.ownScale, values: { axis, group: group.name } });
  return true;
}

/** Gives an automatic step other settings, for all samples. */
export const tuneStep = (app: AppContext, id: string, step: Step): boolean =>
  edit(app, { type: 'gate/change', gate: id, to: step, scope: 'protocol' });

const halfNames = ([x = 'x']: readonly string[]): readonly string[] => [`${x}-`, `${x}+`];

const quadrantNames = ([x = 'x', y = 'y']: readonly string[]): readonly string[] => [
  `${x}-${y}+`,
  `${x}+${y}+`,
  `${x}+${y}-`,
  `${x}-${y}-`,
];

/** Removes the gate of a population. One with others below it is asked about first, since all of them go. */
export function removeGateAt(app: AppContext, path: string): void {
  const removal = removalOf(app.store.getState(), path);
  if (removal === undefined) return;
  if (removal.below.length > 0) setView(app.store, { dialog: 'removing' });
  else removeNow(app, removal);
}

export function removeNow(app: AppContext, { gate, names, below, samples }: Removal): void {
  if (!edit(app, { type: 'gate/remove', gate })) return;
  const t = translator(messages, app.store.getState().view.language);
  setView(app.store, { message: t('removed', { names: names.join(', '), below: below.length, samples }) });
}

export const renameAt = (app: AppContext, path: string, name: string): boolean =>
  edit(app, { type: 'gate/rename', population: strategyPath(app.store.getState(), path), name });

export function revertAt(app: AppContext, path: string): void {
  const { session, view } = app.store.getState();
  const sample = sampleAt(session.history.present, view.selected);
  const id = shownAnalysis(app.store.getState())?.populations.find((population) => population.path === path)?.gate?.id;
  const group = groupedPaths(app.store.getState()).has(path) ? shownGroup(app.store.getState()) : undefined;
  if (id === undefined) return;
  if (group !== undefined) edit(app, { type: 'gate/revert-group', gate: id, group: group.id });
  else if (sample !== undefined) edit(app, { type: 'gate/revert-override', gate: id, sample: sample.id });
}

/** Brings the plot of a population into sight: the one that shows it already, else a new one beside its parent's, on the axes where it was drawn. */
export function openPopulation(app: AppContext, path: string): void {
  const { store } = app;
  const shown = tilesOf(store.getState());
  const known = shown.find(({ population }) => population === path);
  const dimensions = shownAnalysis(store.getState())?.populations.find((population) => population.path === path)?.gate?.dimensions ?? [];
  const from = shown.find(({ population }) => population === (parentPath(path) ?? '')) ?? shown[0];
  const [x = from?.x, y = from?.y ?? x] = dimensions;
  if (x === undefined || y === undefined) return;
  const plot: Plot = known ?? { id: newPlotId(plotsOf(store.getState())), population: path, x, y, kind: from?.kind ?? 'density' };
  if (known === undefined) setPlots(store, (plots) => insertPlot(plots, plot, from?.id));
  setView(store, { population: path });
  revealPlot(store, plot.id);
}

/** Brings all events of the shown sample by scatter into sight, ungated: the plot that shows them so already, else a new one, the first. */
export function openUngated({ store }: Pick<AppContext, 'store'>): void {
  const plain = firstTile((selectedResult(store.getState())?.facts?.channels ?? []).map(({ name }) => name));
  if (plain === undefined) return;
  const known = tilesOf(store.getState()).find(({ population, x, y }) => population === '' && x === plain.x && y === plain.y);
  const plot: Plot = known ?? { ...plain, id: newPlotId(plotsOf(store.getState())) };
  if (known === undefined) setPlots(store, (plots) => (plots.length < MOST_PLOTS ? [plot, ...plots] : plots));
  setView(store, { population: '' });
  revealPlot(store, plot.id);
}
