import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { aroundZero, type TransformKind } from '../kind/transform.ts';

/** Gating-ML 2.0 fasinh: (asinh(x sinh(M ln 10) / T) + A ln 10) / ((M + A) ln 10). The standard asks for 0 <= A <= M; FlowJo writes A above M too. */
const arcsinhSchema = z
  .strictObject({ kind: z.literal('arcsinh'), T: z.number().positive(), M: z.number().positive(), A: z.number().default(0) })
  .refine(({ M, A }) => M + A > 0, rule({ en: 'M + A > 0', ja: 'M + A > 0でなければなりません' }));
export type Arcsinh = z.infer<typeof arcsinhSchema>;

export const arcsinh: TransformKind<Arcsinh> = {
  schema: arcsinhSchema,
  words: { en: 'arcsinh', ja: 'arcsinh' },
  isStraight: false,
  isForDyes: true,
  marks: 'decades',
  shown: (zero) => ({ ...aroundZero(zero), max: 1.1 }),
  usual: ({ T, M }) => ({ kind: 'arcsinh', T, M, A: 0 }),
  compile({ T, M, A }) {
    const factor = Math.sinh(M * Math.LN10) / T;
    const below = A * Math.LN10;
    const height = (M + A) * Math.LN10;
    return {
      scale: (value) => (Math.asinh(value * factor) + below) / height,
      unscale: (position) => Math.sinh(position * height - below) / factor,
    };
  },
};

/** The cofactor form, asinh(x / cofactor), with its top at T. */
export const arcsinhOfCofactor = (cofactor: number, T: number): Arcsinh => ({
  kind: 'arcsinh',
  T,
  M: Math.asinh(T / cofactor) / Math.LN10,
  A: 0,
});
