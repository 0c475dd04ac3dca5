import type { RunVerdict, Verdict } from '../../core/study/verdict/run-verdict.ts';
import { CLAIM_MS } from './claims.ts';
import type { Database } from './database.ts';
import { inTransaction, logRows } from './log.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { piecesOf } from './pieces.ts';

/** A file of a watched folder as it stood when it was looked at. */
export interface WatchedFile {
  readonly rule: string;
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** What became of a file beside its verdict. */
export interface VerdictBody extends Pick<RunVerdict, 'reasons'> {
  /** Of its data sets, in order. */
  readonly runs: readonly string[];
  readonly lot?: string | undefined;
  readonly method?: string | undefined;
  readonly certificate?: string | undefined;
  /** Of the rule's table: cells by the headings of its columns. */
  readonly line?: { readonly [title: string]: string | number } | undefined;
  /** From when the file stood still to the verdict. */
  readonly seconds: number;
}

export interface FileVerdict extends WatchedFile, VerdictBody {
  readonly seq: number;
  readonly verdict: Verdict;
  readonly at: string;
}

export interface WatchClaimant {
  readonly worker: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface ClaimedFiles {
  readonly claimed: readonly WatchedFile[];
  /** Those that have their verdict as they stand: nothing is to be asked of them again. */
  readonly judged: readonly WatchedFile[];
}

/** Claims those of these files that have no verdict as they stand and are no other living program's. */
export const claimFiles = (db: Database, { worker, now }: WatchClaimant, files: readonly WatchedFile[]): Promise<ClaimedFiles> =>
  inTransaction(db, async (transaction) => {
    await oneAtATime(transaction, 'watch');
    const at = now();
    const known = await transaction.selectFrom('watch_claims').selectAll().where('until', '>', at).where('worker', '!=', worker).execute();
    const taken = new Set(known.map(({ rule, path }) => JSON.stringify([rule, path])));
    const judged = await judgedFiles(transaction, files);
    const free = files.filter((file) => !taken.has(JSON.stringify([file.rule, file.path])) && !judged.has(nameOf(file)));
    for (const piece of piecesOf(free, 200))
      await transaction
        .insertInto('watch_claims')
        .values(piece.map(({ rule, path }) => ({ rule, path, worker, until: at + CLAIM_MS })))
        .onConflict((c) =>
          c.columns(['rule', 'path']).doUpdateSet((eb) => ({ worker: eb.ref('excluded.worker'), until: eb.ref('excluded.until') })),
        )
        .execute();
    return { claimed: free, judged: files.filter((file) => judged.has(nameOf(file))) };
  });

/** All claims of a program hold on. */
export async function renewFileClaims(db: Database, { worker, now }: WatchClaimant): Promise<void> {
  await db
    .updateTable('watch_claims')
    .set({ until: now() + CLAIM_MS })
    .where('worker', '=', worker)
    .execute();
}

/** A program that stops gives back what it claimed. */
export async function releaseFileClaims(db: Database, worker: string): Promise<void> {
  await db.deleteFrom('watch_claims').where('worker', '=', worker).execute();
}

const nameOf = ({ rule, path, size, modified }: WatchedFile): string => JSON.stringify([rule, path, Number(size), modified]);

async function judgedFiles(db: Database, files: readonly WatchedFile[]): Promise<ReadonlySet<string>> {
  const judged = new Set<string>();
  for (const piece of piecesOf(files, 200))
    for (const row of await db
      .selectFrom('watch_verdicts')
      .select(['rule', 'path', 'size', 'modified'])
      .where(
        'path',
        'in',
        piece.map(({ path }) => path),
      )
      .execute())
      judged.add(nameOf(row));
  return judged;
}

/** Writes the verdict of a file and gives its claim back. Gives its number. */
export const storeVerdict = (
  db: Database,
  { rule, path, size, modified }: WatchedFile,
  { verdict, ...body }: VerdictBody & { readonly verdict: Verdict },
  at: string,
): Promise<number> =>
  inTransaction(db, async (transaction) => {
    await oneAtATime(transaction, 'watch');
    const last = await transaction.selectFrom('watch_verdicts').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const seq = (last?.seq ?? 0) + 1;
    await transaction
      .insertInto('watch_verdicts')
      .values({ seq, rule, path, size, modified, verdict, body: JSON.stringify(body), at })
      .execute();
    await transaction.deleteFrom('watch_claims').where('rule', '=', rule).where('path', '=', path).execute();
    await logRows(transaction, 'watch', [{ table: 'watch_verdicts', key: [seq] }]);
    return seq;
  });

/** The last verdicts, of all rules or of one, the newest first. */
export async function lastVerdicts(db: Database, limit: number, rule?: string): Promise<readonly FileVerdict[]> {
  const all = db.selectFrom('watch_verdicts').selectAll().orderBy('seq', 'desc').limit(limit);
  const rows = await (rule === undefined ? all : all.where('rule', '=', rule)).execute();
  return rows.map(({ body, verdict, size, ...row }) => ({
    ...row,
    size: Number(size),
    verdict: verdict as Verdict,
    ...(JSON.parse(body) as VerdictBody),
  }));
}

/** What was written down for a rule's table: of each file as it stands last, in the order of the verdicts. */
export async function verdictLines(db: Database, rule: string): Promise<readonly NonNullable<VerdictBody['line']>[]> {
  const rows = await db.selectFrom('watch_verdicts').select(['path', 'body']).where('rule', '=', rule).orderBy('seq').execute();
  const last = new Map<string, NonNullable<VerdictBody['line']>>();
  for (const { path, body } of rows) {
    const { line } = JSON.parse(body) as VerdictBody;
    last.delete(path);
    if (line !== undefined) last.set(path, line);
  }
  return [...last.values()];
}
