import { readFile, stat } from 'node:fs/promises';
import { fileProblem, notAFile } from './file-source.ts';

/** The bytes of a document that somebody names: a table, a protocol, another program's strategy. Throws a Problem where it cannot be read. */
export async function readDocument(file: string): Promise<Uint8Array> {
  const failed = (error: unknown): never => {
    throw fileProblem(file, error);
  };
  if ((await stat(file).catch(failed)).isDirectory()) throw notAFile(file);
  return readFile(file).catch(failed);
}
