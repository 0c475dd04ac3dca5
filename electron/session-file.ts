import { Problem } from '../core/base/problem.ts';
import { type FileToken, fileTokenSchema, type OpenedSession } from '../core/contract/bridge.ts';
import { isLedElsewhere } from '../headless/files/foreign-place.ts';
import * as disk from '../headless/files/session-file.ts';
import { describeFile, type FileTokens } from './file-tokens.ts';
import { sizeOfFcs } from './open-checks.ts';

/** Writes a document whole or not at all, with the paths of the tokens that occur in it. */
export const writeSessionFile = (file: string, text: string, tokens: FileTokens): Promise<void> =>
  disk.writeSessionFile(file, text, tokens.all());

/** Reads a session and gives its tokens their paths again. A file that moved is searched for beside the session, then where it was. */
export async function readSessionFile(file: string, tokens: FileTokens): Promise<Omit<OpenedSession, 'file' | 'anchors'>> {
  const { document, places } = await disk.readSessionFile(file);
  const samples = [];
  for (const [token, candidates] of places) samples.push(await findSample(fileTokenSchema.parse(token), candidates, file, tokens));
  return { text: JSON.stringify(document), samples };
}

/** The first place with a file that may be given out: regular, FCS by its content, no session, and no link that leads elsewhere. */
async function findSample(token: FileToken, candidates: readonly string[], sessionFile: string, tokens: FileTokens) {
  for (const candidate of candidates) {
    const bytes = await sizeOfFcs(candidate).catch((error: unknown) => {
      if (error instanceof Problem) return undefined;
      throw error;
    });
    if (bytes === undefined || isLedElsewhere(candidate, sessionFile)) continue;
    tokens.assign(token, candidate);
    return { ...describeFile(token, candidate, bytes), found: true };
  }
  return { ...describeFile(token, candidates[0] ?? '', 0), found: false };
}
