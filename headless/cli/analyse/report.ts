import type { Language } from '../../../core/base/message.ts';
import { profilesOf } from '../../../core/biology/classification/classifier.ts';
import { reasonSentences } from '../../../core/biology/classification/reasons.ts';
import { evidenceSentences } from '../../../core/gating/automatic/kind/evidence.ts';
import { methodsAtHand } from '../../../core/show/report/methods-figure.ts';
import { reportModel } from '../../../core/show/report/report-model.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';
import { reportNotes } from '../../../core/study/session/audit-check.ts';
import { writeWhole } from '../../files/write-file.ts';
import { writeReport } from '../../pdf/write-report.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { metadataJson, printMetadataNotes } from '../shared/metadata-notes.ts';
import { describeError, exitCodeOf, isFailed, printErrors, printJson } from '../shared/output.ts';
import { analyseFiles, analysisJson } from './analyse.ts';
import type { AnalysedSample, AnalyseFilesOptions } from './analyse-options.ts';

/** The command `report`: one PDF over all files that could be analysed; those that could not are named on standard error. */
export async function reportFiles(
  given: readonly string[],
  loaded: LoadedProtocol,
  options: AnalyseFilesOptions & { readonly json: boolean; readonly out: string },
): Promise<number> {
  const { lang, out, json } = options;
  const results = await analyseFiles(given, loaded, options);
  const analysed = results.flatMap((result) => (isFailed(result) ? [] : [result]));
  const written =
    analysed.length === 0
      ? []
      : [
          await writePdf(out, analysed.map(withSessionNotes), lang, loaded.protocol).catch((error: unknown) =>
            describeError(out, error, lang),
          ),
        ];
  if (json)
    printJson({
      files: results.map((result) => (isFailed(result) ? result : analysisJson(result.file, result.analysis, lang, result.session))),
      report: written[0],
      ...metadataJson(options.table, lang),
    });
  else if (written.length > 0 && !written.some(isFailed)) process.stdout.write(`${out}\n`);
  if (!json) printMetadataNotes(options.table, lang);
  printErrors([...results, ...written]);
  return written.some(isFailed) ? 2 : exitCodeOf(results);
}

/** A report says of a session's samples where its audit stood; what tells of a change is among the findings already. */
const withSessionNotes = (result: AnalysedSample): AnalysedSample =>
  result.session === undefined || result.session.findings.length > 0
    ? result
    : { ...result, analysis: { ...result.analysis, findings: [...result.analysis.findings, ...reportNotes(result.session)] } };

/** Writes the report of all analyses as one PDF, whole or not at all. */
export async function writePdf(
  out: string,
  analysed: readonly Pick<AnalysedSample, 'analysis' | 'dataset'>[],
  language: Language,
  { classifier, report }: Pick<Protocol, 'classifier' | 'report'>,
): Promise<{ readonly file: string }> {
  const analyses = analysed.map(({ analysis }) => analysis);
  const methods = methodsAtHand(analyses, () => profilesOf(classifier).methods);
  const models = analyses.map((analysis, i) =>
    reportModel(analysis, {
      language,
      generatedAt: new Date().toISOString(),
      findingText: (finding) => findingText(finding, language),
      title: report.title,
      isOneOfSeveral: analysed[i]?.dataset !== undefined,
      reasonSentences,
      evidenceSentences,
      ...(methods[i] === undefined ? {} : { methods: methods[i] }),
    }),
  );
  await writeWhole(out, (stream) => writeReport(models, stream));
  return { file: out };
}
