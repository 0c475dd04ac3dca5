import { type BoundScale, type Bracket, bracketOf, type LinearWork, positionsOf, settle } from '../kind/linear-work.ts';
import type { RectangleGate } from './schema.ts';

/** A bracket without doubt, for the positions themselves. */
const itself = (bound: number): Bracket => [bound, bound];

interface RangeBrackets {
  readonly isLinear: boolean;
  readonly min: Bracket;
  readonly max: Bracket;
}

export function linearWork({ ranges, outside }: RectangleGate, scales: readonly BoundScale[]): LinearWork | undefined {
  const brackets = ranges.map(({ min, max }, i): RangeBrackets => {
    const [low, high] = [min, max].map((bound) => bound !== undefined && bracketOf(scales[i]!, bound));
    const isLinear = low !== undefined && high !== undefined && scales[i]!.pieces !== undefined;
    const [least, most] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.NaN];
    return isLinear
      ? { isLinear, min: low || itself(least), max: high || itself(most) }
      : { isLinear, min: itself(least), max: itself(most) };
  });
  const isLinear = brackets.map((bracket) => bracket.isLinear);
  if (!isLinear.includes(true)) return undefined;
  const scaled = positionsOf(isLinear, scales);
  const isInside = (values: readonly number[]): boolean =>
    ranges.every(({ min = Number.NEGATIVE_INFINITY, max = Number.NaN }, i) => values[i]! >= min && !(values[i]! >= max));
  return {
    isLinear,
    run(task) {
      const { kernels, columns, events, words, spare } = task;
      const [sure, maybe] = [words[0]!, spare[0]!];
      sure.fill(0xffff_ffff);
      maybe.fill(0xffff_ffff);
      brackets.forEach(({ min, max }, i) => {
        kernels.keepInRange(columns[i]!, events, min[1], max[0], sure.byteOffset);
        kernels.keepInRange(columns[i]!, events, min[0], max[1], maybe.byteOffset);
      });
      settle(task, scaled, [sure], [maybe], (values) => (isInside(values) ? 0 : undefined));
      if (!outside) return;
      for (let i = 0; i < sure.length; i++) sure[i] = ~sure[i]!;
      for (const column of columns) kernels.keepInRange(column, events, Number.NEGATIVE_INFINITY, Number.NaN, sure.byteOffset);
    },
  };
}
