import type { Problem } from '../../core/base/problem.ts';
import { createPool, poolSize } from '../../core/base/workers/pool.ts';
import { makersOf } from '../store/document.ts';
import type { SampleKey, SampleResult } from '../store/state.ts';
import { forgetResults, type Store, setSample } from '../store/store.ts';
import { createAnalyst } from './analyst.ts';
import { createAssessor } from './assessor.ts';
import { createColumns } from './columns.ts';
import { createDragger } from './dragger.ts';
import { type EngineCalls, engineCalls } from './engine-calls.ts';
import { createFigurePainter } from './figure-painter.ts';
import { createFirstPlanner } from './first-planner.ts';
import type { EngineJobs } from './jobs.ts';
import { createLayerPainter } from './layer-painter.ts';
import { type IdentifySample, type Loaded, loadSample } from './loader.ts';
import { createPainter } from './painter.ts';
import { createThumbnailPainter } from './thumbnail-painter.ts';
import { spawnWorker } from './worker-port.ts';

/** Follows the store: what people decided decides what is computed; results go back into the store with what made them. */
export interface Engine extends EngineCalls {
  /** Reads and identifies one sample; see the store for its progress. */
  readonly load: (key: SampleKey, signal: AbortSignal) => Promise<Loaded>;
  /** Lets go of a sample whose file holds something else than it should. */
  readonly refuse: (key: SampleKey) => void;
  /** Gives up the analyses and assessments under way. */
  readonly cancel: () => void;
}

export function startEngine(
  store: Store,
  software: string,
  identifySample: IdentifySample,
  onProblem: (problem: Problem, result: SampleResult) => void,
): Engine {
  const workers = poolSize(navigator.hardwareConcurrency);
  const pool = createPool<EngineJobs>({ spawn: spawnWorker, size: workers });
  const columns = createColumns(store);
  const tools = { store, pool, columns, software, workers, identifySample };
  const planner = createFirstPlanner(tools);
  const parts = [
    createAnalyst(tools, onProblem),
    createPainter(tools),
    createDragger({ ...tools, planner }),
    createAssessor(tools),
    createFigurePainter(tools, load),
    createLayerPainter(tools, load),
    createThumbnailPainter(tools, load),
    planner,
  ] as const;
  store.subscribe(() => {
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
    const isNeeded = (key: SampleKey) => {
      const result = results.samples.get(key);
      return key === view.selected || (result !== undefined && result.analysis === undefined);
    };
    for (const key of columns.surplus(isNeeded)) {
      columns.drop(key);
      setSample(store, key, { phase: 'unloaded' });
    }
  }

  /** A sample with its columns, read again if they were let go of, and what makes its results. */
  async function argsOf(key: SampleKey, signal: AbortSignal = new AbortController().signal) {
    if (columns.get(key) === undefined) await load(key, signal);
    const state = store.getState();
    const result = state.results.samples.get(key);
    const makers = result && makersOf(state, result);
    const held = columns.get(key);
    if (makers === undefined || held === undefined) throw new Error(`no sample ${key}`);
    return { key: held.affinity, sample: held.sample, software, ...makers };
  }

  return {
    load,
    ...engineCalls(pool, argsOf),
    refuse(key) {
      columns.drop(key);
      forgetResults(store, key);
      setSample(store, key, { phase: 'missing' });
    },
    cancel() {
      for (const part of [parts[0], parts[3]]) part.cancel();
    },
  };
}
