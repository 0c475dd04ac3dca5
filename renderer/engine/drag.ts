import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { asDraggable } from '../../core/gating/drag/part-test.ts';
import type { Pool } from '../../core/jobs/pool.ts';
import type { Protocol } from '../../core/session/protocol.ts';
import type { GateDraft, Tile } from '../store/state.ts';
import type { HeldSample } from './columns.ts';
import type { RangeResult } from './drag-jobs.ts';
import type { EngineJobs } from './jobs.ts';

/** One gate in a hand, over one sample. */
export interface DragOf {
  readonly held: HeldSample;
  /** As it stood when the gate was taken hold of. */
  readonly protocol: Protocol;
  readonly id: string;
  readonly tiles: readonly Tile[];
}

/** What follows from the gate where it is: exact, summed over all events. */
export interface DragResult {
  readonly plan: DragPlan;
  readonly counts: Float64Array;
  readonly pictures: readonly Uint32Array[];
}

/** Works through the places of a gate: the newest place is next, and one that was overtaken is never looked at. */
export interface Drag {
  /** Undefined where the gate cannot be moved in steps. */
  readonly at: (draft: GateDraft) => Promise<DragResult | undefined>;
  readonly end: () => void;
}

const PRIORITY = 30;
/** Fewer events are not worth a second worker. */
const SHARED_FROM = 200_000;
let drags = 0;

export function openDrag(pool: Pool<EngineJobs>, { held: { home, sample }, protocol, id, tiles }: DragOf, first: GateDraft): Drag {
  const drag = `drag ${++drags}`;
  const over = new AbortController();
  const homes: string[] = [];
  const plots = tiles.map((tile) => ({
    id: tile.id,
    population: tile.population,
    x: tile.x,
    ...(tile.kind === 'histogram' ? {} : { y: tile.y }),
  }));
  const opened = open();

  async function open(): Promise<DragPlan | undefined> {
    const { signal } = over;
    const held = { id, gate: first.gate, dimensions: first.dimensions };
    const plan = await pool.run('planDrag', { key: home, sample, protocol, held, plots }, { home, priority: PRIORITY, signal });
    if (plan === undefined) return undefined;
    // a worker that does something else may keep the other waiting
    const isShared = plan.eventCount >= SHARED_FROM && pool.load().running === 0;
    const middle = isShared ? 32 * Math.round(plan.eventCount / 64) : plan.eventCount;
    const ranges = isShared
      ? [
          { from: 0, to: middle },
          { from: middle, to: plan.eventCount },
        ]
      : [{ from: 0, to: middle }];
    homes.push(home, ...(isShared ? [`${home} half`] : []));
    const isOpen = await Promise.all(
      ranges.map((range, i) => pool.run('openDrag', { drag, plan, ...range }, { home: homes[i]!, priority: PRIORITY, signal })),
    );
    return isOpen.every(Boolean) ? plan : undefined;
  }

  return {
    async at({ gate }) {
      const plan = await opened;
      const draggable = asDraggable(gate);
      if (plan === undefined || draggable === undefined) return undefined;
      const results = await Promise.all(
        homes.map((at) => pool.run('moveDrag', { drag, gate: draggable }, { home: at, priority: PRIORITY, signal: over.signal })),
      );
      const [one, ...others] = results.filter((result) => result !== undefined);
      return one && { plan, ...others.reduce(sum, one) };
    },
    end() {
      over.abort();
      for (const at of homes) void pool.run('closeDrag', { drag }, { home: at, priority: PRIORITY }).catch(() => undefined);
    },
  };
}

/** Both are the caller's own: they came as copies. */
function sum(into: RangeResult, { counts, pictures }: RangeResult): RangeResult {
  counts.forEach((count, i) => {
    into.counts[i]! += count;
  });
  pictures.forEach((picture, i) => {
    const target = into.pictures[i]!;
    for (let bin = 0; bin < picture.length; bin++) target[bin]! += picture[bin]!;
  });
  return into;
}
