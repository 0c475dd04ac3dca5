import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedFeature } from '../../../../../core/biology/features/named-features.ts';
import { judgedText } from '../../../../../core/show/certificate/number-text.ts';
import { judgeSpecification } from '../../../../../core/study/specification/judge-specification.ts';
import { type Specification, specificationSchema } from '../../../../../core/study/specification/specification.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const base = sampleAnalysis({ eventCount: 4000 });
const nkOf = (value: number, low: number, high: number, light?: 'green' | 'amber' | 'red'): NamedFeature => ({
  id: 'nk',
  value,
  low,
  high,
  unit: 'percent',
  ...(light === undefined ? {} : { light }),
  definition: { of: ['L/NK'], within: ['L'], count: 1, total: 100, gates: [] },
});
const limits = (more: Partial<Specification> = {}, ...items: Specification['items']): Specification => ({
  product: { en: 'p', ja: '品' },
  approved: { by: 'Sato', on: '2026-09-01' },
  items: items.length > 0 ? items : [{ feature: 'nk', unit: '%', atLeast: 50, source: 's' }],
  ...more,
});
const judge = (features: readonly NamedFeature[], specification: Specification | undefined, options = {}, role = 'sample' as const) =>
  judgeSpecification(
    { ...base, sample: { ...base.sample, metadata: { ...base.sample.metadata, role } }, features, withheld: [] },
    specification,
    options,
  );

describe('a sample held against approved limits', () => {
  it('passes, fails, and is near where the interval holds the limit', () => {
    expect(judge([nkOf(70, 68, 72)], limits())).toMatchObject({ overall: 'pass', items: [{ verdict: 'pass', near: false }] });
    expect(judge([nkOf(51, 49, 53)], limits())).toMatchObject({ overall: 'pass', items: [{ verdict: 'pass', near: true }] });
    expect(judge([nkOf(49, 47, 51)], limits())).toMatchObject({ overall: 'fail', items: [{ verdict: 'fail', near: true }] });
    expect(judge([nkOf(20, 18, 22)], limits())).toMatchObject({ overall: 'fail', items: [{ verdict: 'fail', near: false }] });
  });

  it('is held where an item has no verdict: a red gate, a withheld value, an absent marker', () => {
    expect(judge([nkOf(70, 68, 72, 'red')], limits())).toMatchObject({ overall: 'undecided', items: [{ why: 'red-gate' }] });
    expect(judge([], limits())).toMatchObject({ overall: 'undecided', items: [{ why: 'absent' }] });
    const withheld = judgeSpecification({ ...base, features: [], withheld: [{ feature: 'nk', why: 'few-events' }] }, limits());
    expect(withheld).toMatchObject({ overall: 'undecided', items: [{ why: 'few-events' }] });
  });

  it('is held by a bad acquisition, missing events, or for being a control, and never passed without approval', () => {
    const good = [nkOf(70, 68, 72)];
    expect(judge(good, limits(), { quality: 'reject' })).toMatchObject({ overall: 'undecided', holds: ['quality-reject'] });
    expect(judge(good, limits(), { eventsMissing: true })).toMatchObject({ overall: 'undecided', holds: ['events-missing'] });
    expect(judge(good, limits(), {}, 'fmo' as never)).toMatchObject({ overall: 'undecided', holds: ['not-a-sample'] });
    expect(judge(good, undefined).overall).toBe('no-specification');
    const { approved: _, ...draft } = limits();
    expect(judge(good, draft)).toMatchObject({ overall: 'no-specification', items: [{ verdict: 'not-rated', why: 'unapproved' }] });
  });

  it('is never passed by the limits of another product; a product is named in either language', () => {
    const named = (product: string | undefined) =>
      judgeSpecification(
        {
          ...base,
          sample: { ...base.sample, metadata: { role: 'sample', ...(product === undefined ? {} : { product }) } },
          features: [nkOf(70, 68, 72)],
          withheld: [],
        },
        limits({ product: { en: 'NK cell product', ja: 'NK細胞加工物' } }),
      );
    for (const same of [undefined, '', 'NK cell product', 'ＮＫ細胞加工物 ', 'nk CELL product']) expect(named(same).overall).toBe('pass');
    for (const other of ['CIK細胞加工物', 'NK cell product 2'])
      expect(named(other)).toMatchObject({ overall: 'undecided', holds: ['other-product'] });
  });

  it('counts a population, and its share of one that it lies in; of another it gives none', () => {
    const [, first] = base.populations;
    const item = { population: first!.path, unit: 'events', atLeast: 1, source: 's' } as const;
    expect(judge([], limits({}, item)).items[0]).toMatchObject({ verdict: 'pass', measured: { value: first!.count } });
    const share = { population: first!.path, of: '', unit: '%', atMost: 100, source: 's' } as const;
    expect(judge([], limits({}, share)).items[0]?.measured.value).toBeCloseTo(first!.percentOfTotal!, 10);
    const foreign = { population: first!.path, of: 'Nowhere', unit: '%', atMost: 100, source: 's' } as const;
    expect(judge([], limits({}, foreign)).items[0]).toMatchObject({ verdict: 'not-rated', why: 'no-population' });
    const unknown = { population: 'No/Such', unit: '%', atMost: 100, source: 's' } as const;
    expect(judge([], limits({}, unknown)).items[0]).toMatchObject({ verdict: 'not-rated', why: 'no-population' });
    const absent = judgeSpecification({ ...base, features: [], withheld: [], absent: [{ path: 'No/Such' }] }, limits({}, unknown));
    expect(absent.items[0]).toMatchObject({ why: 'absent' });
  });

  it('never contradicts what is printed: the number lies on the side of the limit that the verdict says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 0, max: 100 }), (value, atLeast) => {
        const [judged] = judge([nkOf(value, value, value)], limits({}, { feature: 'nk', unit: '%', atLeast, source: 's' })).items;
        const text = judgedText(value, '%', { atLeast }, 'en');
        if (/[<>]/.test(text)) return;
        expect(Number.parseFloat(text.replaceAll(',', '')) >= atLeast).toBe(judged?.verdict === 'pass');
      }),
    );
  });
});

describe('a specification', () => {
  const refused = (item: object) => specificationSchema.safeParse({ ...limits(), items: [{ source: 's', ...item }] }).success;
  it('asks for a limit, in the unit of what it limits, the lower one below the upper one', () => {
    expect(refused({ feature: 'nk', unit: '%', atLeast: 50 })).toBe(true);
    expect(refused({ feature: 'nk', unit: '%' })).toBe(false);
    expect(refused({ feature: 'nk', unit: 'events', atLeast: 50 })).toBe(false);
    expect(refused({ feature: 'nk', unit: '%', atLeast: 60, atMost: 50 })).toBe(false);
    expect(refused({ feature: 'nk', unit: '%', atMost: 150 })).toBe(false);
    expect(refused({ feature: 'unheard-of', unit: '%', atMost: 50 })).toBe(false);
  });
});

it('prints a share of next to nothing, or of nearly all, in full where the limit lies there too', () => {
  expect(judgedText(0.004, '%', { atMost: 0.003 }, 'en')).toBe('0.004 %');
  expect(judgedText(0.004, '%', { atMost: 1 }, 'en')).toBe('<0.01 %');
  expect(judgedText(99.98, '%', { atMost: 99.97 }, 'en')).toBe('99.98 %');
  expect(judgedText(99.98, '%', { atLeast: 99.99 }, 'ja')).toBe('99.98%');
  expect(judgedText(99.98, '%', { atLeast: 70, atMost: 100 }, 'en')).toBe('>99.9 %');
});
