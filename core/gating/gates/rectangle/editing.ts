import type { Bound, GateBounds, GateEditing, GateTool, GateTurn, Handle } from '../kind/editing.ts';
import { closedBounds, type Ends, type PlotWindow, type Point, type Range } from '../kind/geometry.ts';
import { type RectangleGate, rectangleGate } from './schema.ts';

const endsOf = ({ min, max }: Range = {}, shown: Ends): Ends => ({ min: min ?? shown.min, max: max ?? shown.max });
const isOpen = ({ min, max }: Range = {}): boolean => min === undefined && max === undefined;

/** Its sides and corners; a dimension without a bound has none. */
export const editing: GateEditing<RectangleGate> = {
  movesWhole: true,
  handles: ({ ranges: [xs, ys] }, window) => handlesAt(endsOf(xs, window.x), endsOf(ys, window.y), !isOpen(xs), !isOpen(ys)),
  withHandle: (gate, id, at) => ({
    ...gate,
    ranges: gate.ranges.map((range, dimension) => {
      const side = id.split(' ').find((part) => part.startsWith(dimension === 0 ? 'x' : 'y'));
      return side === undefined ? range : inOrder({ ...range, [side.endsWith('min') ? 'min' : 'max']: at[dimension] });
    }),
  }),
};

function handlesAt(x: Ends, y: Ends, hasX: boolean, hasY: boolean): readonly Handle[] {
  const [middle, centre] = [(x.min + x.max) / 2, (y.min + y.max) / 2];
  const sides: readonly (Handle | false)[] = [
    hasX && { id: 'x-min', at: [x.min, centre], cursor: 'ew-resize' },
    hasX && { id: 'x-max', at: [x.max, centre], cursor: 'ew-resize' },
    hasY && { id: 'y-min', at: [middle, y.min], cursor: 'ns-resize' },
    hasY && { id: 'y-max', at: [middle, y.max], cursor: 'ns-resize' },
    hasX && hasY && { id: 'x-min y-min', at: [x.min, y.min], cursor: 'nesw-resize' },
    hasX && hasY && { id: 'x-max y-min', at: [x.max, y.min], cursor: 'nwse-resize' },
    hasX && hasY && { id: 'x-min y-max', at: [x.min, y.max], cursor: 'nwse-resize' },
    hasX && hasY && { id: 'x-max y-max', at: [x.max, y.max], cursor: 'nesw-resize' },
  ];
  return sides.filter((handle) => handle !== false);
}

const inOrder = ({ min, max }: Range): RectangleGate['ranges'][number] =>
  min !== undefined && max !== undefined && min > max ? { min: max, max: min } : closedBounds({ min, max });

export const turn: GateTurn<RectangleGate> = {
  swapped: (gate) => ({ ...gate, ranges: [...gate.ranges].reverse() }),
  spread: (gate, axis) => ({ ...gate, ranges: axis === 0 ? [gate.ranges[0] ?? {}, {}] : [{}, gate.ranges[0] ?? {}] }),
  alongAxis: (gate, axis) => ({ ...gate, ranges: [gate.ranges[axis] ?? {}] }),
};

export const bounds: GateBounds<RectangleGate> = {
  of: ({ ranges }) =>
    ranges.flatMap(({ min, max }, dimension): readonly Bound[] => [
      { id: `${dimension}-min`, dimension, kind: 'min', position: min },
      { id: `${dimension}-max`, dimension, kind: 'max', position: max },
    ]),
  with: (gate, { dimension, kind }, position) => ({
    ...gate,
    ranges: gate.ranges.map((range, i) => closedBounds({ ...range, ...(i === dimension ? { [kind]: position } : {}) })),
  }),
};

export const tools: readonly GateTool<RectangleGate>[] = [
  {
    name: 'rectangle',
    gesture: 'box',
    gateOf: (x, y) => rectangleGate([x, y]),
  },
  { name: 'range', gesture: 'line', gateOf: (x) => rectangleGate([x]) },
];

/** Two opposite corners; open sides lie on the window. */
export function cornersOf({ ranges: [xs, ys] }: RectangleGate, window: PlotWindow): readonly [Point, Point] {
  const [x, y] = [endsOf(xs, window.x), endsOf(ys, window.y)];
  return [
    [x.min, y.min],
    [x.max, y.max],
  ];
}
