import { stat } from 'node:fs/promises';
import path from 'node:path';
import { languages } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { MetadataKeywords } from '../../../core/data/metadata/metadata-keywords.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { fileProblem, openFile } from '../../files/file-source.ts';
import { keptNames } from '../keyword-list.ts';
import type { Archive } from '../open-archive.ts';
import { addFile } from '../runs.ts';
import { readRuns } from './read-run.ts';
import { scanFolder } from './scan-folder.ts';

export interface ImportOptions {
  /** Which keywords say what about a sample. */
  readonly keywords: MetadataKeywords;
  /** What is known of a file beside its keywords, such as from a table. */
  readonly metadataOf?: (file: string) => Partial<SampleMetadata>;
  readonly now: () => string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportReport & { readonly total: number }) => void;
}

/** What an import did, file by file. */
export interface ImportReport {
  readonly files: number;
  /** Runs that were new. */
  readonly added: number;
  /** Files that were known and had not changed, or whose bytes were there under another path. */
  readonly known: number;
  readonly failed: readonly { readonly path: string; readonly problem: Problem }[];
  /** Paths of this folder that are not there any more; their runs stay. */
  readonly missing: number;
}

/**
 * Takes in FCS files, and all in and below folders. A file that cannot be read is named and the others are done; a folder that
 * cannot be read (a drive that is away) fails as a whole and nothing in it is taken for lost. Each file is kept once it is read.
 */
export async function importFiles(archive: Archive, given: readonly string[], options: ImportOptions): Promise<ImportReport> {
  const { signal, now } = options;
  const failed: ImportReport['failed'][number][] = [];
  const report = { files: 0, added: 0, known: 0, failed, missing: 0 };
  const fail = (at: string, error: unknown): void => {
    if (!(error instanceof Problem)) throw error;
    failed.push({ path: at, problem: error });
  };
  const lists: (readonly string[])[] = [];
  for (const one of given) {
    const place = path.resolve(one);
    try {
      if (!(await isFolder(place))) {
        lists.push([place]);
        continue;
      }
      const { files, unread } = await scanFolder(place, signal);
      for (const { folder, problem } of unread) fail(folder, problem);
      report.missing += await noteMissing(
        archive,
        place,
        new Set(files),
        unread.map(({ folder }) => folder),
        now(),
      );
      lists.push(files);
    } catch (error) {
      fail(place, error);
    }
  }
  const files = [...new Set(lists.flat())];
  const kept = await keptNames(archive.db);
  for (const file of files) {
    signal?.throwIfAborted();
    try {
      const { added, broken } = await importFile(archive, file, kept, options);
      report.added += added;
      if (broken !== undefined) throw broken;
      if (added === 0) report.known += 1;
    } catch (error) {
      await noteFailure(archive, file, error, now());
      fail(file, error);
    }
    report.files += 1;
    options.onProgress?.({ ...report, total: files.length });
  }
  return report;
}

async function isFolder(place: string): Promise<boolean> {
  const info = await stat(place).catch((error: unknown) => {
    throw fileProblem(place, error);
  });
  return info.isDirectory();
}

/** How many runs were new, none of a file that was read before and has the same size and time; and why a data set behind them is not among them. */
async function importFile(
  archive: Archive,
  file: string,
  kept: ReadonlySet<string>,
  { keywords, metadataOf, now, signal }: ImportOptions,
): Promise<{ readonly added: number; readonly broken?: Problem | undefined }> {
  const info = await stat(file).catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  const { db } = archive;
  const known = await db.selectFrom('run_files').selectAll().where('path', '=', file).executeTakeFirst();
  if (known?.size === info.size && known.modified === info.mtimeMs) {
    if (known.missing_since !== null) await db.updateTable('run_files').set({ missing_since: null }).where('path', '=', file).execute();
    return { added: 0 };
  }
  const source = await openFile(file);
  try {
    const { sha256, runs, broken } = await readRuns(source, path.basename(file), keywords, metadataOf?.(file) ?? {}, { kept, signal });
    const added = await addFile(archive, { path: file, sha256, size: info.size, modified: info.mtimeMs }, runs, now());
    return { added, broken };
  } finally {
    await source.close();
  }
}

async function noteFailure({ db }: Archive, file: string, error: unknown, at: string): Promise<void> {
  if (!(error instanceof Problem) || error.code.startsWith('archive-') || error.code === 'disk-full') throw error;
  const message = JSON.stringify(Object.fromEntries(languages.map((language) => [language, error.in(language)])));
  const info = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
  const row = { path: file, size: info.size, modified: info.mtimeMs, code: error.code, message, at };
  await db
    .insertInto('import_failures')
    .values(row)
    .onConflict((c) => c.column('path').doUpdateSet(row))
    .execute();
}

/** Paths below a folder that was read and no longer holds them. Below what could not be read nothing is known. */
async function noteMissing(
  { db }: Archive,
  folder: string,
  found: ReadonlySet<string>,
  unread: readonly string[],
  now: string,
): Promise<number> {
  const below = (at: string, of: string) => at.startsWith(of.endsWith(path.sep) ? of : of + path.sep);
  const known = await db.selectFrom('run_files').select('path').where('missing_since', 'is', null).execute();
  const gone = known.map((row) => row.path).filter((at) => below(at, folder) && !found.has(at) && !unread.some((of) => below(at, of)));
  for (const at of gone) await db.updateTable('run_files').set({ missing_since: now }).where('path', '=', at).execute();
  return gone.length;
}
