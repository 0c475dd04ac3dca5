import { type AnalyseOptions, analyseSample } from '../../core/analyse.ts';
import type { ByteSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import type { JobContext } from '../../core/base/workers/job-table.ts';
import { groupOf, landmarksOf } from '../../core/biology/control-charts/landmarks.ts';
import { digestFile } from '../../core/data/fcs/read/digest.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import { asSample } from '../../core/exchange/event-files/event-table.ts';
import type { SameRun } from '../../core/gating/automatic/kind/same-run.ts';
import type { GateNode } from '../../core/gating/strategy/strategy.ts';
import { thumbnailsOf } from '../../core/statistics/histograms/thumbnail.ts';
import type { OverrideBook } from '../../core/study/overrides/override-book.ts';
import { type Protocol, parseProtocol } from '../../core/study/protocol/protocol.ts';
import { controlProtocol } from '../../core/study/run-priors/control-protocol.ts';
import { type ControlSample, learnControl } from '../../core/study/run-priors/learn-control.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { withSample } from '../../core/study/sample/with-sample.ts';
import { type ResultSummary, summarise } from '../archive/results.ts';
import { thumbnailsText } from '../archive/thumbnails.ts';
import { openBlocking } from '../files/blocking-file.ts';
import { createPool, createSha256, softwareVersion } from '../host/host.ts';

/** One run to be analysed. Plain data: it crosses to a worker. */
export interface BatchTask {
  /** Where the bytes may lie; the first that is there and holds them is taken. */
  readonly paths: readonly string[];
  readonly name: string;
  readonly sha256: string;
  readonly dataSha256: string;
  readonly dataset: number;
  readonly metadata: SampleMetadata;
  /** What persons decided about this file under this protocol. */
  readonly overrides: OverrideBook;
  /** In place of the protocol's own: what other files of the run taught it. */
  readonly strategy?: readonly GateNode[];
}

/** A control, from which a run learns where negatives end. */
export interface LearnTask {
  readonly task: BatchTask;
  readonly control: ControlSample;
}
export type LearntRunPriors = readonly (readonly [string, SameRun])[];

export interface BatchDone {
  /** JSON of the analysis without plots. */
  readonly analysis: string;
  /** Of its gates, as they are stored. */
  readonly thumbnails: string;
  readonly summary: ResultSummary;
  /** Instrument and panel, whose control charts may pause it. */
  readonly group: string;
  /** Only of control material. */
  readonly landmarks?: { readonly [name: string]: number };
}

/** What every run of a batch has in common. */
export interface BatchSetting {
  readonly protocolText: string;
  readonly protocolSha256: string;
}

/** What was made of a file, and the digest of its bytes. */
interface Made<T> {
  readonly result: T;
  readonly sha256: string;
}

/** The jobs of a batch worker. Memory of events is kept and used again from run to run. */
export function batchJobs({ protocolText, protocolSha256 }: BatchSetting) {
  const protocol: Protocol = parseProtocol(protocolText);
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256 };

  /** What was made of other bytes than the run's is thrown away, and so is what is wrong with them. */
  async function withBytes<T>(path: string, task: BatchTask, use: (source: ByteSource) => Promise<Made<T>>): Promise<T> {
    const source = openBlocking(path, task.name);
    try {
      const { result, sha256 } = await use(await asSample(source)).catch(async (error: unknown) => {
        if ((await digestFile(source, createSha256)) !== task.sha256) throw changed(path);
        throw error;
      });
      if (sha256 !== task.sha256) throw changed(path);
      return result;
    } finally {
      source.close();
    }
  }

  /** The first place that holds the bytes counts; one that is away or has changed gives way to the next. */
  async function fromAnyPlace<T>(task: BatchTask, use: (source: ByteSource) => Promise<Made<T>>): Promise<T> {
    const failed: Problem[] = [];
    for (const path of task.paths) {
      try {
        return await withBytes(path, task, use);
      } catch (error) {
        if (!(error instanceof Problem) || error.place.path !== path) throw error;
        failed.push(error);
      }
    }
    // that it was changed says more than that another place is empty
    throw (
      failed.find(({ code }) => code === 'run-changed') ??
      failed.at(-1) ??
      new Problem('run-without-file', withoutFile, { file: task.name })
    );
  }

  const protocolOf = ({ strategy }: BatchTask): Protocol => (strategy === undefined ? protocol : { ...protocol, strategy: [...strategy] });
  const analyseTask = (task: BatchTask, plots: boolean, onGated?: AnalyseOptions['onGated']): Promise<SampleAnalysis> =>
    fromAnyPlace(task, async (source) => {
      const { dataset, dataSha256, metadata, overrides } = task;
      const quality = plots || protocol.specification !== undefined; // what is released is released with it
      const options = { dataset, dataSha256, metadata, overrides, plots, quality, ...(onGated && { onGated }) };
      const result = await analyseSample(source, protocolOf(task), host, options);
      return { result, sha256: result.sample.sha256 };
    });

  return {
    async analyse(task: BatchTask, { signal }: Pick<JobContext, 'signal'>): Promise<BatchDone> {
      let thumbnails = '[]';
      const analysis = await analyseTask(task, false, ({ populations }, _, { channel, columns }) => {
        thumbnails = thumbnailsText(thumbnailsOf(populations, channel, columns));
      });
      signal.throwIfAborted();
      return {
        analysis: JSON.stringify(analysis),
        thumbnails,
        summary: summarise(analysis),
        group: groupOf(analysis),
        ...(task.metadata.role === 'reference' ? { landmarks: landmarksOf(analysis) } : {}),
      };
    },
    learn: ({ task, control }: LearnTask): Promise<LearntRunPriors> =>
      fromAnyPlace(task, (source) => {
        const by = protocolOf(task);
        const { dataset, dataSha256 } = task;
        return withSample(source, controlProtocol(by, control), host, { dataset, dataSha256 }, async (sample) => {
          const result: LearntRunPriors = [...learnControl(sample, by, control)];
          return { result, sha256: (await sample.raw.identity).sha256 };
        });
      }),
    /** For a report, in the thread that writes it. */
    analyseWithPlots: (task: BatchTask): Promise<SampleAnalysis> => analyseTask(task, true),
  };
}

/** What a worker of a batch does. */
export type BatchJobs = Pick<ReturnType<typeof batchJobs>, 'analyse' | 'learn'>;

const changed = (path: string): Problem =>
  new Problem(
    'run-changed',
    {
      en: '{file} does not hold the bytes any more that were imported; it was left out.',
      ja: '{file}の内容が取り込み時から変わっているため、解析から除外しました。',
    },
    { file: path },
    { path },
  );
const withoutFile = {
  en: 'The file of {file} is not at any place where it was seen; connect its drive and resume.',
  ja: '{file}のファイルが記録された場所にありません。ドライブを接続してから再開してください。',
};
