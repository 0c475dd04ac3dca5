import { swapWords } from './swap';

/** See core/data/kernels/kernels.ts. */
export function transposeWordsToFloats(
  source: usize,
  rowBytes: usize,
  rows: usize,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
  bigEndian: bool,
  firstMask: u32,
  secondMask: u32,
  thirdMask: u32,
  fourthMask: u32,
): void {
  // Masks stand beside each other as the words of a row do.
  let keep = i32x4.splat(firstMask);
  keep = i32x4.replace_lane(keep, 1, secondMask);
  keep = i32x4.replace_lane(keep, 2, thirdMask);
  keep = i32x4.replace_lane(keep, 3, fourthMask);
  const end = first + rows * 4;
  const last = first + (rows & ~3) * 4;
  for (; first < last; first += 16, second += 16, third += 16, fourth += 16, source += 4 * rowBytes) {
    const a = floatsOf(v128.load(source), bigEndian, keep);
    const b = floatsOf(v128.load(source + rowBytes), bigEndian, keep);
    const c = floatsOf(v128.load(source + 2 * rowBytes), bigEndian, keep);
    const d = floatsOf(v128.load(source + 3 * rowBytes), bigEndian, keep);
    const lowAb = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const lowCd = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const highAb = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const highCd = i32x4.shuffle(c, d, 2, 6, 3, 7);
    v128.store(first, i64x2.shuffle(lowAb, lowCd, 0, 2));
    v128.store(second, i64x2.shuffle(lowAb, lowCd, 1, 3));
    v128.store(third, i64x2.shuffle(highAb, highCd, 0, 2));
    v128.store(fourth, i64x2.shuffle(highAb, highCd, 1, 3));
  }
  for (; first < end; first += 4, second += 4, third += 4, fourth += 4, source += rowBytes) {
    const row = floatsOf(v128.load(source), bigEndian, keep);
    v128.store_lane<u32>(first, row, 0);
    v128.store_lane<u32>(second, row, 1);
    v128.store_lane<u32>(third, row, 2);
    v128.store_lane<u32>(fourth, row, 3);
  }
}

function floatsOf(words: v128, bigEndian: bool, keep: v128): v128 {
  return f32x4.convert_i32x4_s(v128.and(bigEndian ? swapWords(words) : words, keep));
}

/** See core/data/kernels/kernels.ts. Four rows of four halves: eight bytes each. */
export function transposeHalvesToFloats(
  source: usize,
  rowBytes: usize,
  rows: usize,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
  bigEndian: bool,
  firstMask: u32,
  secondMask: u32,
  thirdMask: u32,
  fourthMask: u32,
): void {
  const end = first + rows * 4;
  const last = first + (rows & ~3) * 4;
  for (; first < last; first += 16, second += 16, third += 16, fourth += 16, source += 4 * rowBytes) {
    const a = halvesOf(source, bigEndian);
    const b = halvesOf(source + rowBytes, bigEndian);
    const c = halvesOf(source + 2 * rowBytes, bigEndian);
    const d = halvesOf(source + 3 * rowBytes, bigEndian);
    // A lane of 32 bits holds one channel's values of two rows.
    const ab = i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
    const cd = i16x8.shuffle(c, d, 0, 8, 1, 9, 2, 10, 3, 11);
    v128.store(first, widened(i32x4.shuffle(ab, cd, 0, 4, 0, 4), firstMask));
    v128.store(second, widened(i32x4.shuffle(ab, cd, 1, 5, 1, 5), secondMask));
    v128.store(third, widened(i32x4.shuffle(ab, cd, 2, 6, 2, 6), thirdMask));
    v128.store(fourth, widened(i32x4.shuffle(ab, cd, 3, 7, 3, 7), fourthMask));
  }
  for (; first < end; first += 4, second += 4, third += 4, fourth += 4, source += rowBytes) {
    const row = halvesOf(source, bigEndian);
    store<f32>(first, <f32>(i16x8.extract_lane_u(row, 0) & firstMask));
    store<f32>(second, <f32>(i16x8.extract_lane_u(row, 1) & secondMask));
    store<f32>(third, <f32>(i16x8.extract_lane_u(row, 2) & thirdMask));
    store<f32>(fourth, <f32>(i16x8.extract_lane_u(row, 3) & fourthMask));
  }
}

function halvesOf(source: usize, bigEndian: bool): v128 {
  const halves = v128.load64_zero(source);
  return bigEndian ? i8x16.shuffle(halves, halves, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14) : halves;
}

function widened(halves: v128, mask: u32): v128 {
  return f32x4.convert_i32x4_s(v128.and(i32x4.extend_low_i16x8_u(halves), i32x4.splat(mask)));
}
