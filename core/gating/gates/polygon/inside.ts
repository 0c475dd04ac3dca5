import type { Line } from '../kind/geometry.ts';
import { CROSSING, edgesOf, ON_EDGE, sideOfEdge } from './polygon-edges.ts';

/**
 * What a polygon holds (Gating-ML 2.0 section 5.2): the points from which a line to the right crosses its edges an odd number of times, and those
 * on an edge or a vertex. So polygons side by side share the events on their common edge, unlike rectangles.
 */
export function insideTest(vertices: Line): (x: number, y: number) => boolean {
  const edges = edgesOf(vertices);
  return (x, y) => {
    let inside = false;
    for (let at = 0; at < edges.length; at += 4) {
      const side = sideOfEdge(edges, at, x, y);
      if (side === ON_EDGE) return true;
      if (side === CROSSING) inside = !inside;
    }
    return inside;
  };
}
