import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { aroundZero, type TransformKind } from '../kind/transform.ts';
import { logicle, logicleScale } from '../logicle/logicle.ts';

/**
 * Logicle of what was stored as its logarithm: 10^(decades x). On a logarithm the noise about zero is half a pile at its floor and half a
 * hump decades wide; on this scale it is one peak again.
 */
const storedLogSchema = z
  .strictObject({
    kind: z.literal('stored-log'),
    /** Decades of the signal that a stored step of 1 stands for. */
    decades: z.number().positive(),
    T: z.number().positive(),
    W: z.number().min(0),
    M: z.number().positive(),
  })
  .refine(({ W, M }) => 2 * W <= M, rule({ en: 'W <= M / 2', ja: 'W <= M / 2でなければなりません' }));
export type StoredLog = z.infer<typeof storedLogSchema>;

/** What is taken for a signal of 0, whose logarithm is no number. */
const LEAST = 1e-9;

export const storedLog: TransformKind<StoredLog> = {
  schema: storedLogSchema,
  words: { en: 'logicle of stored logarithms', ja: '対数値のlogicle表示' },
  isStraight: false,
  isForDyes: true,
  marks: 'round',
  shown: aroundZero,
  compile({ decades, T, W, M }) {
    const { scale, unscale } = logicle.compile(logicleScale(T, M, W));
    // above its top a logicle is all but a logarithm: what is stored goes on evenly, however large
    const [top, step] = [Math.log10(T) / decades, decades / M];
    return {
      scale: (value) => (value > top ? 1 + step * (value - top) : scale(10 ** (decades * value))),
      unscale: (position) => (position > 1 ? top + (position - 1) / step : Math.log10(Math.max(LEAST, unscale(position))) / decades),
    };
  },
};
