import * as z from 'zod';
import type { Point } from '../kind/geometry.ts';

/** A polygon by its vertices, closed by itself. It may cross itself: inside is what a line from afar crosses an odd number of times. */
export const polygonSchema = z.strictObject({
  kind: z.literal('polygon'),
  vertices: z.array(z.tuple([z.number(), z.number()])).min(3),
  /** The events outside are meant. */
  outside: z.literal(true).optional(),
});
export type PolygonGate = z.infer<typeof polygonSchema>;

export const polygonGate = (vertices: readonly Point[]): PolygonGate => ({ kind: 'polygon', vertices: vertices.map(([x, y]) => [x, y]) });
