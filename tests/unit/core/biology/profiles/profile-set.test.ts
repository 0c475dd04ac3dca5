import { describe, expect, it } from 'vitest';
import { classify } from '../../../../../core/biology/classification/classify.ts';
import { type ProfileSet, parseProfileSet } from '../../../../../core/biology/profiles/profile-set.ts';
import { classifier, featuresOf, four } from '../classification/made-features.ts';

const set = classifier.profiles!;
const textOf = (change: (methods: Record<string, unknown>[]) => void): string => {
  const copy = structuredClone(set) as unknown as { methods: Record<string, unknown>[] };
  change(copy.methods);
  return JSON.stringify(copy);
};
const placeOf = (text: string): unknown => {
  try {
    parseProfileSet(text);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a set of profiles', () => {
  it('is read back as it was written', () => expect(parseProfileSet(JSON.stringify(set))).toEqual(set));
  it('has a source for every figure and every limit', () => {
    for (const { composition, markers, rules, days } of set.methods)
      for (const { source } of [...Object.values(composition ?? {}), ...Object.values(markers), ...rules, days] as readonly {
        readonly source: string;
      }[])
        expect(set.sources[source], source).toBeDefined();
  });
  it('ships ANK and NKT inactive, ANK as lab-defined', () => {
    expect(set.methods.filter(({ active }) => !active).map(({ method }) => method)).toEqual(['inkt', 'ank']);
    expect(set.methods.find(({ method }) => method === 'ank')?.labDefined).toBe(true);
  });
  it.each<readonly [string, string, string]>([
    ['no JSON', '{', ''],
    ['an array', '[]', ''],
    ['a newer version', JSON.stringify({ ...set, version: 9 }), 'version'],
    [
      'a percentage above 100',
      textOf(([first]) => Object.assign(first!['composition'] as object, { nk: { typical: 50, low: 5, high: 120, source: 'x' } })),
      'methods.0.composition.nk',
    ],
    [
      'ends that fall',
      textOf(([first]) => Object.assign(first!['composition'] as object, { nk: { typical: 50, low: 60, high: 70, source: 'x' } })),
      'methods.0.composition.nk',
    ],
    [
      'a ratio of 0',
      textOf(([first]) => Object.assign(first!['markers'] as object, { 'cd4-cd8': { typical: 1, low: 0, high: 2, source: 'x' } })),
      'methods.0.markers.cd4-cd8',
    ],
    [
      'a covariance that is none',
      textOf(([first]) =>
        Object.assign(first!['composition'] as object, {
          fitted: { mean: [0, 0, 0], covariance: [1, 2, 0, 2, 1, 0, 0, 0, 1], calibration: 1 },
        }),
      ),
      'methods.0.composition.fitted.covariance',
    ],
    [
      'an unknown feature',
      textOf(([first]) => Object.assign(first!, { rules: [{ feature: '猫', source: 'x' }] })),
      'methods.0.rules.0.feature',
    ],
    ['a method twice', textOf((methods) => methods.push(methods[0]!)), 'methods'],
    ['a lab-defined one without approval', textOf((methods) => Object.assign(methods.at(-1)!, { active: true })), 'methods'],
    ['a key that nobody knows', textOf(([first]) => Object.assign(first!, { confirmedCulture: true })), 'methods.0'],
  ])('refuses %s with its place', (_, text, path) => {
    expect(placeOf(text)).toMatchObject({ name: 'Problem', place: { path } });
  });
  it('with no method calls nothing', () => {
    const none: ProfileSet = { ...set, methods: [] };
    expect(classify({ ...classifier, profiles: none }, featuresOf(four(85, 5, 8)))).toMatchObject({
      group: 'indeterminate',
      nearest: [],
      methods: [],
    });
  });
  it('stands any composition, also of one part alone', () => {
    for (const values of [four(100, 0, 0), four(0, 100, 0), four(0, 0, 100), four(0, 0, 0)])
      for (const { posterior, distance } of classify(classifier, featuresOf(values)).methods) {
        expect(Number.isFinite(posterior)).toBe(true);
        expect(distance!.p).toBeGreaterThanOrEqual(0);
        expect(distance!.p).toBeLessThanOrEqual(1);
      }
  });
});
