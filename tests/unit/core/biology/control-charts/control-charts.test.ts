import { describe, expect, it } from 'vitest';
import { ewma } from '../../../../../core/biology/control-charts/ewma.ts';
import { chartLots, logitOf } from '../../../../../core/biology/control-charts/individuals.ts';
import type { LandmarkRecord } from '../../../../../core/biology/control-charts/landmarks.ts';
import { chartControl, targetOf } from '../../../../../core/biology/control-charts/levey-jennings.ts';
import { chartGroups, mayGateUnattended } from '../../../../../core/biology/control-charts/pause.ts';
import { applyWestgard } from '../../../../../core/biology/control-charts/westgard.ts';

const rulesOf = (z: readonly number[]) => applyWestgard(z).map(({ rule, at }) => `${rule}@${at}`);

describe('the rules of Westgard', () => {
  it('breaks each where it should', () => {
    expect(rulesOf([0, 2.5, 0])).toEqual(['1-2s@1']);
    expect(rulesOf([0, 3.2])).toEqual(['1-2s@1', '1-3s@1']);
    expect(rulesOf([2.1, 2.2])).toEqual(['1-2s@0', '1-2s@1', '2-2s@1']);
    expect(rulesOf([2.1, -2.2])).toEqual(['1-2s@0', '1-2s@1', 'R-4s@1']);
    expect(rulesOf([1.1, 1.2, 1.3, 1.4])).toEqual(['4-1s@3']);
    expect(rulesOf([0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1, 0.2, 0.4, 0.1])).toEqual(['10-x@9']);
  });
  it('is silent about a quiet run', () => expect(rulesOf([0.5, -0.4, 0.9, -1.2, 0.3, -0.2])).toEqual([]));
});

describe('Levey-Jennings', () => {
  it('sets no target on fewer than 20 runs', () => expect(targetOf(new Array(19).fill(0).map((_, i) => i))).toBeUndefined());
  it('measures in standard deviations of the baseline', () => {
    const target = targetOf(Array.from({ length: 20 }, (_, i) => 10 + (i % 2 === 0 ? 1 : -1)))!;
    expect(target.target).toBe(10);
    expect(chartControl([10 + 2 * target.sd], target).points[0]?.z).toBeCloseTo(2);
  });
});

describe('individuals charts of lots', () => {
  const steady = Array.from({ length: 12 }, (_, i) => ({ count: 7200 + (i % 3) * 100, total: 10_000 }));
  it('stay within 0 and 100 % and breach on a lot far off', () => {
    const chart = chartLots([...steady, { count: 9990, total: 10_000 }])!;
    expect(chart.lower).toBeGreaterThan(0);
    expect(chart.upper).toBeLessThan(100);
    expect(chart.points.map(({ breach }) => breach).filter((one) => one !== undefined)).toEqual(['limit']);
  });
  it('has limits of 2.66 mean moving ranges on the logit scale', () => {
    const lots = Array.from({ length: 10 }, (_, i) => ({ count: i % 2 === 0 ? 500 : 600, total: 1000 }));
    const [a, b] = [logitOf(500, 1000), logitOf(600, 1000)];
    const upper = (a + b) / 2 + 2.6596 * (b - a);
    expect(chartLots(lots)?.upper).toBeCloseTo(100 / (1 + Math.exp(-upper)), 6);
  });
  it('knows lots of 0 and 100 %', () => expect(Number.isFinite(logitOf(0, 100)) && Number.isFinite(logitOf(100, 100))).toBe(true));
  it('charts nothing on too few lots', () => expect(chartLots(steady.slice(0, 5))).toBeUndefined());
  it('sees eight in a row on one side', () => {
    const up = Array.from({ length: 8 }, () => ({ count: 7350, total: 10_000 }));
    expect(chartLots([...steady, ...up])?.points.at(-1)?.breach).toBe('run');
  });
});

describe('drift of landmarks', () => {
  const record = (i: number, at: number, control = true): LandmarkRecord => ({
    group: 'analyser|1',
    at: `2026-01-${String(i + 1).padStart(2, '0')}`,
    sha256: String(i),
    control,
    landmarks: { 'CD56 divider': at },
  });
  const steady = Array.from({ length: 22 }, (_, i) => record(i, 0.4 + (i % 2 === 0 ? 0.006 : -0.006)));
  it('pauses the group, and only that one', () => {
    const states = chartGroups([...steady, record(25, 0.46)]);
    expect(states[0]).toMatchObject({ paused: true, breaches: [{ landmark: 'CD56 divider', rule: '1-3s', sha256: '25' }] });
    expect(mayGateUnattended(states, 'analyser|1')).toBe(false);
    expect(mayGateUnattended(states, 'other')).toBe(true);
  });
  it('does not pause for steady runs, nor for samples that are no control', () => {
    expect(chartGroups(steady)[0]?.paused).toBe(false);
    expect(chartGroups([...steady, record(25, 0.6, false)])[0]?.paused).toBe(false);
  });
  it('shows in the moving average before any point stands out', () => {
    const slow = Array.from({ length: 20 }, () => 1.5);
    expect(ewma(slow).some(({ breach }) => breach)).toBe(true);
    expect(applyWestgard(slow).every(({ rule }) => rule !== '1-3s')).toBe(true);
  });
});
