import { CHUNK } from '../data/events/chunk.ts';
import type { FoundValues } from '../data/kernels/reference/key-labelled.ts';
import type { FoundPart } from './labelled-medians.ts';

/** Values as they are found, chunk after chunk. */
interface GrowingList extends FoundPart {
  readonly clear: (room: number) => void;
  readonly add: (found: FoundValues, n: number) => void;
}

/** An empty list for the values of one channel of a group; groups follow each other and use the same memory. */
export type ListOf = (slot: number, room: number) => GrowingList;

export function newLists(): ListOf {
  const lists = new Map<number, GrowingList>();
  return (slot, room) => {
    const list = lists.get(slot) ?? growingList();
    list.clear(room);
    lists.set(slot, list);
    return list;
  };
}

function growingList(): GrowingList {
  let [values, cells, length] = [new Float64Array(0), new Uint32Array(0), 0];
  function widen(room: number): void {
    const [wider, more] = [new Float64Array(room), new Uint32Array(room)];
    wider.set(values.subarray(0, length));
    more.set(cells.subarray(0, length));
    [values, cells] = [wider, more];
  }
  return {
    get values() {
      return values;
    },
    get cells() {
      return cells;
    },
    get length() {
      return length;
    },
    clear(room) {
      length = 0;
      if (room > values.length) widen(Math.ceil(1.1 * room));
    },
    add(found, n) {
      if (length + n > values.length) widen(Math.ceil(1.5 * (length + n)) + CHUNK);
      values.set(found.values.subarray(0, n), length);
      cells.set(found.cells.subarray(0, n), length);
      length += n;
    },
  };
}
