import type { Line } from '../kind/geometry.ts';
import { insideTest } from './inside.ts';

/**
 * Which cells of a grid a polygon on whole channels holds, row by row from the bottom: those inside and those on its outline.
 * A cell is the point (column, row).
 */
export function rasterise(vertices: Line, columns: number, rows: number): Uint8Array {
  const cells = new Uint8Array(columns * rows);
  const isInside = insideTest(vertices);
  const [left, right] = within(
    vertices.map(([x]) => x),
    columns,
  );
  const [bottom, top] = within(
    vertices.map(([, y]) => y),
    rows,
  );
  for (let row = bottom; row <= top; row++)
    for (let column = left; column <= right; column++) if (isInside(column, row)) cells[row * columns + column] = 1;
  return cells;
}

/** The cells that lie between the ends, in a grid of so many. */
const within = (values: readonly number[], cells: number): readonly [number, number] => [
  Math.max(0, Math.min(...values)),
  Math.min(cells - 1, Math.max(...values)),
];
