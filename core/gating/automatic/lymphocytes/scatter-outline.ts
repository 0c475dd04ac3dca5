import { smooth } from '../../density/density-1d.ts';
import { quantileOf, SCATTER, type ScatterGrid } from '../../density/scatter-grid.ts';

const SLICES = 8;
/** Standard deviations of side scatter above its median that belong to the same cells. */
const ROOF = 4.5;

/** From the smallest to the largest cells; the ceiling of side scatter rises with size, as it does in blasts. */
export function outlineOf({ counts, topX, topY }: ScatterGrid, floorX: number): [number, number][] {
  const columns = Array.from({ length: SCATTER }, (_, x) => Float64Array.from({ length: SCATTER }, (_, y) => counts[y * SCATTER + x]!));
  const sizes = Float64Array.from(columns, sum);
  const [low, median, high] = [0.003, 0.5, 0.999].map((p) => quantileOf(sizes, p)) as [number, number, number];
  const left = Math.max(low - 0.15 * (median - low), (floorX / topX) * SCATTER);
  const right = high + 0.08 * (high - median);
  const edges = Array.from({ length: SLICES + 1 }, (_, i) => quantileOf(sizes, Math.min(0.9999, i / SLICES)));
  let ceiling = 0;
  const roof = edges.slice(1).map((edge, i): [number, number] => {
    const members = new Float64Array(SCATTER);
    for (let x = Math.floor(edges[i]!); x <= Math.min(SCATTER - 1, Math.floor(edge)); x++)
      for (let y = 0; y < SCATTER; y++) members[y]! += columns[x]![y]!;
    ceiling = Math.max(ceiling, robustTop(members));
    return [(edges[i]! + edge) / 2, ceiling];
  });
  const between = roof.filter(([size]) => size > left && size < right);
  const vertices: [number, number][] = [[left, -1], [left, between[0]?.[1] ?? ceiling], ...between, [right, ceiling], [right, -1]];
  return vertices.map(([x, y]) => [(x / SCATTER) * topX, (y / SCATTER) * topY]);
}

/** Where the bulk of the values ends: a minority of other cells (monocytes, doublets) does not move it. */
function robustTop(counts: Float64Array): number {
  const median = quantileOf(counts, 0.5);
  const off = new Float64Array(counts.length);
  for (let y = 0; y < counts.length; y++) off[Math.min(off.length - 1, Math.floor(Math.abs(y + 0.5 - median)))]! += counts[y]!;
  return median + ROOF * 1.4826 * Math.max(1, quantileOf(off, 0.5));
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** The valley of forward scatter between debris and the cells whose median is given; 0 where there is none. */
export function debrisEdge({ counts, topX }: ScatterGrid, median: number): number {
  const sizes = new Float64Array(SCATTER);
  for (let y = 0; y < SCATTER; y++) for (let x = 0; x < SCATTER; x++) sizes[x]! += counts[y * SCATTER + x]!;
  const smoothed = smooth(sizes, 2.5);
  const cells = Math.floor((median / topX) * SCATTER);
  const debris = maximum(smoothed, 0, Math.floor(0.6 * cells));
  const peak = maximum(smoothed, Math.floor(0.6 * cells), Math.min(SCATTER, Math.ceil(1.3 * cells)));
  let valley = debris;
  for (let x = debris; x <= peak; x++) if (smoothed[x]! < smoothed[valley]!) valley = x;
  const rises = smoothed[debris]! - smoothed[valley]! > 4 * Math.sqrt((smoothed[debris]! + smoothed[valley]!) / 9);
  return rises ? ((valley + 0.5) / SCATTER) * topX : 0;
}

function maximum(counts: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from; i < to; i++) if (counts[i]! > counts[best]!) best = i;
  return best;
}

/** Median of forward scatter. */
export function medianSize({ counts, topX }: ScatterGrid): number {
  const sizes = new Float64Array(SCATTER);
  for (let y = 0; y < SCATTER; y++) for (let x = 0; x < SCATTER; x++) sizes[x]! += counts[y * SCATTER + x]!;
  return (quantileOf(sizes, 0.5) / SCATTER) * topX;
}
