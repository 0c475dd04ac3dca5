import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramCurve, histogramTitle, topOf } from '../../../../../core/show/plot/histogram-curve.ts';

const counts = Uint32Array.from({ length: 256 }, (_, i) => Math.round(1000 * Math.exp(-((i - 90) ** 2) / 200)));
const total = counts.reduce((sum, count) => sum + count, 0);

describe('a histogram', () => {
  it('has the events of a bin upwards; smoothing keeps their sum', () => {
    expect([...histogramCurve(counts, { y: 'count', isSmoothed: false }, false).values]).toEqual([...counts]);
    const smooth = histogramCurve(counts, { y: 'count', isSmoothed: true }, false);
    expect(smooth.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 6);
    expect(topOf([smooth], false)).toBeGreaterThan(smooth.peak);
  });
  it('has 100 at its highest bin as percent of the maximum, and area 1 as a density', () => {
    for (const isSmoothed of [true, false]) {
      const modal = histogramCurve(counts, { y: 'modal', isSmoothed }, false);
      expect(Math.max(...modal.values)).toBeCloseTo(100, 9);
      const area = histogramCurve(counts, { y: 'area', isSmoothed }, false);
      expect(area.values.reduce((sum, value) => sum + value / counts.length, 0)).toBeCloseTo(1, 9);
    }
  });
  it('is the percentage up to each bin where it is cumulative, whatever the smoothing', () => {
    fc.assert(
      fc.property(fc.uint32Array({ minLength: 2, maxLength: 300, max: 1_000_000 }), fc.boolean(), (some, isSmoothed) => {
        const { values, peak } = histogramCurve(some, { y: 'count', isSmoothed }, true);
        expect(peak).toBe(100);
        expect(values.every((value, i) => i === 0 || value >= values[i - 1]!)).toBe(true);
        if (some.some((count) => count > 0)) expect(values.at(-1)).toBeCloseTo(100, 9);
      }),
    );
  });
  it('says its smoothing', () => {
    expect(histogramTitle({ y: 'count', isSmoothed: true }, false, 'en')).toBe('Events, smoothed');
    expect(histogramTitle({ y: 'modal', isSmoothed: false }, false, 'en')).toBe('% of maximum');
    expect(histogramTitle({ y: 'count', isSmoothed: true }, true, 'ja')).toBe('累積%');
  });
});
