import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import { hasContours } from '../../core/show/plot/plot-kind.ts';
import type { PlotAxis } from '../../core/statistics/histograms/plot-data.ts';
import { axesName, axesOf, wantedLayers } from '../store/overlays.ts';
import type { CountedLayer, PlotLayers, WantedLayer } from '../store/plot-layers.ts';
import { tilesOf } from '../store/selectors.ts';
import type { PlotId, SampleKey } from '../store/state.ts';
import { type Store, setResults } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs } from './jobs.ts';
import { onceMore } from './once-more.ts';

type Asked = Omit<PlotLayers, 'layers'>;

/** Keeps the events that are drawn over those of plots, of this sample or of others, which are read again where their columns were let go of. */
export function createLayerPainter(
  { store, pool, columns }: { readonly store: Store; readonly pool: Pool<EngineJobs>; readonly columns: Columns },
  load: (key: SampleKey, signal: AbortSignal) => Promise<unknown>,
): { readonly sync: () => void } {
  const asked = new Map<PlotId, Asked>();
  let turn: Promise<void> = Promise.resolve();

  function sync(): void {
    const state = store.getState();
    for (const plot of tilesOf(state)) {
      const picture = state.results.pictures.get(plot.id);
      const wanted = picture === undefined || picture.first !== undefined ? [] : wantedLayers(state, plot);
      const axes = picture === undefined ? [] : axesOf(picture);
      if (wanted.length === 0 || axes.length === 0) continue;
      const now: Asked = { wanted, axes: axesName(axes), hasLines: hasContours(plot.kind) };
      if (isSame(state.results.layers.get(plot.id), now) || isSame(asked.get(plot.id), now)) continue;
      asked.set(plot.id, now);
      turn = turn.then(() => paint(plot.id, now, axes));
    }
  }

  async function paint(id: PlotId, now: Asked, axes: readonly PlotAxis[]): Promise<void> {
    if (asked.get(id) !== now) return;
    const layers: CountedLayer[] = [];
    for (const layer of now.wanted) layers.push(...(await layerOf(layer, axes, now.hasLines)));
    if (asked.get(id) !== now) return;
    asked.delete(id);
    setResults(store, { layers: new Map(store.getState().results.layers).set(id, { ...now, layers }) });
  }

  /** None where the sample lacks the population or a channel. */
  async function layerOf(
    { overlay, key, protocol, name, colour }: WantedLayer,
    axes: readonly PlotAxis[],
    hasLines: boolean,
  ): Promise<readonly CountedLayer[]> {
    try {
      if (columns.get(key) === undefined) await load(key, new AbortController().signal);
      const held = columns.get(key);
      if (held === undefined) return [];
      const args = { key: held.affinity, sample: held.sample, protocol, population: overlay.population, axes, hasLines };
      const counted = await onceMore(() => pool.run('layer', args, { affinity: held.affinity, priority: 9 }));
      return counted === undefined ? [] : [{ overlay, name, colour, ...counted }];
    } catch (error) {
      // what is wrong with a sample is said once, by its analysis
      if (!(error instanceof JobCancelled) && !(error instanceof Problem)) throw error;
      return [];
    }
  }

  return { sync };
}

const isSame = (a: Asked | undefined, b: Asked): boolean =>
  a?.axes === b.axes &&
  a.hasLines === b.hasLines &&
  a.wanted.length === b.wanted.length &&
  a.wanted.every(({ overlay, ...one }, i) => {
    const { overlay: other, ...rest } = b.wanted[i]!;
    const isOfOne = overlay.sample === other.sample && overlay.population === other.population;
    return isOfOne && one.key === rest.key && one.protocol === rest.protocol && one.name === rest.name && one.colour === rest.colour;
  });
