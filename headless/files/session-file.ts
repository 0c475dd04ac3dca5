import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { MOST_NESTING, nestingOf } from '../../core/base/json-document.ts';
import { Problem } from '../../core/base/problem.ts';
import { fileTokenSchema } from '../../core/contract/bridge.ts';
import { fileProblem } from './file-source.ts';
import { isForeignPlace } from './foreign-place.ts';
import { writeText } from './write-file.ts';

/** A session on disk: the document as the window gave it, and beside it where its files are. Data, never code. */
const sessionFileSchema = z.strictObject({
  format: z.literal('lymphoscope-session'),
  version: z.literal(1),
  files: z.record(
    fileTokenSchema,
    z.strictObject({
      /** As seen from the session's folder, with '/', so that a folder can be moved as a whole. */
      relative: z.string(),
      absolute: z.string(),
    }),
  ),
  document: z.unknown(),
});

const largestSession = 256 * 2 ** 20;
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export interface SessionFile {
  readonly document: unknown;
  /** Where each file of the document may be, by its token: beside the session as it was, then where it was. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** Writes a document (JSON text) whole or not at all, with the paths of the tokens that occur in it. */
export async function writeSessionFile(file: string, text: string, paths: ReadonlyMap<string, string>): Promise<void> {
  const document = parseDocument(text, file);
  const used = new Set(text.match(uuids) ?? []);
  const files = Object.fromEntries(
    [...paths]
      .filter(([token]) => used.has(token))
      .map(([token, absolute]) => [token, { relative: relativeTo(path.dirname(file), absolute), absolute }]),
  );
  await writeText(file, `${JSON.stringify({ format: 'lymphoscope-session', version: 1, files, document })}\n`);
}

/** Reads a session file. Throws `session-invalid`, or what is wrong with the file. */
export async function readSessionFile(file: string): Promise<SessionFile> {
  const failed = (error: unknown): never => {
    throw fileProblem(file, error);
  };
  const info = await stat(file).catch(failed);
  if (!info.isFile() || info.size > largestSession) throw invalid(file);
  const text = await readFile(file, 'utf8').catch(failed);
  const written = parseDocument(text, file);
  // a document by itself, without the places of its files
  if (typeof written === 'object' && written !== null && 'protocol' in written) return { document: written, places: new Map() };
  const parsed = sessionFileSchema.safeParse(written);
  if (!parsed.success) throw invalid(file, parsed.error.issues[0]?.path.join('.'));
  const { files, document } = parsed.data;
  const places = Object.entries(files).map(([token, { relative, absolute }]) => {
    const named = [relative, absolute].filter((place) => !isForeignPlace(place, file));
    return [token, named.map((place) => path.resolve(path.dirname(file), place))] as const;
  });
  return { document, places: new Map(places) };
}

const relativeTo = (folder: string, file: string): string => path.relative(folder, file).replaceAll(path.sep, '/');

function parseDocument(text: string, file: string): unknown {
  if (nestingOf(text) > MOST_NESTING) throw invalid(file);
  try {
    // a byte order mark is no part of it
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw invalid(file);
  }
}

const invalid = (file: string, place = ''): Problem =>
  new Problem('session-invalid', sessionInvalid, { file: path.basename(file) }, { path: place });
const sessionInvalid = {
  en: '{file} is not a session that this version of Lymphoscope can read.',
  ja: '{file}は、この版のLymphoscopeで読み込めるセッションではありません。',
};
