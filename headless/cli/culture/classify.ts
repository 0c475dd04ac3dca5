import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { analyseFiles } from '../analyse/analyse.ts';
import type { AnalyseFilesOptions } from '../analyse/analyse-options.ts';
import { callInWords, methodTable } from '../analyse/analysis-text.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { metadataJson, printMetadataNotes } from '../shared/metadata-notes.ts';
import { exitCodeOf, isFailed, printErrors, printJson, titleOf } from '../shared/output.ts';

export interface ClassifyOptions extends AnalyseFilesOptions {
  readonly json: boolean;
  /** Files that are the same-day reference of the others. */
  readonly reference: readonly string[];
}

/** The command `classify`: the call of each file with every stage that led to it. Samples of the day's reference give the blast index. */
export async function classifyFiles(given: readonly string[], loaded: LoadedProtocol, options: ClassifyOptions): Promise<number> {
  const { json, lang, reference } = options;
  const results = await analyseFiles(given, loaded, options);
  const shown = results.filter((result) => isFailed(result) || !reference.includes(result.file) || given.includes(result.file));
  if (json)
    printJson({
      files: shown.map((result) => (isFailed(result) ? result : classificationJson(result.file, result.analysis))),
      ...metadataJson(options.table, lang),
    });
  else
    for (const result of shown)
      if (!isFailed(result))
        process.stdout.write(`${titleOf(result)}\n${callInWords(result.analysis, lang)}\n\n${methodTable(result.analysis, lang)}\n\n`);
  if (!json) printMetadataNotes(options.table, lang);
  printErrors(results);
  return exitCodeOf(results);
}

/** One file of the JSON document: what was measured and every stage of the call; no events, plots or gates. */
const classificationJson = (file: string, { sample, protocol, composition, features, withheld, classification }: SampleAnalysis) => ({
  file,
  sha256: sample.sha256,
  dataset: sample.dataset,
  metadata: sample.metadata,
  protocol,
  composition,
  features,
  withheld,
  classification,
});
