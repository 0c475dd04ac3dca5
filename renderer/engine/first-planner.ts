import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import { mapCoordinates } from '../../core/gating/gates/gates.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { isCurrent, makersOf } from '../store/document.ts';
import { selectedResult, tilesOf } from '../store/selectors.ts';
import type { Store } from '../store/store.ts';
import type { Columns } from './columns.ts';
import { openGlimpse } from './drag-glimpse.ts';
import type { FirstPlan, FirstPlans } from './first-plans.ts';
import type { EngineJobs } from './jobs.ts';
import { plotsOf } from './plots-in-sight.ts';

/** Has the moves of every gate of the shown sample planned over its first events before any hand takes hold of one. */
export interface FirstPlanner {
  readonly sync: () => void;
  /** Undefined where it is not ready for these very events, gates and plots. */
  readonly planOf: (affinity: string, protocol: Protocol, tiles: readonly Plot[], gate: string) => FirstPlan | undefined;
}

/** Enough for a number to two digits, few enough for a frame. */
const EVENTS = 32_768;

interface PlannedFor {
  readonly affinity: string;
  readonly protocol: Protocol;
  readonly tiles: readonly Plot[];
}

export function createFirstPlanner({ store, pool, columns }: { store: Store; pool: Pool<EngineJobs>; columns: Columns }): FirstPlanner {
  let asked: PlannedFor | undefined;
  let plans: FirstPlans = new Map();
  const isFor = (affinity: string, protocol: Protocol, tiles: readonly Plot[]): boolean =>
    asked?.affinity === affinity && asked.protocol === protocol && isSameList(asked.tiles, tiles);

  function sync(): void {
    const state = store.getState();
    const result = selectedResult(state);
    const makers = result && makersOf(state, result);
    if (result === undefined || makers === undefined || !isCurrent(result.analysis, makers)) return;
    // the workers have better to do
    if (state.view.held !== undefined || state.view.draft !== undefined) return;
    const held = columns.get(result.key);
    const { protocol } = makers;
    const tiles = tilesOf(state);
    if (held === undefined || isFor(held.affinity, protocol, tiles)) return;
    asked = { affinity: held.affinity, protocol, tiles };
    plans = new Map();
    const of = asked;
    const args = { key: held.affinity, sample: held.sample, protocol, plots: plotsOf(tiles), events: EVENTS };
    pool
      .runLatest('first plans', 'planFirst', args, { affinity: held.affinity, priority: -1 })
      .then((made) => {
        if (asked !== of) return;
        plans = made;
        requestIdleCallback(() => warmUp(made));
      })
      .catch((error) => {
        if (!(error instanceof JobCancelled)) throw error;
      });
  }

  return {
    sync,
    planOf: (affinity, protocol, tiles, gate) => (isFor(affinity, protocol, tiles) ? plans.get(gate) : undefined),
  };
}

let isWarm = false;

/** What is done for the first time takes ten times as long: done once before a hand waits for it. */
function warmUp(plans: FirstPlans): void {
  const [planned] = plans.values();
  if (isWarm || planned === undefined) return;
  isWarm = true;
  const { plan, columns, gate } = planned;
  const dimensions = planned.dimensions.length;
  const glimpse = openGlimpse(plan, columns, gate, () => 'smooth');
  const step = (by: number) =>
    mapCoordinates(
      gate,
      Array.from({ length: dimensions }, () => (at) => at + by),
    ) ?? gate;
  for (let i = 1; i <= WARMING; i++) glimpse?.at(step((i % 4) / 100), true);
}
const WARMING = 12;

/** The list of tiles may be made anew, the tiles are not. */
export const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);
