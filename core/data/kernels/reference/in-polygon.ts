import type { ReferenceKernel } from '../kernels.ts';

/** Even-odd over all edges, which belong: what the compiled one must give, whatever its cells say. */
export const inPolygon: ReferenceKernel<'inPolygon'> = (view) => (xs, ys, events, shape, outside, members) => {
  const { buffer } = view;
  const [across, up] = [new Float64Array(buffer, xs, events), new Float64Array(buffer, ys, events)];
  const [left, right, bottom, top] = new Float64Array(buffer, shape, 4) as unknown as [number, number, number, number];
  const from = shape + view.getUint32(shape + 64, true);
  const edges = new Float64Array(buffer, from, 4 * view.getUint32(shape + 68, true));
  const words = new Uint32Array(buffer, members, Math.ceil(events / 32)).fill(0);
  for (let event = 0; event < events; event++) {
    const [x, y] = [across[event]!, up[event]!];
    let isIn = outside && !Number.isNaN(x) && !Number.isNaN(y);
    if (x >= left && x <= right && y >= bottom && y <= top) isIn = isInside(edges, x, y) !== outside;
    if (isIn) words[event >>> 5]! |= 1 << event;
  }
};

function isInside(edges: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let edge = 0; edge < edges.length; edge += 4) {
    const [xLow, low, xHigh, high] = [edges[edge]!, edges[edge + 1]!, edges[edge + 2]!, edges[edge + 3]!];
    if (y < low || y > high) continue;
    if ((x === xLow && y === low) || (x === xHigh && y === high)) return true;
    if (low === high && x >= xLow && x <= xHigh) return true;
    if (y === high) continue;
    const crossing = ((xHigh - xLow) * (y - low)) / (high - low) + xLow;
    if (x === crossing) return true;
    if (x < crossing) inside = !inside;
  }
  return inside;
}
