import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../../../core/base/math/normal.ts';
import { courseTables } from '../../../../../core/show/residual/course-tables.ts';
import { resultSentences } from '../../../../../core/show/residual/sentences.ts';
import { cellsCounted, residualCells } from '../../../../../core/study/residual/cells.ts';
import { readCountsTable } from '../../../../../core/study/residual/counts-table.ts';
import { followResidual } from '../../../../../core/study/residual/follow-residual.ts';
import { measureResidual, neededFor } from '../../../../../core/study/residual/measure-residual.ts';
import { parseResidualPlan, type ResidualPlan } from '../../../../../core/study/residual/residual-plan.ts';
import type { Tube } from '../../../../../core/study/residual/tube.ts';

const plan: ResidualPlan = {
  format: 'lymphoscope-residual-plan',
  version: 1,
  name: 'test',
  revision: 1,
  material: 'product',
  population: 'Live/N',
  denominator: 'Live',
  events: { lodEvents: 20, loqEvents: 50 },
  minimumEvents: 1000,
  confidence: 0.95,
  needsBlank: false,
};

let made = 0;
function tube(n: number, total: number, more: Partial<Tube> = {}): Tube {
  made += 1;
  const sha256 = String(made).padStart(64, '0');
  return { file: `${made}.fcs`, sha256, dataset: 0, metadata: { role: 'sample' }, channels: [], light: 'green', n, total, ...more };
}
const codes = ({ refused }: ReturnType<typeof measureResidual>) => refused.map(({ problem }) => problem.code);

describe('residual cells in tubes of one sample', () => {
  it.each([
    [0, 'none-seen'],
    [12, 'below-lod'],
    [23, 'below-loq'],
    [61, 'quantified'],
  ])('%d of 500,000 are %s', (n, state) => expect(measureResidual(plan, [tube(n, 500_000)]).state).toBe(state));

  it('adds the events of tubes and never averages', () => {
    const { sum, state } = measureResidual(plan, [tube(3, 410_000), tube(5, 395_000), tube(2, 402_000)]);
    expect(sum).toMatchObject({ n: 10, total: 1_207_000, isPooled: true });
    expect(sum?.fraction).toBeCloseTo(8.285e-6, 9);
    expect(state).toBe('below-lod');
  });

  it('shows tubes that disagree singly, and the highest upper limit stands', () => {
    const result = measureResidual(plan, [tube(0, 500_000), tube(60, 500_000)]);
    expect(result.sum?.isPooled).toBe(false);
    expect(result.upper).toBe(result.tubes[1]?.oneSidedUpper);
    expect(result.upper).toBeGreaterThan(result.sum?.oneSidedUpper ?? 1);
    expect(result.state).toBe('quantified');
  });

  it('counts the same file, and the same events under another name, once', () => {
    const first = tube(5, 100_000, { dataSha256: 'a' });
    const result = measureResidual(plan, [first, first, tube(5, 100_000, { dataSha256: 'a' })]);
    expect(result.sum?.total).toBe(100_000);
    expect(codes(result)).toEqual(['residual-events-twice', 'residual-events-twice']);
  });

  it.each([
    ['lot', { lot: 'A' }, { lot: 'B' }],
    ['donor', { donor: 'D1' }, { donor: 'D2' }],
    ['day', { day: 0 }, { day: 7 }],
    ['culture', { culture: 'C1' }, { culture: 'C2' }],
  ])('refuses a tube of another %s', (_, one, other) => {
    const of = (metadata: object) => tube(1, 10_000, { metadata: { role: 'sample', ...metadata } });
    expect(codes(measureResidual(plan, [of(one), of(other)]))).toEqual(['residual-other-sample']);
  });

  it('no reduction from or to a day whose tubes disagree', () => {
    const at = (day: number, ...tubes: readonly Tube[]) => ({ day, result: measureResidual(plan, tubes), count: { viable: 1e8, cv: 0.1 } });
    const torn = [tube(0, 500_000), tube(60, 500_000)];
    const { days } = followResidual(plan, [at(0, tube(100, 500_000)), at(7, ...torn), at(14, tube(60, 500_000))]);
    expect(days.map(({ reduction }) => reduction?.log10)).toEqual([undefined, undefined, expect.closeTo(0.2218, 4)]);
    // nor does an earlier day speak for it
    expect(followResidual(plan, [at(0, tube(100, 500_000)), at(7, tube(30, 500_000)), at(14, ...torn)]).fate).toBeUndefined();
    expect(() => cellsCounted({ cells: 1e9, viability: 0.9 })).toThrow(expect.objectContaining({ code: 'residual-cells' }));
  });

  it('cannot tell below a gate that is not reliable, and keeps the count', () => {
    const result = measureResidual(plan, [tube(0, 500_000, { light: 'red' })]);
    expect(result).toMatchObject({ state: 'cannot-tell', doubts: [{ code: 'gate-red' }], sum: { n: 0, total: 500_000 } });
  });

  it('says how many events are wanting', () => {
    expect(measureResidual(plan, [tube(0, 400)]).doubts).toEqual([{ code: 'too-few-events', events: 600 }]);
    const strict = { ...plan, limit: 1e-5 };
    const [doubt] = measureResidual(strict, [tube(0, 100_000)]).doubts;
    expect(doubt?.code).toBe('limit-not-reached');
    expect(measureResidual(strict, [tube(0, 100_000 + (doubt?.events ?? 0))]).doubts).toEqual([]);
    expect(measureResidual(plan, []).doubts).toEqual([{ code: 'nothing-counted' }]);
  });

  it('never says a bare "not detected"', () => {
    for (const language of ['en', 'ja'] as const)
      for (const n of [0, 12, 23, 61]) {
        const [first] = resultSentences(measureResidual(plan, [tube(n, 500_000)]), undefined, language);
        expect(first).toContain('500,000');
        expect(first).toMatch(/0\.0\d+\s?%/);
      }
  });
});

