// Short keys that rise with a value: sign and leading bits, in single precision, of its distance from a centre. As core/data/kernels/reference/key-labelled.ts.

/** See core/data/kernels/kernels.ts. Every event is written and few are kept: there is nothing to branch on. */
export function keyLabelled(
  values: usize,
  labels: usize,
  events: i32,
  centre: f64,
  knee: f64,
  first: i32,
  keyBits: i32,
  counts: usize,
  wanted: usize,
  found: usize,
  cells: usize,
): i32 {
  const shift = 23 - keyBits;
  const most = 24 << keyBits;
  const stride = 2 * most + 8;
  const centres = f64x2.splat(centre);
  const knees = f64x2.splat(knee);
  const firsts = i32x4.splat(first);
  const top = i32x4.splat(most - 1);
  const half = i32x4.splat(most);
  const none = i32x4.splat(2 * most);
  const strides = i32x4.splat(stride);
  let n: usize = 0;
  let event = 0;
  for (; event + 4 <= events; event += 4) {
    const at = values + ((<usize>event) << 3);
    const low = f64x2.sub(v128.load(at), centres);
    const high = f64x2.sub(v128.load(at, 16), centres);
    const near = f32x4.demote_f64x2_zero(f64x2.add(f64x2.abs(low), knees));
    const far = f32x4.demote_f64x2_zero(f64x2.add(f64x2.abs(high), knees));
    const sizes = i64x2.shuffle(near, far, 0, 2);
    const place = i32x4.max_s(i32x4.min_s(i32x4.sub(i32x4.shr_u(sizes, shift), firsts), top), i32x4.splat(0));
    // the high halves of the doubles hold their signs
    const signs = i32x4.shr_s(i8x16.shuffle(low, high, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31), 31);
    const key = v128.bitselect(i32x4.add(half, v128.xor(place, signs)), none, f32x4.eq(sizes, sizes));
    const rows = i32x4.mul(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(labels + event))), strides);
    const cell = i32x4.add(rows, key);
    n = take(values, event, i32x4.extract_lane(cell, 0), counts, wanted, found, cells, n);
    n = take(values, event + 1, i32x4.extract_lane(cell, 1), counts, wanted, found, cells, n);
    n = take(values, event + 2, i32x4.extract_lane(cell, 2), counts, wanted, found, cells, n);
    n = take(values, event + 3, i32x4.extract_lane(cell, 3), counts, wanted, found, cells, n);
  }
  for (; event < events; event++) {
    const distance = load<f64>(values + ((<usize>event) << 3)) - centre;
    const size = <f32>(abs(distance) + knee);
    const place = max(min(<i32>(reinterpret<u32>(size) >>> shift) - first, most - 1), 0);
    const sign = <i32>(reinterpret<i64>(distance) >> 63);
    const key = f32.eq(size, size) ? most + (place ^ sign) : 2 * most;
    n = take(values, event, <i32>load<u8>(labels + event) * stride + key, counts, wanted, found, cells, n);
  }
  return <i32>n;
}

function take(values: usize, event: i32, cell: i32, counts: usize, wanted: usize, found: usize, cells: usize, n: usize): usize {
  const count = counts + ((<usize>cell) << 2);
  store<u32>(count, load<u32>(count) + 1);
  store<f64>(found + (n << 3), load<f64>(values + ((<usize>event) << 3)));
  store<u32>(cells + (n << 2), cell);
  return n + <usize>load<u8>(wanted + cell);
}
