import type { PartTest } from '../gates/kind/parts.ts';
import type { DragColumns } from './drag-plan.ts';

export interface TallyInput {
  readonly columns: DragColumns;
  /** Events in the order of their cells, and where each cell begins. */
  readonly order: { readonly starts: Uint32Array; readonly events: Uint32Array };
  readonly labelOf: ArrayLike<number>;
  /** The part of each event where the gate was taken hold of. */
  readonly firstParts: Uint8Array;
  readonly partCount: number;
  /** For each kind (label x parts + part) the pictures that show it, as bits. */
  readonly shownIn: Uint32Array;
  /** Events of each kind: kept up to date. */
  readonly ofKind: Float64Array;
  /** Events in each bin: kept up to date. */
  readonly pictures: readonly Uint32Array[];
}

/** Keeps the counts of a gate that is moved: events go from part to part, cell by cell. */
export interface Tally {
  /** All events of a cell are in this part now. Returns how many changed theirs. */
  readonly moveCell: (cell: number, part: number) => number;
  /** Each event of a cell is tested. */
  readonly testCell: (cell: number, test: PartTest) => number;
  readonly forEachEvent: (use: (event: number, label: number, part: number) => void) => void;
}

export function createTally({ columns, order, labelOf, firstParts, partCount, shownIn, ofKind, pictures }: TallyInput): Tally {
  const { x, y } = columns;
  const { starts, events } = order;
  // what is known of an event lies in the order of cells, once its cell is first looked at: its events are then read one after another
  const isCopied = new Uint8Array(starts.length - 1);
  const labels = new Uint16Array(events.length);
  const parts = new Uint8Array(events.length);
  const xs = new Float64Array(events.length);
  const ys = y && new Float64Array(events.length);
  const bins = columns.pictures.map(() => new Uint16Array(events.length));

  function copyCell(cell: number): void {
    isCopied[cell] = 1;
    for (let slot = starts[cell]!; slot < starts[cell + 1]!; slot++) {
      const event = events[slot]!;
      labels[slot] = labelOf[event]!;
      parts[slot] = firstParts[event]!;
      xs[slot] = x[event]!;
      if (ys !== undefined) ys[slot] = y![event]!;
      for (let i = 0; i < bins.length; i++) bins[i]![slot] = columns.pictures[i]!.bins[event]!;
    }
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

  return {
    moveCell(cell, part) {
      let moved = 0;
      if (isCopied[cell] === 0) copyCell(cell);
      for (let slot = starts[cell]!; slot < starts[cell + 1]!; slot++) {
        if (parts[slot] === part) continue;
        shift(slot, part);
        moved++;
      }
      return moved;
    },
    testCell(cell, test) {
      let moved = 0;
      if (isCopied[cell] === 0) copyCell(cell);
      for (let slot = starts[cell]!; slot < starts[cell + 1]!; slot++) {
        const part = test(xs[slot]!, ys === undefined ? 0 : ys[slot]!);
        if (parts[slot] === part) continue;
        shift(slot, part);
        moved++;
      }
      return moved;
    },
    forEachEvent(use) {
      for (let cell = 0; cell < isCopied.length; cell++) if (isCopied[cell] === 0) copyCell(cell);
      events.forEach((event, slot) => use(event, labels[slot]!, parts[slot]!));
    },
  };
}
