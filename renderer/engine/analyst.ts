import { JobCancelled } from '../../core/jobs/cancelled.ts';
import type { Pool } from '../../core/jobs/pool.ts';
import { Problem } from '../../core/problem.ts';
import { isCurrent, makersOf } from '../store/document.ts';
import type { SampleKey, SampleResult } from '../store/state.ts';
import { type Store, setSample } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs } from './jobs.ts';

type Makers = NonNullable<ReturnType<typeof makersOf>>;

/** Keeps every loaded sample analysed as the session says; what is under way for an older document is given up. */
export interface Analyst {
  readonly sync: () => void;
  /** Gives up what runs; it is taken up again when the session changes or the sample is asked for. */
  readonly cancel: () => void;
  readonly running: () => number;
}

export function createAnalyst(
  { store, pool, columns, software }: { store: Store; pool: Pool<EngineJobs>; columns: Columns; software: string },
  onProblem: (problem: Problem, result: SampleResult) => void,
): Analyst {
  const asked = new Map<SampleKey, { readonly makers: Makers; readonly tries: number; open: boolean }>();
  let controller = new AbortController();

  function sync(): void {
    const state = store.getState();
    for (const result of state.results.samples.values()) {
      const makers = makersOf(state, result);
      if (result.phase !== 'loaded' || makers === undefined || isCurrent(result.analysis, makers)) continue;
      const before = asked.get(result.key);
      if (before === undefined || !isCurrent({ ...before.makers, value: undefined }, makers)) void analyse(result, makers, 1);
    }
  }

  async function analyse(result: SampleResult, makers: Makers, tries: number): Promise<void> {
    const { key } = result;
    const held = columns.get(key);
    if (held === undefined || held.sample.sha256 === undefined) return;
    const entry = { makers, tries, open: true };
    asked.set(key, entry);
    try {
      const value = await pool.runLatest(
        `analyse ${key}`,
        'analyse',
        { key: held.home, sample: held.sample, software, ...makers },
        { signal: controller.signal, home: held.home, priority: store.getState().view.selected === key ? 10 : 0 },
      );
      entry.open = false;
      if (asked.get(key) === entry) asked.delete(key);
      setSample(store, key, { analysis: { value, ...makers } });
    } catch (error) {
      entry.open = false;
      if (error instanceof JobCancelled || controller.signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      // a worker that was lost is replaced: once more
      if (error.code === 'worker-lost' && tries < 2) return analyse(result, makers, tries + 1);
      setSample(store, key, { problem: error });
      onProblem(error, result);
    }
  }

  return {
    sync,
    cancel() {
      controller.abort(new JobCancelled());
      controller = new AbortController();
    },
    running: () => [...asked.values()].filter(({ open }) => open).length,
  };
}
