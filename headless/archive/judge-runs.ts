import { changesOf, type Deciding, decide } from './decisions.ts';
import type { ReviewSummary } from './judgements.ts';
import type { Archive } from './open-archive.ts';
import { piecesOf } from './pieces.ts';
import type { Decision } from './schema.ts';

export interface JudgedRuns extends Omit<Deciding, 'summary'>, Omit<ReviewSummary['review'], 'results'> {
  /** The batch whose results are looked at; null for results that stand. */
  readonly batch: string | null;
  readonly results: readonly string[];
}

/**
 * Writes down what a person found of one gate in results. Accepted results of a batch stand from now on, those alone; what was sent back does
 * not, and goes on not standing when the rest of the batch is accepted.
 */
export async function judgeRuns({ db }: Archive, { batch, results, population, verdict, ...deciding }: JudgedRuns): Promise<Decision> {
  return db.transaction().execute(async (transaction) => {
    const known: string[] = [];
    for (const piece of piecesOf(results, 500))
      known.push(
        ...(
          await transaction
            .selectFrom('results')
            .select('id')
            .where('id', 'in', [...piece])
            .execute()
        ).map(({ id }) => id),
      );
    const chosen = new Set(known);
    const changes =
      batch === null || verdict === 'returned'
        ? []
        : (await changesOf(transaction, batch)).filter(({ before_id, after_id }) => chosen.has(after_id) && before_id !== after_id);
    const summary: ReviewSummary = { review: { population, verdict, results: known } };
    return decide(transaction, verdict === 'accepted' ? 'accept' : 'reject', batch, null, changes, { ...deciding, summary });
  });
}
