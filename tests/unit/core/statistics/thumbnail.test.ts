import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packCounts, unpackCounts } from '../../../../core/statistics/histograms/thumbnail.ts';

const counts = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(300) }, fc.nat(0xffff_ffff)), { maxLength: 200 })
  .map((all) => Uint32Array.from(all));

it('gives packed counts back as they were, in fewer bytes where most are none', () => {
  fc.assert(fc.property(counts, (some) => void expect(unpackCounts(packCounts(some), some.length)).toEqual(some)));
  expect(packCounts(new Uint32Array(4096)).length).toBeLessThan(4);
});

it('refuses bytes that are not those of so many counts', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 5 }), (some, more) => {
      const packed = packCounts(some);
      expect(unpackCounts(packed, some.length + more)).toBeUndefined();
      expect(unpackCounts(Uint8Array.from([...packed, 1]), some.length)).toBeUndefined();
      if (packed.length > 0) expect(unpackCounts(packed.subarray(0, -1), some.length)).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void unpackCounts(bytes, 64)));
});
