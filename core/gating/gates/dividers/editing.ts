import type { GateBounds, GateEditing, GateTool, GateTurn } from '../kind/editing.ts';
import { bisector, type DividersGate } from './schema.ts';

/** Dividers of one dimension never meet. */
const APART = 1e-6;

function withDivider(gate: DividersGate, dimension: number, place: number, to: number): DividersGate {
  const row = gate.values[dimension] ?? [];
  const [low, high] = [row[place - 1], row[place + 1]];
  const at = Math.min(Math.max(to, low === undefined ? to : low + APART), high === undefined ? Number.POSITIVE_INFINITY : high - APART);
  return {
    ...gate,
    values: gate.values.map((values, i) => (i === dimension ? values.map((value, j) => (j === place ? at : value)) : values)),
  };
}

/** One on each divider of two dimensions. */
export const editing: GateEditing<DividersGate> = {
  movesWhole: false,
  handles: ({ values: [xs = [], ys = []] }, { x, y }) => [
    ...xs.map((value, i) => ({ id: `divider-0-${i}`, at: [value, (y.min + y.max) / 2], cursor: 'ew-resize' }) as const),
    ...ys.map((value, i) => ({ id: `divider-1-${i}`, at: [(x.min + x.max) / 2, value], cursor: 'ns-resize' }) as const),
  ],
  withHandle(gate, id, at) {
    const [dimension = 0, place = 0] = id.split('-').slice(1).map(Number);
    return withDivider(gate, dimension, place, at[dimension] ?? 0);
  },
};

/** In a plane, dividers of one dimension leave the other one whole. */
export const turn: GateTurn<DividersGate> = {
  swapped: (gate) =>
    gate.values.length === 2
      ? { ...gate, values: [...gate.values].reverse(), cells: gate.cells.map((row) => [...row].reverse()) }
      : undefined,
  spread: ({ values: [row = []], cells, ...gate }, axis) => ({
    ...gate,
    values: axis === 0 ? [row, []] : [[], row],
    cells: cells.map(([cell = null]) => (axis === 0 ? [cell, null] : [null, cell])),
  }),
  alongAxis: ({ values, cells, ...gate }, axis) => ({
    ...gate,
    values: [values[axis] ?? []],
    cells: cells.map((row) => [row[axis] ?? null]),
  }),
};

export const bounds: GateBounds<DividersGate> = {
  of: ({ values }) =>
    values.flatMap((row, dimension) =>
      row.map((position, vertex) => ({ id: `${dimension}-${vertex}`, dimension, kind: 'divider', vertex, position }) as const),
    ),
  with: (gate, { dimension, vertex = 0 }, position) => (position === undefined ? gate : withDivider(gate, dimension, vertex, position)),
};

export const tools: readonly GateTool<DividersGate>[] = [{ name: 'bisector', gesture: 'cut', gateOf: bisector }];
