import { Problem } from '../../core/base/problem.ts';
import type { Database } from './database.ts';
import { overrideBook } from './overrides.ts';
import { givenDigest, givenTogether, togetherOf } from './results.ts';
import { metadataOf, runsByIds } from './runs.ts';
import type { Run, StoredResult } from './schema.ts';

export type RunResult = { readonly run: Run; readonly result: Omit<StoredResult, 'analysis'> };

/** Results that do not follow any more from what is known: a gate was placed or metadata corrected after they were made. */
async function staleResults<T extends RunResult>(db: Database, results: readonly T[]): Promise<readonly T[]> {
  const members = await runsByIds(db, [...new Set(results.flatMap(({ result }) => togetherOf(result) ?? []))]);
  const known = new Map([...members, ...results.map(({ run }) => run)].map((run) => [run.id, run]));
  const metadata = await metadataOf(db, [...known.values()]);
  const book = await overrideBook(db);
  const givenOf = (run: Run, protocol: string) => givenDigest(run, protocol, book, metadata.get(run.id));
  return results.filter(({ run, result }) => {
    const { protocol_sha256: protocol, given_sha256 } = result;
    const own = givenOf(run, protocol);
    const together = togetherOf(result);
    if (together === undefined) return own !== given_sha256;
    const others = together.flatMap((id) => known.get(id) ?? []);
    return (
      givenTogether(
        own,
        others.map((other) => ({ runId: other.id, given: givenOf(other, protocol) })),
      ) !== given_sha256
    );
  });
}

/** Throws `results-stale`: a table or report says only what still holds. */
export async function refuseStale(db: Database, results: readonly RunResult[]): Promise<void> {
  const stale = await staleResults(db, results);
  if (stale.length === 0) return;
  const files = stale.slice(0, 3).map(({ run }) => run.name);
  throw new Problem('results-stale', sentence, { count: stale.length, files: files.join(', ') });
}

const sentence = {
  en: 'The results of {count} runs ({files} …) are out of date: gates or sample data changed since. Run the batch again first.',
  ja: '{count}件の測定({files}ほか)の結果は、その後にゲートまたは検体情報が変更されたため最新ではありません。先にバッチを再実行してください。',
};
