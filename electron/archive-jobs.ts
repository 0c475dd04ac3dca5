import { availableParallelism, userInfo } from 'node:os';
import { ENGINE } from '../core/base/engine.ts';
import type { Language } from '../core/base/message.ts';
import { Problem } from '../core/base/problem.ts';
import type { ArchiveFailure, ArchiveImport, ArchiveProgress, BatchWish } from '../core/contract/archive-calls.ts';
import type { BatchComparison } from '../core/study/comparison/batch-comparison.ts';
import { parseProtocol } from '../core/study/protocol/protocol.ts';
import { beginBatch, failuresOf, findBatch, resumeBatch, setBatchState } from '../headless/archive/batches.ts';
import { browseLists, browseRuns } from '../headless/archive/browse.ts';
import { acceptBatch, rejectBatch, rollBack } from '../headless/archive/decisions.ts';
import { keepProtocol, protocolVersion } from '../headless/archive/documents.ts';
import { importFiles } from '../headless/archive/import/import-files.ts';
import { type Archive, openArchive } from '../headless/archive/open-archive.ts';
import { placeGates } from '../headless/archive/overrides.ts';
import { forgetQuery, saveQuery } from '../headless/archive/saved-queries.ts';
import { compareBatch } from '../headless/batch/compare-batch.ts';
import { runBatch } from '../headless/batch/run-batch.ts';
import { writeBatchPdf, writeRunsPdf } from '../headless/reports/write-reports.ts';
import { resultTable } from '../headless/tables/result-table.ts';
import { writeTable } from '../headless/tables/write-table.ts';

/* What the utility process does with the archive. It is opened, and made, when it is first asked for: nothing has to be set up. */

const opened = new Map<string, Promise<Archive>>();
const isOwn = new Set<string>();
let running: AbortController | undefined;

/** Any other than the person's own must be there already. */
function open(place: string, create = isOwn.has(place)): Promise<Archive> {
  const known = opened.get(place) ?? openArchive(place, { create });
  opened.set(place, known);
  // one that could not be opened is tried again the next time
  known.catch(() => opened.delete(place));
  return known;
}

const now = (): string => new Date().toISOString();
const who = (): string => userInfo().username;
/** One processor is left to the window. */
const workers = (): number => Math.max(1, Math.min(8, availableParallelism() - 1));

/** Long work: one at a time, and `stopArchive` ends it. */
async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  try {
    return await work(controller.signal);
  } finally {
    if (running === controller) running = undefined;
  }
}

type OfRuns = { readonly query: string } | { readonly runs: readonly string[] };

/** What a person stopped is no bug: main hears of it, and says nothing. */
function stopped(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') throw new Problem('work-stopped', stoppedSentence);
  throw error;
}
const stoppedSentence = { en: 'It was stopped; nothing was written.', ja: '中止しました。何も書き込まれていません。' };

