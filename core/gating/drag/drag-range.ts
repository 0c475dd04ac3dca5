import { add, type Bitmask, emptyMask } from '../../events/bitmask.ts';
import { axisOver, type CellGrid, wholeAxis } from './cell-grid.ts';
import { orderByCell } from './cell-order.ts';
import { CROSSED, fillCellParts } from './cell-parts.ts';
import type { DragPlan } from './drag-plan.ts';
import { labelFollowers } from './label-followers.ts';
import { type DraggableGate, type PartTest, partTest } from './part-test.ts';

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

/** Both divide by four: cells are compared four at a time. */
const CELLS = 512;
const CELLS_OF_ONE = 16_384;

/** For events `from` (a multiple of 32) to before `to`; `pictures` are where their bins are counted. Undefined where the followers are too entangled to be told apart by labels. */
export function openDragRange(
  plan: DragPlan,
  from: number,
  to: number,
  pictures: readonly Uint32Array[] = plan.pictures.map(({ binCount }) => new Uint32Array(binCount)),
): DragRange | undefined {
  const { partCount, followers } = plan;
  const x = plan.x.subarray(from, to);
  const y = plan.y?.subarray(from, to);
  const grid: CellGrid =
    y === undefined ? { x: axisOver(x, CELLS_OF_ONE), y: wholeAxis } : { x: axisOver(x, CELLS), y: axisOver(y, CELLS) };
  const labelled = labelFollowers(plan.masks, from / 32, to - from);
  if (labelled === undefined) return undefined;
  const { starts, events } = orderByCell(x, y, grid, labelled.labels);
  // in the order of cells, so that a cell's events are read one after another
  const labels = taken(labelled.labels, events, new Uint16Array(events.length));
  const xs = taken(x, events, new Float64Array(events.length));
  const ys = y && taken(y, events, new Float64Array(events.length));
  const bins = plan.pictures.map((picture) => taken(picture.bins.subarray(from, to), events, new Uint16Array(events.length)));

  /** The parts in which events of a label are in something: a row for each label, a column for each part. */
  const holds = (masks: readonly number[], label: number, part: number): boolean => labelled.masksOf[label]!.includes(masks[part]!);
  const kinds = labelled.masksOf.length * partCount;
  const shownIn = new Uint32Array(kinds);
  const followersOf: number[][] = [];
  for (let kind = 0; kind < kinds; kind++) {
    const [label, part] = [Math.floor(kind / partCount), kind % partCount];
    plan.pictures.forEach(({ masks }, i) => {
      if (holds(masks, label, part)) shownIn[kind]! |= 1 << i;
    });
    followersOf.push(followers.flatMap(({ masks }, i) => (holds(masks, label, part) ? [i] : [])));
  }

  const parts = new Uint8Array(events.length);
  const ofKind = new Float64Array(kinds);
  let [before, after] = [new Uint8Array(grid.x.cells * grid.y.cells), new Uint8Array(grid.x.cells * grid.y.cells)];
  for (let slot = 0; slot < events.length; slot++) {
    const kind = labels[slot]! * partCount;
    ofKind[kind]! += 1;
    show(slot, shownIn[kind]!, 1);
  }

  function show(slot: number, shown: number, by: number): void {
    for (let rest = shown; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest);
      pictures[i]![bins[i]![slot]!]! += by;
    }
  }
  function shift(slot: number, part: number): void {
    const kind = labels[slot]! * partCount;
    const [old, now] = [kind + parts[slot]!, kind + part];
    parts[slot] = part;
    ofKind[old]! -= 1;
    ofKind[now]! += 1;
    const [was, is] = [shownIn[old]!, shownIn[now]!];
    if (was !== is) {
      show(slot, was & ~is, -1);
      show(slot, is & ~was, 1);
    }
  }

  function moveCell(cell: number, part: number): number {
    let moved = 0;
    for (let slot = starts[cell]!; slot < starts[cell + 1]!; slot++) {
      if (parts[slot] === part) continue;
      shift(slot, part);
      moved++;
    }
    return moved;
  }
  function testCell(cell: number, test: PartTest): number {
    let moved = 0;
    for (let slot = starts[cell]!; slot < starts[cell + 1]!; slot++) {
      const part = test(xs[slot]!, ys === undefined ? 0 : ys[slot]!);
      if (parts[slot] === part) continue;
      shift(slot, part);
      moved++;
    }
    return moved;
  }

  return {
    move(gate) {
      const test = partTest(gate);
      fillCellParts(after, gate, grid, test);
      let moved = 0;
      const [was, is] = [inFours(before), inFours(after)];
      for (let four = 0; four < is.length; four++) {
        if (was[four] === is[four] && (is[four]! & ANY_CROSSED) === 0) continue;
        for (let cell = 4 * four; cell < 4 * four + 4; cell++) {
          const part = after[cell]!;
          if (part === before[cell] && part !== CROSSED) continue;
          moved += part === CROSSED ? testCell(cell, test) : moveCell(cell, part);
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
      const { masks } = followers[follower]!;
      events.forEach((event, slot) => {
        if (holds(masks, labels[slot]!, parts[slot]!)) add(mask, from + event);
      });
      return mask;
    },
  };
}

const ANY_CROSSED = CROSSED * 0x0101_0101;

const inFours = (cells: Uint8Array): Int32Array => new Int32Array(cells.buffer, cells.byteOffset, cells.length / 4);

function taken<Column extends Uint16Array | Float64Array>(from: Column, events: Uint32Array, into: Column): Column {
  for (let slot = 0; slot < events.length; slot++) into[slot] = from[events[slot]!]!;
  return into;
}
