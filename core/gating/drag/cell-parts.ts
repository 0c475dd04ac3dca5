import type { GateParts } from '../gates/kind/parts.ts';
import { type CellAxis, type CellGrid, cellAt, cellOn, positionOn } from './cell-grid.ts';

/** Stands for a cell that the outline may cross: each of its events has to be looked at. The only value with the highest bit. */
export const CROSSED = 0x80;

/** Cells beside a line that count as crossed, for the rounding of cells and edges. */
const ROUNDING = 0.01;

/** For each cell, row by row, the population of the gate that all its events are in (0: none), or CROSSED. */
export function fillCellParts(parts: Uint8Array, { test, edges }: GateParts, grid: CellGrid): void {
  parts.fill(0);
  const outline = edges();
  for (const line of outline.lines) for (let i = 1; i < line.length; i++) crossLine(parts, grid, outline.margin, line[i - 1]!, line[i]!);
  if (outline.unsure !== undefined) crossCorner(parts, grid, outline.unsure);
  if (outline.isRimUnsure === true) crossRim(parts, grid);
  const { cells: columns } = grid.x;
  let crossed = parts.indexOf(CROSSED);
  for (let row = 0; row < grid.y.cells; row++) {
    const y = centreOf(grid.y, row);
    const end = (row + 1) * columns;
    for (let cell = row * columns; cell < end; ) {
      if (cell === crossed) {
        cell++;
        crossed = parts[cell] === CROSSED ? cell : parts.indexOf(CROSSED, cell);
        continue;
      }
      // no line between two neighbours: one of them speaks for all
      const stop = crossed < 0 ? end : Math.min(crossed, end);
      const part = test(centreOf(grid.x, cell - row * columns), y);
      if (part !== 0) parts.fill(part, cell, stop);
      cell = stop;
    }
  }
}

const centreOf = ({ min, perUnit }: CellAxis, cell: number): number => (perUnit === 0 ? min : min + (cell + 0.5) / perUnit);

type Point = readonly [number, number];

/** Marks every cell within the margin of a straight piece, row by row. */
function crossLine(parts: Uint8Array, { x, y }: CellGrid, margin: number, [x0, y0]: Point, [x1, y1]: Point): void {
  const [u0, u1, v0, v1] = [positionOn(x, x0), positionOn(x, x1), rowOn(y, y0), rowOn(y, y1)];
  const wide = marginOn(x, margin, u0, u1);
  const high = marginOn(y, margin, v0, v1);
  const first = cellAt(y, Math.min(v0, v1) - high);
  const last = cellAt(y, Math.max(v0, v1) + high);
  for (let row = first; row <= last; row++) {
    const low = row === 0 ? Number.NEGATIVE_INFINITY : row - high;
    const top = row === y.cells - 1 ? Number.POSITIVE_INFINITY : row + 1 + high;
    const [a, b] = v0 === v1 || u0 === u1 ? [u0, u1] : [uAt(low), uAt(top)];
    const from = cellAt(x, Math.min(a, b) - wide);
    const to = cellAt(x, Math.max(a, b) + wide);
    parts.fill(CROSSED, row * x.cells + from, row * x.cells + to + 1);
  }

  /** Where the piece is at a height, or its nearer end. */
  function uAt(v: number): number {
    const held = Math.max(Math.min(v0, v1), Math.min(Math.max(v0, v1), v));
    return u0 + ((held - v0) * (u1 - u0)) / (v1 - v0);
  }
}

/** Everything is in the one row of a gate that is drawn in one dimension. */
const rowOn = (axis: CellAxis, value: number): number => (axis.perUnit === 0 ? 0 : positionOn(axis, value));

const marginOn = ({ perUnit }: CellAxis, margin: number, ...positions: readonly number[]): number =>
  ROUNDING + margin * perUnit + 1e-12 * Math.max(...positions.filter(Number.isFinite).map(Math.abs), 0);

function crossCorner(parts: Uint8Array, { x, y }: CellGrid, corner: { readonly x: number; readonly y: number }): void {
  const from = cellOn(x, corner.x);
  for (let row = cellOn(y, corner.y); row < y.cells; row++) parts.fill(CROSSED, row * x.cells + from, (row + 1) * x.cells);
}

function crossRim(parts: Uint8Array, { x: { cells }, y }: CellGrid): void {
  parts.fill(CROSSED, 0, cells).fill(CROSSED, (y.cells - 1) * cells);
  for (let row = 0; row < y.cells; row++) {
    parts[row * cells] = CROSSED;
    parts[(row + 1) * cells - 1] = CROSSED;
  }
}
