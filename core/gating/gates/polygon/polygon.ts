import * as z from 'zod';
import { type Bitmask, fillWords } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';
import { bandsOf, isInsideBands } from './polygon-bands.ts';
import { polygonShape } from './polygon-shape.ts';

/** A polygon by its vertices, closed by itself. It may cross itself: inside is what a line from afar crosses an odd number of times. */
export const polygonSchema = z.strictObject({
  kind: z.literal('polygon'),
  vertices: z.array(z.tuple([z.number(), z.number()])).min(3),
  /** The events outside are meant. */
  outside: z.literal(true).optional(),
});
export type PolygonGate = z.infer<typeof polygonSchema>;

export const polygon: GateKind<PolygonGate> = {
  populationCount: () => 1,
  dimensionCount: () => 2,
  evaluate({ vertices, outside = false }, { columns, eventCount }, [members]) {
    const [xs, ys] = [columns[0]!, columns[1]!];
    const [left, right] = bounds(vertices.map(([x]) => x));
    const [bottom, top] = bounds(vertices.map(([, y]) => y));
    const bands = bandsOf(vertices, bottom, top);
    fillWords(members as Bitmask, eventCount, (start, end) => {
      let word = 0;
      for (let event = start; event < end; event++) {
        const x = xs[event]!;
        const y = ys[event]!;
        if (x >= left && x <= right && y >= bottom && y <= top) {
          if (isInsideBands(bands, x, y) !== outside) word |= 1 << event;
        } else if (outside && !Number.isNaN(x) && !Number.isNaN(y)) word |= 1 << event;
      }
      return word;
    });
  },
  work: ({ vertices, outside = false }) => ({
    shape: shapeOf(vertices),
    run: ({ kernels: { inPolygon }, columns: [xs, ys], events, words: [words], shape }) =>
      inPolygon(xs!, ys!, events, shape, outside, words!.byteOffset),
  }),
  mapCoordinates: (gate, [x, y]) => ({ ...gate, vertices: gate.vertices.map(([vx, vy]): [number, number] => [x!(vx), y!(vy)]) }),
};

/** A protocol's polygon is that of every file of a batch. */
const shapes = new WeakMap<Vertices, Uint8Array>();
function shapeOf(vertices: Vertices): Uint8Array {
  const shape = shapes.get(vertices) ?? polygonShape(vertices);
  shapes.set(vertices, shape);
  return shape;
}

const bounds = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];

/**
 * Even-odd rule over half-open edges. A point on a left or bottom edge belongs, one on a right or top edge does not,
 * as for rectangles, so that polygons side by side share no event and lose none.
 */
export const isInside = (vertices: Vertices, x: number, y: number): boolean => insideTest(vertices)(x, y);

type Vertices = readonly (readonly [number, number])[];

/** The same for many points of one polygon. */
export function insideTest(vertices: Vertices): (x: number, y: number) => boolean {
  const xs = Float64Array.from(vertices, ([x]) => x);
  const ys = Float64Array.from(vertices, ([, y]) => y);
  return (x, y) => {
    let inside = false;
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      const yi = ys[i]!;
      const yj = ys[j]!;
      if (yi > y !== yj > y && x < ((xs[j]! - xs[i]!) * (y - yi)) / (yj - yi) + xs[i]!) inside = !inside;
    }
    return inside;
  };
}
