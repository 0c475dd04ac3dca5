import type { Database } from './database.ts';

/** What a person found of one gate in results of single runs: kept with the decision, beside what it changed. */
export interface ReviewSummary {
  readonly review: {
    /** Path of the gate's first population. */
    readonly population: string;
    readonly verdict: 'accepted' | 'returned';
    /** Ids of results, which never change. */
    readonly results: readonly string[];
  };
}

export interface RunJudgement {
  readonly verdict: 'accepted' | 'returned';
  readonly population: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** The last judgement of each gate of each result: by result, then by population. A decision that was rolled back judges nothing any more. */
export async function judgementsOf(db: Database): Promise<ReadonlyMap<string, ReadonlyMap<string, RunJudgement>>> {
  const found = new Map<string, Map<string, RunJudgement>>();
  const undone = new Set(
    (await db.selectFrom('decisions').select('undoes').where('undoes', 'is not', null).execute()).map((row) => row.undoes),
  );
  const rows = await db
    .selectFrom('decisions')
    .select(['id', 'summary', 'by', 'at', 'reason'])
    .where('summary', 'like', '{"review":%')
    .orderBy('seq')
    .execute();
  for (const { id, summary, by, at, reason } of rows) {
    if (undone.has(id)) continue;
    // our own decision wrote it
    const { review } = JSON.parse(summary) as ReviewSummary;
    for (const result of review.results) {
      const known = found.get(result) ?? new Map<string, RunJudgement>();
      found.set(result, known.set(review.population, { verdict: review.verdict, population: review.population, by, at, reason }));
    }
  }
  return found;
}

/** Results of which a gate was sent back. */
export async function sentBack(db: Database): Promise<ReadonlySet<string>> {
  const judged = [...(await judgementsOf(db))];
  return new Set(judged.flatMap(([result, gates]) => ([...gates.values()].some(({ verdict }) => verdict === 'returned') ? [result] : [])));
}
