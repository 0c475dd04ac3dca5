import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianInPlace, quantileInPlace } from '../../../../../core/base/math/median.ts';

const values = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 300 });

it('the median is that of the sorted values', () => {
  fc.assert(
    fc.property(values, (list) => {
      const sorted = Float64Array.from(list).sort();
      const n = sorted.length;
      const expected = ((sorted[(n - 1) >> 1] ?? 0) + (sorted[n >> 1] ?? 0)) / 2;
      expect(medianInPlace(Float64Array.from(list)) + 0).toBe(n % 2 === 1 ? (sorted[n >> 1] ?? 0) + 0 : expected + 0);
    }),
  );
});

it('quantiles are those of the sorted values (R type 7)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, p) => {
        const sorted = Float64Array.from(list).sort();
        const at = (sorted.length - 1) * p;
        const low = sorted[Math.floor(at)] ?? 0;
        expect(quantileInPlace(Float64Array.from(list), p)).toBeCloseTo(
          low + ((sorted[Math.ceil(at)] ?? 0) - low) * (at - Math.floor(at)),
          9,
        );
      },
    ),
  );
});

it('nothing has no median', () => expect(medianInPlace(new Float64Array(0))).toBeNaN());
