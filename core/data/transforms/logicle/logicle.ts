import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { solveLogRoot } from '../kind/log-root.ts';
import { inPieces, reflect } from '../kind/pieces.ts';
import { aroundZero, type Scale, type TransformKind } from '../kind/transform.ts';

/**
 * Logicle (Parks 2006; Moore and Parks 2012; Gating-ML 2.0): T top of scale, M decades, W linear width, A extra negative decades.
 * Exact to a few units in the last place of the scale.
 */
const logicleSchema = z
  .strictObject({
    kind: z.literal('logicle'),
    T: z.number().positive(),
    W: z.number().min(0),
    M: z.number().positive(),
    A: z.number().default(0),
  })
  .refine(({ W, M }) => 2 * W <= M, rule({ en: 'W <= M / 2', ja: 'W <= M / 2でなければなりません' }))
  .refine(({ W, M, A }) => -W <= A && A <= M - 2 * W, rule({ en: '-W <= A <= M - 2W', ja: '-W <= A <= M - 2Wでなければなりません' }));
export type Logicle = z.infer<typeof logicleSchema>;

/** B(y) = a e^(b y) - c e^(-d y) - f, the inverse scale, for y from x1 up; below x1 it is reflected. */
interface Biexponential {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly f: number;
  /** The scale position of the linear value 0. */
  readonly x1: number;
  /** Taylor coefficients of B at x1, where the closed form cancels. */
  readonly taylor: readonly number[];
  readonly taylorReach: number;
}

export const logicle: TransformKind<Logicle> = {
  schema: logicleSchema,
  words: { en: 'logicle', ja: 'logicle' },
  isStraight: false,
  isForDyes: true,
  marks: 'decades',
  shown: aroundZero,
  usual: ({ T, M }) => logicleScale(T, M, Math.min(0.5, M / 2)),
  // one decade of linear part: negatives of bright dyes stay in sight
  sideBySide: ({ T, M }) => logicleScale(T, M, 1),
  compile(params) {
    const curve = solveCurve(params);
    const { x1, b, taylor } = curve;
    const { at, pieces } = inPieces((size) => positionOf(curve, size), taylor[0]! / b, params.T);
    return {
      scale: (value) => reflect(at, x1, value),
      unscale: (position) => reflected(curve, position),
      ...(pieces && { pieces: { ...pieces, zero: x1 } }),
    } satisfies Scale;
  },
};

function solveCurve({ T, W, M, A }: Logicle): Biexponential {
  const w = W / (M + A);
  const x1 = A / (M + A) + w;
  const x0 = x1 + w;
  const b = (M + A) * Math.LN10;
  const d = solveLogRoot(b, w);
  const cOverA = Math.exp(x0 * (b + d));
  const fOverA = Math.exp(b * x1) - cOverA * Math.exp(-d * x1);
  const a = T / (Math.exp(b) - fOverA - cOverA * Math.exp(-d));
  const c = cOverA * a;
  return { a, b, c, d, f: fOverA * a, x1, taylor: taylorAt(x1, a, b, c, d), taylorReach: w / 4 };
}

function taylorAt(x1: number, a: number, b: number, c: number, d: number): readonly number[] {
  let positive = a * Math.exp(b * x1);
  let negative = -c * Math.exp(-d * x1);
  return Array.from({ length: 16 }, (_, i) => {
    positive *= b / (i + 1);
    negative *= -d / (i + 1);
    return i === 1 ? 0 : positive + negative; // the second derivative is 0 at x1 by construction
  });
}

function taylorSum(coefficients: readonly number[], t: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = (sum + coefficients[k]!) * t;
  return sum;
}

/** B(y) for y >= x1. */
function biexponential(curve: Biexponential, y: number): number {
  const t = y - curve.x1;
  if (t < curve.taylorReach) return taylorSum(curve.taylor, t);
  return curve.a * Math.exp(curve.b * y) - curve.c * Math.exp(-curve.d * y) - curve.f;
}

const reflected = (curve: Biexponential, y: number): number =>
  y >= curve.x1 ? biexponential(curve, y) : -biexponential(curve, 2 * curve.x1 - y);

/** y >= x1 with B(y) = value, by Halley's steps inside a bracket. */
function positionOf(curve: Biexponential, value: number): number {
  const { a, b, c, d, f, x1, taylor, taylorReach } = curve;
  if (value === 0) return x1;
  let y = value < f ? x1 + value / taylor[0]! : Math.log(value / a) / b;
  if (!(y > x1)) y = x1 + value / taylor[0]!;
  let low = x1;
  let high = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 100; step++) {
    const rising = a * Math.exp(b * y);
    const falling = c * Math.exp(-d * y);
    const t = y - x1;
    const residual = (t < taylorReach ? taylorSum(taylor, t) : rising - falling - f) - value;
    if (residual === 0) return y;
    if (residual > 0) high = y;
    else low = y;
    const slope = b * rising + d * falling;
    const bend = b * b * rising - d * d * falling;
    const next = y - residual / (slope * (1 - (residual * bend) / (2 * slope * slope)));
    // Halley's steps converge cubically: after one this small the error is below the last place
    if (next > low && next < high && Math.abs(next - y) < 1e-6) return next;
    y = next > low && next < high ? next : high === Number.POSITIVE_INFINITY ? y + 1 : (low + high) / 2;
  }
  return y;
}

export const logicleScale = (T: number, M: number, W: number): Logicle => ({ kind: 'logicle', T, W, M, A: 0 });
