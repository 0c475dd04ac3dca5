// Cells of the polygon's box say what is inside, outside, or near an edge; near an edge each event is tested against the edges of its band.

const INSIDE: u32 = 1;
const NEAR: u32 = 2;

/** See core/data/kernels/kernels.ts. The shape is laid out by core/gating/gates/polygon/polygon-shape.ts. */
export function inPolygon(xs: usize, ys: usize, events: i32, shape: usize, outside: bool, members: usize): void {
  const left = load<f64>(shape);
  const right = load<f64>(shape, 8);
  const bottom = load<f64>(shape, 16);
  const top = load<f64>(shape, 24);
  const perColumn = load<f64>(shape, 32);
  const perBand = load<f64>(shape, 40);
  const bands = load<i32>(shape, 48);
  const cells = shape + <usize>load<u32>(shape, 52);
  const starts = shape + <usize>load<u32>(shape, 56);
  const list = shape + <usize>load<u32>(shape, 60);
  const edges = shape + <usize>load<u32>(shape, 64);
  const last = bands - 1;
  for (let start = 0; start < events; start += 32, members += 4) {
    const end = start + 32 < events ? start + 32 : events;
    let word: u32 = 0;
    for (let event = start; event < end; event++) {
      const x = load<f64>(xs + ((<usize>event) << 3));
      const y = load<f64>(ys + ((<usize>event) << 3));
      let isIn = false;
      // NaN is neither within the box nor beyond it
      if (x >= left && x <= right && y >= bottom && y <= top) {
        let column = <i32>((x - left) * perColumn);
        if (column > last) column = last;
        let band = <i32>((y - bottom) * perBand);
        if (band > last) band = last;
        const cell = <u32>load<u8>(cells + <usize>(band * bands + column));
        if (cell === NEAR) isIn = crossesOdd(starts, list, edges, band, x, y) !== outside;
        else isIn = (cell === INSIDE) !== outside;
      } else if (outside) isIn = f64.eq(x, x) && f64.eq(y, y);
      word |= (<u32>isIn) << (event & 31);
    }
    store<u32>(members, word);
  }
}

/** Whether a line to the right crosses an odd number of edges, or the point is on one. */
function crossesOdd(starts: usize, list: usize, edges: usize, band: i32, x: f64, y: f64): bool {
  const end = load<u32>(starts + ((<usize>band) << 2), 4);
  let inside = false;
  for (let at = load<u32>(starts + ((<usize>band) << 2)); at < end; at++) {
    const edge = edges + ((<usize>load<u32>(list + ((<usize>at) << 2))) << 5);
    const low = load<f64>(edge, 8);
    const high = load<f64>(edge, 24);
    if (y < low || y > high) continue;
    const xLow = load<f64>(edge);
    const xHigh = load<f64>(edge, 16);
    if (y === high) {
      // its upper end, or anywhere on a level edge
      if (x === xHigh || (low === high && x >= xLow && x <= xHigh)) return true;
      continue;
    }
    if (y === low && x === xLow) return true;
    const crossing = ((xHigh - xLow) * (y - low)) / (high - low) + xLow;
    if (x === crossing) return true;
    if (x < crossing) inside = !inside;
  }
  return inside;
}
