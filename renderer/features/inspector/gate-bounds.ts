import type { Gate } from '../../../core/gating/gates/gates.ts';

/** One number that a gate stands on. `position` is on the display scale (0 to 1); undefined is an open end. */
export interface Bound {
  readonly id: string;
  /** Which of the gate's dimensions it is a value of. */
  readonly dimension: number;
  readonly kind: 'min' | 'max' | 'divider' | 'dividerLeft' | 'dividerRight' | 'vertex';
  /** The vertex's place in the polygon, from 0. */
  readonly vertex?: number;
  readonly position: number | undefined;
}

/** Every number of a gate, in the order in which one reads it; none for a boolean gate. */
export function boundsOf(gate: Gate): readonly Bound[] {
  if (gate.kind === 'rectangle')
    return gate.ranges.flatMap(({ min, max }, dimension): readonly Bound[] => [
      { id: `${dimension}-min`, dimension, kind: 'min', position: min },
      { id: `${dimension}-max`, dimension, kind: 'max', position: max },
    ]);
  if (gate.kind === 'quadrant') return quadrantBounds(gate.x, gate.y);
  if (gate.kind === 'polygon')
    return gate.vertices.flatMap((point, vertex) =>
      point.map((position, dimension): Bound => ({ id: `${vertex}-${dimension}`, dimension, kind: 'vertex', vertex, position })),
    );
  return [];
}

/** A divider that is not staggered is one number, and stays so. */
function quadrantBounds(x: number, [left, right]: readonly [number, number]): readonly Bound[] {
  const divider: Bound = { id: 'x', dimension: 0, kind: 'divider', position: x };
  if (left === right) return [divider, { id: 'y', dimension: 1, kind: 'divider', position: left }];
  return [
    divider,
    { id: 'y-left', dimension: 1, kind: 'dividerLeft', position: left },
    { id: 'y-right', dimension: 1, kind: 'dividerRight', position: right },
  ];
}

/** The gate with one of its numbers elsewhere. Only a rectangle's end can be open. */
export function withBound(gate: Gate, { id, dimension, kind, vertex }: Bound, position: number | undefined): Gate {
  if (gate.kind === 'rectangle') {
    const ranges = gate.ranges.map(({ min, max }, i) => {
      const range = { min, max, ...(i === dimension ? { [kind]: position } : {}) };
      return { ...(range.min === undefined ? {} : { min: range.min }), ...(range.max === undefined ? {} : { max: range.max }) };
    });
    return { ...gate, ranges };
  }
  if (position === undefined) return gate;
  if (gate.kind === 'quadrant') {
    const [left, right] = gate.y;
    if (id === 'x') return { ...gate, x: position };
    return { ...gate, y: [id === 'y-right' ? left : position, id === 'y-left' ? right : position] };
  }
  if (gate.kind === 'polygon')
    return {
      ...gate,
      vertices: gate.vertices.map(([x, y], i) => (i !== vertex ? [x, y] : dimension === 0 ? [position, y] : [x, position])),
    };
  return gate;
}
