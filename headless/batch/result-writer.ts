import type { RunFailure } from '../archive/batches.ts';
import { logRows } from '../archive/log.ts';
import type { Archive } from '../archive/open-archive.ts';
import { type NewResult, resultIdOf, storeResults } from '../archive/results.ts';

export type Outcome = { readonly runId: string } & (
  | { readonly result: NewResult }
  | { readonly resultId: string }
  | { readonly failure: RunFailure }
);

const MOST = 64;
const LONGEST_MS = 250;

/**
 * Stores outcomes some at a time, each lot in one transaction: after a death at any moment a run has its result and is marked as done,
 * or neither. A failure to store is thrown by the next call.
 */
export function createResultWriter({ db }: Archive, batchId: string, now: () => string) {
  let waiting: Outcome[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  let failed: { readonly error: unknown } | undefined;

  async function store(outcomes: readonly Outcome[]): Promise<void> {
    await db.transaction().execute(async (transaction) => {
      await storeResults(
        transaction,
        outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : [])),
        now(),
      );
      for (const outcome of outcomes) {
        const resultId = 'result' in outcome ? resultIdOf(outcome.result.key) : 'resultId' in outcome ? outcome.resultId : null;
        const error = 'failure' in outcome ? JSON.stringify(outcome.failure) : null;
        await transaction
          .updateTable('batch_runs')
          .set({ done: 1, result_id: resultId, error })
          .where('batch_id', '=', batchId)
          .where('run_id', '=', outcome.runId)
          .execute();
      }
      await logRows(
        transaction,
        'batch',
        outcomes.map(({ runId }) => ({ table: 'batch_runs', key: [batchId, runId] })),
      );
    });
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0)
      last = last
        .then(() => {
          // whatever came while the last lot was being stored goes with this one
          const outcomes = waiting;
          waiting = [];
          return failed === undefined && outcomes.length > 0 ? store(outcomes) : undefined;
        })
        .catch((error: unknown) => {
          failed ??= { error };
        });
    return last.then(() => {
      if (failed !== undefined) throw failed.error;
    });
  }

  return {
    async add(outcome: Outcome): Promise<void> {
      if (failed !== undefined) throw failed.error;
      waiting.push(outcome);
      if (waiting.length >= MOST) await flush();
      else timer ??= setTimeout(() => void flush().catch(() => undefined), LONGEST_MS);
    },
    /** Everything that was added is on disk. */
    flush,
  };
}

export type ResultWriter = ReturnType<typeof createResultWriter>;
