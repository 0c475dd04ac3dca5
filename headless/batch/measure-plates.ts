import { setImmediate } from 'node:timers/promises';
import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { chartControls } from '../../core/study/killing/control-chart.ts';
import { type KeptPlate, keepPlate } from '../../core/study/killing/kept-plate.ts';
import { measurePlate } from '../../core/study/killing/measure-plate.ts';
import type { PlateResult } from '../../core/study/killing/plate-result.ts';
import { definitionToday } from '../../core/study/killing/standing-plates.ts';
import { platesOfBatch } from '../archive/batch-plates.ts';
import { failureOf } from '../archive/batches.ts';
import type { Database } from '../archive/database.ts';
import { inTransaction, logRows } from '../archive/log.ts';
import { selectPlates, writePlate } from '../archive/plate-results.ts';
import type { Batch } from '../archive/schema.ts';

interface Stored {
  readonly id: string;
  readonly kept: KeptPlate;
}

/** Measures the plates of a batch that are left; stops between two of them. Gives whether none is left. */
export async function measurePlatesOf(
  db: Database,
  { id: batch, by }: Pick<Batch, 'id' | 'by'>,
  { now, isStopped }: { readonly now: () => string; readonly isStopped: () => boolean },
): Promise<boolean> {
  const left = (await platesOfBatch(db, batch)).filter(({ after, error }) => after === undefined && error === null);
  if (left.length === 0) return true;
  // one that was corrected since the batch began is of the batch as it was
  const wanted = new Map(left.map(({ id, before, place }) => [id, { id, kept: before, place }]));
  const others = (await selectPlates(db, '')).filter(({ id }) => !wanted.has(id));
  const measured = await measureAgain([...wanted.values()], others, isStopped);
  const done = (place: number, row: { readonly after_id: string } | { readonly error: string }) =>
    inTransaction(db, async (transaction) => {
      await transaction.updateTable('batch_plates').set(row).where('batch_id', '=', batch).where('place', '=', place).execute();
      await logRows(transaction, 'batch', [{ table: 'batch_plates', key: [batch, place] }]);
    });
  for (const { id, result } of measured) {
    if (isStopped()) return false;
    const { kept, place } = wanted.get(id)!;
    try {
      const written = await writePlate(db, keepPlate(kept.plate, result, ENGINE), { by, at: now() });
      await done(place, { after_id: written.id });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await done(place, { error: JSON.stringify(failureOf(error)) });
    }
  }
  return measured.length === left.length;
}

/**
 * Plates by this software and the definitions of today, their control donors judged by those of all others as well. Fewer where it was stopped.
 */
export async function measureAgain<P extends Stored>(
  plates: readonly P[],
  others: readonly Stored[] = [],
  isStopped: () => boolean = () => false,
): Promise<readonly { readonly id: string; readonly result: PlateResult }[]> {
  const wanted = new Set<Stored>(plates);
  const controls = others.filter(({ kept: { plate } }) => plate.effectors.some(({ isControl }) => isControl === true));
  const definitions = [...plates, ...others].map(({ kept: { assay } }) => assay);
  const measured: { readonly of: Stored; readonly result: PlateResult }[] = [];
  for (const of of [...plates, ...controls]) {
    if (isStopped()) break;
    measured.push({ of, result: measurePlate(of.kept.plate, definitionToday(of.kept.assay, definitions)) });
    await setImmediate();
  }
  const judged = chartControls(measured.map(({ result }) => result));
  return measured.flatMap(({ of }, i) => (wanted.has(of) ? [{ id: of.id, result: judged[i]! }] : []));
}
