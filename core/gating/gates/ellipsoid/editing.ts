import type { GateEditing, GateTool, GateTurn } from '../kind/editing.ts';
import { ellipseAxes, ellipseOf } from './ellipse.ts';
import type { EllipsoidGate } from './schema.ts';

/** The four ends of its half axes. */
export const editing: GateEditing<EllipsoidGate> = {
  movesWhole: true,
  handles(gate) {
    if (gate.mean.length !== 2) return [];
    const { centre, axes } = ellipseAxes(gate);
    return axes.flatMap(([dx, dy], axis) => [
      { id: `axis-${axis}-far`, at: [centre[0] + dx, centre[1] + dy], cursor: 'move' } as const,
      { id: `axis-${axis}-near`, at: [centre[0] - dx, centre[1] - dy], cursor: 'move' } as const,
    ]);
  },
  /** One half axis goes where it is held; the other keeps its length and stays at a right angle. */
  withHandle(gate, id, [x, y]) {
    const { centre, axes } = ellipseAxes(gate);
    const [across, up] = [x - centre[0], y - centre[1]];
    const [long, short] = [Math.hypot(...axes[0]), Math.hypot(...axes[1])];
    const held = Math.max(Math.hypot(across, up), 1e-4);
    const moved = id.startsWith('axis-0') ? ellipseOf(centre, held, short, [across, up]) : ellipseOf(centre, long, held, [up, -across]);
    return gate.outside === undefined ? moved : { ...moved, outside: gate.outside };
  },
};

export const turn: GateTurn<EllipsoidGate> = {
  swapped(gate) {
    if (gate.mean.length !== 2) return undefined;
    const [[xx = 1, xy = 0] = [], [, yy = 1] = []] = gate.covariance;
    return {
      ...gate,
      mean: [...gate.mean].reverse(),
      covariance: [
        [yy, xy],
        [xy, xx],
      ],
    };
  },
};

export const tools: readonly GateTool<EllipsoidGate>[] = [
  {
    name: 'ellipse',
    gesture: 'oval',
    gateOf: (x, y) => ellipseOf([(x.min + x.max) / 2, (y.min + y.max) / 2], (x.max - x.min) / 2, (y.max - y.min) / 2, [1, 0]),
  },
];
