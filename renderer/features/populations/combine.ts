import { freeName } from '../../../core/exchange/strategy/population-names.ts';
import { combine } from '../../../core/gating/gates/boolean/boolean.ts';
import type { AppContext } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { parentPath } from '../../store/population-path.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { namesBelow, strategyPath } from '../../store/strategy-path.ts';
import { addNode } from './actions.ts';
import { messages } from './messages.ts';

export type Combining = 'and' | 'or' | 'not';

/** What was chosen in the tree beside the selected population; nothing any more once another one is selected. */
export const chosenBeside = ({ view }: Pick<State, 'view'>): readonly string[] =>
  view.chosen?.beside === view.population ? view.chosen.paths : none;
const none: readonly string[] = [];

/** The selected population and those that were added to it. */
const chosenPaths = (state: Pick<State, 'view'>): readonly string[] =>
  [...new Set([state.view.population, ...chosenBeside(state)])].filter((path) => path !== '');

/** Adds a population to the chosen ones, or takes it out; with none selected it is selected. */
export function choose({ store }: AppContext, path: string): void {
  const state = store.getState();
  const { population } = state.view;
  if (path === '' || path === population) return;
  if (population === '') {
    setView(store, { population: path });
    return;
  }
  const before = chosenBeside(state);
  const paths = before.includes(path) ? before.filter((other) => other !== path) : [...before, path];
  setView(store, { chosen: { beside: population, paths } });
}

/** One population can be turned around, several combined. */
export const canCombine = (state: State, how: Combining): boolean => {
  const { length } = chosenPaths(state);
  return shownAnalysis(state) !== undefined && (how === 'not' ? length === 1 : length >= 2);
};

/** Adds a population that combines the chosen ones, below what all of them stand in. */
export function combineChosen(app: AppContext, how: Combining): boolean {
  const state = app.store.getState();
  const paths = chosenPaths(state);
  if (!canCombine(state, how)) return false;
  const parent = paths.map((path) => parentPath(path) ?? '').reduce(commonAncestor);
  const t = translator(messages, state.view.language);
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  const wanted = how === 'not' ? t('notName', { name: names[0] ?? '' }) : names.join(t(how === 'and' ? 'andName' : 'orName'));
  const siblings = new Set(namesBelow(state, parent));
  const operands = paths.map((path) => ({ population: strategyPath(state, path), complement: how === 'not' }));
  const gate = combine({ operation: how === 'or' ? 'or' : 'and', operands });
  const added = addNode(app, { dimensions: [], gate, populations: [{ name: freeName(wanted, siblings) }] }, parent);
  if (added) setView(app.store, { chosen: undefined });
  return added;
}

function commonAncestor(a: string, b: string): string {
  const [first, second] = [a.split('/'), b.split('/')];
  const same = first.findIndex((name, i) => name !== second[i]);
  return (same < 0 ? first : first.slice(0, same)).join('/');
}
