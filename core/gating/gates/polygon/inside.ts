import type { Line } from '../kind/geometry.ts';

/**
 * Even-odd rule over half-open edges. A point on a left or bottom edge belongs, one on a right or top edge does not,
 * as for rectangles, so that polygons side by side share no event and lose none.
 */
export function insideTest(vertices: Line): (x: number, y: number) => boolean {
  const xs = Float64Array.from(vertices, ([x]) => x);
  const ys = Float64Array.from(vertices, ([, y]) => y);
  return (x, y) => {
    let inside = false;
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      const yi = ys[i]!;
      const yj = ys[j]!;
      if (yi > y !== yj > y && x < ((xs[j]! - xs[i]!) * (y - yi)) / (yj - yi) + xs[i]!) inside = !inside;
    }
    return inside;
  };
}
