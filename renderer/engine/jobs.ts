import { analysePrepared } from '../../core/analyse.ts';
import type { JobContext } from '../../core/base/workers/job-table.ts';
import { analysesToJson, type FileToken } from '../../core/contract/bridge.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import { asSample } from '../../core/exchange/event-files/event-table.ts';
import { exportWorkspace } from '../../core/exchange/flowjo/export-workspace.ts';
import { explicitStrategy } from '../../core/exchange/formats/explicit-strategy.ts';
import { readStrategy, type StrategyForSample } from '../../core/exchange/formats/read-strategy.ts';
import { type WrittenDocument, writeGatingMl } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import type { Population } from '../../core/gating/strategy/population.ts';
import { contoursOf } from '../../core/show/plot/contours.ts';
import { type ShadedPlot, shadeDensity } from '../../core/show/plot/density-raster.ts';
import { hasContours, shadeKindOf } from '../../core/show/plot/plot-kind.ts';
import { thirdShades } from '../../core/show/plot/third-colour.ts';
import { figurePicture } from '../../core/statistics/histograms/figure-picture.ts';
import { type HistogramData, histogramPopulation } from '../../core/statistics/histograms/histogram-data.ts';
import { percentileTable } from '../../core/statistics/histograms/percentile-table.ts';
import { axisOf, type ChosenRanges, type PlotData, plotPopulation } from '../../core/statistics/histograms/plot-data.ts';
import { type GateStep, stepsTo } from '../../core/statistics/histograms/plot-steps.ts';
import { thirdSums } from '../../core/statistics/histograms/third-marker.ts';
import { type Thumbnail, thumbnailsOf } from '../../core/statistics/histograms/thumbnail.ts';
import type { PlotKind } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { controlProtocol } from '../../core/study/run-priors/control-protocol.ts';
import { type ControlSample, learnControl } from '../../core/study/run-priors/learn-control.ts';
import type { RunPriors } from '../../core/study/run-priors/run-priors.ts';
import { type Assessment, assessPrepared } from '../../core/study/sample/assess-prepared.ts';
import { type ScaleFacts, scaleFacts } from '../../core/study/sample/freeze-scales.ts';
import { gatePrepared } from '../../core/study/sample/gate-prepared.ts';
import { type HeldGate, type PlotInSight, planDrag } from '../../core/study/sample/plan-drag.ts';
import { type ByteIdentity, openDataset, readSample, readTable } from '../../core/study/sample/raw-sample.ts';
import { type AnalysedSample, withThumbnails } from './analysed-sample.ts';
import { controlJobs } from './control-jobs.ts';
import { dragJobs } from './drag-jobs.ts';
import { type FirstArgs, type FirstPlans, planFirst } from './first-plans.ts';
import { gatedOf, keepGated, populationAt, type SampleArgs, withPrepared } from './kept-samples.ts';
import { layerJobs } from './layer-jobs.ts';
import { limitedTo } from './limited-dataset.ts';
import { lotJobs } from './lot-jobs.ts';
import { type MatrixInUse, matrixOf } from './matrix-of.ts';
import { pairJobs } from './pair-jobs.ts';
import { derivedMemory, ownMemory, readingMemory } from './reading-memory.ts';
import { schemeSource } from './scheme-source.ts';
import { type SharedSample, shareSample, tableOf } from './shared-sample.ts';
import { ONE_PASS_BYTES, sha256Of, wholeHashes } from './whole-hash.ts';

/** Where a data set is to be read from. */
export interface FileArgs {
  readonly token: FileToken;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 0 for the first data set of the file. */
  readonly dataset: number;
  readonly mode: 'default' | 'salvage';
}

