import { describe, expect, it } from 'vitest';
import { decayOf } from '../../../../../core/biology/residual/half-life.ts';
import { hasFlow } from '../../../../../core/biology/residual/has-flow.ts';
import { fateOf, logReduction } from '../../../../../core/biology/residual/log-reduction.ts';

const day = (at: number, cells: number, isBelow = false) => ({ day: at, cells, isBelow });

describe('residual cells over a culture', () => {
  it('have the half-life that they were drawn with', () => {
    const decay = decayOf([0, 4, 8, 12].map((at) => day(at, 1e6 * 2 ** (-at / 2.5))));
    expect(decay?.halfLifeDays).toBeCloseTo(2.5, 9);
  });

  it('have none with fewer than three detected days, or when they do not fall', () => {
    expect(decayOf([day(0, 1e6), day(7, 1e4), day(14, 1e3, true)])).toBeUndefined();
    expect(decayOf([day(0, 1e3), day(4, 1e4), day(8, 1e5)])?.halfLifeDays).toBeUndefined();
  });

  it('that lie below detection where the line passes anyway hardly move it', () => {
    const seen = [day(0, 1e6), day(3, 1.1e5), day(6, 0.9e4), day(9, 1.05e3)];
    const [plain, censored] = [decayOf(seen)!, decayOf([...seen, day(14, 1e4, true)])!];
    expect(censored.slopePerDay).toBeCloseTo(plain.slopePerDay, 2);
  });

  it('fell by at least so much where none was left', () => {
    const { log10, high, oneSidedLow } = logReduction({ n: 900, total: 50_000 }, { n: 0, total: 800_000 });
    expect([log10, high]).toEqual([undefined, undefined]);
    expect(oneSidedLow).toBeGreaterThan(3);
    expect(logReduction({ n: 0, total: 10 }, { n: 5, total: 10 })).toMatchObject({
      log10: undefined,
      low: undefined,
      oneSidedLow: undefined,
    });
  });

  it('are diluted as long as their number may have stayed', () => {
    expect([fateOf(-0.1, 0.3), fateOf(0.1, 0.3), fateOf(-0.4, -0.1)]).toEqual(['diluted', 'eliminated', 'grows']);
  });

  it('stand in one HAS-Flow group only where the interval does', () => {
    expect(hasFlow({ p: 90, d: 8, n: 3 })?.group).toBe('G1/G2');
    expect(hasFlow({ p: 16_800, d: 2100, n: 1100 })?.group).toBe('G2');
    expect(hasFlow({ p: 0, d: 0, n: 0 })).toBeUndefined();
  });
});
