/** The four bytes of each word the other way round. */
export function swapWords(words: v128): v128 {
  return i8x16.shuffle(words, words, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** Words of four rows at one place of each row. */
export function loadWords(source: usize, rowBytes: usize): v128 {
  let words = v128.load32_zero(source);
  words = v128.load_lane<u32>(source + rowBytes, words, 1);
  words = v128.load_lane<u32>(source + 2 * rowBytes, words, 2);
  return v128.load_lane<u32>(source + 3 * rowBytes, words, 3);
}
