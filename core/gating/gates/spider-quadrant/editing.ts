import type { GateBounds, GateEditing, GateTool, GateTurn } from '../kind/editing.ts';
import type { Ends, PlotWindow, Point } from '../kind/geometry.ts';
import { directionsOf, isInOrder, type SpiderQuadrantGate, spiderQuadrant } from './schema.ts';

/** Where an arm leaves a window that the centre may lie outside of. */
export function endOf([x, y]: Point, [dx, dy]: Point, window: PlotWindow): Point {
  const until = (from: number, step: number, { min, max }: Ends): number =>
    step === 0 ? Number.POSITIVE_INFINITY : ((step > 0 ? max : min) - from) / step;
  const reach = Math.min(until(x, dx, window.x), until(y, dy, window.y));
  return [x + dx * Math.max(0, reach), y + dy * Math.max(0, reach)];
}

/** The gate itself where the change would cross two arms. */
const ifInOrder = (gate: SpiderQuadrantGate, changed: SpiderQuadrantGate): SpiderQuadrantGate => (isInOrder(changed) ? changed : gate);

const movedTo = (gate: SpiderQuadrantGate, x: number, y: number): SpiderQuadrantGate => ({
  ...gate,
  x,
  y,
  arms: gate.arms.map(([ax, ay]) => [ax + x - gate.x, ay + y - gate.y]) as SpiderQuadrantGate['arms'],
});

const withArm = (gate: SpiderQuadrantGate, place: number, at: Point): SpiderQuadrantGate =>
  ifInOrder(gate, { ...gate, arms: gate.arms.map((arm, i) => (i === place ? [...at] : arm)) as SpiderQuadrantGate['arms'] });

/** Its centre, with which all moves, and each arm, which turns around the centre. */
export const editing: GateEditing<SpiderQuadrantGate> = {
  movesWhole: false,
  handles: (gate, window) => [
    { id: 'crossing', at: [gate.x, gate.y], cursor: 'move' },
    ...directionsOf(gate).map((arm, i) => {
      const [x, y] = endOf([gate.x, gate.y], arm, window);
      // a little inside, so that it can be taken hold of
      return { id: `arm-${i}`, at: [gate.x + 0.96 * (x - gate.x), gate.y + 0.96 * (y - gate.y)], cursor: 'move' } as const;
    }),
  ],
  withHandle: (gate, id, at) => (id === 'crossing' ? movedTo(gate, ...at) : withArm(gate, Number(id.replace('arm-', '')), at)),
};

export const turn: GateTurn<SpiderQuadrantGate> = {
  swapped: (gate) => ({
    ...gate,
    x: gate.y,
    y: gate.x,
    arms: [...gate.arms].reverse().map(([x, y]) => [y, x]) as SpiderQuadrantGate['arms'],
  }),
  swappedParts: [2, 1, 0, 3],
};

const degreesOf = ([dx, dy]: Point): number => (Math.atan2(dy, dx) * 180) / Math.PI;

/** Its centre, and the angle of each arm. */
export const bounds: GateBounds<SpiderQuadrantGate> = {
  of: (gate) => [
    { id: 'x', dimension: 0, kind: 'divider', position: gate.x },
    { id: 'y', dimension: 1, kind: 'divider', position: gate.y },
    ...directionsOf(gate).map(
      (arm, vertex) => ({ id: `arm-${vertex}`, dimension: 0, kind: 'angle', vertex, unit: 'degrees', position: degreesOf(arm) }) as const,
    ),
  ],
  with(gate, { id, vertex = 0 }, position) {
    if (position === undefined) return gate;
    if (id === 'x' || id === 'y') return movedTo(gate, id === 'x' ? position : gate.x, id === 'y' ? position : gate.y);
    const length = Math.hypot(...directionsOf(gate)[vertex]!);
    const angle = (position * Math.PI) / 180;
    return withArm(gate, vertex, [gate.x + length * Math.cos(angle), gate.y + length * Math.sin(angle)]);
  },
};

export const tools: readonly GateTool<SpiderQuadrantGate>[] = [{ name: 'spider', gesture: 'point', gateOf: spiderQuadrant }];
