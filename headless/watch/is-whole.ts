import { Problem } from '../../core/base/problem.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { openFile } from '../files/file-source.ts';

/** Whether a file holds all the events that it announces: an instrument that pauses in the midst of writing leaves one that does not. */
export async function isWhole(path: string): Promise<boolean> {
  const source = await openFile(path);
  try {
    const { datasets, broken } = await openFcs(source, { keepsWhole: true });
    return broken === undefined && datasets.every(({ findings }) => findings.every(({ code }) => code !== 'truncated'));
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  } finally {
    await source.close();
  }
}
