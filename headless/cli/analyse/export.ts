import type { Language } from '../../../core/base/message.ts';
import type { TableForm } from '../../../core/base/tables/write-table.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';
import type { ExportFormat, ExportValues } from '../../../core/exchange/event-files/export-request.ts';
import { cautionText } from '../../../core/gating/strategy/caution-text.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';
import { writeEvents } from '../../events/write-events.ts';
import { lightWord } from '../shared/light-text.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { describeError, exitCodeOf, isFailed, printErrors, printJson, showProgress } from '../shared/output.ts';

export interface ExportOptions {
  readonly out: string;
  /** By the ending of `out` where absent. */
  readonly format?: ExportFormat;
  readonly values: ExportValues;
  readonly single: boolean;
  /** How CSV is written. */
  readonly table: TableForm;
  readonly population?: string;
  readonly keywords?: readonly string[];
  readonly maskNames: boolean;
  readonly dataset: number;
  readonly mode: ReadingMode;
  readonly lang: Language;
  readonly json: boolean;
}

/** The command `export`: one population, or all events, of one data set as FCS or CSV. */
export async function exportFile(file: string, loaded: LoadedProtocol, options: ExportOptions): Promise<number> {
  const result = await writeExport(file, loaded, options).catch((error: unknown) => describeError(file, error, options.lang));
  if (options.json) printJson({ files: [result] });
  else if (!isFailed(result)) printResult(result, options.lang);
  printErrors([result]);
  return exitCodeOf([result]);
}

async function writeExport(file: string, loaded: LoadedProtocol, options: ExportOptions) {
  const { out, lang } = options;
  const format = options.format ?? (/\.csv$/i.test(out) ? 'csv' : 'fcs');
  const onProgress = (fraction: number): void => showProgress(file, fraction);
  const made = await writeEvents(file, out, loaded, { ...options, format, onProgress });
  const findings = made.findings.map((finding) => ({ code: finding.code, message: findingText(finding, lang) }));
  const cautions = made.cautions.map((caution) => ({ code: caution.code, message: cautionText(caution, lang) }));
  const { events, light, leftOut: keywordsLeftOut } = made;
  return { file, out, format: made.format, values: options.values, events, ...(light && { light }), cautions, keywordsLeftOut, findings };
}

function printResult(
  { out, format, values, events, light, cautions, keywordsLeftOut }: Awaited<ReturnType<typeof writeExport>>,
  lang: Language,
): void {
  const gate = light === undefined ? '' : `, gate ${lightWord(light, lang)}`;
  process.stdout.write(`${out}: ${events.toLocaleString('en')} events, ${values} values, ${format}${gate}\n`);
  for (const { message } of cautions) process.stdout.write(`! ${message}\n`);
  if (keywordsLeftOut.length > 0) process.stderr.write(`keywords that FCS cannot hold: ${keywordsLeftOut.join(', ')}\n`);
}
