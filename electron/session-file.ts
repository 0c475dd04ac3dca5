import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type FileToken, fileTokenSchema, type OpenedSession } from '../core/bridge.ts';
import { Problem } from '../core/problem.ts';
import { fileProblem } from '../headless/files/file-source.ts';
import { writeText } from '../headless/files/write-file.ts';
import { describeFile, type FileTokens } from './file-tokens.ts';
import { sizeOfOwnKind, sizeOfRegularFile } from './open-checks.ts';

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

/** Writes a document whole or not at all, with the paths of the tokens that occur in it. */
export async function writeSessionFile(file: string, text: string, tokens: FileTokens): Promise<void> {
  const document = parseDocument(text, file);
  const used = new Set(text.match(uuids) ?? []);
  const files = Object.fromEntries(
    [...tokens.all()]
      .filter(([token]) => used.has(token))
      .map(([token, absolute]) => [token, { relative: relativeTo(path.dirname(file), absolute), absolute }]),
  );
  await writeText(file, `${JSON.stringify({ format: 'lymphoscope-session', version: 1, files, document })}\n`);
}

/** Reads a session and gives its tokens their paths again. A file that moved is searched for beside the session, then where it was. */
export async function readSessionFile(file: string, tokens: FileTokens): Promise<Omit<OpenedSession, 'file'>> {
  if ((await sizeOfRegularFile(file)) > largestSession) throw invalid(file);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  const parsed = sessionFileSchema.safeParse(parseDocument(text, file));
  if (!parsed.success) throw invalid(file, parsed.error.issues[0]?.path.join('.'));
  const { files, document } = parsed.data;
  const samples = [];
  for (const [key, { relative, absolute }] of Object.entries(files)) {
    const token = fileTokenSchema.parse(key);
    samples.push(await findSample(token, [path.resolve(path.dirname(file), relative), absolute], tokens));
  }
  return { text: JSON.stringify(document), samples };
}

async function findSample(token: FileToken, candidates: readonly string[], tokens: FileTokens) {
  for (const candidate of candidates) {
    const bytes = await sizeOfOwnKind(candidate).catch((error: unknown) => {
      if (error instanceof Problem) return undefined;
      throw error;
    });
    if (bytes === undefined) continue;
    tokens.assign(token, candidate);
    return { ...describeFile(token, candidate, bytes), found: true };
  }
  return { ...describeFile(token, candidates[0] ?? '', 0), found: false };
}

const relativeTo = (folder: string, file: string): string => path.relative(folder, file).replaceAll(path.sep, '/');

function parseDocument(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(file);
  }
}

const invalid = (file: string, place = ''): Problem =>
  new Problem('session-invalid', sessionInvalid, { file: path.basename(file) }, { path: place });
const sessionInvalid = {
  en: '{file} is not a session that this version of Lymphoscope can read.',
  ja: '{file} は、この版の Lymphoscope で読み込めるセッションではありません。',
};