export const archiveJobs = (tell: (progress: ArchiveProgress) => void) => ({
  archiveRuns: async (place: string, query: string, limit: number) => browseRuns((await open(place)).db, query, limit),
  archiveLists: async (place: string) => browseLists((await open(place)).db),
  saveArchiveQuery: async (place: string, name: string, query: string) => saveQuery((await open(place)).db, { name, query }, who(), now()),
  forgetArchiveQuery: async (place: string, name: string) => forgetQuery((await open(place)).db, name),
  async importFolder(place: string, folder: string, protocolText: string): Promise<ArchiveImport> {
    const { metadata: keywords } = parseProtocol(protocolText);
    const archive = await open(place);
    const { failed, ...report } = await stoppable((signal) =>
      importFiles(archive, [folder], {
        keywords,
        now,
        signal,
        onProgress: ({ files: done, total, failed: so }) => tell({ work: 'import', done, total, failed: so.length, perSecond: 0 }),
      }),
    );
    return {
      ...report,
      failed: failed.map(({ path, problem }) => ({
        name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
        code: problem.code,
        message: { en: problem.in('en'), ja: problem.in('ja') },
      })),
    };
  },
  async beginBatch(place: string, query: string, { protocol, gates, respectPauses, sameRun }: BatchWish) {
    const archive = await open(place);
    const isDigest = /^[0-9a-f]{64}$/.test(protocol);
    const { sha256 } = isDigest ? await protocolVersion(archive.db, protocol) : await keepProtocol(archive.db, protocol, who(), now());
    await placeGates(archive.db, gates, sha256);
    const { id } = await beginBatch(archive, {
      protocolSha256: sha256,
      engine: ENGINE,
      query,
      respectPauses,
      ...(sameRun === undefined ? {} : { sameRun }),
      by: who(),
      at: now(),
    });
    return { id };
  },
  async continueBatch(place: string, id: string) {
    const archive = await open(place);
    const batch = await resumeBatch(archive.db, id);
    return stoppable((signal) =>
      runBatch(archive, batch, {
        jobs: workers(),
        now,
        signal,
        onProgress: ({ done, total, failed, runsPerSecond: perSecond, secondsLeft }) =>
          tell({ work: 'batch', batch: id, done, total, failed, perSecond, ...(secondsLeft === undefined ? {} : { secondsLeft }) }),
      }),
    );
  },
  async stopArchive(): Promise<void> {
    running?.abort();
  },
  async cancelBatch(place: string, id: string): Promise<void> {
    running?.abort();
    await setBatchState((await open(place)).db, id, 'cancelled', now());
  },
  async batchFailures(place: string, id: string): Promise<readonly ArchiveFailure[]> {
    return (await failuresOf((await open(place)).db, id)).map(({ run, code, message }) => ({ name: run.name, code, message }));
  },
  async compareBatch(place: string, id: string): Promise<BatchComparison> {
    const archive = await open(place);
    return compareBatch(archive, await findBatch(archive.db, id));
  },
  async decideBatch(place: string, id: string, kind: 'accept' | 'reject', reason: string): Promise<void> {
    const archive = await open(place);
    const { summary } = await compareBatch(archive, await findBatch(archive.db, id));
    const seen = { ...summary, agreement: summary.agreement.map(({ path, agreement: { points: _, ...rest } }) => ({ path, ...rest })) };
    await (kind === 'accept' ? acceptBatch : rejectBatch)(archive, id, { reason, by: who(), at: now(), summary: seen });
  },
  async rollBackDecision(place: string, id: string, reason: string): Promise<void> {
    await rollBack(await open(place), id, { reason, by: who(), at: now() });
  },
  async writeBatchReport(place: string, id: string, file: string, language: Language): Promise<void> {
    const archive = await open(place);
    await writeBatchPdf(archive, await findBatch(archive.db, id), file, { language, generatedAt: now() });
  },
  async writeArchiveTable(place: string, chosen: { readonly batch: string } | OfRuns, file: string): Promise<void> {
    const { db } = await open(place);
    await stoppable(async (signal) => {
      const onProgress = (done: number, total: number) => tell({ work: 'table', done, total, failed: 0, perSecond: 0 });
      const choice = 'batch' in chosen ? { batch: await findBatch(db, chosen.batch) } : chosen;
      await writeTable(await resultTable(db, choice, { signal, onProgress }), file);
    }).catch(stopped);
  },
  async writeRunReports(place: string, chosen: OfRuns, file: string, language: Language): Promise<void> {
    const archive = await open(place);
    await stoppable((signal) =>
      writeRunsPdf(archive, chosen, file, {
        language,
        generatedAt: now(),
        signal,
        onProgress: (done, total) => tell({ work: 'report', done, total, failed: 0, perSecond: 0 }),
      }),
    ).catch(stopped);
  },
  /** Whether an archive can be opened. */
  async tryArchive(place: string, own: boolean): Promise<{ readonly readOnly: boolean }> {
    if (own) isOwn.add(place);
    const { readOnly } = await open(place);
    return { readOnly };
  },
});
export type ArchiveJobs = ReturnType<typeof archiveJobs>;