/** Everything that the window has done in the background. */
export const jobs = {
  /** The first events of a data set: enough for a first picture, whatever the size of the file. Undefined where the whole is as quick. */
  async readFirst({ events, ...file }: FileArgs & { readonly events: number }, { signal }: JobContext): Promise<SharedSample | undefined> {
    const source = await sourceOf(file);
    const opened = await openDataset(source, { ...file, signal });
    const dataset = limitedTo(opened.dataset, events);
    if (dataset === undefined) return undefined;
    const table = await readEvents(dataset, source, { pool: await readingMemory(), signal });
    try {
      return shareSample({ file: file.name, dataset, datasetCount: opened.file.datasets.length, table, findings: [] }, undefined, false);
    } finally {
      table.release();
    }
  },

  /** A data set in one pass over its file, with its identity; without it where the file is too large to be digested here. */
  async read(file: FileArgs, { signal, progress }: JobContext): Promise<SharedSample> {
    const source = await sourceOf(file);
    const options = { ...file, signal, onProgress: progress };
    if (file.size > ONE_PASS_BYTES) return shareSample(await readTable(source, await ownMemory(), options), undefined, true);
    const raw = await readSample(
      source,
      { pool: await readingMemory(), createHash: wholeHashes(Math.max(file.size, source.size)) },
      options,
    );
    try {
      return shareSample(raw, await raw.identity, false);
    } finally {
      raw.table.release();
    }
  },

  async analyse(args: SampleArgs & Described, { signal }: JobContext): Promise<AnalysedSample> {
    const provenance = await provenanceOf(args);
    return withPrepared(args, async (prepared) => {
      const options = { metadata: args.metadata, absent: 'skip', plots: args.plots === true, signal } as const;
      const { analysis, gated } = await analysePrepared(prepared, args.protocol, provenance, identityOf(args), options);
      keepGated(args.key, args.protocol, gated);
      return withThumbnails(analysis, gated, prepared);
    });
  },

  /** Small pictures of every gate that can be drawn. */
  async thumbnails(args: SampleArgs, { signal }: JobContext): Promise<readonly Thumbnail[]> {
    return withPrepared(args, (prepared) => thumbnailsOf(gatedOf(args, prepared, signal).populations, prepared.channel, prepared.columns));
  },

  /** Acquisition quality over the channels that the protocol gates on. */
  async quality(args: SampleArgs, { throwIfCancelled }: JobContext): Promise<Assessment> {
    return withPrepared(args, (prepared) => {
      throwIfCancelled();
      const { kept: _kept, ...report } = assessPrepared(prepared, args.protocol, args.protocol.quality);
      return report;
    });
  },

  /** Counts alone, while a gate is being moved. */
  async count(args: SampleArgs, { signal }: JobContext): Promise<readonly Pick<Population, 'path' | 'count'>[]> {
    return withPrepared(args, (prepared) => gatedOf(args, prepared, signal).populations.map(({ path, count }) => ({ path, count })));
  },

  /** What the moves of a gate will change; undefined where `count` has to count as a whole. */
  async planDrag({ held, plots, ...args }: SampleArgs & DragArgs, { throwIfCancelled }: JobContext): Promise<DragPlan | undefined> {
    return withPrepared(args, (prepared) => planDrag(prepared, args.protocol, held, plots, throwIfCancelled));
  },

  /** The same over the first events, for every gate that a hand may take hold of next. */
  async planFirst({ plots, events, ...args }: SampleArgs & FirstArgs, { signal, throwIfCancelled }: JobContext): Promise<FirstPlans> {
    return withPrepared(args, async (prepared) =>
      planFirst(prepared, args, { plots, events }, await derivedMemory(), signal, throwIfCancelled),
    );
  },

  ...controlJobs,
  ...dragJobs,
  ...layerJobs,
  ...lotJobs,
  ...pairJobs,

  /** Undefined where the sample lacks the population or a channel. */
  async plot(
    { population, x, y, range, kind = 'density', colourBy, ...args }: SampleArgs & PictureArgs,
    { signal }: JobContext,
  ): Promise<ShadedPlot | undefined> {
    return withPrepared(args, (prepared) => {
      const shown = populationAt(args, prepared, population, signal);
      const [across, up] = [prepared.channel(x), prepared.channel(y)];
      if (shown === undefined || across === undefined || up === undefined) return undefined;
      const axes = [axisOf(across, prepared.columns, range?.x), axisOf(up, prepared.columns, range?.y)] as const;
      const plot = plotPopulation(shown, [], across, up, prepared.columns, axes);
      // here, so that the window's own thread need not
      const shaded = shadeDensity(plot, shadeKindOf(kind));
      const third = kind === 'dot' && colourBy !== undefined ? prepared.channel(colourBy) : undefined;
      if (third !== undefined) {
        const axis = axisOf(third, prepared.columns);
        const sums = thirdSums(shown, [across, up, third], prepared.columns, [...axes, axis]);
        return { ...plot, shaded, third: { axis, shaded: thirdShades(sums, plot.count, axis) } };
      }
      return { ...plot, shaded, ...(hasContours(kind) && { contours: contoursOf(plot) }) };
    });
  },

  /** Every gate on the way to a population, with that population's events. */
  async steps({ population, ...args }: SampleArgs & { readonly population: string }, { signal }: JobContext): Promise<readonly GateStep[]> {
    return withPrepared(args, (prepared) =>
      stepsTo(population, gatedOf(args, prepared, signal).populations, prepared.channel, prepared.columns),
    );
  },

  /** The cells of the composition on the scales on which methods stand side by side. */
  async figure(args: SampleArgs, { signal }: JobContext): Promise<PlotData | undefined> {
    return withPrepared(args, (prepared) => {
      const { populations } = gatedOf(args, prepared, signal);
      return figurePicture(populations, prepared.channel, prepared.columns);
    });
  },

  async histogram(
    { population, x, range, ...args }: SampleArgs & Omit<PictureArgs, 'y'>,
    { signal }: JobContext,
  ): Promise<HistogramData | undefined> {
    return withPrepared(args, (prepared) => {
      const shown = populationAt(args, prepared, population, signal);
      const across = prepared.channel(x);
      return shown && across && histogramPopulation(shown, across, prepared.columns, axisOf(across, prepared.columns, range?.x));
    });
  },

  /** Of a population, for each of these channels; undefined where the sample lacks it. */
  async percentiles(
    { population, channels, ...args }: SampleArgs & { readonly population: string; readonly channels: readonly string[] },
    { signal }: JobContext,
  ): Promise<readonly (Float64Array | undefined)[]> {
    return withPrepared(args, (prepared) => {
      const of = populationAt(args, prepared, population, signal);
      return channels.map((id) => {
        const channel = of && prepared.channel(id);
        return channel && percentileTable(of, channel, prepared.columns);
      });
    });
  },

  /** Counts as FlowJo's grid gives them, beside the exact ones; approximate. */
  async countAsFlowjo(args: SampleArgs): Promise<readonly Pick<Population, 'path' | 'count'>[]> {
    return withPrepared(args, (prepared) =>
      gatePrepared(prepared, args.protocol, { evaluator: 'flowjo', collect: true }).populations.map(({ path, count }) => ({ path, count })),
    );
  },

  /** A strategy from a protocol, a Gating-ML document or a FlowJo workspace, as it holds for one data set. */
  async readStrategy({ token, name, size, sample }: StrategyArgs): Promise<StrategyForSample> {
    const bytes = new Uint8Array(size);
    await schemeSource(token, name, size).read(bytes, 0);
    return readStrategy(bytes, name, sample.dataset, { file: sample.file });
  },

  /** The strategy as it stands in one sample, for another program, with a list of what its format cannot hold. */
  async writeStrategy({ format, ...args }: SampleArgs & { readonly format: StrategyFormat }): Promise<WrittenDocument> {
    return withPrepared(args, (prepared) => {
      const gated = gatePrepared(prepared, args.protocol, { collect: true });
      const strategy = explicitStrategy(args.protocol, prepared, gated);
      if (format === 'gating-ml') return writeGatingMl(strategy);
      const counts = new Map(gated.populations.map(({ path, count }) => [path, count]));
      const { file, dataset } = args.sample;
      return exportWorkspace([{ name: file, uri: encodeURIComponent(file), dataset, strategy, counts }]);
    });
  },

  /** Where the negatives of a control end, by gate and axis. */
  async learnControl({ control, ...args }: SampleArgs & { readonly control: ControlSample }): Promise<RunPriors> {
    const protocol = controlProtocol(args.protocol, control);
    return withPrepared({ ...args, protocol }, (prepared) => learnControl(prepared, protocol, control));
  },

  /** What the scales of a sample are chosen from. */
  async scaleFacts(args: SampleArgs): Promise<ScaleFacts> {
    return withPrepared(args, (prepared) => scaleFacts(prepared, args.protocol));
  },

  async matrix({ sample, protocol }: Pick<SampleArgs, 'sample' | 'protocol'>): Promise<MatrixInUse> {
    return matrixOf(protocol, tableOf(sample));
  },

  /** The analysis with its plots, as the report takes it. */
  async report({ group, ...args }: SampleArgs & Described & { readonly group?: string | null }, { signal }: JobContext): Promise<string> {
    const provenance = await provenanceOf(args);
    return withPrepared(args, async (prepared) => {
      const options = { metadata: args.metadata, group, plots: true, quality: true, absent: 'skip', signal } as const;
      const { analysis } = await analysePrepared(prepared, args.protocol, provenance, identityOf(args), options);
      return analysesToJson([{ ...analysis, madeBy: args.protocol }]).slice(1, -1);
    });
  },
};

