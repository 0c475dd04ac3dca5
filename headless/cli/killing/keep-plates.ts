import { ENGINE } from '../../../core/base/engine.ts';
import { keepPlate } from '../../../core/study/killing/kept-plate.ts';
import { writePlate } from '../../archive/plate-results.ts';
import { whoWorks } from '../../host/who-works.ts';
import { type ArchiveFlags, nowText, withArchive } from '../archive/archive-flags.ts';
import { exitCodes } from '../shared/output.ts';
import type { MeasuredPlate } from './load-plate.ts';

/** Keeps plates with their results; each once. */
export async function keepPlates(
  plates: readonly MeasuredPlate[],
  place: Pick<ArchiveFlags, 'archive' | 'lang'>,
): Promise<readonly { readonly id: string; readonly isNew: boolean }[]> {
  const written: { readonly id: string; readonly isNew: boolean }[] = [];
  await withArchive(place, async ({ db }) => {
    for (const { plate, result } of plates)
      written.push(await writePlate(db, keepPlate(plate, result, ENGINE), { by: whoWorks(), at: nowText() }));
    return exitCodes.done;
  });
  return written;
}
