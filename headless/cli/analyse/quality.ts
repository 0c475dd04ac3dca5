import type { Language } from '../../../core/base/message.ts';
import { say } from '../../../core/base/message.ts';
import type { QualityReport } from '../../../core/gating/quality/quality.ts';
import { qualitySentences } from '../../../core/gating/quality/quality-findings.ts';
import { type QualityOptions, qualityOptionsSchema } from '../../../core/gating/quality/quality-options.ts';
import { assessPrepared } from '../../../core/study/sample/assess-prepared.ts';
import type { ReadSampleOptions } from '../../../core/study/sample/raw-sample.ts';
import { withSample } from '../../../core/study/sample/with-sample.ts';
import { openFile } from '../../files/file-source.ts';
import { createPool, createSha256 } from '../../host/host.ts';
import { expandFiles } from '../shared/expand-files.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { describeError, exitCodeOf, type FileError, isFailed, printErrors, printJson, textTable } from '../shared/output.ts';

export interface QualityFlags {
  readonly recursive: boolean;
  readonly json: boolean;
  readonly lang: Language;
  readonly dataset: number;
  readonly mode: Exclude<ReadSampleOptions['mode'], undefined>;
  readonly peacoqc: boolean;
}

type Assessed = { readonly file: string; readonly report: QualityReport } | FileError;

/** The command `quality`: a verdict a file, with every reason in words; one JSON document with the pictures' data. */
export async function printQuality(given: readonly string[], { protocol }: LoadedProtocol, flags: QualityFlags): Promise<number> {
  const options: QualityOptions = qualityOptionsSchema.parse({ ...protocol.quality, ...(flags.peacoqc ? { mode: 'peacoqc' } : {}) });
  const host = { pool: createPool(), createHash: createSha256 };
  const results: Assessed[] = [];
  for (const file of await expandFiles(given, flags.recursive, flags.lang)) {
    const result = await assess(file).catch((error: unknown) => describeError(file, error, flags.lang));
    results.push(result);
    if (!flags.json && !isFailed(result)) process.stdout.write(`${qualityText(result.file, result.report, flags.lang)}\n\n`);
  }
  if (flags.json)
    printJson({ files: results.map((result) => (isFailed(result) ? result : qualityJson(result.file, result.report, flags.lang))) });
  printErrors(results);
  return exitCodeOf(results);

  async function assess(file: string): Promise<Assessed> {
    const source = await openFile(file);
    try {
      const { dataset, mode } = flags;
      const report = await withSample(source, protocol, host, { dataset, mode }, (sample) => assessPrepared(sample, protocol, options));
      return { file, report };
    } finally {
      await source.close();
    }
  }
}

const verdicts = {
  good: { en: 'good', ja: '良好' },
  review: { en: 'review', ja: '要確認' },
  reject: { en: 'reject', ja: '不適' },
} as const;
const reasons = {
  'flow-rate': { en: 'flow rate', ja: '流速' },
  signal: { en: 'signal', ja: '信号' },
  'carry-over': { en: 'carry-over', ja: 'キャリーオーバー' },
  margin: { en: 'off scale (largest channel)', ja: 'スケール外(最大のチャンネル)' },
} as const;

const sentenceOf = ({ code, values }: QualityReport['findings'][number], lang: Language): string =>
  say(qualitySentences[code as keyof typeof qualitySentences], values ?? {}, lang);

function qualityText(file: string, report: QualityReport, lang: Language): string {
  const rows = Object.entries(report.flaggedPercent).map(([reason, percent]) => [
    reasons[reason as keyof typeof reasons][lang],
    String(percent),
  ]);
  const head = [lang === 'ja' ? 'フラグの理由' : 'flagged for', '%'];
  return [
    `${file}: ${verdicts[report.verdict][lang]}`,
    textTable(head, rows),
    ...report.findings.map((finding) => `  ${sentenceOf(finding, lang)}`),
  ].join('\n');
}

/** One file of the JSON document. */
function qualityJson(file: string, report: QualityReport, lang: Language): object {
  const { kept: _kept, findings, ...rest } = report;
  return { file, ...rest, findings: findings.map((finding) => ({ ...finding, message: sentenceOf(finding, lang) })) };
}
