import * as z from 'zod';
import type { TransformKind } from '../kind/transform.ts';

/** Gating-ML 2.0 flin: (x + A) / (T + A). T top of scale, A added below zero. */
export const linearSchema = z
  .strictObject({ kind: z.literal('linear'), T: z.number().positive(), A: z.number().min(0).default(0) })
  .refine(({ T, A }) => A <= T, 'linear: 0 <= A <= T');
export type Linear = z.infer<typeof linearSchema>;

export const linear: TransformKind<Linear> = {
  compile: ({ T, A }) => ({ scale: (value) => (value + A) / (T + A), unscale: (position) => position * (T + A) - A }),
};
