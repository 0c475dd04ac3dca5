import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import type { TransformKind } from '../kind/transform.ts';

/** Gating-ML 2.0 flin: (x + A) / (T + A). T top of scale, A added below zero. */
const linearSchema = z
  .strictObject({ kind: z.literal('linear'), T: z.number().positive(), A: z.number().min(0).default(0) })
  .refine(({ T, A }) => A <= T, rule({ en: '0 <= A <= T', ja: '0 <= A <= Tでなければなりません' }));
export type Linear = z.infer<typeof linearSchema>;

export const linear: TransformKind<Linear> = {
  schema: linearSchema,
  words: { en: 'linear', ja: '線形' },
  isStraight: true,
  isForDyes: false,
  marks: 'round',
  closedEnds: 'both',
  shown: (zero) => ({ min: zero, max: 1.02 }),
  usual: ({ T }) => linearScale(T),
  stretched: ({ T, A }, factor) => linearScale(T * factor, A * factor),
  compile: ({ T, A }) => ({ scale: (value) => (value + A) / (T + A), unscale: (position) => position * (T + A) - A }),
};

export const linearScale = (T: number, A = 0): Linear => ({ kind: 'linear', T, A });
