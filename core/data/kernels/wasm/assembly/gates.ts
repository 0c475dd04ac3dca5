// A word holds the bits of 32 events; bits beyond the last event are 0. All comparisons are in double precision.

// @ts-expect-error: decorator
function least(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

/** See core/data/kernels/kernels.ts. NaN is in no range, since it is not at or above the minimum. */
export function keepInRange(values: usize, events: i32, min: f64, max: f64, members: usize): void {
  const lows = f64x2.splat(min);
  const highs = f64x2.splat(max);
  for (let start = 0; start < events; start += 32, members += 4) {
    const before = load<u32>(members);
    if (before === 0) continue;
    const end = least(start + 32, events);
    let word: u32 = 0;
    let event = start;
    for (; event + 2 <= end; event += 2) {
      const value = v128.load(values + ((<usize>event) << 3));
      const isIn = v128.andnot(f64x2.ge(value, lows), f64x2.ge(value, highs));
      word |= (<u32>i64x2.bitmask(isIn)) << (event & 31);
    }
    if (event < end) {
      const value = load<f64>(values + ((<usize>event) << 3));
      if (value >= min && !(value >= max)) word |= 1 << (event & 31);
    }
    store<u32>(members, before & word);
  }
}

/** See core/data/kernels/kernels.ts. */
export function inEllipse(
  xs: usize,
  ys: usize,
  events: i32,
  x: f64,
  y: f64,
  xx: f64,
  xy: f64,
  yx: f64,
  yy: f64,
  reach: f64,
  outside: bool,
  members: usize,
): void {
  const reaches = f64x2.splat(reach);
  for (let start = 0; start < events; start += 32, members += 4) {
    const end = least(start + 32, events);
    let word: u32 = 0;
    let event = start;
    for (; event + 2 <= end; event += 2) {
      const dx = f64x2.sub(v128.load(xs + ((<usize>event) << 3)), f64x2.splat(x));
      const dy = f64x2.sub(v128.load(ys + ((<usize>event) << 3)), f64x2.splat(y));
      const first = f64x2.mul(dx, f64x2.add(f64x2.mul(f64x2.splat(xx), dx), f64x2.mul(f64x2.splat(xy), dy)));
      const second = f64x2.mul(dy, f64x2.add(f64x2.mul(f64x2.splat(yx), dx), f64x2.mul(f64x2.splat(yy), dy)));
      const distance = f64x2.add(first, second);
      const isNear = f64x2.le(distance, reaches);
      const isPlaced = v128.and(f64x2.eq(dx, dx), f64x2.eq(dy, dy));
      const isIn = outside ? v128.andnot(isPlaced, isNear) : isNear;
      word |= (<u32>i64x2.bitmask(isIn)) << (event & 31);
    }
    if (event < end) {
      const dx = load<f64>(xs + ((<usize>event) << 3)) - x;
      const dy = load<f64>(ys + ((<usize>event) << 3)) - y;
      const distance = dx * (xx * dx + xy * dy) + dy * (yx * dx + yy * dy);
      const isNear = distance <= reach;
      if (outside ? !isNear && dx >= -Infinity && dy >= -Infinity : isNear) word |= 1 << (event & 31);
    }
    store<u32>(members, word);
  }
}

/** See core/data/kernels/kernels.ts. */
export function inQuadrants(
  xs: usize,
  ys: usize,
  events: i32,
  x: f64,
  left: f64,
  right: f64,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
): void {
  const cut = f64x2.splat(x);
  const lefts = f64x2.splat(left);
  const rights = f64x2.splat(right);
  for (let start = 0; start < events; start += 32) {
    const end = least(start + 32, events);
    let isRight: u32 = 0;
    let isAbove: u32 = 0;
    let isThere: u32 = 0;
    let event = start;
    for (; event + 2 <= end; event += 2) {
      const px = v128.load(xs + ((<usize>event) << 3));
      const py = v128.load(ys + ((<usize>event) << 3));
      const at = event & 31;
      const beyond = f64x2.ge(px, cut);
      isRight |= (<u32>i64x2.bitmask(beyond)) << at;
      isAbove |= (<u32>i64x2.bitmask(f64x2.ge(py, v128.bitselect(rights, lefts, beyond)))) << at;
      isThere |= (<u32>i64x2.bitmask(v128.and(f64x2.eq(px, px), f64x2.eq(py, py)))) << at;
    }
    if (event < end) {
      const px = load<f64>(xs + ((<usize>event) << 3));
      const py = load<f64>(ys + ((<usize>event) << 3));
      const bit: u32 = 1 << (event & 31);
      if (px >= x) isRight |= bit;
      if (py >= (px >= x ? right : left)) isAbove |= bit;
      if (f64.eq(px, px) && f64.eq(py, py)) isThere |= bit;
    }
    const word = <usize>(start >> 3);
    store<u32>(first + word, isThere & ~isRight & isAbove);
    store<u32>(second + word, isThere & isRight & isAbove);
    store<u32>(third + word, isThere & isRight & ~isAbove);
    store<u32>(fourth + word, isThere & ~isRight & ~isAbove);
  }
}

/** See core/data/kernels/kernels.ts. */
export function andCount(a: usize, b: usize, words: i32, out: usize): i32 {
  const last = a + ((<usize>(words & ~3)) << 2);
  const end = a + ((<usize>words) << 2);
  let sums = i32x4.splat(0);
  for (; a < last; a += 16, b += 16, out += 16) {
    const both = v128.and(v128.load(a), v128.load(b));
    v128.store(out, both);
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(both))));
  }
  let total = i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3);
  for (; a < end; a += 4, b += 4, out += 4) {
    const both = load<u32>(a) & load<u32>(b);
    store<u32>(out, both);
    total += <i32>popcnt<u32>(both);
  }
  return total;
}
