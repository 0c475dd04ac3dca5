import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantileInPlace } from '../../../../../core/base/math/median.ts';
import { quantilesByBins } from '../../../../../core/base/math/quantiles-by-bins.ts';

const value = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 262_143),
);

it('quantiles by bins are those that are taken one by one, and leave the values alone', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 120 }), (list) => {
      const values = Float64Array.from(list);
      const shares = [1, 0.95, 0.5, 0.02, 0];
      const one = shares.map((share) => quantileInPlace(Float64Array.from(list), share));
      expect(quantilesByBins(values, new Float64Array(list.length + 3), shares)).toEqual(one);
      expect([...values]).toEqual(list);
    }),
  );
});
