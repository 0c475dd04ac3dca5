import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcsinhOfCofactor } from '../../../core/transforms/arcsinh.ts';
import { compileTransform, type Transform } from '../../../core/transforms/transforms.ts';

const examples: { readonly [Kind in Transform['kind']]: Transform } = {
  linear: { kind: 'linear', T: 262_144, A: 100 },
  log: { kind: 'log', T: 10_000, M: 4 },
  arcsinh: { kind: 'arcsinh', T: 1000, M: 4, A: 1 },
  logicle: { kind: 'logicle', T: 262_144, W: 0.7, M: 4.5, A: 0 },
};

describe.each(Object.values(examples))('every transform: $kind', (transform) => {
  const { scale, unscale } = compileTransform(transform);

  it('unscales what it scales', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 2e5, noNaN: true }), (value) => {
        expect(unscale(scale(value)) / value).toBeCloseTo(1, 9);
      }),
    );
  });

  it('rises strictly', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e5, noNaN: true }), fc.double({ min: 1.001, max: 10, noNaN: true }), (value, factor) => {
        expect(scale(value * factor)).toBeGreaterThan(scale(value));
      }),
    );
  });

  it('gives NaN for NaN', () => expect(scale(Number.NaN)).toBeNaN());
});

it('arcsinh follows the Gating-ML 2.0 formula', () => {
  const { scale } = compileTransform({ kind: 'arcsinh', T: 1000, M: 4, A: 1 });
  const expected = (x: number) => (Math.asinh((x * Math.sinh(4 * Math.LN10)) / 1000) + Math.LN10) / (5 * Math.LN10);
  for (const x of [-10, 0, 0.3, 100, 1000]) expect(scale(x)).toBeCloseTo(expected(x), 14);
});

it('arcsinh of a cofactor is asinh(x / cofactor), its top at 1', () => {
  const { scale } = compileTransform(arcsinhOfCofactor(5, 1500));
  expect(scale(1500)).toBeCloseTo(1, 12);
  expect(scale(50)).toBeCloseTo(Math.asinh(10) / Math.asinh(300), 12);
});

it('log puts what it cannot show below every gate', () => {
  const { scale } = compileTransform(examples.log);
  expect(scale(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(scale(-5)).toBe(Number.NEGATIVE_INFINITY);
  expect(scale(10_000)).toBe(1);
  expect(scale(1)).toBeCloseTo(0, 14);
});
