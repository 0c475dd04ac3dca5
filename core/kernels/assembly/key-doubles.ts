// The leading bits of a value in single precision rise with it once those of a negative are turned over.

/** See core/kernels/kernels.ts. */
export function keyDoubles(values: usize, events: i32, keyBits: i32, keys: usize, counts: usize): void {
  const shift = 32 - keyBits;
  const positives = i32x4.splat(1 << (keyBits - 1));
  const none = (1 << keyBits) - 1;
  const nones = i32x4.splat(none);
  const zero = f64x2.splat(0);
  let event = 0;
  for (; event + 4 <= events; event += 4) {
    const at = values + ((<usize>event) << 3);
    // 0 and -0 are the same
    const low = f32x4.demote_f64x2_zero(f64x2.add(v128.load(at), zero));
    const high = f32x4.demote_f64x2_zero(f64x2.add(v128.load(at, 16), zero));
    const floats = i64x2.shuffle(low, high, 0, 2);
    const turned = v128.xor(floats, i32x4.shr_u(i32x4.shr_s(floats, 31), 1));
    const key = v128.bitselect(v128.xor(i32x4.shr_u(turned, shift), positives), nones, f32x4.eq(floats, floats));
    v128.store64_lane(keys + ((<usize>event) << 1), i16x8.narrow_i32x4_u(key, key), 0);
    countOne(counts, i32x4.extract_lane(key, 0));
    countOne(counts, i32x4.extract_lane(key, 1));
    countOne(counts, i32x4.extract_lane(key, 2));
    countOne(counts, i32x4.extract_lane(key, 3));
  }
  for (; event < events; event++) {
    const value = <f32>(load<f64>(values + ((<usize>event) << 3)) + 0);
    const bits = reinterpret<i32>(value);
    const turned = <u32>(bits ^ ((bits >> 31) >>> 1));
    const key = f32.eq(value, value) ? <i32>(turned >>> shift) ^ (1 << (keyBits - 1)) : none;
    store<u16>(keys + ((<usize>event) << 1), <u16>key);
    countOne(counts, key);
  }
}

function countOne(counts: usize, key: i32): void {
  const at = counts + ((<usize>key) << 2);
  store<u32>(at, load<u32>(at) + 1);
}
