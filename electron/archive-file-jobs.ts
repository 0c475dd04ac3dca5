import type { Language } from '../core/base/message.ts';
import { Problem } from '../core/base/problem.ts';
import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { findBatch } from '../headless/archive/batches.ts';
import { type WrittenReport, writeBatchPdf, writeRunsPdf } from '../headless/reports/write-reports.ts';
import { resultTable } from '../headless/tables/result-table.ts';
import { writeTable } from '../headless/tables/write-table.ts';
import { nowText, openPlace, stoppable } from './open-archives.ts';

type OfRuns = { readonly query: string } | { readonly runs: readonly string[] };

/** Reports and tables of the archive, written where a person chose. */
export const archiveFileJobs = (tell: (progress: ArchiveProgress) => void) => ({
  async writeBatchReport(place: string, id: string, file: string, language: Language): Promise<WrittenReport> {
    const archive = await openPlace(place);
    return writeBatchPdf(archive, await findBatch(archive.db, id), file, { language, generatedAt: nowText() });
  },
  async writeArchiveTable(place: string, chosen: { readonly batch: string } | OfRuns, file: string): Promise<void> {
    const { db } = await openPlace(place);
    await stoppable(async (signal) => {
      const onProgress = (done: number, total: number) => tell({ work: 'table', done, total, failed: 0, perSecond: 0 });
      const choice = 'batch' in chosen ? { batch: await findBatch(db, chosen.batch) } : chosen;
      await writeTable(await resultTable(db, choice, { signal, onProgress }), file);
    }).catch(stopped);
  },
  async writeRunReports(place: string, chosen: OfRuns, file: string, language: Language): Promise<WrittenReport> {
    const archive = await openPlace(place);
    return stoppable((signal) =>
      writeRunsPdf(archive, chosen, file, {
        language,
        generatedAt: nowText(),
        signal,
        onProgress: (done, total) => tell({ work: 'report', done, total, failed: 0, perSecond: 0 }),
      }),
    ).catch(stopped);
  },
});

/** What a person stopped is no bug: main hears of it, and says nothing. */
function stopped(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw new Problem('work-stopped', stoppedSentence);
  throw error;
}
const stoppedSentence = { en: 'It was stopped; nothing was written.', ja: '中止しました。何も書き込まれていません。' };
