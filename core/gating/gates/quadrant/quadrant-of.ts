import type { Cross } from '../kind/gate.ts';

/** The quadrant of a point, clockwise from the upper left; undefined where there is none for NaN. */
export function quadrantOf({ x, y: [left, right] }: Cross, px: number, py: number): 0 | 1 | 2 | 3 | undefined {
  if (Number.isNaN(px) || Number.isNaN(py)) return undefined;
  if (px >= x) return py >= right ? 1 : 2;
  return py >= left ? 0 : 3;
}
