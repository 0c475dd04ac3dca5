import { describe, expect, it } from 'vitest';
import { count, has } from '../../../../../core/data/events/bitmask.ts';
import { assessQuality } from '../../../../../core/gating/quality/assess-quality.ts';
import { eventsPerBin } from '../../../../../core/gating/quality/peacoqc.ts';
import type { QualityInput } from '../../../../../core/gating/quality/quality.ts';
import { qualitySentences } from '../../../../../core/gating/quality/quality-findings.ts';
import { qualityOptionsSchema } from '../../../../../core/gating/quality/quality-options.ts';
import { repairTime } from '../../../../../core/gating/quality/repair-time.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { acquisition } from './quality-support.ts';

const codesOf = (input: QualityInput) => assessQuality(input).findings.map(({ code }) => code);

describe('a clean acquisition', () => {
  it.each([2000, 20_000, 100_000])('of %i events loses nothing', (events) => {
    const report = assessQuality(acquisition(events));
    expect(report.removedPercent).toBeLessThanOrEqual(0.5);
    expect(report.verdict).toBe('good');
    expect(report.findings.every(({ code }) => Object.hasOwn(qualitySentences, code))).toBe(true);
  });
});

describe('a step of 0.1 scale units', () => {
  it.each([
    [5000, 12_000, 0.1],
    [0, 4000, -0.1],
    [15_000, 20_000, 0.1],
  ])('from event %i to %i is found', (from, to, step) => {
    const { kept, verdict, findings } = assessQuality(
      acquisition(20_000, (value, event) => (event >= from && event < to ? value + step : value)),
      qualityOptionsSchema.parse({ budgetPercent: 60 }),
    );
    let [found, spared] = [0, 0];
    for (let event = 0; event < 20_000; event++) {
      const bad = event >= from && event < to;
      if (bad && !has(kept, event)) found++;
      if (!bad && has(kept, event)) spared++;
    }
    expect((found / (to - from) + spared / (20_000 - to + from)) / 2).toBeGreaterThan(0.9);
    expect(verdict).toBe('review');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'signal-unstable', values: expect.objectContaining({ channel: 'A' }) }),
    );
  });

  it('beyond the budget removes nothing and asks for a person', () => {
    const report = assessQuality(acquisition(20_000, (value, event) => (event < 8000 ? value + 0.15 : value)));
    expect(report).toMatchObject({ overBudget: true, removedPercent: 0, verdict: 'review' });
    expect(count(report.kept)).toBe(20_000);
  });
});

describe('slow drift', () => {
  it('is noted with its size, not cut', () => {
    const report = assessQuality(acquisition(40_000, (value, event) => value + (0.12 * event) / 40_000));
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'signal-drift', severity: 'review' }));
    expect(report.removedPercent).toBeLessThan(5);
  });
});

describe('the flow', () => {
  const changed = (rate: (second: number) => number): QualityInput => {
    const input = acquisition(20_000);
    const random = seedRandom(9);
    let now = 0;
    const time = Float64Array.from({ length: 20_000 }, () => {
      now += random.exponential(0.25 / rate(now / 100));
      return Math.floor(now);
    });
    return { ...input, time: [time] };
  };
  it('that clogs is told from one that surges', () => {
    expect(codesOf(changed((second) => (second > 10 && second < 16 ? 0.1 : 1)))).toContain('flow-clog');
    expect(codesOf(changed((second) => (second > 10 && second < 13 ? 4 : 1)))).toContain('flow-surge');
  });
  it('that stops is a gap', () => {
    const input = acquisition(20_000);
    const time = input.time![0]!;
    const gap = Float64Array.from(time, (tick) => (tick > 2000 ? tick + 500 : tick));
    expect(codesOf({ ...input, time: [gap] })).toContain('flow-gap');
  });
});

describe('the clock', () => {
  it('that began anew is joined', () => {
    const time = Float64Array.from({ length: 3000 }, (_, event) => event % 1000);
    const { seconds, findings } = repairTime([time], 0.01, 3000);
    expect(findings.map(({ code }) => code)).toEqual(['time-wrapped']);
    expect(seconds![2999]).toBeGreaterThan(seconds![1500]!);
  });
  it('whose events are out of order is put in order', () => {
    const random = seedRandom(4);
    const { order, findings } = repairTime([Float64Array.from({ length: 3000 }, () => Math.floor(random.uniform() * 1e5))], 0.01, 3000);
    expect(findings.map(({ code }) => code)).toEqual(['time-unordered']);
    expect(order).toHaveLength(3000);
  });
  it('that is absent, stands still or runs for days is said so', () => {
    expect(repairTime(undefined, undefined, 10).findings[0]?.code).toBe('no-time');
    expect(repairTime([new Float64Array(10)], 0.01, 10).findings[0]?.code).toBe('clock-constant');
    expect(repairTime([new Float64Array(10).fill(Number.NaN)], 0.01, 10).findings[0]?.code).toBe('clock-not-numbers');
    expect(repairTime([Float64Array.of(0, 1e8)], 0.01, 2).findings[0]?.code).toBe('time-implausible');
  });
});

describe('the start of a file', () => {
  it('with cells of the tube before is carry-over', () => {
    const random = seedRandom(5);
    const input = acquisition(20_000, (value, event) => (event < 900 && random.chance(0.6) ? 0.9 + 0.02 * random.normal() : value));
    expect(codesOf(input)).toContain('carry-over');
    expect(codesOf(acquisition(20_000))).not.toContain('carry-over');
  });
});

describe('the ends of a scale', () => {
  it('where values pile up are off scale; the largest single value is not', () => {
    const input = acquisition(20_000, (value, event) => (event % 10 === 0 ? 1 : value));
    expect(assessQuality(input).findings).toContainEqual(expect.objectContaining({ code: 'off-scale', severity: 'review' }));
    expect(codesOf(acquisition(20_000))).not.toContain('off-scale');
  });
});

describe('the mode by the rules of PeacoQC', () => {
  it('has its bin sizes: a step of 500 is added even where the number divides', () => {
    expect([10_000, 125_000, 200_000, 1_000_000].map(eventsPerBin)).toEqual([500, 1000, 1000, 4500]);
  });
  it('finds a large step too', () => {
    const options = qualityOptionsSchema.parse({ mode: 'peacoqc', budgetPercent: 100 });
    const report = assessQuality(
      acquisition(100_000, (value, event) => (event > 60_000 && event < 75_000 ? value + 0.2 : value)),
      options,
    );
    expect(report.removedPercent).toBeGreaterThan(12);
    expect(report.removedPercent).toBeLessThan(20);
  });
});

it('gives the same report twice', () => {
  const input = acquisition(20_000, (value, event) => (event < 3000 ? value + 0.1 : value));
  expect(assessQuality(input)).toEqual(assessQuality(input));
});

it('a clock in two words is said to be that', () => {
  const { time: _, ...timeless } = acquisition(2000);
  expect(codesOf({ ...timeless, time: undefined, clockWords: ['TIME_LSW', 'TIME_MSW'] })).toContain('clock-split');
  expect(codesOf({ ...timeless, time: undefined, clockWords: [] })).toContain('no-time');
});
