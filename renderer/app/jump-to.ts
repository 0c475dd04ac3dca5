import type { Finding } from '../../core/base/finding.ts';
import { insertPlot, newPlotId } from '../../core/study/arrangement/arrange.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { AppContext } from '../context/app-context.ts';
import { placeOf } from '../features/inspector/finding-place.ts';
import { openPopulation } from '../features/populations/actions.ts';
import { activePlot, plotsOf, revealPlot, setPlots } from '../store/arrangement.ts';
import { liked } from '../store/preferences.ts';
import { selectedResult, shownAnalysis, tilesOf } from '../store/selectors.ts';
import type { SampleKey } from '../store/state.ts';
import { setView } from '../store/store.ts';

/** Shows what a finding of a sample is about. */
export function jumpTo(app: AppContext, sample: SampleKey, finding: Finding): void {
  const { store } = app;
  setView(store, { selected: sample });
  const state = store.getState();
  const place = placeOf(finding, { analysis: shownAnalysis(state), channels: selectedResult(state)?.facts?.channels ?? [] });
  if (place?.kind === 'population') openPopulation(app, place.path);
  else if (place?.kind === 'channel') showChannel(app, place.channel.name);
  else if (place?.kind === 'compensation') setView(store, { dialog: 'compensation' });
  else if (place?.kind === 'quality') setView(store, { centre: 'quality' });
  else if (place?.kind === 'details') setView(store, { tab: 'details' });
}

/** The first plot that has the channel on an axis, else one more of all events. */
function showChannel({ store }: AppContext, name: string): void {
  const state = store.getState();
  const ids = [name, ...(shownAnalysis(state)?.channels ?? []).filter((used) => used.name === name).map(({ id }) => id)];
  const known = tilesOf(state).find(({ x, y }) => ids.includes(x) || ids.includes(y));
  const beside = activePlot(state);
  const plot: Plot = known ?? {
    id: newPlotId(plotsOf(state)),
    population: '',
    x: name,
    y: beside?.y ?? name,
    kind: liked(state, 'plot') ?? 'density',
  };
  if (known === undefined) setPlots(store, (plots) => insertPlot(plots, plot, beside?.id));
  revealPlot(store, plot.id);
}
