import { Problem } from '../../core/base/problem.ts';
import type { NewEvent } from '../../core/biology/ledger/event.ts';
import type { Database } from './database.ts';
import { piecesOf } from './pieces.ts';

/** Runs that a sampling names, by what the archive knows of them. Throws `mix-up` where one is of another lot than the entry. */
export async function refuseOtherRuns(db: Database, events: readonly NewEvent[]): Promise<void> {
  const named = events.flatMap((event) => {
    const runs = event.kind === 'sample' ? event.body['runs'] : undefined;
    return Array.isArray(runs) ? runs.map((run) => ({ run: String(run), lot: event.lot, id: event.id })) : [];
  });
  for (const piece of piecesOf(named, 100)) {
    const names = piece.map(({ run }) => run);
    const found = await db
      .selectFrom('runs')
      .select(['id', 'name', 'lot_id'])
      .where((eb) => eb.or([eb('id', 'in', names), eb('name', 'in', names)]))
      .execute();
    for (const { run, lot, id } of piece) {
      const same = found.filter((one) => one.id === run || one.name === run);
      const other = same.find(({ lot_id }) => lot_id !== null && lot_id !== lot);
      // one of its name is of the lot: the name is no proof of another
      if (other !== undefined && !same.some(({ lot_id }) => lot_id === lot))
        throw new Problem('mix-up', otherLot, { run, is: other.lot_id ?? '', given: lot }, { path: `${id}: runs` });
    }
  }
}

const otherLot = {
  en: 'The run {run} is of lot {is}, not of {given}.',
  ja: '測定{run}のロットは{is}で、{given}ではありません。',
};
