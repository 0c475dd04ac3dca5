import * as z from 'zod';
import { solveIncreasing } from '../../../base/math/solve-increasing.ts';
import { rule } from '../../../base/rule.ts';
import { inPieces, reflect } from '../kind/pieces.ts';
import { aroundZero, type TransformKind } from '../kind/transform.ts';

/**
 * Hyperlog (Bagwell 2005; Gating-ML 2.0 section 6.5): the inverse is EH(y) = a e^(b y) + c y - f, linear near 0 and exponential
 * far from it. T top of scale, M decades, W linear width, A extra negative decades. W is positive: with 0 the linear part has no slope.
 */
const hyperlogSchema = z
  .strictObject({
    kind: z.literal('hyperlog'),
    T: z.number().positive(),
    W: z.number().positive(),
    M: z.number().positive(),
    A: z.number().default(0),
  })
  .refine(({ W, M }) => 2 * W <= M, rule({ en: 'W <= M / 2', ja: 'W <= M / 2でなければなりません' }))
  .refine(({ W, M, A }) => -W <= A && A <= M - 2 * W, rule({ en: '-W <= A <= M - 2W', ja: '-W <= A <= M - 2Wでなければなりません' }));
export type Hyperlog = z.infer<typeof hyperlogSchema>;

export const hyperlog: TransformKind<Hyperlog> = {
  schema: hyperlogSchema,
  words: { en: 'hyperlog', ja: 'hyperlog(双曲対数)' },
  isStraight: false,
  isForDyes: true,
  marks: 'decades',
  shown: aroundZero,
  usual: ({ T, M }) => ({ kind: 'hyperlog', T, W: Math.min(0.5, M / 2), M, A: 0 }),
  compile(params) {
    const { rise, slopes, x1, b, T } = solveCurve(params);
    const solve = (value: number): number => {
      if (value === 0) return x1;
      if (value === T) return 1;
      const guess = Math.min(value / slopes(0).slope, Math.max(0, Math.log1p(value / T) / Math.LN2));
      return x1 + solveIncreasing(rise, slopes, value, guess);
    };
    const { at, pieces } = inPieces(solve, slopes(0).slope / b, T);
    return {
      scale: (value) => reflect(at, x1, value),
      unscale: (position) => (position >= x1 ? rise(position - x1) : -rise(x1 - position)),
      ...(pieces && { pieces: { ...pieces, zero: x1 } }),
    };
  },
};

/** EH about its zero x1: EH(x1 + t) = a e^(b x1) expm1(b t) + c t, which does not cancel near 0. */
function solveCurve({ T, W, M, A }: Hyperlog) {
  const w = W / (M + A);
  const x1 = A / (M + A) + w;
  const x0 = x1 + w;
  const b = (M + A) * Math.LN10;
  // c / a = e^(b x0) / w; both are divided by e^(b x1), so that nothing overflows
  const steepness = Math.exp(b * (x0 - x1)) / w;
  const top = 1 - x1;
  const height = T / (Math.expm1(b * top) + steepness * top);
  const rise = (t: number): number => height * (Math.expm1(b * t) + steepness * t);
  const slopes = (t: number) => {
    const bend = height * b * b * Math.exp(b * t);
    return { slope: bend / b + height * steepness, bend };
  };
  return { rise, slopes, x1, b, T };
}
