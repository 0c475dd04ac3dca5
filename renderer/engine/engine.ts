import type { Problem } from '../../core/base/problem.ts';
import { createPool, poolSize } from '../../core/base/workers/pool.ts';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import type { StrategyForSample } from '../../core/exchange/formats/read-strategy.ts';
import type { WrittenDocument } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import type { ShadedPlot } from '../../core/show/plot/density-raster.ts';
import type { PlotData } from '../../core/statistics/histograms/plot-data.ts';
import type { ControlSample } from '../../core/study/run-priors/learn-control.ts';
import type { RunPriors } from '../../core/study/run-priors/run-priors.ts';
import type { ScaleFacts } from '../../core/study/sample/freeze-scales.ts';
import { makersOf } from '../store/document.ts';
import type { SampleKey, SampleResult } from '../store/state.ts';
import { forgetResults, type Store, setSample } from '../store/store.ts';
import { createAnalyst } from './analyst.ts';
import { createAssessor } from './assessor.ts';
import { createColumns } from './columns.ts';
import { createDragger } from './dragger.ts';
import { createFigurePainter } from './figure-painter.ts';
import type { EngineJobs, StrategyFormat } from './jobs.ts';
import { type IdentifySample, type Loaded, loadSample } from './loader.ts';
import type { MatrixInUse } from './matrix-of.ts';
import { createPainter } from './painter.ts';
import { spawnWorker } from './worker-port.ts';

/** Follows the store: what people decided decides what is computed; results go back into the store with what made them. */
export interface Engine {
  /** Reads and identifies one sample; see the store for its progress. */
  readonly load: (key: SampleKey, signal: AbortSignal) => Promise<Loaded>;
  /** One analysis with its plots as JSON, for the report. */
  readonly report: (key: SampleKey, signal: AbortSignal) => Promise<string>;
  /** What a file says about the gates of a sample. */
  readonly readStrategy: (file: BridgeFile, key: SampleKey) => Promise<StrategyForSample>;
  readonly writeStrategy: (key: SampleKey, format: StrategyFormat) => Promise<WrittenDocument>;
  readonly matrix: (key: SampleKey) => Promise<MatrixInUse>;
  readonly learnControl: (key: SampleKey, control: ControlSample, signal: AbortSignal) => Promise<RunPriors>;
  readonly scaleFacts: (key: SampleKey, signal: AbortSignal) => Promise<ScaleFacts>;
  /** The events of a population on two channels, outside of the grid of plots. */
  readonly picture: (key: SampleKey, population: string, x: string, y: string) => Promise<ShadedPlot | undefined>;
  /** The cells of the composition as the methods side by side show them. */
  readonly figure: (key: SampleKey, signal: AbortSignal) => Promise<PlotData | undefined>;
  /** By path, on FlowJo's grid. */
  readonly countAsFlowjo: (key: SampleKey) => Promise<ReadonlyMap<string, number>>;
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
  const parts = [
    createAnalyst(tools, onProblem),
    createPainter(tools),
    createDragger(tools),
    createAssessor(tools),
    createFigurePainter(tools, load),
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
    async report(key, signal) {
      const args = await argsOf(key, signal);
      return pool.run('report', args, { signal, affinity: args.key, priority: 5 });
    },
    async readStrategy({ token, name, bytes }, key) {
      const { sample } = await argsOf(key);
      return pool.run(
        'readStrategy',
        { token, name, size: bytes, sample: { dataset: sample.dataset, file: sample.file } },
        { priority: 12 },
      );
    },
    async writeStrategy(key, format) {
      const args = await argsOf(key);
      return pool.run('writeStrategy', { ...args, format }, { affinity: args.key, priority: 12 });
    },
    async learnControl(key, control, signal) {
      const args = await argsOf(key, signal);
      return pool.run('learnControl', { ...args, control }, { signal, affinity: args.key, priority: 5 });
    },
    async scaleFacts(key, signal) {
      const args = await argsOf(key, signal);
      return pool.run('scaleFacts', args, { signal, affinity: args.key, priority: 5 });
    },
    async matrix(key) {
      const { sample, protocol } = await argsOf(key);
      return pool.run('matrix', { sample, protocol }, { priority: 12 });
    },
    async picture(key, population, x, y) {
      const args = await argsOf(key);
      return pool.runLatest('picture', 'plot', { ...args, population, x, y }, { affinity: args.key, priority: 12 });
    },
    async figure(key, signal) {
      const args = await argsOf(key, signal);
      return pool.run('figure', args, { signal, affinity: args.key, priority: 5 });
    },
    async countAsFlowjo(key) {
      const args = await argsOf(key);
      const counts = await pool.run('countAsFlowjo', args, { affinity: args.key, priority: 12 });
      return new Map(counts.map(({ path, count }) => [path, count]));
    },
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
