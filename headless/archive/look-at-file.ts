import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import type { Problem } from '../../core/base/problem.ts';
import { fileProblem, notAFile } from '../files/file-source.ts';
import { wasOpened } from './opened-files.ts';
import { archiveEmpty, archiveForeign, archiveNewer, archiveTruncated, sqliteProblem } from './problems.ts';

/** 'LYMF' in the header of the file (sqlite.org/fileformat2.html, offset 68). Archives of schema 4 and before have none. */
export const APPLICATION_ID = 0x4c594d46;

/** Tables of the first schema: an archive of whatever version has them. */
export const ownTables = [
  'archive_info',
  'schema_version',
  'runs',
  'run_files',
  'protocols',
  'results',
  'overrides',
  'decisions',
  'batches',
];

/**
 * Looks whether a file is an archive that this software can open, and changes neither it nor its folder. Throws a Problem for an empty or
 * truncated file, another program's database, or another schema. What cannot be known while another program writes to our own is left to its opening.
 */
export async function lookAtFile(file: string, known: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const before = await traceOf(file);
    try {
      return await lookOnce(file, known);
    } catch (error) {
      // another program may bring its log into the file while it is looked at
      if (tries >= 40 || (await traceOf(file)) === before) throw error;
      await wait(25);
    }
  }
}

async function traceOf(file: string): Promise<string> {
  const traces = await Promise.all(['', '-wal'].map((rest) => stat(file + rest).catch(() => undefined)));
  return traces.map((trace) => `${trace?.size} ${trace?.mtimeMs}`).join();
}

async function lookOnce(file: string, known: number): Promise<void> {
  const info = await stat(file).catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  if (!info.isFile()) throw notAFile(file);
  if (info.size === 0) throw archiveEmpty(file);
  const log = await stat(`${file}-wal`).then(
    ({ size }) => size,
    () => 0,
  );
  // read past SQLite only where this process has never had it open; its tables are looked at through SQLite all the same
  if (wasOpened(file)) return log === 0 ? throwAny(lookInside(file, file, known)) : undefined;
  const header = await readHeader(file);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw archiveForeign(file);
  const id = header.readUInt32BE(68);
  if (id !== 0 && id !== APPLICATION_ID) throw archiveForeign(file);
  if (log === 0) {
    refuseTruncated(file, header, info.size);
    throwAny(lookInside(file, file, known));
  } else if (id === 0) await lookAtCopy(file, known);
}

async function readHeader(file: string): Promise<Buffer> {
  const header = Buffer.alloc(100);
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  try {
    await handle.read(header, 0, header.length, 0);
  } finally {
    await handle.close();
  }
  return header;
}

/** The header says how many pages there are, where its two counters agree. */
function refuseTruncated(file: string, header: Buffer, size: number): void {
  const stated = header.readUInt16BE(16);
  const page = stated === 1 ? 65_536 : stated;
  const pages = header.readUInt32BE(24) === header.readUInt32BE(92) ? header.readUInt32BE(28) : 0;
  if (size < Math.max(512, page * pages)) throw archiveTruncated(file);
}

/** What is still in a log beside the file is looked at in a copy of both, since reading it would write beside it. */
async function lookAtCopy(file: string, known: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-look-'));
  const copy = path.join(folder, 'copy.db');
  try {
    await copyFile(file, copy);
    await copyFile(`${file}-wal`, `${copy}-wal`);
    throwAny(lookInside(file, copy, known, false));
  } catch (error) {
    throw fileProblem(file, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const throwAny = (problem: Problem | undefined): void => {
  if (problem !== undefined) throw problem;
};

/** Texts are asked for as bytes: the library ends the whole process on one that is no UTF-8. */
function lookInside(file: string, place: string, known: number, unchanging = true): Problem | undefined {
  let database: Libsql.Database | undefined;
  try {
    database = unchanging ? new Libsql(`${pathToFileURL(place).href}?immutable=1`, { readonly: true }) : new Libsql(place);
    const tables = database.prepare(`select cast(name as blob) as name from sqlite_master where type = 'table'`).all();
    const names = new Set(tables.map((row) => Buffer.from((row as { name: Uint8Array }).name).toString('utf8')));
    if (!ownTables.every((name) => names.has(name))) return archiveForeign(file);
    const versions = database.prepare(`select version from schema_version where typeof(version) = 'integer'`).all();
    const [version, ...more] = versions.map((row) => (row as { version: number }).version);
    if (version === undefined || version < 1 || more.length > 0) return archiveForeign(file);
    return version > known ? archiveNewer(file, version, known) : undefined;
  } catch (error) {
    throw sqliteProblem(file, error);
  } finally {
    database?.close();
  }
}
