import type { Language } from '../../core/base/message.ts';
import { evidenceSentences } from '../../core/gating/automatic/kind/evidence.ts';
import type { ReportModel } from '../../core/show/report/model.ts';
import { reportModel } from '../../core/show/report/report-model.ts';
import { withTitles } from '../../core/show/report/with-titles.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { findingText } from '../../core/study/sample/analysis-findings.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';

/** A sample with the protocol that it was analysed by. */
export interface RecordedSample {
  readonly analysis: SampleAnalysis;
  readonly protocol: Protocol;
  /** The file holds further data sets. */
  readonly isOneOfSeveral?: boolean;
}

/** The analysis record: everything that the certificate leaves to it, one part a sample. */
export const recordsOf = (samples: readonly RecordedSample[], language: Language, generatedAt: string): readonly ReportModel[] =>
  samples.map(({ analysis, protocol, isOneOfSeveral = false }) =>
    reportModel(withTitles(analysis, protocol, language), {
      language,
      generatedAt,
      findingText: (finding) => findingText(finding, language),
      title: recordTitle,
      isOneOfSeveral,
      evidenceSentences,
    }),
  );

const recordTitle = { en: 'Analysis record', ja: '解析記録' };
