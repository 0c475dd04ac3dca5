/** See core/data/kernels/kernels.ts. Products are added in the order given, in double precision, as the reference does. */
export function addWeightedFloats(sources: usize, members: u32, offset: usize, weights: usize, rows: u32, target: usize): void {
  const last = rows & ~3;
  const end = sources + ((<usize>members) << 2);
  for (let row: u32 = 0; row < last; row += 4) {
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    const at = offset + ((<usize>row) << 2);
    let weightAt = weights;
    for (let source = sources; source < end; source += 4, weightAt += 8) {
      const weight = v128.load64_splat(weightAt);
      const values = v128.load(<usize>load<u32>(source) + at);
      low = f64x2.add(low, f64x2.mul(weight, f64x2.promote_low_f32x4(values)));
      high = f64x2.add(high, f64x2.mul(weight, f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1))));
    }
    const to = target + ((<usize>row) << 3);
    v128.store(to, low);
    v128.store(to, high, 16);
  }
  for (let row: u32 = last; row < rows; row++) {
    let sum: f64 = 0;
    for (let member: usize = 0; member < <usize>members; member++)
      sum += load<f64>(weights + (member << 3)) * <f64>load<f32>(<usize>load<u32>(sources + (member << 2)) + offset + ((<usize>row) << 2));
    store<f64>(target + ((<usize>row) << 3), sum);
  }
}

/** See core/data/kernels/kernels.ts. The values of a row are loaded once for all four sums. */
export function addWeightedFloats4(sources: usize, members: u32, offset: usize, weights: usize, rows: u32, targets: usize): void {
  const end = sources + ((<usize>members) << 2);
  const a = <usize>load<u32>(targets);
  const b = <usize>load<u32>(targets, 4);
  const c = <usize>load<u32>(targets, 8);
  const d = <usize>load<u32>(targets, 12);
  const last = rows & ~3;
  for (let row: u32 = 0; row < last; row += 4) {
    let lowA = f64x2.splat(0);
    let lowB = f64x2.splat(0);
    let lowC = f64x2.splat(0);
    let lowD = f64x2.splat(0);
    let highA = f64x2.splat(0);
    let highB = f64x2.splat(0);
    let highC = f64x2.splat(0);
    let highD = f64x2.splat(0);
    const at = offset + ((<usize>row) << 2);
    let weightAt = weights;
    for (let source = sources; source < end; source += 4, weightAt += 32) {
      const values = v128.load(<usize>load<u32>(source) + at);
      const low = f64x2.promote_low_f32x4(values);
      const high = f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1));
      let weight = v128.load64_splat(weightAt);
      lowA = f64x2.add(lowA, f64x2.mul(weight, low));
      highA = f64x2.add(highA, f64x2.mul(weight, high));
      weight = v128.load64_splat(weightAt, 8);
      lowB = f64x2.add(lowB, f64x2.mul(weight, low));
      highB = f64x2.add(highB, f64x2.mul(weight, high));
      weight = v128.load64_splat(weightAt, 16);
      lowC = f64x2.add(lowC, f64x2.mul(weight, low));
      highC = f64x2.add(highC, f64x2.mul(weight, high));
      weight = v128.load64_splat(weightAt, 24);
      lowD = f64x2.add(lowD, f64x2.mul(weight, low));
      highD = f64x2.add(highD, f64x2.mul(weight, high));
    }
    const to = (<usize>row) << 3;
    v128.store(a + to, lowA);
    v128.store(a + to, highA, 16);
    v128.store(b + to, lowB);
    v128.store(b + to, highB, 16);
    v128.store(c + to, lowC);
    v128.store(c + to, highC, 16);
    v128.store(d + to, lowD);
    v128.store(d + to, highD, 16);
  }
  for (let row: u32 = last; row < rows; row++) {
    for (let out: usize = 0; out < 4; out++) {
      let sum: f64 = 0;
      for (let member: usize = 0; member < <usize>members; member++)
        sum +=
          load<f64>(weights + (member << 5) + (out << 3)) *
          <f64>load<f32>(<usize>load<u32>(sources + (member << 2)) + offset + ((<usize>row) << 2));
      store<f64>(<usize>load<u32>(targets + (out << 2)) + ((<usize>row) << 3), sum);
    }
  }
}
