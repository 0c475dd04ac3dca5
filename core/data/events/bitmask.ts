import type { Brand } from '../../base/brand.ts';

/** One bit an event: event e is bit e mod 32 of word e / 32. Bits beyond the last event are 0. */
export type Bitmask = Brand<Uint32Array, 'bitmask'>;

export const wordsFor = (eventCount: number): number => Math.ceil(eventCount / 32);

export const emptyMask = (eventCount: number): Bitmask => new Uint32Array(wordsFor(eventCount)) as Bitmask;

/** The same in memory that several threads see. */
export const sharedMask = (eventCount: number): Bitmask => {
  const words: Uint32Array = new Uint32Array(new SharedArrayBuffer(4 * wordsFor(eventCount)));
  return words as Bitmask;
};

export function fullMask(eventCount: number): Bitmask {
  const mask = emptyMask(eventCount).fill(0xffff_ffff) as Bitmask;
  return trim(mask, eventCount);
}

/** Clears the bits beyond the last event. */
function trim(mask: Bitmask, eventCount: number): Bitmask {
  const rest = eventCount % 32;
  if (rest !== 0) mask[mask.length - 1]! &= (1 << rest) - 1;
  return mask;
}

export const has = (mask: Bitmask, event: number): boolean => ((mask[event >>> 5]! >>> (event & 31)) & 1) === 1;
export const add = (mask: Bitmask, event: number): void => {
  mask[event >>> 5]! |= 1 << (event & 31);
};
export const remove = (mask: Bitmask, event: number): void => {
  mask[event >>> 5]! &= ~(1 << (event & 31));
};

/** Fills a mask word by word: `wordOf` gives the bits of the events from `start` to before `end`, event e at e mod 32. */
export function fillWords(mask: Bitmask, eventCount: number, wordOf: (start: number, end: number) => number): void {
  for (let start = 0; start < eventCount; start += 32) mask[start >>> 5] = wordOf(start, Math.min(start + 32, eventCount));
}

export function and(a: Bitmask, b: Bitmask): Bitmask {
  const both = new Uint32Array(a.length);
  for (let i = 0; i < both.length; i++) both[i] = a[i]! & b[i]!;
  return both as Bitmask;
}
export const or = (a: Bitmask, b: Bitmask): Bitmask => a.map((word, i) => word | b[i]!) as Bitmask;
/** What is in the first and not in the second. */
export const andNot = (a: Bitmask, b: Bitmask): Bitmask => a.map((word, i) => word & ~b[i]!) as Bitmask;
export const not = (a: Bitmask, eventCount: number): Bitmask => trim(a.map((word) => ~word) as Bitmask, eventCount);

export function count(mask: Bitmask): number {
  let total = 0;
  for (let i = 0; i < mask.length; i++) total += popcount(mask[i]!);
  return total;
}

function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x5555_5555);
  v = (v & 0x3333_3333) + ((v >>> 2) & 0x3333_3333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Calls `visit` for every event in the mask, in order. */
export function forEachEvent(mask: Bitmask, visit: (event: number) => void): void {
  for (let i = 0; i < mask.length; i++) {
    let word = mask[i]!;
    while (word !== 0) {
      const bit = 31 - Math.clz32(word & -word);
      visit(i * 32 + bit);
      word &= word - 1;
    }
  }
}
