import { type Cells, cellsOf, insertPlot, movePlot, newPlotId, resizePlot } from '../../../core/study/arrangement/arrange.ts';
import { MOST_PLOTS } from '../../../core/study/arrangement/arrangement.ts';
import type { Plot, PlotKind } from '../../../core/study/arrangement/plot.ts';
import type { AppContext } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { activePlot, plotsOf, revealPlot, setArrangement, setPlots } from '../../store/arrangement.ts';
import { tilesOf } from '../../store/selectors.ts';
import type { PlotId } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

type App = Pick<AppContext, 'store'>;

/** Changes one plot of the grid; from then on the grid is a person's own. */
export const changeTile = ({ store }: App, id: PlotId, change: Partial<Omit<Plot, 'id'>>): void =>
  setPlots(store, (plots) => plots.map((plot) => (plot.id === id ? { ...plot, ...change } : plot)));

export const closeTile = ({ store }: App, id: PlotId): void => setPlots(store, (plots) => plots.filter((plot) => plot.id !== id));

/** One more plot of the selected population, beside the one that was touched last and on its axes. */
export function addPlot(app: App): void {
  const { view } = app.store.getState();
  const beside = activePlot(app.store.getState());
  if (beside !== undefined) insert(app, { population: view.population, x: beside.x, y: beside.y, kind: beside.kind }, beside.id);
}

/** The same plot once more, beside it. */
export function duplicatePlot(app: App): void {
  const plot = activePlot(app.store.getState());
  if (plot !== undefined) insert(app, plot, plot.id);
}

function insert({ store }: App, content: Omit<Plot, 'id'>, after: PlotId): void {
  const plots = plotsOf(store.getState());
  if (plots.length >= MOST_PLOTS) {
    const { language } = store.getState().view;
    setView(store, { message: translator(messages, language)('plotsFull', { limit: MOST_PLOTS }) });
    return;
  }
  const plot: Plot = { ...content, id: newPlotId(plots) };
  setPlots(store, (all) => insertPlot(all, plot, after));
  revealPlot(store, plot.id);
}

/** Gives one plot the whole grid, or the others their place again. */
export function toggleMaximised({ store }: App): void {
  const { maximised } = store.getState().session.arrangement;
  const plot = activePlot(store.getState());
  if (maximised !== undefined) {
    setArrangement(store, { maximised: undefined });
    revealPlot(store, maximised);
  } else if (plot !== undefined) setArrangement(store, { maximised: plot.id });
}

/** The focus goes from plot to plot; from elsewhere to the one that was touched last. */
export function goToPlot({ store }: App, by: 1 | -1): void {
  const shown = tilesOf(store.getState());
  const plot = activePlot(store.getState());
  const isThere = store.getState().view.centre === 'plots' && document.activeElement?.closest('.tile-surface') != null;
  const next = plot && isThere ? shown[(shown.indexOf(plot) + by + shown.length) % shown.length] : plot;
  if (next === undefined) return;
  if (store.getState().session.arrangement.maximised !== undefined) setArrangement(store, { maximised: next.id });
  revealPlot(store, next.id, true);
}

/** Moves the plot that was touched last by one place: -1 earlier, 1 later. */
export function shiftPlot({ store }: App, by: -1 | 1): void {
  const shown = tilesOf(store.getState());
  const plot = activePlot(store.getState());
  const other = plot && shown[shown.indexOf(plot) + by];
  if (plot === undefined || other === undefined) return;
  setPlots(store, (plots) => movePlot(plots, plot.id, by < 0 ? 'before' : 'after', other.id));
  revealPlot(store, plot.id);
}

/** Makes the plot that was touched last larger or smaller, in cells of the grid. */
export function growPlot({ store }: App, { columns, rows }: Cells): void {
  const plot = activePlot(store.getState());
  if (plot === undefined) return;
  const size = cellsOf(plot);
  setPlots(store, (plots) => resizePlot(plots, plot.id, { columns: size.columns + columns, rows: size.rows + rows }));
  revealPlot(store, plot.id);
}

/** Makes the plots as they stand those that sessions with this protocol begin with. */
export function keepForProtocol(app: AppContext): void {
  const { store } = app;
  const kept = edit(app, { type: 'plots/set', plots: [...tilesOf(store.getState())] });
  if (!kept) return;
  setArrangement(store, { plots: undefined });
  setView(store, { message: translator(messages, store.getState().view.language)('plotsKept') });
}

/** Of the plot that was touched last, else of the first. */
export function setActivePlotKind(app: AppContext, kind: PlotKind): void {
  const plot = activePlot(app.store.getState());
  if (plot !== undefined) changeTile(app, plot.id, { kind });
}
