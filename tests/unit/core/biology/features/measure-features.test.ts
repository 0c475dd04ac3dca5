import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../../../../core/base/math/beta.ts';
import { composeSample } from '../../../../../core/biology/features/composition.ts';
import { measureFeatures } from '../../../../../core/biology/features/measure-features.ts';
import { growthOf } from '../../../../../core/biology/lots/growth.ts';
import { isReferenceFor, reclassify } from '../../../../../core/biology/lots/reference.ts';
import { referenceProblem } from '../../../../../core/biology/lots/reference-fit.ts';
import type { Light } from '../../../../../core/gating/automatic/kind/step.ts';
import { countingInterval } from '../../../../../core/statistics/interval.ts';
import type { PopulationResult } from '../../../../../core/statistics/population-result.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';
import { classifier } from '../classification/made-features.ts';

const options = { method: 'wilson', confidence: 0.95 } as const;

interface Given {
  readonly path: string;
  readonly role: string;
  readonly count: number;
  readonly of: number;
  readonly light?: Light;
  readonly doubt?: number;
}

function population({ path, role, count, of, light = 'green', doubt = 1 }: Given): PopulationResult {
  const evidence = [{ code: 'cut-doubt', values: { doubt } }];
  return {
    ...{ path, name: path.split('/').at(-1) ?? '', role, depth: 1, count, percentOfTotal: undefined, medians: {} },
    percentOfParent: of === 0 ? undefined : (100 * count) / of,
    interval: countingInterval(count, of, options),
    gate: {
      dimensions: ['CD69'],
      gate: { kind: 'rectangle', ranges: [{ min: 0.3 }] },
      part: 0,
      automatic: { step: 'cut', light, evidence },
    },
  };
}

const four = (light: Light = 'green') => [
  population({ path: 'L', role: 'lymphocytes', count: 1000, of: 1200 }),
  population({ path: 'L/NK', role: 'nk', count: 700, of: 1000, light }),
  population({ path: 'L/NKT', role: 'nkt-like', count: 0, of: 1000, light }),
  population({ path: 'L/T', role: 't', count: 250, of: 1000, light }),
  population({ path: 'L/DN', role: 'double-negative', count: 50, of: 1000, light }),
];

describe('composition', () => {
  const composition = composeSample(four(), options)!;
  it('has a Dirichlet posterior with half an event a part', () => {
    const none = composition.parts[1]!;
    expect(composition.prior).toBe(0.5);
    expect(none.posterior.mean).toBeCloseTo(50 / 1002, 10);
    expect(none.posterior.high).toBeCloseTo(100 * betaQuantile(0.975, 0.5, 1001.5), 10);
    expect(composition.parts.reduce((sum, { posterior }) => sum + posterior.mean, 0)).toBeCloseTo(100, 10);
  });
});

describe('features', () => {
  const measure = (more: readonly PopulationResult[], light?: Light) => {
    const populations = [...four(light), ...more];
    return measureFeatures(composeSample(populations, options), populations, options);
  };
  it('are absent where the panel lacks them, not zero', () => {
    expect([...measure([]).features.keys()].toSorted()).toEqual(['cd3', 'denominator-events', 'double-negative', 'nk', 'nkt-like', 't']);
  });
  it('know counting, gate, and what was counted of what', () => {
    const { features } = measure([population({ path: 'L/NK/CD69+', role: 'activated-nk', count: 350, of: 700, doubt: 4 })]);
    const cd69 = features.get('cd69-of-nk')!;
    expect(cd69).toMatchObject({
      value: 50,
      gate: 2,
      unit: 'percent',
      definition: { of: ['L/NK/CD69+'], within: ['L/NK'], count: 350, total: 700 },
    });
    expect(cd69.definition.gates).toHaveLength(3);
    // counting 3.7 and gate 1.96 x 2 points, in squares
    expect(cd69.high).toBeCloseTo(50 + Math.hypot(cd69.counting!.high - 50, 1.96 * 2), 2);
  });
  it('are withheld below a hundred events and under a red light', () => {
    const few = population({ path: 'L/DN/X', role: 'activated-nk', count: 10, of: 50 });
    const red = population({ path: 'L/NK/CD16+', role: 'cd16-nk', count: 300, of: 700, light: 'red' });
    expect(measure([few, red]).withheld).toEqual([
      { feature: 'cd16-of-nk', why: 'red-gate' },
      { feature: 'cd69-of-nk', why: 'few-events', events: 50 },
    ]);
    expect(measure([], 'red').features.has('nk')).toBe(false);
  });
});

const sample = sampleAnalysis({ eventCount: 5000 });
const withMetadata = (analysis: SampleAnalysis, metadata: object, sha256 = analysis.sample.sha256): SampleAnalysis => ({
  ...analysis,
  sample: { ...analysis.sample, sha256, metadata: { ...analysis.sample.metadata, ...metadata } },
});

