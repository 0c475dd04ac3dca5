import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import type { BridgeFile, PickedFile } from '../core/contract/bridge.ts';

/** Opens each of several files by itself: one that is missing or refused says so, and does not stop the others. */
export const pickFiles = (files: readonly string[], openOne: (file: string) => Promise<BridgeFile>): Promise<PickedFile[]> =>
  Promise.all(
    files.map(async (file) => {
      try {
        return await openOne(file);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { code, sentence, values, place } = error;
        return { name: path.basename(file), problem: { code, sentence, values, place } };
      }
    }),
  );