export type EngineJobs = typeof jobs;

export type StrategyFormat = 'gating-ml' | 'flowjo';

interface StrategyArgs {
  readonly token: FileToken;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sample: Pick<SharedSample, 'dataset' | 'file'>;
}

interface Described {
  readonly metadata: SampleMetadata;
  readonly software: string;
  readonly plots?: boolean;
}

interface DragArgs {
  readonly held: HeldGate;
  readonly plots: readonly PlotInSight[];
}

interface PictureArgs {
  readonly population: string;
  /** Panel names or $PnN. */
  readonly x: string;
  readonly y: string;
  readonly kind?: PlotKind;
  /** Of dots: the channel whose colours they have. */
  readonly colourBy?: string | undefined;
  /** What the axes show, where that was chosen. */
  readonly range?: ChosenRanges | undefined;
}

const sourceOf = ({ token, name, size }: FileArgs) => asSample(schemeSource(token, name, size));

async function provenanceOf({ protocol, software }: { readonly protocol: Protocol; readonly software: string }) {
  return { software, protocolSha256: await sha256Of(new TextEncoder().encode(JSON.stringify(protocol))) };
}

function identityOf({ sample: { file, identity } }: SampleArgs): ByteIdentity {
  if (identity === undefined) throw new Error(`${file} was not digested yet`);
  return identity;
}