describe('a same-day reference', () => {
  const blood = withMetadata(sample, { role: 'reference' }, 'b'.repeat(64));
  const of = ({ populations }: SampleAnalysis, fsc: number) =>
    populations.map((one) => ({ ...one, medians: { ...one.medians, FSC: fsc } }));
  it('is one of the same instrument and day', () => {
    expect(isReferenceFor(blood, sample)).toBe(true);
    const later = { ...blood, sample: { ...blood.sample, instrument: { ...blood.sample.instrument, date: '22-NOV-2026' } } };
    expect(isReferenceFor(later, sample)).toBe(false);
    expect(isReferenceFor(withMetadata(sample, { role: 'reference' }), sample)).toBe(false);
    expect(isReferenceFor(sample, blood)).toBe(false);
  });
  it('is refused with a code where nothing compares', () => {
    const fsc = (more: object) => [...blood.channels, { ...blood.channels[0]!, id: 'FSC', name: 'FSC-A', voltage: '450', ...more }];
    const problemOf = (changed: SampleAnalysis) => referenceProblem(changed, { ...sample, channels: fsc({}) }, true)?.code;
    const on = (instrument: object) => ({
      ...blood,
      sample: { ...blood.sample, instrument: { ...blood.sample.instrument, ...instrument } },
    });
    const undated = (of: SampleAnalysis) => {
      const { date: _, ...instrument } = of.sample.instrument;
      return { ...of, sample: { ...of.sample, instrument } };
    };
    expect(problemOf({ ...blood, channels: fsc({}) })).toBeUndefined();
    expect(problemOf(sample)).toBe('reference-is-sample');
    expect(problemOf(on({ serial: 'another' }))).toBe('reference-other-instrument');
    expect(problemOf(on({ date: '22-NOV-2026' }))).toBe('reference-other-day');
    expect(problemOf({ ...blood, channels: fsc({ name: 'FSC-W' }) })).toBe('reference-other-panel');
    expect(problemOf({ ...blood, channels: fsc({ voltage: '480' }) })).toBe('reference-other-voltage');
    expect(referenceProblem(undated(blood), undated(sample), false)?.code).toBe('reference-undated');
    expect(referenceProblem(undated(blood), undated(sample), true)).toBeUndefined();
  });
  it('gives the blast index', () => {
    const grown = {
      ...sample,
      populations: of(sample, 65_000),
      composition: { ...sample.composition!, denominator: sample.populations[1]!.path },
    };
    const rest = { ...blood, populations: of(blood, 50_000), composition: grown.composition };
    const index = reclassify(grown, classifier, rest).features.find(({ id }) => id === 'blast-index');
    expect(index).toMatchObject({ unit: 'ratio', definition: { channel: 'FSC', reference: 'b'.repeat(64) } });
    expect(index!.value).toBeCloseTo(1.3, 10);
    expect(reclassify(grown, classifier).features.some(({ id }) => id === 'blast-index')).toBe(false);
  });
});

describe('growth', () => {
  const nk = {
    id: 'nk' as const,
    value: 80,
    low: 78,
    high: 82,
    unit: 'percent' as const,
    definition: { of: [], within: [], count: 80, total: 100, gates: [] },
  };
  const grown = withMetadata({ ...sample, features: [nk] }, { culture: 'C1', day: 14, seededCells: 1e7, cells: 6.4e8 });
  const start = withMetadata({ ...sample, features: [{ ...nk, value: 10 }] }, { culture: 'C1', day: 0, seededCells: 1e7, cells: 1e7 });
  it('is fold, doubling time and NK cells, where counts are given', () => {
    expect(growthOf(grown, [start, grown])).toEqual({
      of: 'viable',
      fold: 64,
      doublingDays: 14 / 6,
      nk: { count: 5.12e8, low: 4.992e8, high: 5.248e8 },
      nkFold: 512,
      withheld: [],
    });
    expect(growthOf(sample)).toBeUndefined();
  });
  it('takes NK cells of the same culture of the same lot and donor only', () => {
    const said = fc.record({
      culture: fc.constantFrom(undefined, 'C1', 'C2'),
      lot: fc.constantFrom(undefined, 'A', 'B'),
      donor: fc.constantFrom(undefined, 'D1', 'D2'),
    });
    fc.assert(
      fc.property(said, fc.array(said, { maxLength: 5 }), (own, others) => {
        const now = withMetadata(grown, { ...own, day: 14, seededCells: 1e7, cells: 6.4e8 });
        const earlier = others.map((one, i) => withMetadata(start, { ...one, day: i, seededCells: 1e7, cells: 1e7 * 2 ** i }));
        const fold = growthOf(now, earlier)?.nkFold;
        const alike = others.filter(({ culture, lot }) => culture !== undefined && culture === own.culture && lot === own.lot);
        const donors = new Set([own, ...alike].flatMap(({ donor }) => donor ?? []));
        const sure = own.lot === undefined || donors.size > 1 ? alike.filter(({ donor }) => donor === own.donor) : alike;
        const unnamed = own.donor === undefined && donors.size > 0 && (own.lot === undefined || donors.size > 1);
        const first = unnamed ? undefined : sure[0];
        if (first === undefined) expect(fold).toBeUndefined();
        else expect(fold).toBeCloseTo(512 / 2 ** others.indexOf(first), 9);
      }),
    );
  });
  it.each([
    ['total', 'viable', undefined, 'counts-of-two-kinds,count-of-total-cells'],
    ['viable', 'total', undefined, 'counts-of-two-kinds'],
    ['total', 'total', 64, 'count-of-total-cells'],
    ['viable', 'viable', 64, ''],
    [undefined, 'viable', 64, ''],
  ] as const)('of %s cells now and %s cells at the start is fold %s, withheld: %s', (cellsKind, seededCellsKind, fold, withheld) => {
    const said = withMetadata(grown, { ...grown.sample.metadata, cellsKind, seededCellsKind });
    const growth = growthOf(said, [start, said]);
    expect([growth?.fold, growth?.withheld.join(',')]).toEqual([fold, withheld]);
    expect(growth?.nk === undefined).toBe(cellsKind === 'total');
    expect(growth?.nkFold === undefined).toBe(cellsKind === 'total');
  });
  it('has no doubling time where nothing grew', () => {
    const shrunk = withMetadata({ ...sample, features: [] }, { culture: 'C1', day: 14, seededCells: 1e7, cells: 5e6 });
    expect(growthOf(shrunk)).toMatchObject({ fold: 0.5, doublingDays: undefined, nk: undefined });
  });
});
