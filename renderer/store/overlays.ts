import { colourAt, freeColour, populationColour } from '../../core/show/plot/layer-colour.ts';
import type { PlotLayer } from '../../core/show/plot/layers.ts';
import { hasContours } from '../../core/show/plot/plot-kind.ts';
import type { PlotAxis } from '../../core/statistics/histograms/plot-data.ts';
import type { Overlay, Plot } from '../../core/study/arrangement/plot.ts';
import { keyOfSample, makersOf } from './document.ts';
import { lookAt } from './looks.ts';
import type { WantedLayer } from './plot-layers.ts';
import { selectedResult, shownAnalysis } from './selectors.ts';
import type { Picture, PlotId, State } from './state.ts';

/** What is drawn over a plot: what a person chose, and the population that is followed through the plots of its ancestors. */
function overlaysOf({ view }: Pick<State, 'view'>, { overlays = [], population }: Plot): readonly Overlay[] {
  const { backgate } = view;
  const isBelow = backgate !== undefined && backgate !== population && (population === '' || backgate.startsWith(`${population}/`));
  const isThere = overlays.some((overlay) => overlay.sample === undefined && overlay.population === backgate);
  return isBelow && !isThere ? [...overlays, { population: backgate }] : overlays;
}

/** Those of samples that the session holds, each with its name and colour. */
export function wantedLayers(state: State, plot: Plot): readonly WantedLayer[] {
  const { samples } = state.session.history.present;
  const populations = shownAnalysis(state)?.populations ?? [];
  let place = -1;
  const taken: string[] = [];
  return overlaysOf(state, plot).flatMap((overlay): readonly WantedLayer[] => {
    if (overlay.sample !== undefined) place += 1;
    const sample = samples.find(({ id }) => id === overlay.sample);
    const key = overlay.sample === undefined ? state.view.selected : sample && keyOfSample(sample);
    const result = state.results.samples.get(key ?? '');
    const makers = result && makersOf(state, result);
    if (key === undefined || makers === undefined) return [];
    const { protocol } = makers;
    const own = overlay.population.split('/').at(-1) ?? '';
    const name = [
      ...(sample === undefined ? [] : [sample.file.name]),
      ...(overlay.population === plot.population && sample ? [] : [own]),
    ].join(' · ');
    const chosen = lookAt(state, populations.find(({ path }) => path === overlay.population)?.gate)?.colour;
    const usual = overlay.sample === undefined ? (chosen ?? populationColour(overlay.population, populations)) : colourAt(place);
    const colour = freeColour(usual, taken);
    taken.push(colour);
    return [{ overlay, key, protocol, name, colour }];
  });
}

export const axesOf = ({ density, histogram }: Pick<Picture, 'density' | 'histogram'>): readonly PlotAxis[] =>
  density ? [density.x, density.y] : histogram ? [histogram.x] : [];

/** Names axes: the same scale and the same part of it. */
export const axesName = (axes: readonly PlotAxis[]): string =>
  JSON.stringify(axes.map(({ channel, min, max }) => [channel.id, channel.transform, min, max]));

const noLayers: readonly PlotLayer[] = [];

/** The layers that a plot shows: those that stand on its very axes and that are still asked for. */
export function shownLayers(state: State, id: PlotId, plot: Plot, picture: Picture | undefined): readonly PlotLayer[] {
  const known = state.results.layers.get(id);
  const overlays = overlaysOf(state, plot);
  if (known === undefined || picture === undefined || overlays.length === 0) return noLayers;
  const isOther = picture.sample !== selectedResult(state)?.key || known.axes !== axesName(axesOf(picture));
  // lines come from a worker
  if (isOther || (hasContours(plot.kind) && !known.hasLines)) return noLayers;
  // others are on their way
  return known.layers.filter(({ overlay }) =>
    overlays.some((asked) => asked.sample === overlay.sample && asked.population === overlay.population),
  );
}