describe('blanks', () => {
  const channel = {
    id: 'CADM1',
    index: 1,
    name: 'PE-A',
    compensated: true,
    transform: { kind: 'linear', top: 1, bottom: 0 } as never,
    voltage: '398',
  };
  const of = (n: number, total: number, more: object = {}) => tube(n, total, { channels: [{ ...channel, ...more }] });

  it('raise the limit of detection, never lower the upper limit', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 60 }), (n, background) => {
        const sample = of(n, 500_000);
        const alone = measureResidual(plan, [sample]);
        const beside = measureResidual(plan, [sample], [of(background, 500_000)]);
        expect(beside.upper).toBe(alone.upper);
        expect(beside.rule.lodEvents).toBeGreaterThanOrEqual(alone.rule.lodEvents);
        expect(beside.blanks?.limits.reportedLod).toBeGreaterThanOrEqual(20 / 500_000);
      }),
    ));

  it('that do not fit leave the result open', () => {
    const sample = of(0, 500_000);
    for (const [blank, code] of [
      [of(0, 500_000, { name: 'APC-A' }), 'residual-blank-panel'],
      [of(0, 500_000, { voltage: '450' }), 'residual-blank-voltage'],
      [of(0, 40_000), 'residual-blank-few'],
      [sample, 'residual-events-twice'],
    ] as const) {
      const result = measureResidual(plan, [sample], [blank]);
      expect(codes(result)).toEqual([code]);
      expect(result).toMatchObject({ state: 'cannot-tell', doubts: [{ code: 'blank-unfit' }], sum: { n: 0 } });
    }
  });

  it('are asked for where the plan needs one', () =>
    expect(measureResidual({ ...plan, needsBlank: true }, [of(0, 500_000)]).doubts).toEqual([{ code: 'blank-missing' }]));
});

