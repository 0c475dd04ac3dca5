import { add, type Bitmask, emptyMask, wordsFor } from '../../data/events/bitmask.ts';
import type { EventRange } from '../../data/events/event-range.ts';
import { axisOver, type CellGrid, wholeAxis } from './cell-grid.ts';
import { orderByCell } from './cell-order.ts';
import { CROSSED, fillCellParts } from './cell-parts.ts';
import type { DragColumns, DragPlan } from './drag-plan.ts';
import { createTally } from './drag-tally.ts';
import { type DraggableGate, partsIn } from './draggable.ts';
import { labelFollowers } from './label-followers.ts';

/** What follows from a gate as it is moved, over a range of events. Exact at every step: events in crossed cells are tested one by one. */
export interface DragRange {
  /** Looks only at events of cells that are crossed, or whose part changed. Returns how many changed their part. */
  move(gate: DraggableGate): number;
  /** Members within the range, for each follower. */
  counts(): Float64Array;
  /** Events in each bin, for each picture of the plan; the next move changes them. */
  readonly pictures: readonly Uint32Array[];
  /** Members of a follower by its place, over all events; 0 outside of the range. */
  members(follower: number): Bitmask;
}

/** All divide by four: cells are compared four at a time. Fewer events need fewer cells: what is left to do is to go through the cells. */
const CELLS = { few: 128, many: 512 };
const CELLS_OF_ONE = { few: 2048, many: 16_384 };
const FEW = 65_536;

/**
 * Opens a range with the gate where it is; `pictures` are where its bins are counted. Undefined where the followers are too entangled to be
 * told apart by labels.
 */
export function openDragRange(
  plan: DragPlan,
  { from, to }: EventRange,
  columns: DragColumns,
  gate: DraggableGate,
  throwIfAborted: () => void = () => undefined,
  pictures: readonly Uint32Array[] = plan.pictures.map(({ binCount }) => new Uint32Array(binCount)),
): DragRange | undefined {
  const { partCount, followers } = plan;
  const { x, y } = columns;
  const eventCount = to - from;
  const { masks, shown } = masksIn(plan, from, columns);
  const labelled = labelFollowers(masks, eventCount);
  if (labelled === undefined) return undefined;
  const labelOf = labelled.labels;
  throwIfAborted();
  const size = eventCount <= FEW ? 'few' : 'many';
  const grid: CellGrid =
    y === undefined ? { x: axisOver(x, CELLS_OF_ONE[size]), y: wholeAxis } : { x: axisOver(x, CELLS[size]), y: axisOver(y, CELLS[size]) };
  const { cells, starts, events } = orderByCell(x, y, grid, labelOf);
  throwIfAborted();

  const kinds = kindsOf(plan, labelled.masksOf, shown);
  const firstParts = new Uint8Array(eventCount);
  const { shownIn, followersOf, holds } = kinds;
  const ofKind = new Float64Array(shownIn.length);
  const nowhere = grid.x.cells * grid.y.cells;
  let [before, after] = [new Uint8Array(nowhere), new Uint8Array(nowhere)];
  const first = partsIn(gate);
  fillCellParts(before, first, grid);
  for (let event = 0; event < eventCount; event++) {
    const label = labelOf[event]!;
    if (label === 0) continue;
    const cell = cells[event]!;
    const ofCell = cell === nowhere ? 0 : before[cell]!;
    const part = ofCell === CROSSED ? first.test(x[event]!, y === undefined ? 0 : y[event]!) : ofCell;
    const kind = label * partCount + part;
    firstParts[event] = part;
    ofKind[kind]! += 1;
    for (let rest = shownIn[kind]!; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      pictures[i]![columns.pictures[i]!.bins[event]!]! += 1;
    }
  }

  const tally = createTally({ columns, order: { starts, events }, labelOf, firstParts, partCount, shownIn, ofKind, pictures });

  return {
    move(gate) {
      const held = partsIn(gate);
      fillCellParts(after, held, grid);
      let moved = 0;
      const [was, is] = [inFours(before), inFours(after)];
      for (let four = 0; four < is.length; four++) {
        if (was[four] === is[four] && (is[four]! & ANY_CROSSED) === 0) continue;
        for (let cell = 4 * four; cell < 4 * four + 4; cell++) {
          const part = after[cell]!;
          if (part === before[cell] && part !== CROSSED) continue;
          moved += part === CROSSED ? tally.testCell(cell, held.test) : tally.moveCell(cell, part);
        }
      }
      [before, after] = [after, before];
      return moved;
    },
    counts() {
      const counts = new Float64Array(followers.length);
      followersOf.forEach((places, kind) => {
        for (const place of places) counts[place]! += ofKind[kind]!;
      });
      return counts;
    },
    pictures,
    members(follower) {
      const mask = emptyMask(plan.eventCount);
      const { masks: ofParts } = followers[follower]!;
      tally.forEachEvent((event, label, part) => {
        if (holds(ofParts, label, part)) add(mask, from + event);
      });
      return mask;
    },
  };
}

/**
 * What events of one label in one part of the gate are in, which is a kind of event: the pictures that show them, as bits, and the followers
 * that hold them.
 */
function kindsOf({ partCount, followers }: DragPlan, masksOf: readonly (readonly number[])[], shown: readonly (readonly number[])[]) {
  const holds = (ofParts: readonly number[], label: number, part: number): boolean => masksOf[label]!.includes(ofParts[part]!);
  const kinds = masksOf.length * partCount;
  const shownIn = new Uint32Array(kinds);
  const followersOf: number[][] = [];
  for (let kind = 0; kind < kinds; kind++) {
    const [label, part] = [Math.floor(kind / partCount), kind % partCount];
    shown.forEach((ofParts, i) => {
      if (holds(ofParts, label, part)) shownIn[kind]! |= 1 << i;
    });
    followersOf.push(followers.flatMap((follower, i) => (holds(follower.masks, label, part) ? [i] : [])));
  }
  return { shownIn, followersOf, holds };
}

/** The masks of the plan in one range, and those of each picture's events that have a place in it. */
function masksIn({ masks: all, pictures }: DragPlan, from: number, columns: DragColumns) {
  const words = wordsFor(columns.x.length);
  const masks = all.map((mask) => mask.subarray(from / 32, from / 32 + words) as Bitmask);
  const shown = pictures.map(({ masks: ofParts }, i) => {
    const { placeless } = columns.pictures[i]!;
    if (placeless === undefined) return ofParts;
    return ofParts.map((place) => (place < 0 ? place : masks.push(masks[place]!.map((word, j) => word & ~placeless[j]!) as Bitmask) - 1));
  });
  return { masks, shown };
}

const ANY_CROSSED = CROSSED * 0x0101_0101;

const inFours = (cells: Uint8Array): Int32Array => new Int32Array(cells.buffer, cells.byteOffset, cells.length / 4);
