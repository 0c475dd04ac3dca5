import { ENGINE } from '../../../core/base/engine.ts';
import { keepPlate } from '../../../core/study/killing/kept-plate.ts';
import { measurePlate } from '../../../core/study/killing/measure-plate.ts';
import type { PlateResult } from '../../../core/study/killing/plate-result.ts';
import { selectPlates, writePlate } from '../../archive/plate-results.ts';
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

/** Plates of an archive with a control donor, measured by this software: what the charts of new ones stand on. */
export async function controlsIn(place: Pick<ArchiveFlags, 'archive' | 'lang'>): Promise<readonly PlateResult[]> {
  const found: PlateResult[] = [];
  await withArchive(place, async ({ db }) => {
    // each by the result that stands: a plate counts once
    for (const { kept } of await selectPlates(db, ''))
      if (kept.verdict !== 'invalid' && kept.plate.effectors.some(({ isControl }) => isControl))
        found.push(measurePlate(kept.plate, kept.assay));
    return exitCodes.done;
  });
  return found;
}
