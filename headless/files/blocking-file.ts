import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../../core/base/byte-source.ts';
import { fileProblem, notAFile } from './file-source.ts';

export interface BlockingFile extends ByteSource {
  close(): void;
}

/**
 * A file whose reads block: for a thread that works on one file at a time, which they serve faster. Throws a Problem where it cannot be
 * opened or read.
 */
export function openBlocking(path: string, name: string): BlockingFile {
  const file = orProblem(path, () => openSync(path, 'r'));
  try {
    const info = orProblem(path, () => fstatSync(file));
    if (!info.isFile()) throw notAFile(path);
    return {
      name,
      size: info.size,
      async read(into, offset) {
        let done = 0;
        while (done < into.byteLength) {
          const count = orProblem(path, () => readSync(file, into, done, into.byteLength - done, offset + done));
          if (count === 0) break;
          done += count;
        }
        return done;
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function orProblem<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileProblem(path, error);
  }
}
