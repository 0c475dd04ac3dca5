import type { Point } from '../../../core/show/plot/frame.ts';

/** The corners of a path that is nowhere farther than `stray` from the drawn one (Ramer, Douglas and Peucker); closed by itself. */
export function thinnedPath(path: readonly Point[], stray: number): readonly Point[] {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined || path.length < 3) return path;
  let [farthest, at] = [0, 0];
  path.forEach((point, i) => {
    const away = fromSegment(point, first, last);
    if (away > farthest) [farthest, at] = [away, i];
  });
  if (farthest <= stray) return [first, last];
  return [...thinnedPath(path.slice(0, at + 1), stray).slice(0, -1), ...thinnedPath(path.slice(at), stray)];
}

function fromSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
