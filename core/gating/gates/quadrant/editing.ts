import type { Bound, GateBounds, GateEditing, GateTool, GateTurn } from '../kind/editing.ts';
import { type QuadrantGate, quadrantGate } from './schema.ts';

/** Its crossing, and each half of the level divider. */
export const editing: GateEditing<QuadrantGate> = {
  movesWhole: false,
  handles: ({ x, y: [left, right] }, window) => [
    { id: 'crossing', at: [x, (left + right) / 2], cursor: 'move' },
    { id: 'divider-left', at: [(window.x.min + x) / 2, left], cursor: 'ns-resize' },
    { id: 'divider-right', at: [(window.x.max + x) / 2, right], cursor: 'ns-resize' },
  ],
  withHandle(gate, id, [x, y]) {
    const [left, right] = gate.y;
    if (id === 'crossing') return { ...gate, x, y: [left + y - (left + right) / 2, right + y - (left + right) / 2] };
    return { ...gate, y: id === 'divider-left' ? [y, right] : [left, y] };
  },
};

/** A staggered quadrant has no mirror image of its own kind. */
export const turn: GateTurn<QuadrantGate> = {
  swapped: (gate) => (gate.y[0] === gate.y[1] ? { ...gate, x: gate.y[0], y: [gate.x, gate.x] } : undefined),
  swappedParts: [2, 1, 0, 3],
};

/** A divider that is not staggered is one number, and stays so. */
export const bounds: GateBounds<QuadrantGate> = {
  of({ x, y: [left, right] }) {
    const divider: Bound = { id: 'x', dimension: 0, kind: 'divider', position: x };
    if (left === right) return [divider, { id: 'y', dimension: 1, kind: 'divider', position: left }];
    return [
      divider,
      { id: 'y-left', dimension: 1, kind: 'dividerLeft', position: left },
      { id: 'y-right', dimension: 1, kind: 'dividerRight', position: right },
    ];
  },
  with(gate, { id }, position) {
    if (position === undefined) return gate;
    const [left, right] = gate.y;
    if (id === 'x') return { ...gate, x: position };
    return { ...gate, y: [id === 'y-right' ? left : position, id === 'y-left' ? right : position] };
  },
};

export const tools: readonly GateTool<QuadrantGate>[] = [
  {
    name: 'quadrant',
    gesture: 'point',
    gateOf: ([x, y]) => quadrantGate(x, [y, y]),
  },
];
