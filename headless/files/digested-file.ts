import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../../core/base/byte-source.ts';
import { createSha256 } from '../host/host.ts';
import { fileProblem, notAFile } from './file-source.ts';

export interface DigestedFile extends ByteSource {
  /** SHA-256 of the whole file: what was not read yet is read. */
  digest(): string;
  close(): void;
}

/** What is skipped by whoever reads is digested in pieces of so many bytes. */
const PIECE = 2 ** 20;

/**
 * A file that is digested as it is read: every byte once, the first time it passes. Calls block, so that it is for a thread that works on
 * one file at a time. Throws a Problem where it cannot be opened or read.
 */
export function openDigestedFile(path: string, name: string): DigestedFile {
  const file = orProblem(path, () => openSync(path, 'r'));
  try {
    return digestedFile(file, path, name);
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function digestedFile(file: number, path: string, name: string): DigestedFile {
  const info = orProblem(path, () => fstatSync(file));
  if (!info.isFile()) throw notAFile(path);
  const hash = createSha256();
  let passed = 0;
  let digested: string | undefined;

  function readFully(into: Uint8Array, offset: number): number {
    let done = 0;
    while (done < into.byteLength) {
      const count = orProblem(path, () => readSync(file, into, done, into.byteLength - done, offset + done));
      if (count === 0) break;
      done += count;
    }
    return done;
  }
  /** Digests what lies between what has passed and a place; less where the file ends before it. */
  function passTo(place: number): void {
    if (passed >= place) return;
    const piece = new Uint8Array(Math.min(PIECE, place - passed));
    while (passed < place) {
      const count = readFully(piece.subarray(0, Math.min(PIECE, place - passed)), passed);
      if (count === 0) return;
      hash.update(piece.subarray(0, count));
      passed += count;
    }
  }

  return {
    name,
    size: info.size,
    async read(into, offset) {
      passTo(Math.min(offset, info.size));
      const count = readFully(into, offset);
      if (offset <= passed && offset + count > passed) {
        hash.update(into.subarray(passed - offset, count));
        passed = offset + count;
      }
      return count;
    },
    digest() {
      passTo(info.size);
      digested ??= hash.digest();
      return digested;
    },
    close: () => closeSync(file),
  };
}

function orProblem<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileProblem(path, error);
  }
}
