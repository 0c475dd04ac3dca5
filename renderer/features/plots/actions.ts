import type { Plot, PlotKind } from '../../../core/study/arrangement/plot.ts';
import type { AppContext } from '../../context/app-context.ts';
import { activePlot, setPlots } from '../../store/arrangement.ts';
import type { PlotId } from '../../store/state.ts';

/** Changes one plot of the grid; from then on the grid is a person's own. */
export const changeTile = ({ store }: AppContext, id: PlotId, change: Partial<Omit<Plot, 'id'>>): void =>
  setPlots(store, (plots) => plots.map((plot) => (plot.id === id ? { ...plot, ...change } : plot)));

export const closeTile = ({ store }: AppContext, id: PlotId): void => setPlots(store, (plots) => plots.filter((plot) => plot.id !== id));

/** Of the plot that was touched last, else of the first. */
export function setActivePlotKind(app: AppContext, kind: PlotKind): void {
  const plot = activePlot(app.store.getState());
  if (plot !== undefined) changeTile(app, plot.id, { kind });
}
