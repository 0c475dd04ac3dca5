/** A closed outline of the cells of a square grid, in cells from its lower left corner. */
export type Outline = readonly (readonly [number, number])[];

/** The cells of a square grid, `size` a side, that are joined to `seed` by cells for which `holds`. */
export const regionAround = (size: number, seed: number, holds: (cell: number) => boolean): Uint8Array => flood(size, [seed], holds);

/** A region with what it encloses. */
export function withoutHoles(size: number, region: Uint8Array): Uint8Array {
  const border = Array.from({ length: size }, (_, i) => [i, (size - 1) * size + i, i * size, i * size + size - 1]).flat();
  const outside = flood(
    size,
    border.filter((cell) => region[cell] === 0),
    (cell) => region[cell] === 0,
  );
  return outside.map((is) => 1 - is);
}

function flood(size: number, seeds: readonly number[], holds: (cell: number) => boolean): Uint8Array {
  const reached = new Uint8Array(size * size);
  const open = seeds.filter(holds);
  for (const cell of open) reached[cell] = 1;
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const x = cell % size;
    for (const next of [x > 0 ? cell - 1 : -1, x < size - 1 ? cell + 1 : -1, cell - size, cell + size])
      if (next >= 0 && next < size * size && reached[next] === 0 && holds(next)) {
        reached[next] = 1;
        open.push(next);
      }
  }
  return reached;
}

/** The border of a region without holes, with as few corners as keep within a cell or so of it: counter-clockwise. */
export function outlineOf(size: number, region: Uint8Array, mostVertices: number): Outline {
  const border = trace(size, region);
  for (let tolerance = 0.75; ; tolerance *= 1.25) {
    const outline = simplifyLoop(border, tolerance);
    if (outline.length <= mostVertices || outline.length <= 4) return outline;
  }
}

/** Corner after corner along the cells' edges, the region to the left. */
function trace(size: number, region: Uint8Array): Outline {
  const has = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && region[y * size + x] === 1;
  const first = region.indexOf(1);
  if (first < 0) return [];
  const start: readonly [number, number] = [first % size, Math.floor(first / size)];
  const steps = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const;
  /** The cells to the left and to the right of a step from a corner. */
  const beside = (x: number, y: number, way: number): readonly [boolean, boolean] =>
    way === 0
      ? [has(x, y), has(x, y - 1)]
      : way === 1
        ? [has(x - 1, y), has(x, y)]
        : way === 2
          ? [has(x - 1, y - 1), has(x - 1, y)]
          : [has(x, y - 1), has(x - 1, y - 1)];
  const border: [number, number][] = [];
  let [x, y] = start;
  let way = 0;
  do {
    border.push([x, y]);
    // to the right first, so that cells that touch at a corner stay apart
    const turn = [1, 0, 3, 2].find((by) => {
      const [left, right] = beside(x, y, (way + by) % 4);
      return left && !right;
    });
    way = (way + (turn ?? 0)) % 4;
    x += steps[way]![0];
    y += steps[way]![1];
  } while ((x !== start[0] || y !== start[1]) && border.length < 4 * size * size);
  return border;
}

/** Douglas and Peucker (1973) on a closed line, from its two corners that lie farthest apart. */
function simplifyLoop(loop: Outline, tolerance: number): Outline {
  if (loop.length < 4) return loop;
  const far = farthest(loop, loop[0]!);
  const start = farthest(loop, loop[far]!);
  const turned = [...loop.slice(start), ...loop.slice(0, start)];
  const middle = (far - start + loop.length) % loop.length;
  const halves = [turned.slice(0, middle + 1), [...turned.slice(middle), turned[0]!]];
  return halves.flatMap((half) => simplifyLine(half, tolerance).slice(0, -1));
}

const farthest = (points: Outline, [x, y]: readonly [number, number]): number =>
  points.reduce((best, [px, py], i) => (Math.hypot(px - x, py - y) > Math.hypot(points[best]![0] - x, points[best]![1] - y) ? i : best), 0);

function simplifyLine(points: Outline, tolerance: number): Outline {
  const [a, b] = [points[0]!, points.at(-1)!];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let [worst, at] = [0, -1];
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i]!;
    const off = length === 0 ? Math.hypot(x - a[0], y - a[1]) : Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / length;
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= tolerance || at < 0) return [a, b];
  return [...simplifyLine(points.slice(0, at + 1), tolerance), ...simplifyLine(points.slice(at), tolerance).slice(1)];
}
