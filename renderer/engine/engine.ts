import { createPool, poolSize } from '../../core/jobs/pool.ts';
import type { Problem } from '../../core/problem.ts';
import { makersOf } from '../store/document.ts';
import type { SampleKey, SampleResult } from '../store/state.ts';
import { forgetResults, type Store, setSample } from '../store/store.ts';
import { createAnalyst } from './analyst.ts';
import { createAssessor } from './assessor.ts';
import { createColumns } from './columns.ts';
import { createDraftCounter } from './draft-counter.ts';
import type { EngineJobs } from './jobs.ts';
import { type Loaded, loadSample } from './loader.ts';
import { createPainter } from './painter.ts';
import { spawnWorker } from './worker-port.ts';

/** Follows the store: what people decided decides what is computed; results go back into the store with what made them. */
export interface Engine {
  /** Reads and identifies one sample; see the store for its progress. */
  readonly load: (key: SampleKey, signal: AbortSignal) => Promise<Loaded>;
  /** One analysis with its plots as JSON, for the report. */
  readonly report: (key: SampleKey, signal: AbortSignal) => Promise<string>;
  /** Lets go of a sample whose file holds something else than it should. */
  readonly refuse: (key: SampleKey) => void;
  /** Gives up the analyses and assessments under way. */
  readonly cancel: () => void;
  readonly dispose: () => void;
}

export function startEngine(store: Store, software: string, onProblem: (problem: Problem, result: SampleResult) => void): Engine {
  const pool = createPool<EngineJobs>({ spawn: spawnWorker, size: poolSize(navigator.hardwareConcurrency) });
  const columns = createColumns(store);
  const tools = { store, pool, columns, software };
  const parts = [createAnalyst(tools, onProblem), createPainter(tools), createDraftCounter(tools), createAssessor(tools)] as const;
  const stop = store.subscribe(() => {
    for (const part of parts) part.sync();
  });

  async function load(key: SampleKey, signal: AbortSignal): Promise<Loaded> {
    const loaded = await loadSample(tools, key, signal);
    makeRoom();
    return loaded;
  }

  /** Columns of samples that are analysed and not looked at go first; they are read again when somebody looks at them. */
  function makeRoom(): void {
    const { view, results } = store.getState();
    const isNeeded = (key: SampleKey) => key === view.selected || results.samples.get(key)?.analysis === undefined;
    for (const key of columns.surplus(isNeeded)) {
      columns.drop(key);
      setSample(store, key, { phase: 'unloaded' });
    }
  }

  return {
    load,
    async report(key, signal) {
      const state = store.getState();
      const result = state.results.samples.get(key);
      const makers = result && makersOf(state, result);
      if (columns.get(key) === undefined) await load(key, signal);
      const held = columns.get(key);
      if (makers === undefined || held === undefined) throw new Error(`no sample ${key}`);
      return pool.run('report', { key: held.home, sample: held.sample, software, ...makers }, { signal, home: held.home, priority: 5 });
    },
    refuse(key) {
      columns.drop(key);
      forgetResults(store, key);
      setSample(store, key, { phase: 'missing' });
    },
    cancel() {
      for (const part of [parts[0], parts[3]]) part.cancel();
    },
    dispose() {
      stop();
      pool.dispose();
    },
  };
}
