import type { Pool } from '../../core/base/workers/pool.ts';
import type { OwnMethod } from '../../core/biology/lots/own-method.ts';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { StrategyForSample } from '../../core/exchange/formats/read-strategy.ts';
import type { WrittenDocument } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import type { ShadedPlot } from '../../core/show/plot/density-raster.ts';
import type { HistogramData } from '../../core/statistics/histograms/histogram-data.ts';
import type { PlotData } from '../../core/statistics/histograms/plot-data.ts';
import type { GateStep } from '../../core/statistics/histograms/plot-steps.ts';
import { isOfOneChannel, type Plot } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { ControlSample } from '../../core/study/run-priors/learn-control.ts';
import type { RunPriors } from '../../core/study/run-priors/run-priors.ts';
import type { ScaleFacts } from '../../core/study/sample/freeze-scales.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { SampleKey } from '../store/state.ts';
import { type ControlCalls, controlCalls } from './control-calls.ts';
import type { EngineJobs, StrategyFormat } from './jobs.ts';
import type { SampleArgs } from './kept-samples.ts';
import type { FitArgs } from './lot-jobs.ts';
import type { MatrixInUse } from './matrix-of.ts';
import type { DrawnPairs, PairLook } from './pair-jobs.ts';

/** What of a plot decides its picture. */
type ShownPlot = Omit<Plot, 'id' | 'size'>;
/** One of the two, as the kind of the plot has it. */
export interface PlotPicture {
  readonly density?: ShadedPlot;
  readonly histogram?: HistogramData;
}

/** What is asked of a worker once, for a sample with its columns. */
export interface EngineCalls extends ControlCalls {
  /** One analysis with its plots as JSON, for the report. */
  readonly report: (key: SampleKey, gatedBy: { readonly group?: string | null }, signal: AbortSignal) => Promise<string>;
  /** A sample by a protocol that need not be the session's. */
  readonly gateBy: (
    key: SampleKey,
    protocol: Protocol,
    signal: AbortSignal,
    more?: { readonly plots?: boolean },
  ) => Promise<SampleAnalysis>;
  /** Every gate on the way to a population, by such a protocol. */
  readonly stepsTo: (key: SampleKey, protocol: Protocol, population: string, signal: AbortSignal) => Promise<readonly GateStep[]>;
  /** What a file says about the gates of a sample. */
  readonly readStrategy: (file: BridgeFile, key: SampleKey) => Promise<StrategyForSample>;
  readonly writeStrategy: (key: SampleKey, format: StrategyFormat) => Promise<WrittenDocument>;
  readonly matrix: (key: SampleKey) => Promise<MatrixInUse>;
  readonly learnControl: (key: SampleKey, control: ControlSample, signal: AbortSignal) => Promise<RunPriors>;
  readonly scaleFacts: (key: SampleKey, signal: AbortSignal) => Promise<ScaleFacts>;
  /** The events of a population on two channels, outside of the grid of plots. */
  readonly picture: (key: SampleKey, population: string, x: string, y: string) => Promise<ShadedPlot | undefined>;
  /** A laboratory's own profile of a method; the newest call wins. */
  readonly fitLots: (args: FitArgs) => Promise<OwnMethod>;
  /** All pairs of channels of a population as one picture. */
  readonly pairs: (
    key: SampleKey,
    population: string,
    channels: readonly string[],
    cell: number,
    look: PairLook,
  ) => Promise<DrawnPairs | undefined>;
  /** One plot of any sample, for a page of figures. */
  readonly plotOf: (key: SampleKey, plot: ShownPlot, signal: AbortSignal) => Promise<PlotPicture | undefined>;
  /** The cells of the composition as the methods side by side show them. */
  readonly figure: (key: SampleKey, signal: AbortSignal) => Promise<PlotData | undefined>;
  /** Percentile tables of a population's events, by channel. */
  readonly percentiles: (key: SampleKey, population: string, channels: readonly string[]) => Promise<readonly (Float64Array | undefined)[]>;
  /** By path, on FlowJo's grid. */
  readonly countAsFlowjo: (key: SampleKey) => Promise<ReadonlyMap<string, number>>;
}

/** `argsOf` gives a sample with its columns, read again if they were let go of. */
export const engineCalls = (
  pool: Pool<EngineJobs>,
  argsOf: (key: SampleKey, signal?: AbortSignal) => Promise<SampleArgs & { readonly software: string; readonly metadata: SampleMetadata }>,
): EngineCalls => ({
  ...controlCalls(pool, argsOf),
  async report(key, gatedBy, signal) {
    const args = await argsOf(key, signal);
    return pool.run('report', { ...args, ...gatedBy }, { signal, affinity: args.key, priority: 5 });
  },
  async gateBy(key, protocol, signal, { plots = false } = {}) {
    const args = await argsOf(key, signal);
    const { analysis } = await pool.run('analyse', { ...args, protocol, plots }, { signal, affinity: args.key, priority: 6 });
    return analysis;
  },
  async stepsTo(key, protocol, population, signal) {
    const args = await argsOf(key, signal);
    return pool.run('steps', { ...args, protocol, population }, { signal, affinity: args.key, priority: 7 });
  },
  async readStrategy({ token, name, bytes }, key) {
    const { sample } = await argsOf(key);
    return pool.run('readStrategy', { token, name, size: bytes, sample: { dataset: sample.dataset, file: sample.file } }, { priority: 12 });
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
  fitLots: (args) => pool.runLatest('fit-lots', 'fitLots', args, { priority: 9 }),
  async pairs(key, population, channels, cell, look) {
    const args = await argsOf(key);
    return pool.runLatest('pairs', 'pairs', { ...args, population, channels, cell, look }, { affinity: args.key, priority: 10 });
  },
  async percentiles(key, population, channels) {
    const args = await argsOf(key);
    return pool.run('percentiles', { ...args, population, channels }, { affinity: args.key, priority: 12 });
  },
  async plotOf(key, { kind, population, x, y, range, colourBy }, signal) {
    const args = { ...(await argsOf(key, signal)), population, x, range };
    const options = { signal, affinity: args.key, priority: 6 };
    if (isOfOneChannel(kind)) {
      const histogram = await pool.run('histogram', args, options);
      return histogram && { histogram };
    }
    const density = await pool.run('plot', { ...args, y, kind, colourBy }, options);
    return density && { density };
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
});
