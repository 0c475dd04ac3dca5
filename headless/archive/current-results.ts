import type { Selectable } from 'kysely';
import type { Database } from './database.ts';
import { piecesOf } from './pieces.ts';
import type { ArchiveTables } from './schema.ts';

/** What stands for each of these runs, by the id of the run. */
export async function standingOf(
  db: Database,
  runs: readonly string[],
): Promise<ReadonlyMap<string, Selectable<ArchiveTables['current_results']>>> {
  const standing = new Map<string, Selectable<ArchiveTables['current_results']>>();
  for (const piece of piecesOf(runs, 500))
    for (const row of await db
      .selectFrom('current_results')
      .selectAll()
      .where('run_id', 'in', [...piece])
      .execute())
      standing.set(row.run_id, row);
  return standing;
}
