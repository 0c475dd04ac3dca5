import type { SampleAnalysis } from '../../core/analysis.ts';
import { reasonSentences } from '../../core/culture/reasons.ts';
import { findingText } from '../../core/findings.ts';
import { evidenceSentences } from '../../core/gating/automatic/evidence.ts';
import type { Language } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { batchReport } from '../../core/report/batch-report.ts';
import type { ReportModel } from '../../core/report/model.ts';
import { reportModel } from '../../core/report/report-model.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import { chooseResults, type ResultChoice } from '../archive/result-source.ts';
import { analysisOf, resultsById } from '../archive/results.ts';
import { filesOf, metadataOf } from '../archive/runs.ts';
import type { Batch } from '../archive/schema.ts';
import { batchJobs } from '../batch/batch-jobs.ts';
import type { CompareOptions } from '../batch/compare-batch.ts';
import { writeWhole } from '../files/write-file.ts';
import { softwareVersion } from '../host.ts';
import { writeBatchReport } from '../pdf/write-batch-report.ts';
import { writeReport } from '../pdf/write-report.ts';
import { batchFacts } from './batch-facts.ts';
import { type LoadedTemplate, loadTemplate } from './load-template.ts';

export interface ReportFlags {
  readonly language: Language;
  readonly generatedAt: string;
  /** A laboratory's template. */
  readonly template?: string;
}

/** The report of a batch as one PDF, whole or not at all. */
export async function writeBatchPdf(
  archive: Archive,
  batch: Batch,
  file: string,
  flags: ReportFlags,
  comparing?: CompareOptions,
): Promise<void> {
  const { template, logo } = await loadTemplate(flags.template);
  const facts = await batchFacts(archive, batch, comparing);
  const model = batchReport(facts, {
    language: flags.language,
    generatedAt: flags.generatedAt,
    version: softwareVersion(),
    ...(template.title === undefined ? {} : { title: template.title[flags.language] }),
    ...(logo === undefined ? {} : { logo }),
  });
  await writeWhole(file, (out) => writeBatchReport(model, out, template.batch));
}

/**
 * The reports of runs as one PDF. Pictures are made from the file again, and what the file gives now must be what is stored: else
 * `report-differs`, and nothing is written.
 */
export async function writeRunsPdf(archive: Archive, choice: ResultChoice, file: string, flags: ReportFlags): Promise<number> {
  const loaded = await loadTemplate(flags.template);
  const chosen = await chooseResults(archive.db, choice);
  if (chosen.length === 0) throw new Problem('report-empty', nothing);
  const { db } = archive;
  const metadata = await metadataOf(
    db,
    chosen.map(({ run }) => run),
  );
  const book = await overrideBook(db);
  const jobs = new Map<string, ReturnType<typeof batchJobs>>();
  const models: ReportModel[] = [];
  for (const { run, result } of chosen) {
    const key = `${result.protocol_sha256} ${result.engine}`;
    const { text } = await protocolVersion(db, result.protocol_sha256);
    const analyst = jobs.get(key) ?? batchJobs({ protocolText: text, protocolSha256: result.protocol_sha256, engine: result.engine });
    jobs.set(key, analyst);
    const analysis = await analyst.analyseWithPlots({
      paths: (await filesOf(db, run.sha256)).map(({ path }) => path),
      name: run.name,
      sha256: run.sha256,
      dataSha256: run.data_sha256,
      dataset: run.dataset,
      metadata: metadata.get(run.id) ?? { role: 'sample' },
      overrides: { ...book, entries: book.entries.filter((entry) => entry.sha256 === run.sha256 && entry.dataset === run.dataset) },
    });
    const stored = (await resultsById(db, [result.id])).get(result.id);
    if (stored === undefined || JSON.stringify(analysisOf(stored)) !== JSON.stringify({ ...analysis, plots: [] }))
      throw new Problem('report-differs', differs, { file: run.name, engine: result.engine, now: softwareVersion() });
    models.push(modelOf(analysis, loaded, flags));
  }
  await writeWhole(file, (out) => writeReport(models, out, loaded.template.run));
  return models.length;
}

const modelOf = (analysis: SampleAnalysis, { logo }: LoadedTemplate, { language, generatedAt }: ReportFlags): ReportModel => ({
  ...reportModel(analysis, {
    language,
    generatedAt,
    findingText: (finding) => findingText(finding, language),
    reasonSentences,
    evidenceSentences,
  }),
  ...(logo === undefined ? {} : { logo }),
});

const nothing = { en: 'None of these runs has a result to report.', ja: '報告書にできる結果がありません。' };
const differs = {
  en: 'The file of {file} gives other numbers now than those stored (engine {engine}, now {now}). Run the batch again before reporting.',
  ja: '{file} を再計算した値が保存された結果と一致しません(保存時の版 {engine}、現在 {now})。先にバッチを再実行してください。',
};
