import type { Arrangement, Panels } from '../../core/study/arrangement/arrangement.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import { tilesOf } from './selectors.ts';
import type { PlotId, State } from './state.ts';
import { type Store, setView } from './store.ts';
import { strategyPath } from './strategy-path.ts';

/** Changes how the window is arranged. */
export const setArrangement = (store: Store, change: Partial<Arrangement>): void =>
  store.setState(({ session }) => ({ session: { ...session, arrangement: { ...session.arrangement, ...change } } }));

/** Changes the plots of the grid; from then on they are a person's own. Those of a population that was deleted wait for an undo. */
export function setPlots(store: Store, change: (plots: readonly Plot[]) => readonly Plot[]): void {
  const before = plotsOf(store.getState());
  const plots = change(before);
  if (plots === before) return;
  const state = store.getState();
  const named = plots.map((plot): Plot => {
    const population = strategyPath(state, plot.population);
    return population === plot.population ? plot : { ...plot, population };
  });
  setArrangement(store, { plots: named });
}

export const plotsOf = (state: State): readonly Plot[] =>
  state.session.arrangement.plots ?? state.session.history.present.protocol.plots ?? tilesOf(state);

/** The plot that was touched last, else the first. */
export function activePlot(state: State): Plot | undefined {
  const shown = tilesOf(state);
  return shown.find(({ id }) => id === state.view.activeTile) ?? shown[0];
}

/** The one plot that has the grid for itself, as long as it is there. */
export const maximisedPlot = (state: State): Plot | undefined =>
  state.session.arrangement.maximised === undefined
    ? undefined
    : tilesOf(state).find(({ id }) => id === state.session.arrangement.maximised);

/** Brings a plot into sight and marks it. */
export function revealPlot(store: Store, plot: PlotId, withFocus = false): void {
  const { session, view } = store.getState();
  const { maximised } = session.arrangement;
  if (maximised !== undefined && maximised !== plot) setArrangement(store, { maximised: undefined });
  setView(store, { centre: 'plots', activeTile: plot, revealed: { plot, asked: (view.revealed?.asked ?? 0) + 1, withFocus } });
}

export type Side = 'left' | 'right';

export const setPanels = (store: Store, change: Panels): void =>
  setArrangement(store, { panels: { ...store.getState().session.arrangement.panels, ...change } });

export const isFolded = ({ session }: State, side: Side): boolean => session.arrangement.panels?.[side]?.folded === true;

/** Folds a side away or brings it back; its width stays. */
export function foldSide(store: Store, side: Side, folded: boolean): void {
  if (isFolded(store.getState(), side) === folded) return;
  const { folded: _, ...rest } = store.getState().session.arrangement.panels?.[side] ?? {};
  setPanels(store, { [side]: folded ? { ...rest, folded } : rest });
}
