import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleColumns } from '../../../../core/data/events/sample-columns.ts';
import { compileTransform, type Transform } from '../../../../core/data/transforms/transforms.ts';
import { fittedRange } from '../../../../core/statistics/histograms/axis-range.ts';
import { axisOf, BINS, binOf, countOffScale, rangeShown } from '../../../../core/statistics/histograms/plot-data.ts';

const stated = { min: 0, max: 1.02 };

describe('the automatic range of an axis', () => {
  it('stays the stated one where events fill two thirds of it', () => {
    expect(fittedRange(stated, { min: 0.02, max: 0.8 }, false)).toEqual(stated);
  });
  it('ends a little above the events where they fill less, and keeps the zero', () => {
    const { min, max } = fittedRange(stated, { min: 0.001, max: 0.01 }, false);
    expect(min).toBe(0);
    expect(max).toBeCloseTo(0.01027, 5);
  });
  it('leaves the zero where all events are far above it', () => {
    const { min, max } = fittedRange(stated, { min: 0.29, max: 0.41 }, false);
    expect([min, max]).toEqual([expect.closeTo(0.2864, 4), expect.closeTo(0.4136, 4)]);
  });
  it('reaches as far as events lie beyond the stated range', () => {
    const { min, max } = fittedRange(stated, { min: -0.3, max: 1.4 }, true);
    expect(min).toBeLessThan(-0.3);
    expect(max).toBeGreaterThan(1.4);
  });
  it('shows half of the scale of a dye where there is noise alone', () => {
    const { min, max } = fittedRange({ min: -0.1, max: 1.02 }, { min: 0.05, max: 0.1 }, true);
    expect([min, max]).toEqual([-0.1, expect.closeTo(0.46, 10)]);
    const high = fittedRange({ min: -0.1, max: 1.02 }, { min: 0.7, max: 0.8 }, true);
    expect(high.max).toBe(1.02);
    expect(high.max - high.min).toBeCloseTo(0.56, 10);
  });
  it('holds the outermost events, and never less than the rule says', () => {
    const number = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.boolean(), (a, b, isForDyes) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { min, max } = fittedRange(stated, { min: low, max: high }, isForDyes);
        expect(min).toBeLessThanOrEqual(low);
        expect(max).toBeGreaterThanOrEqual(high);
        expect(max).toBeGreaterThan(min);
        if (isForDyes) expect(max - min).toBeGreaterThanOrEqual(0.51 - 1e-9);
        // half of it at least, on a linear scale
        else if (high > low) expect(high - low).toBeGreaterThanOrEqual((max - min) * 0.33);
      }),
    );
  });
  it('is the stated one where no event has a place', () => {
    expect(fittedRange(stated, { min: Number.NaN, max: Number.NaN }, true)).toEqual(stated);
    expect(fittedRange(stated, { min: Number.NEGATIVE_INFINITY, max: Number.NEGATIVE_INFINITY }, true)).toEqual(stated);
  });
});

describe('a range that was chosen', () => {
  const transform: Transform = { kind: 'linear', T: 1000, A: 0 };
  const channel = { used: { id: 'A', index: 1, name: 'A', compensated: false, transform }, index: 0, scale: compileTransform(transform) };
  const none = {} as SampleColumns;
  it('is what the axis shows; what lies on its ends is on scale, what lies beyond them in the outermost bins', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 900 }), fc.integer({ min: 1, max: 2000 }), (min, width) => {
        const axis = axisOf(channel, none, { min, max: min + width });
        const shown = rangeShown(axis, channel.scale);
        expect(shown.min).toBeCloseTo(min, 4);
        expect(shown.max).toBeCloseTo(min + width, 4);
        expect(binOf(channel.scale.scale(min), axis)).toBe(1);
        expect(binOf(channel.scale.scale(min + width), axis)).toBe(BINS - 2);
        expect(binOf(channel.scale.scale(min - width * 0.001), axis)).toBe(0);
        expect(binOf(channel.scale.scale(min + width * 1.001), axis)).toBe(BINS - 1);
      }),
    );
  });
});

it('counts what lies off scale, on a plane and along one axis', () => {
  const plane = new Uint32Array(BINS * BINS);
  for (const [row, column] of [
    [0, 0],
    [0, 7],
    [BINS - 1, 7],
    [7, 0],
    [7, BINS - 1],
    [7, 7],
    [BINS - 1, BINS - 1],
  ] as const)
    plane[row * BINS + column]! += 1;
  expect(countOffScale(plane)).toBe(6);
  const line = new Uint32Array(BINS);
  line.set([3, 5], 0);
  line[BINS - 1] = 4;
  expect(countOffScale(line)).toBe(7);
});
