import * as z from 'zod';
import type { TransformKind } from '../kind/transform.ts';

/** Gating-ML 2.0 flog: log10(x / T) / M + 1. M decades below T. */
const logSchema = z.strictObject({ kind: z.literal('log'), T: z.number().positive(), M: z.number().positive() });
export type Log = z.infer<typeof logSchema>;

export const log: TransformKind<Log> = {
  schema: logSchema,
  words: { en: 'log', ja: '対数' },
  isStraight: false,
  isForDyes: true,
  marks: 'positive-decades',
  shown: () => ({ min: 0, max: 1.02 }),
  usual: ({ T, M }) => logScale(T, M),
  compile: ({ T, M }) => ({
    scale: (value) => (value > 0 ? Math.log10(value / T) / M + 1 : Number.isNaN(value) ? value : Number.NEGATIVE_INFINITY),
    unscale: (position) => T * 10 ** (M * (position - 1)),
  }),
};

export const logScale = (T: number, M: number): Log => ({ kind: 'log', T, M });