describe('residual cells in a bag', () => {
  it('bounds none seen by both limits', () => {
    const cells = residualCells(
      measureResidual(plan, [tube(0, 500_000)]),
      cellsCounted({ cells: 1e9, cv: 0.08, volume: 100, aliquot: 0.5 }),
    );
    expect(cells?.upper).toBeCloseTo(8630.16, 1);
    expect(cells?.byVolume).toBeCloseTo(599.146, 2);
    expect(cells).toMatchObject({ cells: 0, low: 0 });
  });

  it('tells cells at the confidence of the plan, and says which', () => {
    for (const confidence of [0.8, 0.95, 0.99]) {
      const result = measureResidual({ ...plan, confidence }, [tube(0, 500_000)]);
      const cells = residualCells(result, cellsCounted({ cells: 1e9, cv: 0.08, volume: 100, aliquot: 0.5 }));
      const error = 1 - confidence;
      const ofCount = 1e9 * Math.exp(normalQuantile(1 - error / 2) * 0.08);
      expect(cells?.upper).toBeCloseTo((1 - (error / 2) ** (1 / 500_000)) * ofCount, 2);
      expect(cells?.byVolume).toBeCloseTo((-Math.log(error) * 100) / 0.5, 6);
      expect(resultSentences(result, cells, 'en')[1]).toContain(`(${Math.round(confidence * 100)} %)`);
    }
  });

  it('takes viability once', () => expect(cellsCounted({ cells: 2e9, viability: 50 }).viable).toBe(1e9));

  it.each([
    { cells: -1 },
    { cells: Number.NaN },
    { cells: 1e9, viability: 120 },
    { cells: 1e9, cv: -1 },
    { cells: 1e9, volume: 10 },
    { cells: 1e9, volume: 1, aliquot: 2 },
  ])('refuses %o', (given) => expect(() => cellsCounted(given)).toThrow(expect.objectContaining({ code: 'residual-cells' })));
});

describe('a culture over its days', () => {
  const day = (at: number, n: number, cells: number) => ({
    day: at,
    result: measureResidual(plan, [tube(n, 100_000)]),
    count: cellsCounted({ cells }),
  });

  it('is diluted where the cells persist', () => {
    const course = followResidual(plan, [day(0, 4000, 1e8), day(14, 40, 1e10)]);
    expect(course.fate).toBe('diluted');
    expect(course.days[1]?.reduction?.log10).toBeCloseTo(2, 10);
    expect(course.days[1]?.absolute?.log10).toBeCloseTo(0, 10);
  });

  it('is cleared where they vanish faster than the culture grows', () => {
    const course = followResidual(plan, [day(0, 4000, 1e8), day(14, 0, 1e9)]);
    expect(course.fate).toBe('eliminated');
    expect(course.days[1]?.reduction?.log10).toBeUndefined();
    expect(course.days[1]?.reduction?.oneSidedLow).toBeGreaterThan(2);
  });

  it('ends by the rule of the plan alone', () => {
    const ending = { ...plan, end: { results: 2, lodAtMost: 3e-4 } };
    expect(followResidual(ending, [day(0, 400, 1e8), day(7, 0, 1e9), day(14, 3, 1e9)]).endMet).toBe(true);
    expect(followResidual(ending, [day(0, 400, 1e8), day(7, 30, 1e9), day(14, 3, 1e9)]).endMet).toBe(false);
    expect(followResidual({ ...plan, end: { results: 2, lodAtMost: 1e-5 } }, [day(7, 0, 1e9), day(14, 0, 1e9)]).endMet).toBe(false);
  });

  it('has no half-life under three detected days', () =>
    expect(followResidual(plan, [day(0, 400, 1e8), day(7, 100, 1e8)]).decay).toBeUndefined());
});

