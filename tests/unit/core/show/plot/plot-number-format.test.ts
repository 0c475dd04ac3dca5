import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatNumber, formatPercent, formatRange, formatValue } from '../../../../../core/show/plot/number-format.ts';

describe('numbers', () => {
  it('have three significant digits, separators and no exponent', () => {
    expect([1_234_567, 45.26, 0.012_345_6, 999.6, 12, -3.456, 0, 1e21, Number.NaN].map((n) => formatNumber(n))).toEqual([
      '1,230,000',
      '45.3',
      '0.0123',
      '1,000',
      '12.0',
      '−3.46',
      '0',
      '1,000,000,000,000,000,000,000',
      '–',
    ]);
    expect(formatNumber(1e-9)).toBe('<0.000001');
    expect([0, 999, 1000, -1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '−1,234,567']);
    expect(formatValue(48_211)).toBe('48,211');
    expect(formatValue(34.812)).toBe('34.8');
  });

  it('of percent say what is small and what is nearly all', () => {
    expect([0, 0.003, 0.0123, 0.1, 18.44, 99.94, 99.97, 100, undefined, Number.NaN].map((n) => formatPercent(n))).toEqual([
      '0',
      '<0.01',
      '0.0123',
      '0.100',
      '18.4',
      '99.9',
      '>99.9',
      '100',
      '–',
      '–',
    ]);
    expect(formatRange(17.96, 18.91)).toBe('18.0–18.9');
  });

  it('stay within half a unit of their third digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
        const text = formatNumber(value);
        expect(text).toMatch(/^[\d,]+(\.\d+)?$/);
        expect(Math.abs(Number(text.replaceAll(',', '')) / value - 1)).toBeLessThanOrEqual(0.005_01);
      }),
    );
  });
});
