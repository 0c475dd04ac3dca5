import { Problem } from '../../core/base/problem.ts';

/** A worker that was lost is replaced: what it was doing is tried once more. */
export async function onceMore<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'worker-lost') throw error;
    return run();
  }
}
