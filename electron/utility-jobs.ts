import type { Language } from '../core/base/message.ts';
import { reasonSentences } from '../core/biology/classification/reasons.ts';
import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { type Answer, analysesFromJson } from '../core/contract/bridge.ts';
import { evidenceSentences } from '../core/gating/automatic/kind/evidence.ts';
import { figurePictures } from '../core/show/report/methods-figure.ts';
import { reportModel } from '../core/show/report/report-model.ts';
import { findingText } from '../core/study/sample/analysis-findings.ts';
import { writeWhole } from '../headless/files/write-file.ts';
import { digestJobs } from '../headless/helper-thread/digest-jobs.ts';
import { writeReport } from '../headless/pdf/write-report.ts';
import { archiveJobs } from './archive-jobs.ts';

/** What the utility process does: work that would block main. `tell` says how far it is. */
export const utilityJobs = (tell: (progress: ArchiveProgress) => void) => ({
  ...archiveJobs(tell),
  ...digestJobs,
  async writeReport(file: string, analysesJson: string, language: Language): Promise<null> {
    const analyses = analysesFromJson(analysesJson);
    const others = analyses.flatMap(({ lotPictures = [] }) => lotPictures.map(({ id, picture }) => [id, picture] as const));
    const pictures = new Map([...others, ...figurePictures(analyses)]);
    const models = analyses.map((analysis) =>
      reportModel(analysis, {
        language,
        generatedAt: new Date().toISOString(),
        findingText: (finding) => findingText(finding, language),
        title: analysis.title,
        reasonSentences,
        evidenceSentences,
        ...(analysis.methodPanels === undefined ? {} : { methods: { panels: analysis.methodPanels, pictures } }),
      }),
    );
    await writeWhole(file, (out) => writeReport(models, out));
    return null;
  },
});

export type UtilityJobs = ReturnType<typeof utilityJobs>;
export type JobName = keyof UtilityJobs;

/** What main sends and gets back; `id` pairs them. */
export interface JobRequest {
  readonly id: number;
  readonly job: JobName;
  readonly args: readonly unknown[];
}

/** What comes back: an answer, what went wrong by a bug, or how far work is. */
export type UtilityMessage =
  | { readonly id: number; readonly answer: Answer<unknown> }
  | { readonly id: number; readonly bug: string }
  | { readonly progress: ArchiveProgress };
