import type { Span } from '../../../core/statistics/histograms/axis-range.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import type { AppContext } from '../../context/app-context.ts';
import { activePlot, setPlots } from '../../store/arrangement.ts';
import type { PlotId, State } from '../../store/state.ts';
import { shownSpan, withRange } from './axis-zoom.ts';

type Side = 'x' | 'y';

/** What one axis of a plot shows, in every sample; `undefined` is each file's own. */
export const setRange = ({ store }: AppContext, id: PlotId, side: Side, span: Span | undefined): void =>
  setPlots(store, (plots) => plots.map((plot) => (plot.id === id ? withRange(plot, side, span) : plot)));

/** The same on every axis of every plot that shows a channel. */
export const setChannelRange = ({ store }: AppContext, channel: string, span: Span | undefined): void =>
  setPlots(store, (plots) =>
    plots.map((plot) => sidesOf(plot).reduce((changed, side) => (plot[side] === channel ? withRange(changed, side, span) : changed), plot)),
  );

const sidesOf = ({ kind }: Plot): readonly Side[] => (kind === 'histogram' || kind === 'cdf' ? ['x'] : ['x', 'y']);

/** The axes of the active plot show what each file's own range is again. */
export function resetAxes(app: AppContext): void {
  const plot = activePlot(app.store.getState());
  if (plot === undefined) return;
  setPlots(app.store, (plots) =>
    plots.map((one) => (one.id === plot.id ? withRange(withRange(one, 'x', undefined), 'y', undefined) : one)),
  );
}

export const hasRanges = (state: State): boolean => activePlot(state)?.range !== undefined;

/** The axes of the active plot show in every sample what they show now. */
export function fixAxes(app: AppContext): void {
  const state = app.store.getState();
  const plot = activePlot(state);
  const { density, histogram } = state.results.pictures.get(plot?.id ?? '') ?? {};
  const [x, y] = [density?.x ?? histogram?.x, density?.y];
  if (plot === undefined || x === undefined) return;
  setRange(app, plot.id, 'x', shownSpan(x));
  if (y !== undefined) setRange(app, plot.id, 'y', shownSpan(y));
}
