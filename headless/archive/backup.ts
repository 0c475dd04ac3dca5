import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import { Problem } from '../../core/base/problem.ts';
import { fileProblem } from '../files/file-source.ts';
import { sweepFolder, whileThere } from '../files/temporary-files.ts';
import { type CheckReport, checkArchive, isDamage } from './check.ts';
import { partOf, putInPlace, removePart } from './file-parts.ts';
import { type Archive, isServer, openArchive } from './open-archive.ts';
import type { ArchiveTables } from './schema.ts';
import { tablesInOrder } from './tables-in-order.ts';

/**
 * Writes a copy of an archive as one SQLite file while others go on working with it, checks the copy, and only then puts it in its
 * place: what stood there before stays until then. A PostgreSQL archive is backed up into the same kind of file.
 */
export async function backUp(archive: Archive, file: string): Promise<CheckReport> {
  const target = path.resolve(file);
  const part = partOf(target);
  sweepFolder(path.dirname(target));
  return whileThere(part, () => backUpBeside(archive, part, target));
}

async function backUpBeside(archive: Archive, part: string, target: string): Promise<CheckReport> {
  try {
    await mkdir(path.dirname(target), { recursive: true });
    if (archive.kind === 'sqlite') await sql`vacuum into ${part}`.execute(archive.db);
    else await copyInto(archive, part);
    const report = await checkFile(part);
    await putInPlace(part, target, true);
    return report;
  } catch (error) {
    throw fileProblem(target, error);
  } finally {
    await removePart(part);
  }
}

/**
 * Makes an archive out of a backup: a new file, or an empty database of a server. A copy of the backup is checked first, so that it may
 * lie on a disk that is read-only. With `replace` an archive that stands in its place is moved aside, never overwritten; else it is refused.
 */
export async function restore(
  backup: string,
  place: string,
  options: { readonly replace?: boolean; readonly now: string },
): Promise<CheckReport> {
  const target = isServer(place) ? path.join(tmpdir(), 'lymphoscope-restore.db') : path.resolve(place);
  if (!isServer(place) && existsSync(target) && options.replace !== true) throw notEmptyProblem(target);
  const part = partOf(target);
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(backup, part);
    // somebody may name an archive in use: what its log holds belongs to it
    if (existsSync(`${backup}-wal`)) await copyFile(`${backup}-wal`, `${part}-wal`);
    const report = await checkFile(part);
    if (isServer(place)) await fillServer(part, place);
    else {
      if (existsSync(target)) await moveAside(target, options.now);
      await putInPlace(part, target, false);
    }
    return report;
  } catch (error) {
    throw fileProblem(backup, error);
  } finally {
    await removePart(part);
  }
}

async function fillServer(file: string, place: string): Promise<void> {
  const from = await openArchive(file);
  try {
    const to = await openArchive(place, { create: true });
    try {
      if (await holdsRuns(to)) throw notEmptyProblem(to.name);
      await copyTables(from.db, to.db);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Refuses `backup-damaged` for anything that is not whole. */
async function checkFile(file: string): Promise<CheckReport> {
  const archive = await openArchive(file);
  try {
    const report = await checkArchive(archive);
    const fault = report.faults.find(isDamage);
    if (fault !== undefined) throw new Problem('backup-damaged', damaged, { file, fault: `${fault.kind} ${fault.what}` }, { path: file });
    return report;
  } finally {
    await archive.close();
  }
}

async function copyInto(archive: Archive, file: string): Promise<void> {
  const copy = await openArchive(file, { create: true });
  try {
    await copyTables(archive.db, copy.db);
  } finally {
    await copy.close();
  }
}

const PIECE = 200;

/** All rows of all tables as they stood at one moment, in one transaction on both sides. */
async function copyTables(from: Kysely<ArchiveTables>, to: Kysely<ArchiveTables>): Promise<void> {
  await to.transaction().execute(async (into) => {
    for (const table of ['archive_info', 'log', 'content_digests'] as const) await into.deleteFrom(table).execute();
    await from
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (out) => {
        for (const [table, keys] of tablesInOrder) {
          const order = sql.raw(Array.from({ length: keys }, (_, i) => i + 1).join(', '));
          for (let offset = 0; ; offset += PIECE) {
            const page = sql`select * from ${sql.table(table)} order by ${order} limit ${sql.lit(PIECE)} offset ${sql.lit(offset)}`;
            const { rows } = await page.execute(out);
            // the same table on both sides: a row of one is a row of the other
            if (rows.length > 0)
              await into
                .insertInto(table)
                .values(rows as never)
                .execute();
            if (rows.length < PIECE) break;
          }
        }
      });
  });
}

async function holdsRuns({ db }: Archive): Promise<boolean> {
  return (await db.selectFrom('runs').select('id').limit(1).execute()).length > 0;
}

/** The archive that a backup takes the place of, with its write-ahead log: whoever needs it finds it beside. */
async function moveAside(target: string, now: string): Promise<void> {
  const aside = `${target}.before-${now.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`;
  for (const rest of ['', '-wal', '-shm'])
    await rename(target + rest, aside + rest).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw fileProblem(target, error);
    });
}

const notEmptyProblem = (archive: string): Problem => new Problem('archive-not-empty', notEmpty, { archive }, { path: archive });

const notEmpty = {
  en: 'There is an archive at {archive} already. With --replace it is moved aside first.',
  ja: '{archive}にはすでにアーカイブがあります。--replaceを付けると、既存のものを退避してから復元します。',
};
const damaged = {
  en: 'The copy {file} is not whole ({fault}); nothing was put in its place.',
  ja: 'コピー{file}に破損があります({fault})。既存のアーカイブは変更していません。',
};
