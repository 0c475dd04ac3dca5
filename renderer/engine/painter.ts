import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import { isOfOneChannel, showsSame } from '../../core/study/arrangement/plot.ts';
import { makersOf } from '../store/document.ts';
import { tilesOf } from '../store/selectors.ts';
import type { Picture } from '../store/state.ts';
import { type Store, setResults } from '../store/store.ts';
import { triedProtocol } from '../store/tried-scale.ts';
import type { Columns, HeldSample } from './columns.ts';
import type { EngineJobs } from './jobs.ts';
import { FIRST_EVENTS } from './loader.ts';
import { onceMore } from './once-more.ts';

/** Keeps the picture of every tile as the session and the view say. The first events come first, labelled so. */
export function createPainter({ store, pool, columns }: { store: Store; pool: Pool<EngineJobs>; columns: Columns }): {
  readonly sync: () => void;
} {
  const asked = new Map<string, Picture>();

  function sync(): void {
    const state = store.getState();
    const { scaleDraft } = state.view;
    const result = state.results.samples.get(state.view.selected ?? '');
    const makers = result && makersOf(state, result);
    const held = result && columns.get(result.key);
    const source = held ?? (result && columns.first(result.key));
    if (result === undefined || makers === undefined || source === undefined) return;
    for (const tile of tilesOf(state)) {
      const tried = scaleDraft !== undefined && [tile.x, tile.y].includes(scaleDraft.entry) ? triedProtocol(state, result.key) : undefined;
      const wanted: Picture = {
        sample: result.key,
        affinity: source.affinity,
        protocol: tried ?? makers.protocol,
        tile,
        ...(held === undefined ? { first: FIRST_EVENTS } : {}),
      };
      const shown = state.results.pictures.get(tile.id);
      if (isSame(shown, wanted) || isSame(asked.get(tile.id), wanted)) continue;
      asked.set(tile.id, wanted);
      void paint(source, wanted);
    }
  }

  async function paint({ affinity, sample }: HeldSample, wanted: Picture): Promise<void> {
    const { tile, protocol } = wanted;
    const { scaleDraft } = store.getState().view;
    // a scale that is only tried must not cost the columns of the session
    const key = scaleDraft === undefined ? affinity : `${affinity} tried`;
    const args = { key, sample, protocol, population: tile.population, x: tile.x, range: tile.range };
    // before the analysis: what a picture needs is a part of it, and is kept
    const options = { affinity, priority: 11 };
    const settle = (picture: Picture) => {
      if (asked.get(tile.id) === wanted) asked.delete(tile.id);
      setResults(store, { pictures: new Map(store.getState().results.pictures).set(tile.id, picture) });
    };
    try {
      if (isOfOneChannel(tile.kind)) {
        const histogram = await onceMore(() => pool.runLatest(`plot ${tile.id}`, 'histogram', args, options));
        settle({ ...wanted, ...(histogram && { histogram }) });
      } else {
        const density = await onceMore(() =>
          pool.runLatest(`plot ${tile.id}`, 'plot', { ...args, y: tile.y, kind: tile.kind, colourBy: tile.colourBy }, options),
        );
        settle({ ...wanted, ...(density && { density }) });
      }
    } catch (error) {
      // what is wrong with the sample is said once, by its analysis
      if (!(error instanceof JobCancelled)) settle(wanted);
    }
  }

  return { sync };
}

const isSame = (a: Picture | undefined, b: Picture): boolean =>
  a !== undefined && a.affinity === b.affinity && a.protocol === b.protocol && a.first === b.first && showsSame(a.tile, b.tile);
