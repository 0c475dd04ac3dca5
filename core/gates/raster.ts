import { isInside } from './polygon.ts';

type Vertex = readonly [number, number];

/**
 * Which cells of a grid a polygon on whole channels holds, row by row from the bottom: those inside and those on its outline.
 * A cell is the point (column, row).
 */
export function rasterise(vertices: readonly Vertex[], columns: number, rows: number): Uint8Array {
  const cells = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (isInside(vertices, column, row) || isOnOutline(vertices, column, row)) cells[row * columns + column] = 1;
  return cells;
}

/** Exact for whole numbers. */
function isOnOutline(vertices: readonly Vertex[], x: number, y: number): boolean {
  return vertices.some(([xi, yi], i) => {
    const [xj, yj] = vertices[(i + 1) % vertices.length]!;
    if (x < Math.min(xi, xj) || x > Math.max(xi, xj) || y < Math.min(yi, yj) || y > Math.max(yi, yj)) return false;
    return (xj - xi) * (y - yi) === (x - xi) * (yj - yi);
  });
}
