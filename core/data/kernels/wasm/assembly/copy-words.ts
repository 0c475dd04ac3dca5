import { loadWords, swapWords } from './swap';

/** See core/data/kernels/kernels.ts. */
export function copyWords(source: usize, rowBytes: usize, rows: usize, target: usize, bigEndian: bool, mask: u32): void {
  const end = target + rows * 4;
  const last = target + (rows & ~3) * 4;
  const keep = i32x4.splat(mask);
  for (; target < last; target += 16, source += rowBytes * 4) {
    let words = loadWords(source, rowBytes);
    if (bigEndian) words = swapWords(words);
    v128.store(target, v128.and(words, keep));
  }
  for (; target < end; target += 4, source += rowBytes) {
    const word = load<u32>(source);
    store<u32>(target, (bigEndian ? bswap<u32>(word) : word) & mask);
  }
}

/** See core/data/kernels/kernels.ts. */
export function copyDoubles(source: usize, rowBytes: usize, rows: usize, target: usize, bigEndian: bool): void {
  const end = target + rows * 8;
  if (bigEndian) for (; target < end; target += 8, source += rowBytes) store<u64>(target, bswap<u64>(load<u64>(source)));
  else for (; target < end; target += 8, source += rowBytes) store<u64>(target, load<u64>(source));
}
