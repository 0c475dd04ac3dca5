import path from 'node:path';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { OverrideBook } from '../../core/study/overrides/override-book.ts';
import { type BatchMember, membersOf, pendingRuns } from '../archive/batches.ts';
import type { Database } from '../archive/database.ts';
import { givenDigest, givenTogether, knownResults, type ResultKey, resultIdOf } from '../archive/results.ts';
import { metadataOf, runsByIds } from '../archive/runs.ts';
import type { Batch, Run, SameRunKind } from '../archive/schema.ts';

/** A run of a batch with all that decides its result. */
export interface RunToDo {
  readonly run: Run;
  readonly metadata: SampleMetadata;
  readonly key: ResultKey;
  /** The digest of what was given for this run alone. */
  readonly given: string;
  /** Still to be done; others of its unit may be there only to help. */
  readonly isPending: boolean;
  /** There is a result of this key already. */
  readonly isKnown: boolean;
}

/** Runs looked up at once: the memory that a batch takes does not grow with it. */
const PAGE = 200;

/** What is left of a batch, in order: each run by itself, or the runs that were measured together. */
export const unitsOf = (db: Database, batch: Batch, book: OverrideBook): AsyncGenerator<readonly RunToDo[]> =>
  batch.same_run === null ? alone(db, batch, book) : together(db, batch, book, batch.same_run);

async function* alone(db: Database, batch: Batch, book: OverrideBook): AsyncGenerator<readonly RunToDo[]> {
  for (let after = -1; ; ) {
    const page = await pendingRuns(db, batch.id, after, PAGE);
    if (page.length === 0) return;
    for (const one of await withKnown(db, await keyed(db, batch, book, page))) yield [one];
    after = page.at(-1)?.ordinal ?? after;
  }
}

async function* together(db: Database, batch: Batch, book: OverrideBook, kind: SameRunKind): AsyncGenerator<readonly RunToDo[]> {
  const groups = new Map<string, BatchMember[]>();
  const folders = kind === 'folder' ? await foldersOf(db) : undefined;
  for (const member of await membersOf(db, batch.id)) {
    const name = nameOfGroup(member, folders);
    groups.set(name, [...(groups.get(name) ?? []), member]);
  }
  for (const members of groups.values()) if (members.some(({ done }) => done === 0)) yield await unitOf(db, batch, book, members);
}

/** Members of a batch that are gated together, as they stand now. */
export async function unitOf(
  db: Database,
  batch: Batch,
  book: OverrideBook,
  members: readonly MemberOfUnit[],
): Promise<readonly RunToDo[]> {
  const places = new Map(members.map((member) => [member.id, member]));
  const runs = await runsByIds(
    db,
    members.map(({ id }) => id),
  );
  const ordered = [...runs].sort((a, b) => (places.get(a.id)?.ordinal ?? 0) - (places.get(b.id)?.ordinal ?? 0));
  const own = await keyed(db, batch, book, ordered);
  const unit = own.map((one) => ({
    ...one,
    isPending: places.get(one.run.id)?.done === 0,
    key: own.length === 1 ? one.key : keyTogether(one, own),
  }));
  return withKnown(db, unit);
}
type MemberOfUnit = Pick<BatchMember, 'id' | 'ordinal' | 'done'>;

/** The key of a run's result that these runs, itself among them, had a part in. */
export const keyTogether = ({ key, given }: RunToDo, members: readonly RunToDo[]): ResultKey => ({
  ...key,
  givenSha256: givenTogether(
    given,
    members.map((member) => ({ runId: member.run.id, given: member.given })),
  ),
});

/** Control material is gated alone; so is what has no day or no place. What lies in one folder was measured together if one instrument did it on one day. */
function nameOfGroup(member: BatchMember, folders: ReadonlyMap<string, string> | undefined): string {
  const { id, role, more_metadata, acquired_on, cytometer, serial, panel, sha256 } = member;
  const itself = JSON.stringify({ id });
  if (role === 'reference') return itself;
  const { run } = JSON.parse(more_metadata) as Partial<SampleMetadata>;
  if (run !== undefined) return JSON.stringify({ run });
  if (folders === undefined) return acquired_on === null ? itself : JSON.stringify([acquired_on, cytometer, serial, panel]);
  const folder = folders.get(sha256);
  return folder === undefined ? itself : JSON.stringify({ folder, acquired_on, cytometer, serial });
}

/** The folder of each file, by its digest: of several, the first by name. */
async function foldersOf(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('run_files')
    .select((eb) => ['sha256', eb.fn.min('path').as('path')])
    .groupBy('sha256')
    .execute();
  return new Map(rows.map((row) => [row.sha256, path.dirname(row.path)]));
}

async function keyed(
  db: Database,
  { protocol_sha256: protocolSha256, engine }: Batch,
  book: OverrideBook,
  runs: readonly Run[],
): Promise<readonly RunToDo[]> {
  const metadata = await metadataOf(db, runs);
  return runs.map((run) => {
    const given = givenDigest(run, protocolSha256, book, metadata.get(run.id));
    const key = { runId: run.id, protocolSha256, engine, givenSha256: given };
    return { run, metadata: metadata.get(run.id) ?? { role: 'sample' }, key, given, isPending: true, isKnown: false };
  });
}

async function withKnown(db: Database, unit: readonly RunToDo[]): Promise<readonly RunToDo[]> {
  const known = await knownResults(
    db,
    unit.map(({ key }) => resultIdOf(key)),
  );
  return unit.map((one) => ({ ...one, isKnown: known.has(resultIdOf(one.key)) }));
}
