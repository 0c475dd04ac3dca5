import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureId } from '../../../core/culture/classifier.ts';
import { classify } from '../../../core/culture/classify.ts';
import type { Feature, Features } from '../../../core/culture/features.ts';
import { sentenceOfReason } from '../../../core/culture/reason-text.ts';
import { parseProtocol } from '../../../core/session/protocol.ts';
import { countingInterval } from '../../../core/statistics/interval.ts';

const { classifier } = parseProtocol(readFileSync(new URL('../../../core/protocols/nk-t.json', import.meta.url), 'utf8'));

/** Features of a sample by its percentages, with the counting intervals of `events`. */
function featuresOf(percent: { readonly [F in FeatureId]?: number }, events = 20_000): Features {
  const entries = Object.entries({ ...percent }).map(([id, value]): [string, Feature] => {
    const counted = countingInterval(Math.round((value / 100) * events), events, { method: 'wilson', confidence: 0.95 });
    return [id, { value, low: counted?.low ?? value, high: counted?.high ?? value }];
  });
  return new Map([...entries, ['denominator-events', { value: events, low: events, high: events }]]) as Features;
}

const four = (nk: number, nkt: number, t: number) => ({ nk, 'nkt-like': nkt, t, 'double-negative': 100 - nk - nkt - t, cd3: t + nkt });

describe('the shipped rules', () => {
  it.each([
    ['expanded NK', four(85, 5, 8), 'expanded-nk'],
    ['general method', four(3, 6, 90), 't-cell-product'],
    ['CIK', four(5, 35, 58), 'cik-or-nkt-like'],
    ['resting blood', four(14, 4, 66), 'resting-or-short-lak'],
    ['γδ T', { ...four(6, 18, 74), 'gd-of-cd3': 82 }, 'gamma-delta-t'],
  ] as const)('call %s', (_, percent, group) => expect(classify(classifier, featuresOf(percent)).group).toBe(group));

  it('tell resting from short LAK only by activation', () => {
    const blood = four(14, 4, 66);
    expect(classify(classifier, featuresOf(blood))).toMatchObject({
      group: 'resting-or-short-lak',
      method: 'indeterminate',
      missing: expect.arrayContaining(['cd69-of-nk']),
    });
    expect(classify(classifier, featuresOf({ ...blood, 'cd69-of-nk': 6 })).method).toBe('resting');
    expect(classify(classifier, featuresOf({ ...blood, 'cd69-of-nk': 85 })).method).toBe('nih-lak');
    expect(classify(classifier, featuresOf({ ...blood, 'cd69-of-nk': 40 })).method).toBe('indeterminate');
  });

  it('tell blood rich in T cells from a T-cell product only by activation', () => {
    const rich = four(10, 4, 78);
    expect(classify(classifier, featuresOf(rich))).toMatchObject({
      group: 'indeterminate',
      missing: expect.arrayContaining(['hla-dr-of-t']),
    });
    expect(classify(classifier, featuresOf({ ...rich, 'hla-dr-of-t': 10 })).group).toBe('resting-or-short-lak');
    expect(classify(classifier, featuresOf({ ...rich, 'hla-dr-of-t': 75 })).group).toBe('t-cell-product');
  });

  it('refuse too few events and dead cells, and say so', () => {
    const few = classify(classifier, featuresOf(four(85, 5, 8), 200));
    expect(few.group).toBe('indeterminate');
    expect(few.reasons.map((reason) => sentenceOfReason(reason, 'en')).join()).toContain('200');
    expect(classify(classifier, featuresOf({ ...four(85, 5, 8), viability: 40 })).group).toBe('indeterminate');
  });

  it('leave a limit inside the counting interval open', () => {
    expect(classify(classifier, featuresOf(four(45, 5, 40), 1000)).group).toBe('indeterminate');
  });

  it('fewer events never turn one call into another', () => {
    const part = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 500, max: 5000 }), (a, b, c, events) => {
        const sum = a + b + c + 1;
        const percent = four((100 * a) / sum, (100 * b) / sum, (100 * c) / sum);
        const [many, few] = [
          classify(classifier, featuresOf(percent, 100_000)).group,
          classify(classifier, featuresOf(percent, events)).group,
        ];
        expect(few === 'indeterminate' || many === 'indeterminate' || few === many).toBe(true);
      }),
    );
  });

  it('give every reason a sentence in both languages', () => {
    for (const reason of classify(classifier, featuresOf(four(3, 6, 90))).reasons) {
      expect(sentenceOfReason(reason, 'en')).not.toMatch(/[{}]/);
      expect(sentenceOfReason(reason, 'ja')).not.toMatch(/[{}]/);
    }
  });
});
