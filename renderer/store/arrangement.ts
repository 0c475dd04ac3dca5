import type { Arrangement } from '../../core/study/arrangement/arrangement.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import { tilesOf } from './selectors.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** Changes how the window is arranged. */
export const setArrangement = (store: Store, change: Partial<Arrangement>): void =>
  store.setState(({ session }) => ({ session: { ...session, arrangement: { ...session.arrangement, ...change } } }));

/** Changes the plots of the grid; from then on they are a person's own. Those of a population that was deleted wait for an undo. */
export const setPlots = (store: Store, change: (plots: readonly Plot[]) => readonly Plot[]): void =>
  setArrangement(store, { plots: change(plotsOf(store.getState())) });

export const plotsOf = (state: State): readonly Plot[] => state.session.arrangement.plots ?? tilesOf(state);

/** The plot that was touched last, else the first. */
export function activePlot(state: State): Plot | undefined {
  const shown = tilesOf(state);
  return shown.find(({ id }) => id === state.view.activeTile) ?? shown[0];
}
