import { Problem } from '../../core/base/problem.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { overrideBook } from '../archive/overrides.ts';
import { resultsById, togetherOf } from '../archive/results.ts';
import { metadataOf, runsByIds } from '../archive/runs.ts';
import type { StoredResult } from '../archive/schema.ts';
import { analysisText } from '../archive/stored-analysis.ts';
import { keepThumbnails } from '../archive/thumbnails.ts';
import { startWorkers } from './batch-pool.ts';
import { taskOf } from './batch-task.ts';

export interface MakeOptions {
  /** Workers. */
  readonly jobs: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly workers?: typeof startWorkers;
}

/**
 * Makes the small pictures of results that have none, from their files, by worker threads. Kept is what comes of a file that gives the very numbers that
 * are stored; runs that helped each other are left to their batch. Gives how many were made and how many were left.
 */
export async function makeThumbnails(
  { db }: Archive,
  ids: readonly string[],
  { jobs, signal, onProgress, workers = startWorkers }: MakeOptions,
): Promise<{ readonly made: number; readonly left: number }> {
  const results = [...(await resultsById(db, ids)).values()];
  const runs = new Map((await runsByIds(db, [...new Set(results.map(({ run_id }) => run_id))])).map((run) => [run.id, run]));
  const metadata = await metadataOf(db, [...runs.values()]);
  const alone = results.filter((result) => togetherOf(result) === undefined);
  const isStopped = (): boolean => signal?.aborted === true;
  let [done, made] = [0, 0];
  for (const protocolSha256 of new Set(alone.map(({ protocol_sha256 }) => protocol_sha256))) {
    const members = alone.filter(({ protocol_sha256 }) => protocol_sha256 === protocolSha256);
    const { text: protocolText } = await protocolVersion(db, protocolSha256);
    const book = await overrideBook(db, protocolSha256);
    const pool = workers({ protocolText, protocolSha256 }, jobs);
    const make = async (result: StoredResult): Promise<void> => {
      const run = runs.get(result.run_id);
      if (run === undefined || isStopped()) return;
      try {
        const task = await taskOf(db, run, metadata.get(run.id) ?? { role: 'sample' }, book);
        const { analysis, thumbnails } = await pool.run('analyse', task, signal === undefined ? {} : { signal });
        if (countsOf(analysis) !== countsOf(analysisText(result))) return;
        await keepThumbnails(db, [[result.id, thumbnails]]);
        made += 1;
      } catch (error) {
        // what is wrong with a file was said when it was gated; without a picture its numbers are there all the same
        if (!(error instanceof Problem) && !isStopped()) throw error;
      } finally {
        done += 1;
        onProgress?.(done, results.length);
      }
    };
    try {
      const waiting = [...members];
      const next = async (): Promise<void> => {
        for (let result = waiting.shift(); result !== undefined; result = waiting.shift()) await make(result);
      };
      await Promise.all(Array.from({ length: jobs * 2 }, next));
    } finally {
      pool.dispose();
    }
  }
  return { made, left: results.length - made };
}

/** The events of every population: pictures of others are not those of the result. */
function countsOf(analysis: string): string {
  const { populations } = JSON.parse(analysis) as { readonly populations: readonly { readonly path: string; readonly count: number }[] };
  return JSON.stringify(populations.map(({ path, count }) => [path, count]));
}
