import { describe, expect, it } from 'vitest';
import type { SampleMetadata } from '../../../../../core/data/metadata/sample-metadata.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { bandsOf, durationOf, tracesOf } from '../../../../../renderer/features/quality/traces.ts';
import { logitTicks, type TrendSample, trendsOf, valueAt } from '../../../../../renderer/features/trends/trend.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const made = sampleAnalysis({ eventCount: 2000 });

interface Given {
  readonly date?: string;
  readonly metadata?: Partial<SampleMetadata>;
  readonly nk?: number;
  readonly median?: number;
}

function sampleOf(id: string, { date, metadata = {}, nk = 700, median }: Given): TrendSample {
  const composition = {
    denominator: 'Lymphocytes',
    denominatorCount: 1000,
    prior: 0.5,
    parts: [
      {
        role: 'nk' as const,
        path: 'NK',
        count: nk,
        percent: nk / 10,
        interval: made.composition!.parts[0]!.interval,
        posterior: made.composition!.parts[0]!.posterior,
      },
    ],
  };
  const populations = median === undefined ? [] : [{ ...made.populations[0]!, medians: { CD3: median, CD56: -5 } }];
  const analysis: SampleAnalysis = {
    ...made,
    sample: { ...made.sample, metadata: { role: 'sample', ...metadata }, instrument: date === undefined ? {} : { date } },
    composition,
    populations,
  };
  return { id, name: `${id}.fcs`, analysis };
}

const day = (i: number) => `${String(i + 1).padStart(2, '0')}-JAN-2026`;
const lots = Array.from({ length: 11 }, (_, i) =>
  sampleOf(`s${i}`, { date: day(i), metadata: { lot: `L${i}` }, nk: i === 10 ? 100 : 700 + 10 * (i % 3) }),
);

describe('charts of lots', () => {
  it('stand in order of acquisition, whatever the order of the session, and mark the lot that broke a rule', () => {
    const { lots: charts, lotCount } = trendsOf(lots.toReversed());
    expect(lotCount).toBe(11);
    expect(charts.map(({ id }) => id)).toEqual(['nk']);
    const points = charts[0]!.points;
    expect(points.map(({ id }) => id)).toEqual(lots.map(({ id }) => id));
    expect(points.at(-1)).toMatchObject({ at: '2026-01-11', rules: ['limit'] });
    expect(points.slice(0, -1).every(({ rules }) => rules.length === 0)).toBe(true);
  });
  it('show the latest sample of a lot, and nothing without a date', () => {
    const {
      lots: charts,
      lotCount,
      undated,
    } = trendsOf([...lots, sampleOf('again', { date: day(20), metadata: { lot: 'L0' } }), sampleOf('x', {})]);
    expect([lotCount, undated]).toEqual([11, 1]);
    expect(charts[0]!.points.map(({ id }) => id)).toEqual([...lots.slice(1).map(({ id }) => id), 'again']);
  });
  it('say nothing on too few', () => expect(trendsOf(lots.slice(0, 9))).toMatchObject({ lots: [], lotCount: 9 }));
});

describe('charts of control material', () => {
  const beads = Array.from({ length: 22 }, (_, i) =>
    sampleOf(`b${i}`, { date: day(i), metadata: { role: 'beads' }, median: i === 21 ? 2000 : 1000 + 40 * (i % 2 === 0 ? 1 : -1) }),
  );
  it('follow the medians of beads as ratios and pause on a breach among the latest', () => {
    const { controls, lotCount } = trendsOf(beads);
    expect(lotCount).toBe(0);
    expect(controls).toHaveLength(1);
    expect(controls[0]).toMatchObject({ runs: 22, paused: true });
    expect(controls[0]!.charts.map(({ id }) => id)).toEqual(['CD3 median']);
    const { points, centre } = controls[0]!.charts[0]!;
    expect(points.at(-1)?.rules).toContain('1-3s');
    expect(valueAt('log10', centre)).toBeCloseTo(Math.sqrt(1040 * 960), 6);
  });
  it('have no target on fewer than 20 runs', () => expect(trendsOf(beads.slice(0, 19)).controls).toMatchObject([{ runs: 19, charts: [] }]));
});

describe('scales of charts', () => {
  it('mark round percentages on the logit scale', () => {
    const ticks = logitTicks(Math.log(0.45 / 0.55), Math.log(0.93 / 0.07));
    expect(ticks.map((logit) => Math.round(valueAt('logit', logit)))).toEqual([50, 60, 70, 80, 90]);
  });
});

describe('traces of a quality report', () => {
  const pictures = [
    { id: 'flow-rate', unit: 'events-per-second' as const, values: [100, 200, 100], flagged: [false, true, false] },
    { id: 'CD3', unit: 'scale' as const, values: [0.2, Number.NaN, 0.21], flagged: [false, false, false] },
    { id: 'CD3', unit: 'scale' as const, values: [0.6, 0.6, 0.6], flagged: [false, false, true] },
  ];
  const [rate, cd3] = tracesOf({ pictures }, made.channels);
  it('hold the peaks of a channel together and the flow rate from zero', () => {
    expect(rate).toMatchObject({ id: 'flow-rate', min: 0 });
    expect(cd3?.lines).toHaveLength(2);
    expect(cd3!.min).toBeLessThan(0.2);
    expect(cd3!.max).toBeGreaterThan(0.6);
  });
  it('know how long the acquisition took', () => expect(durationOf(rate!, 800)).toBeCloseTo(6));
  it('join flagged bins', () =>
    expect(bandsOf([false, true, true, false, true])).toEqual([
      { from: 0.2, to: 0.6 },
      { from: 0.8, to: 1 },
    ]));
});
