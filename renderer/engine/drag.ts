import type { Pool } from '../../core/base/workers/pool.ts';
import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { asDraggable } from '../../core/gating/drag/draggable.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { HeldSample } from './columns.ts';
import { beginMove, countsOn, createBoard, type DragBoard, type MovedPicture, pictureOf } from './drag-board.ts';
import type { EngineJobs } from './jobs.ts';
import { plotsOf, shadeKindsOf } from './plots-in-sight.ts';

/** One gate in a hand, over one sample. */
export interface DragOf {
  readonly held: HeldSample;
  /** As it stood when the gate was taken hold of. */
  readonly protocol: Protocol;
  readonly id: string;
  readonly gate: Gate;
  readonly dimensions: readonly string[];
  readonly tiles: readonly Plot[];
}

/** What follows from the gate where it is: exact, summed over all events. */
export interface DragResult {
  readonly plan: DragPlan;
  /** For each follower of the plan. */
  readonly counts: Float64Array;
  /** For each picture of the plan; the move after the next one changes them. */
  readonly pictures: readonly MovedPicture[];
}

/** Works through the places of a gate: the newest place is next, and one that was overtaken is never looked at. */
export interface Drag {
  /** Undefined where the gate cannot be moved in steps. Ask again only when answered. */
  readonly at: (gate: Gate) => Promise<DragResult | undefined>;
  readonly end: () => void;
}

export interface DragTools {
  readonly pool: Pool<EngineJobs>;
  readonly workers: number;
}

const PRIORITY = 30;
/** Fewer events are not worth another worker, and more workers than these wait for memory. */
const EVENTS_OF_WORKER = 100_000;
const MOST_WORKERS = 4;
let drags = 0;

export function openDrag(
  { pool, workers }: DragTools,
  { held: { affinity, sample }, protocol, id, tiles, gate, dimensions }: DragOf,
): Drag {
  const drag = `drag ${++drags}`;
  const over = new AbortController();
  const { signal } = over;
  const plots = plotsOf(tiles);
  const kindOf = shadeKindsOf(tiles);
  let moves = 0;
  let open: Opened | undefined;
  let affinities: readonly string[] = [];
  const opening = begin().then((opened) => {
    open = opened;
  });
  // let go of before it was moved: nobody asks
  opening.catch(() => undefined);

  async function begin(): Promise<Opened | undefined> {
    const plan = await pool.run(
      'planDrag',
      { key: affinity, sample, protocol, held: { id, gate, dimensions }, plots },
      { affinity, priority: PRIORITY, signal },
    );
    const draggable = asDraggable(gate);
    if (plan === undefined || draggable === undefined) return undefined;
    // a worker that does something else may keep the others waiting
    const most = pool.load().running === 0 ? Math.min(workers, MOST_WORKERS) : 1;
    const ranges = Math.max(1, Math.min(most, Math.floor(plan.eventCount / EVENTS_OF_WORKER)));
    const edge = (place: number): number =>
      place === ranges ? plan.eventCount : 32 * Math.round((place * plan.eventCount) / (32 * ranges));
    const board = createBoard(plan, ranges, kindOf);
    affinities = Array.from({ length: ranges }, (_, place) => (place === 0 ? affinity : `${affinity} range ${place}`));
    const opened = affinities.map((at, place) =>
      pool.run(
        'openDrag',
        { sample, protocol, drag, plan, board, place, range: { from: edge(place), to: edge(place + 1) }, gate: draggable },
        { affinity: at, priority: PRIORITY, signal },
      ),
    );
    const isOpen = await Promise.all(opened);
    return isOpen.every(Boolean) ? { plan, board } : undefined;
  }

  return {
    async at(moved) {
      const draggable = asDraggable(moved);
      // not a turn later where it is open: the workers begin before the window draws
      if (open === undefined) await opening;
      if (open === undefined || draggable === undefined) return undefined;
      const { plan, board } = open;
      const move = ++moves;
      beginMove(board, move);
      const answers = await Promise.all(
        affinities.map((at) => pool.run('moveDrag', { drag, gate: draggable, move }, { affinity: at, priority: PRIORITY, signal })),
      );
      // ranges that are not at the same move do not meet again
      if (!answers.every(Boolean)) open = undefined;
      return open && { plan, counts: countsOn(board), pictures: plan.pictures.map((_, place) => pictureOf(board, plan, place, move)) };
    },
    end() {
      over.abort();
      for (const at of affinities) void pool.run('closeDrag', { drag }, { affinity: at, priority: PRIORITY }).catch(() => undefined);
    },
  };
}

interface Opened {
  readonly plan: DragPlan;
  readonly board: DragBoard;
}
