import type { Box, PathCommand } from './drawing.ts';
import type { Point } from './frame.ts';

/** What of a frame lines and handles take. */
export interface Taken {
  /** How much of a box they cross, as a part of its width and height together. */
  readonly share: (box: Box) => number;
  /** Which part of a box lies where a hand takes hold of a gate. */
  readonly inside: (box: Box) => number;
}

/** Of cells, in the unit of the frame. */
const CELL = 2.5;
/** A handle is held so far around its place. */
const REACH = 5;

/** Of coarser cells, for areas. */
const AREA = 14;

/**
 * The frame in cells, those marked that a line passes through or a handle stands on. `isInside` says of a place that a hand takes hold of a gate
 * there, which a label is not to be in the way of.
 */
export function takenBy(
  frame: Box,
  outlines: readonly (readonly PathCommand[])[],
  handles: readonly Point[] = [],
  isInside?: (at: Point) => boolean,
): Taken {
  const lines = openCells(frame, CELL);
  for (const commands of outlines) markPath(commands, lines.mark);
  for (const [x, y] of handles)
    for (let dx = -REACH; dx <= REACH; dx += CELL) for (let dy = -REACH; dy <= REACH; dy += CELL) lines.mark(x + dx, y + dy);
  const areas = isInside && openCells(frame, AREA);
  if (areas !== undefined)
    for (let x = frame.x + AREA / 2; x < frame.x + frame.width; x += AREA)
      for (let y = frame.y + AREA / 2; y < frame.y + frame.height; y += AREA) if (isInside?.([x, y]) === true) areas.mark(x, y);
  const [crossed, held] = [lines.sums(), areas?.sums()];
  return {
    share(box) {
      const { marked, columns, rows } = crossed(box);
      return columns + rows === 0 ? 0 : Math.min(1, marked / (columns + rows));
    },
    inside(box) {
      if (held === undefined) return 0;
      const { marked, columns, rows } = held(box);
      return columns * rows === 0 ? 0 : marked / (columns * rows);
    },
  };
}

interface Count {
  readonly marked: number;
  readonly columns: number;
  readonly rows: number;
}

/** Cells of a frame that can be marked, and how many of those in a box are: four look-ups, whatever its size. */
function openCells(frame: Box, cell: number) {
  const [columns, rows] = [Math.ceil(frame.width / cell), Math.ceil(frame.height / cell)];
  const marked = new Uint8Array(columns * rows);
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return {
    mark(x: number, y: number): void {
      const [column, row] = [Math.floor((x - frame.x) / cell), Math.floor((y - frame.y) / cell)];
      if (column >= 0 && column < columns && row >= 0 && row < rows) marked[row * columns + column] = 1;
    },
    sums(): (box: Box) => Count {
      const sums = new Uint32Array((columns + 1) * (rows + 1));
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const at = (row + 1) * (columns + 1) + column + 1;
          sums[at] = marked[row * columns + column]! + sums[at - 1]! + sums[at - columns - 1]! - sums[at - columns - 2]!;
        }
      const sum = (column: number, row: number): number => sums[row * (columns + 1) + column]!;
      return ({ x, y, width, height }) => {
        // a line right beside a box does not cross it
        const left = within(Math.floor((x + CELL - frame.x) / cell), columns);
        const right = within(Math.ceil((x + width - CELL - frame.x) / cell), columns);
        const top = within(Math.floor((y + CELL - frame.y) / cell), rows);
        const bottom = within(Math.ceil((y + height - CELL - frame.y) / cell), rows);
        if (right <= left || bottom <= top) return { marked: 0, columns: 0, rows: 0 };
        return {
          marked: sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top),
          columns: right - left,
          rows: bottom - top,
        };
      };
    },
  };
}

function markPath(commands: readonly PathCommand[], mark: (x: number, y: number) => void): void {
  let [start, from]: (Point | undefined)[] = [];
  for (const command of commands) {
    const to: Point | undefined = command[0] === 'close' ? start : [command[1], command[2]];
    if (command[0] === 'move') start = to;
    else if (from !== undefined && to !== undefined) {
      const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / CELL));
      for (let i = 0; i <= steps; i++) mark(from[0] + (i / steps) * (to[0] - from[0]), from[1] + (i / steps) * (to[1] - from[1]));
    }
    from = to;
  }
}
