import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcsinhOfCofactor } from '../../../../../core/data/transforms/arcsinh/arcsinh.ts';
import { biexponentialTable } from '../../../../../core/data/transforms/biexponential/biexponential.ts';
import { compileTransform, transformSchema } from '../../../../../core/data/transforms/transforms.ts';
import { hasShared, sharedFolder } from '../../../../shared-data.ts';
import { transformExamples } from './transform-examples.ts';

describe.each(Object.values(transformExamples))('every transform: $kind', (transform) => {
  const { scale, unscale } = compileTransform(transform);

  it('unscales what it scales', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 2e5, noNaN: true }), (value) => {
        expect(Math.abs(unscale(scale(value)) - value)).toBeLessThan(1e-9 * value + 1e-9);
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

  it('keeps order over all finite values', () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const [before, after] = [scale(low), scale(high)];
        // exact to a few units in the last place: neighbours may trade places there
        const place = Number.isFinite(after) ? 4 * Number.EPSILON * Math.max(1, Math.abs(after)) : 0;
        expect(before).toBeLessThanOrEqual(after + place);
      }),
    );
  });

  it('refuses parameters outside its domain', () => {
    for (const key of Object.keys(transform).filter((key) => key !== 'kind' && key !== 'min' && key !== 'A' && key !== 'negative'))
      for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY, key === 'width' ? 1 : -1e9])
        expect(transformSchema.safeParse({ ...transform, [key]: bad }).success, `${key} = ${bad}`).toBe(false);
  });
});

describe("FlowJo's scales", () => {
  it('biexponential: below its table a value lies at 0, above it the order goes on', () => {
    const { scale } = compileTransform(transformExamples.biexponential);
    expect(scale(-1e9)).toBe(0);
    expect(scale(1e6)).toBeGreaterThan(1);
    // FlowJo's zero channel is whole: 4096 * 1 / 4.4185 decades, rounded down
    expect(scale(0)).toBe(927 / 4096);
  });

  it('log: at and below its offset a value lies at 0', () => {
    const { scale } = compileTransform({ kind: 'flowjo-log', offset: 10, decades: 4 });
    expect([scale(-5), scale(10), scale(100), scale(1e5)]).toEqual([0, 0, 0.25, 1]);
  });
});

describe.runIf(hasShared)("FlowJo's printed table", () => {
  it('agrees to its six digits', () => {
    const file = path.join(sharedFolder, 'flowjo', 'biex_lut_l256_w-7.943282_neg1_pos4.41854_max262144.000029.csv');
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const table = biexponentialTable({ width: -7.943282, negative: 1, positive: 4.41854, top: 262_144.000029 });
    expect(rows).toHaveLength(4096);
    for (const row of rows) {
      const [entry, value] = row.split(',').map(Number) as [number, number];
      // printed with six digits
      expect(Math.abs(table[entry]! - value)).toBeLessThan(5.1e-6 * Math.abs(value) + 1e-9);
    }
  });
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
  const { scale } = compileTransform(transformExamples.log);
  expect(scale(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(scale(-5)).toBe(Number.NEGATIVE_INFINITY);
  expect(scale(10_000)).toBe(1);
  expect(scale(1)).toBeCloseTo(0, 14);
});
