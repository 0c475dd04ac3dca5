import { type BoundScale, bracketOf, type LinearWork, positionsOf, settle } from '../kind/linear-work.ts';
import { quadrantOf } from './quadrant-of.ts';
import type { QuadrantGate } from './schema.ts';

export function linearWork(gate: QuadrantGate, scales: readonly BoundScale[]): LinearWork | undefined {
  const [ofX, ofY] = scales as readonly [BoundScale, BoundScale];
  const x = bracketOf(ofX, gate.x);
  const y = [bracketOf(ofY, gate.y[0]), bracketOf(ofY, gate.y[1])] as const;
  const isLinear = [x !== undefined, y[0] !== undefined && y[1] !== undefined];
  if (!isLinear.includes(true)) return undefined;
  const scaled = positionsOf(isLinear, scales);
  const at = (side: 0 | 1) => ({
    x: x?.[side] ?? gate.x,
    left: isLinear[1] ? y[0]![side] : gate.y[0],
    right: isLinear[1] ? y[1]![side] : gate.y[1],
  });
  const sides = [at(0), at(1)] as const;
  return {
    isLinear,
    run(task) {
      const { kernels, columns, events, words, spare } = task;
      for (const [side, into] of [words, spare].entries()) {
        const { x: cut, left, right } = sides[side]!;
        const [first, second, third, fourth] = into.map(({ byteOffset }) => byteOffset) as [number, number, number, number];
        kernels.inQuadrants(columns[0]!, columns[1]!, events, cut, left, right, first, second, third, fourth);
      }
      settle(task, scaled, words, spare, ([px, py]) => quadrantOf(gate, px!, py!));
    },
  };
}
