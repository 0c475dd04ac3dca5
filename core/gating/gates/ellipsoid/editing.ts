import type { GateBounds, GateEditing, GateTool, GateTurn } from '../kind/editing.ts';
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

/** Its centre, its half axes as parts of the shown axes, and the angle of the longer one. */
export const bounds: GateBounds<EllipsoidGate> = {
  of(gate) {
    if (gate.mean.length !== 2) return [];
    const { axes } = ellipseAxes(gate);
    return [
      ...gate.mean.map((position, dimension) => ({ id: `centre-${dimension}`, dimension, kind: 'centre', position }) as const),
      ...axes.map(
        (axis, vertex) =>
          ({ id: `axis-${vertex}`, dimension: 0, kind: 'halfAxis', vertex, unit: 'part', position: Math.hypot(...axis) }) as const,
      ),
      { id: 'angle', dimension: 0, kind: 'angle', unit: 'degrees', position: angleOf(axes[0]) },
    ];
  },
  with(gate, { id, dimension, vertex }, position) {
    if (position === undefined || gate.mean.length !== 2) return gate;
    if (id.startsWith('centre')) return { ...gate, mean: gate.mean.map((value, i) => (i === dimension ? position : value)) };
    const { centre, axes } = ellipseAxes(gate);
    const lengths = axes.map((axis, i) => (id !== 'angle' && i === vertex ? position : Math.hypot(...axis)));
    if (lengths.some((length) => !(length > 0))) return gate;
    const degrees = id === 'angle' ? position : angleOf(axes[0]);
    const direction = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)] as const;
    const turned = ellipseOf(centre, lengths[0]!, lengths[1]!, direction);
    return gate.outside === undefined ? turned : { ...turned, outside: gate.outside };
  },
};

/** Degrees from the first axis, from -90 to 90. */
function angleOf([across, up]: readonly [number, number]): number {
  const angle = (Math.atan2(up, across) * 180) / Math.PI;
  return angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle;
}

export const tools: readonly GateTool<EllipsoidGate>[] = [
  {
    name: 'ellipse',
    gesture: 'oval',
    gateOf: (x, y) => ellipseOf([(x.min + x.max) / 2, (y.min + y.max) / 2], (x.max - x.min) / 2, (y.max - y.min) / 2, [1, 0]),
  },
];
