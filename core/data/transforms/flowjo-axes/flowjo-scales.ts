import * as z from 'zod';
import type { TransformKind } from '../kind/transform.ts';

/** FlowJo's linear axis, minRange to maxRange over its display. Nothing is clamped: an event beyond the axis lies beyond 0 or 1. */
export const flowjoLinearSchema = z
  .strictObject({ kind: z.literal('flowjo-linear'), min: z.number(), max: z.number() })
  .refine(({ min, max }) => min < max, 'flowjo-linear: min < max');
export type FlowjoLinear = z.infer<typeof flowjoLinearSchema>;

export const flowjoLinear: TransformKind<FlowjoLinear> = {
  compile: ({ min, max }) => ({
    scale: (value) => (value - min) / (max - min),
    unscale: (position) => min + position * (max - min),
  }),
};

/** FlowJo's log axis: `decades` upwards from `offset`. A value at or below the offset lies on the axis, at 0, as FlowJo draws and counts it. */
export const flowjoLogSchema = z.strictObject({
  kind: z.literal('flowjo-log'),
  offset: z.number().positive(),
  decades: z.number().positive(),
});
export type FlowjoLog = z.infer<typeof flowjoLogSchema>;

export const flowjoLog: TransformKind<FlowjoLog> = {
  compile: ({ offset, decades }) => ({
    scale: (value) => (value > offset ? Math.log10(value / offset) / decades : Number.isNaN(value) ? value : 0),
    unscale: (position) => offset * 10 ** (decades * position),
  }),
};
