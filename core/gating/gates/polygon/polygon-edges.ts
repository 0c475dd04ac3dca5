import type { Line } from '../kind/geometry.ts';

/**
 * The edges of a closed polygon, flat: x and y of the lower end, then of the upper one (of a level edge the left one first). An edge that two
 * polygons share is the same four numbers in both, so that no event is lost between them by rounding.
 */
export function edgesOf(vertices: Line): Float64Array {
  const edges = new Float64Array(4 * vertices.length);
  for (let i = 0, j = vertices.length - 1; i < vertices.length; j = i++) {
    const [a, b] = [vertices[i]!, vertices[j]!];
    const isUp = a[1] < b[1] || (a[1] === b[1] && a[0] <= b[0]);
    edges.set(isUp ? [...a, ...b] : [...b, ...a], 4 * i);
  }
  return edges;
}

export const ASIDE = 0;
/** A line from the point to the right crosses the edge: between its ends, the upper one not counted. */
export const CROSSING = 1;
export const ON_EDGE = 2;

/** How a point lies to the edge at this place of the list. */
export function sideOfEdge(edges: Float64Array, at: number, x: number, y: number): typeof ASIDE | typeof CROSSING | typeof ON_EDGE {
  const low = edges[at + 1]!;
  const high = edges[at + 3]!;
  if (y < low || y > high) return ASIDE;
  const xLow = edges[at]!;
  const xHigh = edges[at + 2]!;
  if (y === high) {
    if (x === xHigh) return ON_EDGE;
    // a level edge, from left to right
    return low === high && x >= xLow && x <= xHigh ? ON_EDGE : ASIDE;
  }
  if (y === low && x === xLow) return ON_EDGE;
  const crossing = ((xHigh - xLow) * (y - low)) / (high - low) + xLow;
  return x < crossing ? CROSSING : x === crossing ? ON_EDGE : ASIDE;
}
