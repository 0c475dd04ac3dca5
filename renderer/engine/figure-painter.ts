import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { makersOf } from '../store/document.ts';
import { shownPanels } from '../store/shown-panels.ts';
import type { FigurePicture, SampleKey, SampleResult } from '../store/state.ts';
import { type Store, setResults } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs } from './jobs.ts';
import { onceMore } from './once-more.ts';

type Wanted = Omit<FigurePicture, 'picture'>;

/**
 * Keeps the pictures of the methods side by side while their page is in sight. Lots whose columns were let go of are read again, one after
 * another, and each picture is kept: it is small.
 */
export function createFigurePainter(
  { store, pool, columns }: { readonly store: Store; readonly pool: Pool<EngineJobs>; readonly columns: Columns },
  load: (key: SampleKey, signal: AbortSignal) => Promise<unknown>,
): { readonly sync: () => void } {
  const asked = new Map<SampleKey, Wanted>();
  let turn: Promise<void> = Promise.resolve();

  function sync(): void {
    const state = store.getState();
    if (state.view.centre !== 'culture') return;
    for (const { lot } of shownPanels(state)) {
      const result = state.results.samples.get(lot?.id ?? '');
      const makers = result && makersOf(state, result);
      if (result === undefined || makers === undefined || result.phase === 'missing') continue;
      const { key } = result;
      const wanted = { sha256: makers.sha256, protocol: makers.protocol };
      if (isSame(state.results.figures.get(key), wanted) || isSame(asked.get(key), wanted)) continue;
      asked.set(key, wanted);
      turn = turn.then(() => paint(result, wanted));
    }
  }

  async function paint({ key }: SampleResult, wanted: Wanted): Promise<void> {
    if (asked.get(key) !== wanted || store.getState().view.centre !== 'culture') {
      asked.delete(key);
      return;
    }
    try {
      if (columns.get(key) === undefined) await load(key, new AbortController().signal);
      const held = columns.get(key);
      if (held === undefined) return;
      const args = { key: held.affinity, sample: held.sample, protocol: wanted.protocol };
      const picture = await onceMore(() => pool.runLatest(`figure ${key}`, 'figure', args, { affinity: held.affinity, priority: 8 }));
      setResults(store, { figures: new Map(store.getState().results.figures).set(key, { ...wanted, picture }) });
    } catch (error) {
      // what is wrong with the sample is said once, by its analysis
      if (!(error instanceof JobCancelled) && !(error instanceof Problem)) throw error;
      setResults(store, { figures: new Map(store.getState().results.figures).set(key, { ...wanted, picture: undefined }) });
    } finally {
      if (asked.get(key) === wanted) asked.delete(key);
    }
  }

  return { sync };
}

const isSame = (a: Wanted | undefined, b: Wanted): boolean => a?.sha256 === b.sha256 && isSameGating(a?.protocol, b.protocol);

/** Profiles, limits and reports may change: what places cells and counts them is the same. */
const isSameGating = (a: Protocol | undefined, b: Protocol): boolean =>
  (['panel', 'compensation', 'transforms', 'dimensions', 'matrices', 'strategy', 'quality'] as const).every(
    (part) => a?.[part] === b[part],
  );
