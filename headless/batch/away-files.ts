import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../core/base/problem.ts';

/** A run whose file this machine does not reach just now: it is given back, and tried again later or by another machine. */
export class FileAway extends Error {
  override readonly name = 'FileAway';
}

/** A file that is missing in a folder that is there is taken for deleted after so long. */
const PATIENCE_MS = 60_000;

/** Tells files that are away from files that are gone. `onAway` says of the first that is away, once until files are reached again. */
export function createAwayFiles(onAway: (problem: Problem) => void, now: () => number = Date.now) {
  const since = new Map<string, number>();
  let said = false;
  return {
    /** Whether a run that could not be read waits: its folder cannot be reached, or the file has not been missing for long. */
    mustWait(runId: string, problem: unknown): problem is Problem {
      if (!(problem instanceof Problem) || !isOfPlace(problem)) return false;
      const first = since.get(runId) ?? now();
      since.set(runId, first);
      const folder = path.dirname(problem.place.path ?? '');
      const waits = !existsSync(folder) || now() - first < PATIENCE_MS;
      if (waits && !said) onAway(problem);
      said ||= waits;
      return waits;
    },
    /** A run was read. */
    reached(runId: string): void {
      since.delete(runId);
      said = false;
    },
  };
}
export type AwayFiles = ReturnType<typeof createAwayFiles>;

/** What is wrong is that the file is not reached, and not what it holds. */
const isOfPlace = ({ code, place }: Problem): boolean => place.path !== undefined && code.startsWith('file-');
