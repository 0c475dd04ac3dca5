import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import { withoutUnsaidKinds } from '../../core/data/metadata/cell-counts.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import { currentOverrides, type OverrideBook } from '../../core/study/overrides/override-book.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { Database } from './database.ts';
import { sha256Of } from './digests.ts';
import { inTransaction, logRows } from './log.ts';
import { piecesOf } from './pieces.ts';
import type { Run, StoredResult } from './schema.ts';
import { analysisText, packAnalysis } from './stored-analysis.ts';
import { keepThumbnails } from './thumbnails.ts';

/** Everything that decides a result. */
export interface ResultKey {
  readonly runId: string;
  readonly protocolSha256: string;
  readonly engine: string;
  readonly givenSha256: string;
}

export const resultIdOf = ({ runId, protocolSha256, engine, givenSha256 }: ResultKey): string =>
  sha256Of(canonicalJson([runId, protocolSha256, engine, givenSha256]));

/** The digest of what persons gave beside the protocol: the gates that stand in this file, and what is known about the sample. */
export function givenDigest(
  run: Pick<Run, 'sha256' | 'dataset'>,
  protocolSha256: string,
  book: OverrideBook,
  metadata: SampleMetadata | undefined,
): string {
  const gates = [...currentOverrides(book, { sha256: run.sha256, dataset: run.dataset, protocolSha256 })].map(([population, { to }]) => [
    population,
    to,
  ]);
  // results of before counts said their kind stay: it was the one that is meant where nothing is said
  return sha256Of(canonicalJson({ gates, metadata: withoutUnsaidKinds(metadata ?? {}) }));
}

/** The same of a run that others helped: what was given for each of them decides it too. */
export const givenTogether = (own: string, others: readonly { readonly runId: string; readonly given: string }[]): string =>
  sha256Of(canonicalJson({ own, together: others.map(({ runId, given }) => [runId, given]).sort() }));

export interface NewResult {
  readonly key: ResultKey;
  /** Runs that were measured together with it, where they helped each other. */
  readonly together?: readonly string[];
  /** JSON of the analysis, as the worker wrote it. */
  readonly analysis: string;
  readonly summary: ResultSummary;
  /** Of its gates, as they are stored. */
  readonly thumbnails?: string;
}

/** What lists and queries show of a result. */
export type ResultSummary = Pick<StoredResult, 'group_id' | 'method' | 'nk' | 'nkt_like' | 't' | 'double_negative'>;

export function summarise({ classification, composition }: SampleAnalysis): ResultSummary {
  const percent = (role: string) => composition?.parts.find((part) => part.role === role)?.percent ?? null;
  return {
    group_id: classification.group,
    method: classification.method,
    nk: percent('nk'),
    nkt_like: percent('nkt-like'),
    t: percent('t'),
    double_negative: percent('double-negative'),
  };
}

/** Stores results that are not there yet: the same key never has two. */
export async function storeResults(db: Database, results: readonly NewResult[], now: string): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map(({ key, together, analysis, summary }) => ({
    id: resultIdOf(key),
    run_id: key.runId,
    protocol_sha256: key.protocolSha256,
    engine: key.engine,
    given_sha256: key.givenSha256,
    same_run: together === undefined ? null : JSON.stringify(together),
    analysis: packAnalysis(analysis),
    ...summary,
    finished_at: now,
  }));
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('results')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute();
    await keepThumbnails(
      transaction,
      results.flatMap(({ key, thumbnails }) => (thumbnails === undefined ? [] : [[resultIdOf(key), thumbnails] as const])),
    );
    await logRows(
      transaction,
      'results',
      rows.map(({ id }) => ({ table: 'results', key: [id] })),
    );
  });
}

export const analysisOf = (stored: Pick<StoredResult, 'analysis'>): SampleAnalysis => JSON.parse(analysisText(stored)) as SampleAnalysis;

/** The results of these ids that are there, in pieces that every database takes. */
export async function resultsById(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, StoredResult>> {
  const found = new Map<string, StoredResult>();
  for (const part of piecesOf(ids, 500))
    for (const row of await db
      .selectFrom('results')
      .selectAll()
      .where('id', 'in', [...part])
      .execute())
      found.set(row.id, row);
  return found;
}

/** What lists show of results, without their analyses. */
export async function summariesById(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResultSummary & Pick<StoredResult, 'id'>>> {
  const found = new Map<string, ResultSummary & Pick<StoredResult, 'id'>>();
  for (const part of piecesOf(ids, 500))
    for (const row of await db
      .selectFrom('results')
      .select(['id', 'group_id', 'method', 'nk', 'nkt_like', 't', 'double_negative'])
      .where('id', 'in', [...part])
      .execute())
      found.set(row.id, row);
  return found;
}

/** Ids of the runs that a result was made with; undefined where it was made alone. */
export const togetherOf = ({ same_run }: Pick<StoredResult, 'same_run'>): readonly string[] | undefined =>
  same_run === null ? undefined : (JSON.parse(same_run) as readonly string[]);

/** Which of these ids have a result. */
export async function knownResults(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const part of piecesOf(ids, 500))
    for (const { id } of await db
      .selectFrom('results')
      .select('id')
      .where('id', 'in', [...part])
      .execute())
      found.add(id);
  return found;
}
