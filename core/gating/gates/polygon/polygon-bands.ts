import { CROSSING, edgesOf, ON_EDGE, sideOfEdge } from './polygon-edges.ts';

/** A polygon's edges, flat, with those that cross each horizontal band: what a test of one point has to look at. */
export interface PolygonBands {
  readonly bottom: number;
  readonly perUnit: number;
  /** As `edgesOf` has them. */
  readonly edges: Float64Array;
  /** Edges of band b are list[starts[b]] to before list[starts[b + 1]]. */
  readonly starts: Uint32Array;
  readonly list: Uint32Array;
}

const BANDS = 128;

export function bandsOf(vertices: readonly (readonly [number, number])[], bottom: number, top: number): PolygonBands {
  const edges = edgesOf(vertices);
  const perUnit = cellsPerUnit(BANDS, bottom, top);
  const starts = new Uint32Array(BANDS + 1);
  const list: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    starts[band] = list.length;
    for (let edge = 0; edge < vertices.length; edge++) {
      // a band more on both sides, so that rounding of a point's band cannot lose an edge
      const [low, high] = [bandOf(edges[4 * edge + 1]!), bandOf(edges[4 * edge + 3]!)];
      if (band >= low - 1 && band <= high + 1) list.push(edge);
    }
  }
  starts[BANDS] = list.length;
  return { bottom, perUnit, edges, starts, list: Uint32Array.from(list) };

  function bandOf(y: number): number {
    return Math.floor((y - bottom) * perUnit);
  }
}

/** 0, that is one cell for all, where a length has no room for cells or so little that its inverse is no number. */
export function cellsPerUnit(cells: number, low: number, high: number): number {
  const perUnit = cells / (high - low);
  return Number.isFinite(perUnit) ? perUnit : 0;
}

/** The same rule and the same arithmetic as `insideTest`, over the edges that a point's band holds; y must lie between bottom and top. */
export function isInsideBands({ bottom, perUnit, edges, starts, list }: PolygonBands, x: number, y: number): boolean {
  const band = Math.min(BANDS - 1, Math.floor((y - bottom) * perUnit));
  let inside = false;
  for (let at = starts[band]!; at < starts[band + 1]!; at++) {
    const side = sideOfEdge(edges, 4 * list[at]!, x, y);
    if (side === ON_EDGE) return true;
    if (side === CROSSING) inside = !inside;
  }
  return inside;
}
