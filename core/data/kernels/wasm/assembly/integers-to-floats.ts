// At most 24 bits count, so that the signed conversion, which processors have, is exact.
import { loadWords, swapWords } from './swap';

/** See core/data/kernels/kernels.ts. */
export function wordsToFloats(source: usize, rowBytes: usize, rows: usize, target: usize, bigEndian: bool, mask: u32): void {
  const end = target + rows * 4;
  const last = target + (rows & ~3) * 4;
  const keep = i32x4.splat(mask);
  for (; target < last; target += 16, source += rowBytes * 4) {
    let words = loadWords(source, rowBytes);
    if (bigEndian) words = swapWords(words);
    v128.store(target, f32x4.convert_i32x4_s(v128.and(words, keep)));
  }
  for (; target < end; target += 4, source += rowBytes) {
    const word = load<u32>(source);
    store<f32>(target, <f32>((bigEndian ? bswap<u32>(word) : word) & mask));
  }
}

/** See core/data/kernels/kernels.ts. */
export function halvesToFloats(source: usize, rowBytes: usize, rows: usize, target: usize, bigEndian: bool, mask: u32): void {
  const end = target + rows * 4;
  const last = target + (rows & ~3) * 4;
  const keep = i32x4.splat(mask);
  for (; target < last; target += 16, source += rowBytes * 4) {
    // Each half lies in the low half of its lane.
    let halves = i32x4.splat(0);
    halves = v128.load_lane<u16>(source, halves, 0);
    halves = v128.load_lane<u16>(source + rowBytes, halves, 2);
    halves = v128.load_lane<u16>(source + 2 * rowBytes, halves, 4);
    halves = v128.load_lane<u16>(source + 3 * rowBytes, halves, 6);
    if (bigEndian) halves = i8x16.shuffle(halves, halves, 1, 0, 2, 3, 5, 4, 6, 7, 9, 8, 10, 11, 13, 12, 14, 15);
    v128.store(target, f32x4.convert_i32x4_s(v128.and(halves, keep)));
  }
  for (; target < end; target += 4, source += rowBytes) {
    const half = load<u16>(source);
    store<f32>(target, <f32>(<u32>(bigEndian ? bswap<u16>(half) : half) & mask));
  }
}

/** See core/data/kernels/kernels.ts. */
export function bytesToFloats(source: usize, rowBytes: usize, rows: usize, target: usize, mask: u32): void {
  const end = target + rows * 4;
  for (; target < end; target += 4, source += rowBytes) store<f32>(target, <f32>(<u32>load<u8>(source) & mask));
}
