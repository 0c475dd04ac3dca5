import { setImmediate } from 'node:timers/promises';
import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { recordFields, type SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import { batchReport } from '../../core/show/report/batch-report.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { chooseResults, type ResultChoice } from '../archive/result-source.ts';
import type { Batch } from '../archive/schema.ts';
import type { CompareOptions } from '../batch/compare-batch.ts';
import { writeWhole } from '../files/write-file.ts';
import { softwareVersion } from '../host/host.ts';
import { writeBatchReport } from '../pdf/write-batch-report.ts';
import { batchFacts } from './batch-facts.ts';
import { type CertificateFlags, type CertifiedSample, certificatesOf, overviewFor, writeCertificatesPdf, zoneOf } from './certificates.ts';
import { loadTemplate } from './load-template.ts';
import { createReanalysis } from './reanalyse-runs.ts';

export interface ReportFlags extends CertificateFlags {
  /** What a table says of a file beside what the archive knows; only what is printed is taken from it. */
  readonly recordOf?: (file: string) => Partial<SampleMetadata> | undefined;
  /** A laboratory's template. */
  readonly template?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface WrittenReport {
  readonly runs: number;
  /** Another engine than this program's, of which results in it are. */
  readonly olderEngine: string | undefined;
}

/** Pictures of all runs are in memory until the document is laid out. */
const MOST_RUNS = 500;

/** The report of a batch as one PDF, whole or not at all. */
export async function writeBatchPdf(
  archive: Archive,
  batch: Batch,
  file: string,
  flags: ReportFlags,
  comparing?: CompareOptions,
): Promise<WrittenReport> {
  const loaded = await loadTemplate(flags.template);
  const { template, logo } = loaded;
  const facts = await batchFacts(archive, batch, comparing);
  const model = batchReport(facts, {
    language: flags.language,
    generatedAt: flags.generatedAt,
    version: softwareVersion(),
    timeZone: zoneOf(flags, loaded).timeZone,
    fileNames: flags.fileNames ?? template.fileNames,
    paper: template.paper,
    ...(template.title === undefined ? {} : { title: template.title[flags.language] }),
    ...(logo === undefined ? {} : { logo }),
  });
  await writeWhole(file, (out) => writeBatchReport(model, out, template.batch));
  return writtenOf(facts.runs.length, [batch.engine]);
}

/**
 * The reports of runs as one PDF. Pictures are made from the file again, and what the file gives now must be what is stored: else
 * `report-differs`, and nothing is written.
 */
export async function writeRunsPdf(archive: Archive, choice: ResultChoice, file: string, flags: ReportFlags): Promise<WrittenReport> {
  const loaded = await loadTemplate(flags.template);
  const chosen = await chooseResults(archive.db, choice);
  if (chosen.length === 0) throw new Problem('report-empty', nothing);
  if (chosen.length > MOST_RUNS) throw new Problem('report-too-long', tooLong, { runs: chosen.length, most: MOST_RUNS });
  const signal = flags.signal ?? new AbortController().signal;
  const analyse = await createReanalysis(archive, signal);
  const analyses: SampleAnalysis[] = [];
  const protocols = new Map<string, Protocol>();
  for (const one of chosen) {
    const analysis = await analyse(one);
    analyses.push(analysis);
    const { sha256 } = analysis.protocol;
    if (!protocols.has(sha256)) protocols.set(sha256, (await protocolVersion(archive.db, one.result.protocol_sha256)).protocol);
    flags.onProgress?.(analyses.length, chosen.length);
    await setImmediate(); // a cancel comes through here
  }
  const samples = analyses.map(
    (analysis): CertifiedSample => ({ analysis: withRecord(analysis, flags.recordOf), protocol: protocols.get(analysis.protocol.sha256)! }),
  );
  const certificates = { ...flags, template: undefined };
  signal.throwIfAborted();
  const overview = samples.length > 1 ? overviewFor(samples, loaded, certificates) : undefined;
  const models = certificatesOf(samples, loaded, certificates);
  await writeCertificatesPdf(file, models, loaded, overview);
  return writtenOf(
    samples.length,
    chosen.map(({ result }) => result.engine),
  );
}

/** What a table adds to the identity of a sample: nothing of it decides a number. */
function withRecord(analysis: SampleAnalysis, recordOf: ReportFlags['recordOf']): SampleAnalysis {
  const { sample } = analysis;
  const given = recordOf?.(sample.file) ?? {};
  const fields = Object.fromEntries(recordFields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])));
  return { ...analysis, sample: { ...sample, metadata: { ...sample.metadata, ...fields } } };
}

const writtenOf = (runs: number, engines: readonly string[]): WrittenReport => ({
  runs,
  olderEngine: engines.find((engine) => engine !== ENGINE),
});

const nothing = { en: 'None of these runs has a result to report.', ja: '報告書にできる結果がありません。' };
const tooLong = {
  en: 'One report holds {most} runs at most, not {runs}: narrow the query.',
  ja: '1つの報告書にまとめられるのは{most}件までです(現在 {runs}件)。検索条件で絞り込んでください。',
};
