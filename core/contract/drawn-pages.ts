import * as z from 'zod';
import type { Drawing } from '../show/plot/drawing.ts';

const at = z.number();
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const text = z.string().max(10_000);
/** Pixels along a side of a raster. */
const side = z.int().min(1).max(4096);

const commandSchema = z.union([z.tuple([z.enum(['move', 'line']), at, at]), z.tuple([z.literal('close')])]);
const shapeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('path'),
    commands: z.array(commandSchema),
    stroke: colour.optional(),
    fill: colour.optional(),
    width: at.optional(),
    dash: z.array(at).optional(),
    opacity: at.optional(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    x: at,
    y: at,
    runs: z.array(z.strictObject({ text, raised: z.boolean().optional() })),
    size: at,
    anchor: z.enum(['start', 'middle', 'end']),
    weight: z.union([z.literal(400), z.literal(600)]),
    colour,
    rotate: at.optional(),
    room: at.optional(),
  }),
  z.strictObject({
    kind: z.literal('raster'),
    x: at,
    y: at,
    width: at,
    height: at,
    columns: side,
    rows: side,
    pixels: z.custom<Uint8ClampedArray>((value) => value instanceof Uint8ClampedArray),
  }),
]);

/** Typed here as what is drawn; checked shape by shape. */
export const drawingSchema = z.custom<Drawing>((value) => z.array(shapeSchema).safeParse(value).success);

/** Points along a side of a page: what a PDF may have. */
const length = z.number().min(1).max(14_400);

/** Pages as they are drawn, for a PDF: sizes in points. */
export const drawnPagesSchema = z
  .array(
    z.strictObject({
      title: text,
      width: length,
      height: length,
      drawing: drawingSchema,
    }),
  )
  .min(1)
  .max(2_000);
export type DrawnPage = z.infer<typeof drawnPagesSchema>[number];
