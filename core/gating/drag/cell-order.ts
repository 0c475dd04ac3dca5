import { type CellGrid, cellOn } from './cell-grid.ts';

/** The events of a range that anything follows from, cell by cell. A slot is an event's place in this order. */
export interface CellOrder {
  /** The cell of each event; events without a number, which no gate holds, are in one beyond the last. */
  readonly cells: Uint32Array;
  /** Slots of cell c are starts[c] to before starts[c + 1]. */
  readonly starts: Uint32Array;
  /** The event of each slot, from the start of the range. */
  readonly events: Uint32Array;
}

export function orderByCell(x: Float64Array, y: Float64Array | undefined, grid: CellGrid, labels: Uint16Array): CellOrder {
  const columns = grid.x.cells;
  const nowhere = columns * grid.y.cells;
  const cells = new Uint32Array(labels.length);
  const starts = new Uint32Array(nowhere + 3);
  for (let event = 0; event < labels.length; event++) {
    if (labels[event] === 0) continue;
    const [across, up] = [x[event]!, y === undefined ? 0 : y[event]!];
    const cell = Number.isNaN(across) || Number.isNaN(up) ? nowhere : cellOn(grid.y, up) * columns + cellOn(grid.x, across);
    cells[event] = cell;
    starts[cell + 2]! += 1;
  }
  for (let cell = 2; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
  const events = new Uint32Array(starts[nowhere + 2]!);
  // the next free slot of cell c stands at c + 1, and has become the end of c, the start of c + 1, when all are placed
  for (let event = 0; event < labels.length; event++) if (labels[event] !== 0) events[starts[cells[event]! + 1]!++] = event;
  return { cells, starts: starts.subarray(0, nowhere + 2), events };
}
