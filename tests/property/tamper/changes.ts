import type { seedRandom } from '../../../test-data/random.ts';

export type Random = ReturnType<typeof seedRandom>;

export const upTo = (random: Random, count: number): number => Math.floor(random.uniform() * count);
export const pickOf = <T>(random: Random, all: readonly T[]): T => all[upTo(random, all.length)] as T;

/** Another value of the same type. */
export function otherValue(random: Random, value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value + 1 + upTo(random, 3) : value * 1.0625 + 0.125;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return withBit(random, value);
  return 'was null';
}

/** One bit of one of its letters is another one; never a letter that stands for the same. */
function withBit(random: Random, text: string): string {
  if (text === '') return 'x';
  const at = upTo(random, text.length);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << upTo(random, 4))) + text.slice(at + 1);
}
