import { bandsOf, cellsPerUnit, isInsideBands } from './polygon-bands.ts';

type Vertices = readonly (readonly [number, number])[];

/** Bands of a polygon's box, and as many columns. */
const CELLS = 128;
const HEAD_BYTES = 72;
const OUTSIDE = 0;
const INSIDE = 1;
const NEAR = 2;
/** A box narrower than this part of its distance from 0 has no room between rounding and a cell: all is tested against the edges. */
const NARROW = 1e-6;

/**
 * A polygon as the kernel `inPolygon` reads it, at an address that is a multiple of 8: its box, the cells of the box, and the edges that
 * cross each band. A cell is inside or outside only where no edge comes nearer than one cell, so that rounding cannot matter there.
 */
export function polygonShape(vertices: Vertices): Uint8Array {
  const [left, right] = bounds(vertices.map(([x]) => x));
  const [bottom, top] = bounds(vertices.map(([, y]) => y));
  const bands = bandsOf(vertices, bottom, top);
  const perColumn = cellsPerUnit(CELLS, left, right);
  const cellsAt = HEAD_BYTES;
  const startsAt = cellsAt + CELLS * CELLS;
  const listAt = startsAt + bands.starts.byteLength;
  const edgesAt = Math.ceil((listAt + bands.list.byteLength) / 8) * 8;
  const bytes = new Uint8Array(edgesAt + bands.edges.byteLength);
  const head = new DataView(bytes.buffer);
  [left, right, bottom, top, perColumn, bands.perUnit].forEach((value, i) => {
    head.setFloat64(8 * i, value, true);
  });
  [CELLS, cellsAt, startsAt, listAt, edgesAt, vertices.length].forEach((value, i) => {
    head.setUint32(48 + 4 * i, value, true);
  });
  const isNarrow = !(isRoomy(left, right) && isRoomy(bottom, top));
  bytes.set(isNarrow ? new Uint8Array(CELLS * CELLS).fill(NEAR) : cellsOf(bands, left, perColumn), cellsAt);
  bytes.set(new Uint8Array(bands.starts.buffer), startsAt);
  bytes.set(new Uint8Array(bands.list.buffer), listAt);
  bytes.set(new Uint8Array(bands.edges.buffer), edgesAt);
  return bytes;
}

function cellsOf(bands: ReturnType<typeof bandsOf>, left: number, perColumn: number): Uint8Array {
  const cells = new Uint8Array(CELLS * CELLS);
  for (let band = 0; band < CELLS; band++) {
    const row = cells.subarray(band * CELLS, (band + 1) * CELLS);
    for (let at = bands.starts[band]!; at < bands.starts[band + 1]!; at++) markEdge(row, band, bands.list[at]! * 4);
    // between two edges all cells are alike
    const y = bands.bottom + (band + 0.5) / bands.perUnit;
    for (let column = 0; column < CELLS; column++) {
      if (row[column] === NEAR) continue;
      const before = column === 0 ? NEAR : row[column - 1]!;
      row[column] = before === NEAR ? (isInsideBands(bands, left + (column + 0.5) / perColumn, y) ? INSIDE : OUTSIDE) : before;
    }
  }
  return cells;

  /** The columns that an edge comes through in a band, and one more on each side. */
  function markEdge(row: Uint8Array, band: number, edge: number): void {
    const [xi, yi, xj, yj] = bands.edges.subarray(edge, edge + 4) as unknown as [number, number, number, number];
    const xAt = (y: number): number => {
      const t = yi === yj ? 0 : (y - yi) / (yj - yi);
      return xi + (xj - xi) * Math.max(0, Math.min(1, t));
    };
    const [low, high] = [bands.bottom + (band - 1) / bands.perUnit, bands.bottom + (band + 2) / bands.perUnit];
    const ends = yi === yj ? [xi, xj] : [xAt(low), xAt(high)];
    const from = Math.floor((Math.min(...ends) - left) * perColumn) - 1;
    const to = Math.floor((Math.max(...ends) - left) * perColumn) + 1;
    row.fill(NEAR, Math.max(0, from), Math.min(CELLS, to + 1));
  }
}

/** Whether rounding of an edge's crossing stays far below one cell, and products of two lengths neither overflow nor vanish. */
function isRoomy(low: number, high: number): boolean {
  const length = high - low;
  return length > 1e-100 && length < 1e100 && length >= NARROW * Math.max(Math.abs(low), Math.abs(high));
}

const bounds = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];
