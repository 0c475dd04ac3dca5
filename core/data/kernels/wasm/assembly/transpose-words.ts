import { swapWords } from './swap';

/** See core/data/kernels/kernels.ts. Four rows of four words are turned in registers. */
export function transposeWords(
  source: usize,
  rowBytes: usize,
  rows: usize,
  first: usize,
  second: usize,
  third: usize,
  fourth: usize,
  bigEndian: bool,
): void {
  const end = first + rows * 4;
  const last = first + (rows & ~3) * 4;
  const step = rowBytes * 4;
  for (; first < last; first += 16, second += 16, third += 16, fourth += 16, source += step) {
    let a = v128.load(source);
    let b = v128.load(source + rowBytes);
    let c = v128.load(source + 2 * rowBytes);
    let d = v128.load(source + 3 * rowBytes);
    if (bigEndian) {
      a = swapWords(a);
      b = swapWords(b);
      c = swapWords(c);
      d = swapWords(d);
    }
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
    let row = v128.load(source);
    if (bigEndian) row = swapWords(row);
    v128.store_lane<u32>(first, row, 0);
    v128.store_lane<u32>(second, row, 1);
    v128.store_lane<u32>(third, row, 2);
    v128.store_lane<u32>(fourth, row, 3);
  }
}
