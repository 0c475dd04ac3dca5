import { describe, expect, it } from 'vitest';
import { classify } from '../../../../../core/biology/classification/classify.ts';
import { sentenceOfReason } from '../../../../../core/biology/classification/reason-text.ts';
import { classifier, featuresOf, four, type Values } from './made-features.ts';

const call = (values: Values, events?: number) => classify(classifier, featuresOf(values, events));
const resting = { ...four(14, 4, 66), 'cd69-of-nk': 6, 'hla-dr-of-t': 10, 'gd-of-cd3': 4, 'blast-index': 1 };
const activated = { 'hla-dr-of-t': 75, 'gd-of-cd3': 5, 'cd69-of-nk': 60, 'blast-index': 1.3 };

describe('the shipped profiles', () => {
  it.each([
    ['expanded NK', { ...four(85, 5, 8) }, 'expanded-nk'],
    ['general method', { ...four(3, 6, 89), ...activated }, 't-cell-product'],
    ['CIK', { ...four(5, 35, 58), ...activated }, 'cik-or-nkt-like'],
    ['resting blood', resting, 'resting-or-short-lak'],
    ['γδ T', { ...four(6, 18, 74), ...activated, 'gd-of-cd3': 82 }, 'gamma-delta-t'],
  ] as const)('call %s', (_, values, group) => expect(call(values).group).toBe(group));

  it('tell resting from short LAK only by activation, never by a declaration', () => {
    const blood = four(14, 4, 66);
    const declared = classify(classifier, featuresOf(blood), { method: 'nih-lak', day: 3 });
    expect(call(blood)).toMatchObject({
      group: 'resting-or-short-lak',
      method: 'indeterminate',
      missing: expect.arrayContaining(['cd69-of-nk']),
    });
    expect(declared).toMatchObject({ group: 'resting-or-short-lak', method: 'indeterminate', declared: { verdict: 'cannot-tell' } });
    const of = (method: string) => declared.methods.find((one) => one.method === method)!;
    expect(of('nih-lak').posteriorDeclared! / of('resting').posteriorDeclared!).toBeGreaterThan(10);
    expect(of('nih-lak').posterior / of('resting').posterior).toBeLessThan(10);
    expect(call(resting).method).toBe('resting');
    expect(call({ ...resting, 'cd69-of-nk': 85, 'blast-index': 1.12 }).method).toBe('nih-lak');
  });

  it('leave T-cell products open where γδ was not measured, and say that it would decide', () => {
    const { 'gd-of-cd3': _, ...without } = { ...four(4, 8, 86), ...activated };
    expect(call(without)).toMatchObject({ group: 'indeterminate', missing: expect.arrayContaining(['gd-of-cd3']) });
  });

  it('name no method that only a declaration tells apart', () => {
    expect(call({ ...four(3, 6, 89), ...activated }).method).toBe('indeterminate');
    expect(call(four(85, 5, 8)).method).toBe('indeterminate');
  });

  it('call nothing that no profile takes in, and still show the nearest two', () => {
    for (const values of [four(45, 45, 5), four(3, 90, 5), four(5, 2, 10)]) {
      const out = call(values);
      expect(out.group).toBe('indeterminate');
      expect(out.nearest).toHaveLength(2);
    }
    expect(call(four(3, 90, 5)).reasons[0]?.code).toBe('out-of-profile');
  });

  it('refuse too few events, dead cells and a red gate, and say so', () => {
    expect(call(four(85, 5, 8), 200)).toMatchObject({ group: 'indeterminate', eligible: false, nearest: ['nk-feeder', 'nk-feeder-free'] });
    expect(call({ ...four(85, 5, 8), viability: 40 }).eligible).toBe(false);
    const red = new Map([...featuresOf({ viability: 90, 'hla-dr-of-t': 8 })]);
    expect(classify(classifier, red)).toMatchObject({
      eligible: false,
      reasons: [{ code: 'red-gate', passed: false }],
      nearest: [],
    });
  });

  it('hold ANK inactive until a laboratory confirms it', () => {
    const ank = classify(classifier, featuresOf(four(85, 5, 8)), { method: 'ANK (lab-defined)', day: 21 });
    expect(ank.methods.find(({ method }) => method === 'ank')).toMatchObject({ status: 'inactive', posterior: 0 });
    expect(ank.declared).toMatchObject({ method: 'ank', verdict: 'cannot-tell' });
  });

  it('judge a declaration: consistent, not consistent, unknown', () => {
    const verdict = (method: string, day: number) => classify(classifier, featuresOf(four(85, 5, 8)), { method, day }).declared;
    expect(verdict('拡大培養NK(フィーダー使用)', 14)).toMatchObject({ method: 'nk-feeder', verdict: 'consistent' });
    expect(verdict('nk-feeder', 60)?.verdict).toBe('cannot-tell');
    expect(verdict('general', 14)?.verdict).toBe('not-consistent');
    expect(verdict('something else', 14)).toMatchObject({ known: false, verdict: 'cannot-tell' });
  });

  it('give every reason a sentence in both languages', () => {
    const all = [
      call(resting),
      call(four(45, 45, 5)),
      call(four(4, 8, 86)),
      classify(classifier, featuresOf(resting), { method: 'ank', day: 3 }),
    ];
    for (const made of all)
      for (const reason of [...made.reasons, ...made.methods.flatMap(({ rules }) => rules), ...(made.declared?.reasons ?? [])])
        for (const language of ['en', 'ja'] as const) expect(sentenceOfReason(reason, language, made)).not.toMatch(/[{}]|undefined/);
  });
});

describe('rules of an older protocol', () => {
  const older = {
    eligibility: [],
    groups: [
      { group: 'expanded-nk' as const, conditions: [{ feature: 'nk' as const, atLeast: 45, ifMissing: 'open' as const }], methods: [] },
      { group: 't-cell-product' as const, conditions: [{ feature: 'cd3' as const, atLeast: 65, ifMissing: 'open' as const }], methods: [] },
    ],
  };
  it('call as before, without distances', () => {
    expect(classify(older, featuresOf(four(85, 5, 8)))).toMatchObject({ group: 'expanded-nk', profiles: { name: 'rules' } });
    expect(classify(older, featuresOf(four(3, 6, 90))).group).toBe('t-cell-product');
    expect(classify(older, featuresOf(four(30, 6, 50))).group).toBe('indeterminate');
    expect(classify({ eligibility: [], groups: [] }, featuresOf(four(85, 5, 8))).group).toBe('indeterminate');
  });
});
