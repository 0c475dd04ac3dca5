import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTransform, type Transform } from '../../../../../core/data/transforms/transforms.ts';
import { bisect, divide, exp, type Fixed, fixed, LN10, ln, multiply, ONE, toNumber } from '../../../../fixtures/fixed-point.ts';

/**
 * The range over which the solvers are held to 1e-12: T from 1 to 1e8, M from 1 to 8, W from 0 (hyperlog: M/100) to M/2, A over all
 * that the standard allows for that W; values over -T to T and near 0.
 */
const parameters = (least: number) =>
  fc
    .record({
      T: fc.double({ min: 1, max: 1e8, noNaN: true }),
      M: fc.double({ min: 1, max: 8, noNaN: true }),
      w: fc.double({ min: least, max: 1, noNaN: true }),
      a: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ T, M, w, a }) => {
      const W = (w * M) / 2;
      // from -W to M - 2W; M + A stays above half a decade
      const A = Math.max(-W + a * (M - W), 0.5 - M);
      return { T, W, M, A: Math.min(A, M - 2 * W) };
    });
const values = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -12, max: 0, noNaN: true }).map((power) => 10 ** power),
);

interface Parameters {
  readonly T: number;
  readonly W: number;
  readonly M: number;
  readonly A: number;
}

const positions = ({ W, M, A }: Parameters) => {
  const height = fixed(M) + fixed(A);
  const w = divide(fixed(W), height);
  const x1 = divide(fixed(A), height) + w;
  return { w, x1, x0: x1 + w, b: multiply(height, LN10) };
};

/** B(y) = a e^(b y) - c e^(-d y) - f of Gating-ML 2.0, above its zero. */
function logicleInverse(params: Parameters): { readonly rise: (y: Fixed) => Fixed; readonly zero: Fixed } {
  const { w, x1, x0, b } = positions(params);
  const d = w === 0n ? b : bisect((d) => 2n * ln(divide(d, b)) + multiply(w, d + b), 0n, 1n, b);
  const cOverA = exp(multiply(x0, b + d));
  const fOverA = exp(multiply(b, x1)) - multiply(cOverA, exp(-multiply(d, x1)));
  const a = divide(fixed(params.T), exp(b) - fOverA - multiply(cOverA, exp(-d)));
  return { zero: x1, rise: (y) => multiply(a, exp(multiply(b, y)) - multiply(cOverA, exp(-multiply(d, y))) - fOverA) };
}

/** EH(y) = a e^(b y) + c y - f. */
function hyperlogInverse(params: Parameters): { readonly rise: (y: Fixed) => Fixed; readonly zero: Fixed } {
  const { w, x1, x0, b } = positions(params);
  const cOverA = divide(exp(multiply(b, x0)), w);
  const fOverA = exp(multiply(b, x1)) + multiply(cOverA, x1);
  const a = divide(fixed(params.T), exp(b) + cOverA - fOverA);
  return { zero: x1, rise: (y) => multiply(a, exp(multiply(b, y)) + multiply(cOverA, y) - fOverA) };
}

function exactPosition({ rise, zero }: ReturnType<typeof logicleInverse>, value: number): number {
  const size = fixed(Math.abs(value));
  const above = bisect(rise, size, zero, zero + 2n * ONE, 130);
  return toNumber(value < 0 ? 2n * zero - above : above);
}

it('fixed-point arithmetic knows e and ln 10', () => {
  expect(exp(ONE).toString()).toMatch(/^2718281828459045235360287471352662497757247093699959574/);
  expect(LN10.toString()).toMatch(/^2302585092994045684017991454684364207601101488628772976/);
});

describe('a bisection in 60 decimal places agrees to 1e-12', () => {
  it.each([
    { kind: 'logicle' as const, inverse: logicleInverse, least: 0 },
    { kind: 'hyperlog' as const, inverse: hyperlogInverse, least: 0.02 },
  ])('$kind', ({ kind, inverse, least }) => {
    fc.assert(
      fc.property(parameters(least), fc.array(values, { minLength: 3, maxLength: 3 }), (params, shares) => {
        const transform: Transform = { kind, ...params };
        const { scale } = compileTransform(transform);
        const exact = inverse(params);
        for (const share of shares) expect(Math.abs(scale(share * params.T) - exactPosition(exact, share * params.T))).toBeLessThan(1e-12);
      }),
      { numRuns: 25 },
    );
  });

  it('arcsinh', () => {
    const params = fc.record({
      T: fc.double({ min: 1, max: 1e8, noNaN: true }),
      M: fc.double({ min: 0.5, max: 8, noNaN: true }),
      a: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(params, values, ({ T, M, a }, share) => {
        const A = a * M;
        const { scale } = compileTransform({ kind: 'arcsinh', T, M, A });
        const [reach, below] = [multiply(fixed(M), LN10), multiply(fixed(A), LN10)];
        const factor = divide((exp(reach) - exp(-reach)) / 2n, fixed(T));
        const rise = (y: Fixed): Fixed => {
          const argument = multiply(y, reach + below) - below;
          return divide((exp(argument) - exp(-argument)) / 2n, factor);
        };
        expect(Math.abs(scale(share * T) - toNumber(bisect(rise, fixed(share * T), -2n * ONE, 2n * ONE, 130)))).toBeLessThan(1e-12);
      }),
      { numRuns: 25 },
    );
  });
});
