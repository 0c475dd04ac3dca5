import path from 'node:path';
import type { Language } from '../../../core/base/message.ts';
import type { CertificateModel } from '../../../core/show/certificate/model.ts';
import type { OverviewRow } from '../../../core/show/certificate/overview.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { reportNotes } from '../../../core/study/session/audit-check.ts';
import { writeWhole } from '../../files/write-file.ts';
import { writeReport } from '../../pdf/write-report.ts';
import {
  type CertificateFlags,
  type CertifiedSample,
  certificatesOf,
  overviewFor,
  writeCertificatesPdf,
} from '../../reports/certificates.ts';
import { type LoadedTemplate, loadTemplate } from '../../reports/load-template.ts';
import { recordsOf } from '../../reports/records.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { metadataJson, printMetadataNotes } from '../shared/metadata-notes.ts';
import { exitCodeOf, type FileError, isFailed, printErrors, printJson } from '../shared/output.ts';
import { checkPdfName } from '../shared/pdf-name.ts';
import { analyseFiles, analysisJson } from './analyse.ts';
import type { AnalysedSample, AnalyseFilesOptions } from './analyse-options.ts';

export interface ReportOptions extends AnalyseFilesOptions, Omit<CertificateFlags, 'language' | 'generatedAt'> {
  readonly json: boolean;
  /** A PDF, or with `each` a folder. */
  readonly out: string;
  /** One file a sample. */
  readonly each: boolean;
  readonly template: string | undefined;
  /** Where the analysis record is to be written, if anywhere. */
  readonly record: string | undefined;
}

/** The command `report`: certificates over all files that could be analysed; those that could not are named on standard error and in the overview. */
export async function reportFiles(given: readonly string[], loaded: LoadedProtocol, options: ReportOptions): Promise<number> {
  const { lang, out, json, each, record, reference = [] } = options;
  checkPdfName(each ? undefined : out);
  checkPdfName(record);
  const template = await loadTemplate(options.template);
  const [said = lang] = template.template.languages ?? []; // the overview says in its own language why a file has no result
  const results = await analyseFiles(given, loaded, { ...options, lang: said });
  const isReference = ({ file }: { readonly file: string }) => reference.includes(file) && !given.includes(file);
  const analysed = results.flatMap((result) => (isFailed(result) ? [] : [withSessionNotes(result)]));
  const references = analysed.filter(isReference).map(({ analysis }) => analysis);
  const certified = analysed.filter((one) => !isReference(one));
  const failed = results.filter(isFailed);
  const samples = certified.map(
    ({ analysis, protocol = loaded.protocol }): CertifiedSample => ({
      analysis,
      protocol,
      ...(references.length === 0 ? {} : { references }),
    }),
  );
  const flags = { ...options, language: lang, generatedAt: new Date().toISOString() };
  const models = certificatesOf(samples, template, flags);
  const files = [
    ...(samples.length === 0
      ? []
      : await writeAll(
          out,
          each,
          models,
          [...failed.map((one) => failedRow(one, results.indexOf(one) + 1, options, template)), ...samples],
          template,
          flags,
        )),
    ...(record === undefined || samples.length === 0
      ? []
      : [await writeRecord(record, certified, loaded.protocol, lang).then(() => record)]),
  ].map((file) => ({ file }));
  if (json)
    printJson({
      files: results.map((result) => (isFailed(result) ? result : analysisJson(result.file, result.analysis, lang, result.session))),
      report: files[0],
      reports: files,
      ...metadataJson(options.table, lang),
    });
  else {
    for (const { file } of files) process.stdout.write(`${file}\n`);
    printMissing(models, lang);
    printMetadataNotes(options.table, lang);
  }
  printErrors(results);
  return exitCodeOf(results);
}

/** A report says of a session's samples where its audit stood; what tells of a change is among the findings already. */
const withSessionNotes = (result: AnalysedSample): AnalysedSample =>
  result.session === undefined || result.session.findings.length > 0
    ? result
    : { ...result, analysis: { ...result.analysis, findings: [...result.analysis.findings, ...reportNotes(result.session)] } };

/** A file without a result: by its lot, else by its place among those given; its name only where the laboratory prints names. */
function failedRow(
  { file, error }: FileError,
  n: number,
  { fileNames, metadataOf }: Pick<ReportOptions, 'fileNames' | 'metadataOf'>,
  { template }: LoadedTemplate,
): OverviewRow {
  const name = path.basename(file);
  const { lot, sampleId } = metadataOf(file);
  if ((fileNames ?? template.fileNames) === 'show')
    return { name: lot === undefined ? name : `${lot} (${name})`, why: { en: error.message, ja: error.message } };
  const why = error.message.replaceAll(file, '–').replaceAll(name, '–');
  const known = lot ?? sampleId;
  return { name: known ?? `No. ${n}`, why: { en: why, ja: why } };
}

async function writeAll(
  out: string,
  each: boolean,
  models: readonly CertificateModel[],
  rows: readonly OverviewRow[],
  template: LoadedTemplate,
  flags: CertificateFlags,
): Promise<readonly string[]> {
  if (!each) {
    await writeCertificatesPdf(out, models, template, rows.length > 1 ? overviewFor(rows, template, flags) : undefined);
    return [out];
  }
  const written: string[] = [];
  for (const [i, model] of models.entries()) {
    const file = path.join(out, `${String(i + 1).padStart(3, '0')}-${safeName(model.title)}.pdf`);
    await writeCertificatesPdf(file, [model], template);
    written.push(file);
  }
  if (rows.length > 1) {
    const overview = path.join(out, '000.pdf');
    await writeCertificatesPdf(overview, [], template, overviewFor(rows, template, flags));
    return [overview, ...written];
  }
  return written;
}

const safeName = (title: string): string => title.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 80);

/** What nobody filled in stays as an empty line: whoever exports is told. */
function printMissing(models: readonly CertificateModel[], language: Language): void {
  for (const { title, missing } of models) {
    if (missing.length === 0) continue;
    const fields = missing.join(language === 'ja' ? '、' : ', ');
    process.stderr.write(language === 'ja' ? `${title}: 手書き用に空欄: ${fields}\n` : `${title}: left to fill in by hand: ${fields}\n`);
  }
}

/** The analysis record: everything that the certificate leaves to it, one part a sample. */
export async function writeRecord(
  file: string,
  analysed: readonly Pick<AnalysedSample, 'analysis' | 'dataset' | 'protocol'>[],
  loaded: Protocol,
  language: Language,
): Promise<void> {
  const samples = analysed.map(({ analysis, dataset, protocol = loaded }) => ({
    analysis,
    protocol,
    isOneOfSeveral: dataset !== undefined,
  }));
  const models = recordsOf(samples, language, new Date().toISOString());
  await writeWhole(file, (stream) => writeReport(models, stream));
}
