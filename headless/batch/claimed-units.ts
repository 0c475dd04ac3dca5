import { type Claimant, claimRuns } from '../archive/claims.ts';
import type { Database } from '../archive/database.ts';
import type { RunToDo } from './batch-units.ts';

/** Units of a batch that this program has claimed; those of others are left out. */
export interface ClaimedUnits {
  readonly units: AsyncGenerator<readonly RunToDo[]>;
  /** Whether any unit was another program's. */
  readonly sawOthers: () => boolean;
}

/** Claims units some at a time, so that claiming costs one transaction for several runs; control material by itself. */
export function claimedUnits(db: Database, claimant: Claimant, units: AsyncIterable<readonly RunToDo[]>, block: number): ClaimedUnits {
  let others = false;
  async function* walk(): AsyncGenerator<readonly RunToDo[]> {
    let waiting: (readonly RunToDo[])[] = [];
    async function* claim(): AsyncGenerator<readonly RunToDo[]> {
      const own = waiting;
      waiting = [];
      if (own.length === 0) return;
      const free = await claimRuns(
        db,
        claimant,
        own.map((unit) => unit.map(({ run }) => run.id)),
      );
      for (const [i, unit] of own.entries()) {
        if (free[i] === true) yield unit;
        else others = true;
      }
    }
    for await (const unit of units) {
      const isOther = waiting[0] !== undefined && isControl(waiting[0]) !== isControl(unit);
      if (waiting.length >= block || isOther) yield* claim();
      waiting.push(unit);
    }
    yield* claim();
  }
  return { units: walk(), sawOthers: () => others };
}

export const isControl = (unit: readonly RunToDo[]): boolean => unit.every(({ run }) => run.role === 'reference');