describe('documents', () => {
  it('refuse a plan whose LOQ lies below its LOD, with the place', () =>
    expect(() => parseResidualPlan(JSON.stringify({ ...plan, events: { lodEvents: 50, loqEvents: 20 } }))).toThrow(
      expect.objectContaining({ code: 'residual-plan-invalid', place: expect.objectContaining({ path: 'events' }) }),
    ));

  it('read cell counts as spreadsheets write them', () => {
    const counts = readCountsTable('培養日数\t生細胞数\tCV\n０\t5e7\t0.1\n7\t"200,000,000"\t\n');
    expect([...counts.values()].map(({ viable }) => viable)).toEqual([5e7, 2e8]);
    expect(() => readCountsTable('day,cells\n0,many')).toThrow(expect.objectContaining({ code: 'residual-counts', place: { line: 2 } }));
    expect(() => readCountsTable('day,cells\n0,1\n0,2')).toThrow(expect.objectContaining({ code: 'residual-counts' }));
  });

  it('says what to acquire', () =>
    expect(neededFor(1e-5, 0.95, plan.events)).toEqual({ toExclude: 299_572, toDetect: 2_787_924, toQuantify: 6_217_106 }));
});

describe('replicates of a plan', () => {
  const planOf = (blank: readonly object[], low: readonly object[]) => JSON.stringify({ ...basic, replicates: { blank, low } });
  const basic = {
    ...{
      format: 'lymphoscope-residual-plan',
      version: 1,
      name: 'P',
      revision: 1,
      material: 'product',
      population: 'A/B',
      denominator: 'A',
    },
    ...{ events: { lodEvents: 20, loqEvents: 50 }, minimumEvents: 1000 },
  };
  const set = (...counts: readonly number[]) => counts.map((n) => ({ n, total: 100_000, lot: 'L1' }));

  it('raise the limit of detection where they ask for more than the rule, and never lower it', () => {
    const noisy = parseResidualPlan(planOf(set(10, 20, 30), set(60, 80, 100)));
    const quiet = parseResidualPlan(planOf(set(0, 1, 2), set(3, 4, 5)));
    const tube = (n: number): Tube => ({
      ...{ file: 'a.fcs', sha256: 'a', dataset: 0, n, total: 100_000, light: undefined },
      metadata: { role: 'sample' },
      channels: [],
    });
    // LoB 20 + 1.645 x 10, LoD + 1.645 x 20, of 100,000
    const limits = measureResidual(noisy, [tube(60)]);
    expect(limits.replicates?.lob).toBeCloseTo((20 + 16.45) / 100_000, 12);
    expect(limits.replicates?.lod).toBeCloseTo((20 + 16.45 + 32.9) / 100_000, 12);
    expect(limits).toMatchObject({ rule: { lodEvents: 70, loqEvents: 70 }, state: 'below-lod' });
    expect(measureResidual(quiet, [tube(60)])).toMatchObject({ rule: { lodEvents: 20, loqEvents: 50 }, state: 'quantified' });
  });

  it('are of one lot, and no more than their denominator', () => {
    const two = [...set(1, 2), { n: 1, total: 100, lot: 'L2' }];
    expect(() => parseResidualPlan(planOf(two, set(3, 4)))).toThrow(/replicates of two lots/);
    expect(() => parseResidualPlan(planOf([{ n: 5, total: 4 }, ...set(1)], set(3, 4)))).toThrow(/more events than their denominator/);
  });
});

describe('tubes that disagree', () => {
  const tube = (file: string, n: number): Tube => ({
    ...{ file, sha256: file, dataset: 0, n, total: 100_000, light: undefined, metadata: { role: 'sample' }, channels: [] },
  });
  const result = measureResidual(plan, [tube('a.fcs', 400), tube('b.fcs', 100)]);

  it.each(['en', 'ja'] as const)('are told one by one, their percentages never as one (%s)', (language) => {
    const [lead = '', apart = ''] = resultSentences(result, undefined, language);
    expect(lead).toContain('0.100–0.400');
    expect(lead).not.toContain('0.250');
    expect(apart).toContain('p < 0.0001');
  });

  it('stand in the course as the highest of them, without a common number', () => {
    const course = followResidual(plan, [{ day: 7, result }]);
    const [counted] = courseTables(course, '95', (key) => key);
    const cells = counted?.kind === 'table' ? counted.table.rows[0]?.cells.map(({ text }) => text) : [];
    expect(cells).toContain('0.100–0.400');
    expect(cells).not.toContain('0.250');
  });
});
