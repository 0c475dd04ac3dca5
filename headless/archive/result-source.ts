import { Problem } from '../../core/base/problem.ts';
import { standingOf } from './current-results.ts';
import type { Database } from './database.ts';
import { piecesOf } from './pieces.ts';
import { runsByIds } from './runs.ts';
import type { Batch, Run, StoredResult } from './schema.ts';
import { selectRuns } from './select-runs.ts';
import { type RunResult, refuseStale } from './stale-results.ts';

/** Which results: those of a batch, or those that stand for the runs of a query or for some runs. */
export type ResultChoice = { readonly batch: Batch } | { readonly query: string } | { readonly runs: readonly string[] };

const columns = [
  'id',
  'run_id',
  'protocol_sha256',
  'engine',
  'given_sha256',
  'same_run',
  'group_id',
  'method',
  'nk',
  'nkt_like',
  't',
  'double_negative',
  'finished_at',
] as const;

/** The chosen results, without their analyses. Refuses `batch-unfinished` and `results-stale`: what is handed out holds. */
export async function chooseResults(db: Database, choice: ResultChoice): Promise<readonly RunResult[]> {
  const chosen = 'batch' in choice ? await ofBatch(db, choice.batch) : await standing(db, await runsOf(db, choice));
  await refuseStale(db, chosen);
  return chosen;
}

async function ofBatch(db: Database, batch: Batch): Promise<readonly RunResult[]> {
  if (batch.state !== 'finished') throw new Problem('batch-unfinished', unfinished, { batch: batch.seq });
  const runs = await db
    .selectFrom('batch_runs')
    .innerJoin('runs', 'runs.id', 'batch_runs.run_id')
    .selectAll('runs')
    .select('result_id')
    .where('batch_id', '=', batch.id)
    .orderBy('ordinal')
    .execute();
  return join(
    db,
    runs.map(({ result_id, ...run }) => [run, result_id]),
  );
}

async function runsOf(db: Database, choice: Exclude<ResultChoice, { readonly batch: Batch }>): Promise<readonly Run[]> {
  if ('query' in choice) return selectRuns(db, choice.query);
  const places = new Map(choice.runs.map((id, place) => [id, place]));
  return [...(await runsByIds(db, choice.runs))].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

async function standing(db: Database, runs: readonly Run[]): Promise<readonly RunResult[]> {
  const current = await standingOf(
    db,
    runs.map(({ id }) => id),
  );
  return join(
    db,
    runs.map((run) => [run, current.get(run.id)?.result_id ?? null]),
  );
}

async function join(db: Database, pairs: readonly (readonly [Run, string | null])[]): Promise<readonly RunResult[]> {
  const known = new Map<string, Omit<StoredResult, 'analysis'>>();
  for (const piece of piecesOf(
    pairs.flatMap(([, id]) => id ?? []),
    500,
  ))
    for (const row of await db
      .selectFrom('results')
      .select(columns)
      .where('id', 'in', [...piece])
      .execute())
      known.set(row.id, row);
  return pairs.flatMap(([run, id]) => {
    const result = known.get(id ?? '');
    return result === undefined ? [] : [{ run, result }];
  });
}

const unfinished = {
  en: 'Batch {batch} is not finished: its tables and reports wait until every run has its result or its reason.',
  ja: 'バッチ{batch}は完了していません。すべての測定の処理が終わるまで、表や報告書は作成できません。',
};
