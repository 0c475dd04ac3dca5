// Bins as core/statistics/histograms/plot-data.ts has them: the last ones hold what lies off scale; what is no number has none.

/** Bins of two values, -1 where there is none. */
function binsOf(values: v128, min: v128, range: v128, bins: i32): v128 {
  const place = f64x2.floor(f64x2.mul(f64x2.div(f64x2.sub(values, min), range), f64x2.splat(<f64>bins)));
  const within = f64x2.min(f64x2.max(place, f64x2.splat(0)), f64x2.splat(<f64>(bins - 1)));
  return v128.bitselect(within, f64x2.splat(-1), f64x2.eq(place, place));
}

/** See core/data/kernels/kernels.ts. */
export function countPlane(
  xs: usize,
  ys: usize,
  events: i32,
  members: usize,
  xMin: f64,
  xRange: f64,
  yMin: f64,
  yRange: f64,
  bins: i32,
  counts: usize,
): void {
  const xLow = f64x2.splat(xMin);
  const xWide = f64x2.splat(xRange);
  const yLow = f64x2.splat(yMin);
  const yWide = f64x2.splat(yRange);
  for (let start = 0; start < events; start += 32, members += 4) {
    const word = load<u32>(members);
    // two events at a time; the bits of a pair say which of them count
    for (let bits = word, event = start; bits !== 0; bits >>= 2, event += 2) {
      if ((bits & 3) === 0) continue;
      const at = (<usize>event) << 3;
      const columns = i32x4.trunc_sat_f64x2_s_zero(binsOf(v128.load(xs + at), xLow, xWide, bins));
      const rows = i32x4.trunc_sat_f64x2_s_zero(binsOf(v128.load(ys + at), yLow, yWide, bins));
      const cells = i32x4.add(i32x4.mul(rows, i32x4.splat(bins)), columns);
      const isThere = i32x4.bitmask(v128.or(columns, rows)) ^ 3;
      if ((bits & 1 & isThere) !== 0) addOne(counts, i32x4.extract_lane(cells, 0));
      if ((bits & isThere & 2) !== 0) addOne(counts, i32x4.extract_lane(cells, 1));
    }
  }
}

/** See core/data/kernels/kernels.ts. */
export function countLine(values: usize, events: i32, members: usize, min: f64, range: f64, bins: i32, counts: usize): void {
  const low = f64x2.splat(min);
  const wide = f64x2.splat(range);
  for (let start = 0; start < events; start += 32, members += 4) {
    const word = load<u32>(members);
    for (let bits = word, event = start; bits !== 0; bits >>= 2, event += 2) {
      if ((bits & 3) === 0) continue;
      const cells = i32x4.trunc_sat_f64x2_s_zero(binsOf(v128.load(values + ((<usize>event) << 3)), low, wide, bins));
      const isThere = i32x4.bitmask(cells) ^ 3;
      if ((bits & 1 & isThere) !== 0) addOne(counts, i32x4.extract_lane(cells, 0));
      if ((bits & isThere & 2) !== 0) addOne(counts, i32x4.extract_lane(cells, 1));
    }
  }
}

function addOne(counts: usize, cell: i32): void {
  const at = counts + ((<usize>cell) << 2);
  store<u32>(at, load<u32>(at) + 1);
}
