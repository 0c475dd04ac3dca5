import type { GateBounds, GateEditing, GateTool, GateTurn } from '../kind/editing.ts';
import { type PolygonGate, polygonGate } from './schema.ts';

/** Its vertices. */
export const editing: GateEditing<PolygonGate> = {
  movesWhole: true,
  handles: ({ vertices }) => vertices.map((at, i) => ({ id: `vertex-${i}`, at, cursor: 'move' })),
  withHandle(gate, id, [x, y]) {
    const moved = Number(id.replace('vertex-', ''));
    return { ...gate, vertices: gate.vertices.map((vertex, i) => (i === moved ? [x, y] : vertex)) };
  },
};

export const turn: GateTurn<PolygonGate> = { swapped: (gate) => ({ ...gate, vertices: gate.vertices.map(([a, b]) => [b, a]) }) };

export const bounds: GateBounds<PolygonGate> = {
  of: ({ vertices }) =>
    vertices.flatMap((point, vertex) =>
      point.map((position, dimension) => ({ id: `${vertex}-${dimension}`, dimension, kind: 'vertex', vertex, position }) as const),
    ),
  with(gate, { vertex, dimension }, position) {
    if (position === undefined) return gate;
    const moved = ([x, y]: readonly [number, number]): [number, number] => (dimension === 0 ? [position, y] : [x, position]);
    return { ...gate, vertices: gate.vertices.map((point, i) => (i === vertex ? moved(point) : point)) };
  },
};

export const tools: readonly GateTool<PolygonGate>[] = [
  { name: 'polygon', gesture: 'corners', gateOf: polygonGate },
  { name: 'pencil', gesture: 'freehand', gateOf: polygonGate },
];
