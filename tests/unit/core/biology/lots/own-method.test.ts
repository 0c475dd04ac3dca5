import { describe, expect, it } from 'vitest';
import { classify } from '../../../../../core/biology/classification/classify.ts';
import { dayReference } from '../../../../../core/biology/lots/day-reference.ts';
import { fitProfiles } from '../../../../../core/biology/lots/fit-profiles.ts';
import type { LabelledLot } from '../../../../../core/biology/lots/labelled-lot.ts';
import { approvedSet, fitOwnMethod, isOutside } from '../../../../../core/biology/lots/own-method.ts';
import { profileSetSchema } from '../../../../../core/biology/profiles/profile-set.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { classifier, featuresOf, four } from '../classification/made-features.ts';

const random = seedRandom(21);
const set = classifier.profiles!;

/** Lots of a laboratory's ANK cells. */
function lots(count: number, day = 21): readonly LabelledLot[] {
  return Array.from({ length: count }, (_, i) => {
    const parts = [90, 4, 4, 2].map((part, k) => part * Math.exp([0.03, 0.3, 0.4, 0.3][k]! * random.normal()));
    const sum = parts.reduce((total, part) => total + part, 0);
    const [nk, nkt, t] = parts.map((part) => (100 * part) / sum) as [number, number, number, number];
    return { method: 'ank', lot: `A${i}`, at: '2026-05-01', day, features: featuresOf(four(nk, nkt, t)) };
  });
}

describe('a method of the laboratory', () => {
  const own = lots(16);
  const fitted = fitOwnMethod(classifier, 'ank', own, 'ANK, ours');

  it('is what `profiles fit` makes of the same lots', () => {
    const { set: bySet, fits } = fitProfiles(set, own, 'ANK, ours');
    expect(fitted.set).toEqual(bySet);
    expect(fitted.fit).toEqual(fits[0]);
    expect(fitted.profile.active).toBe(false);
  });
  it('says of each lot whether it lies in the band, and how the profile of the others calls it', () => {
    expect(fitted.lots.length).toBe(16);
    expect(fitted.lots.filter(({ outside }) => outside.length > 0).length).toBeLessThan(8);
    expect(fitted.lots.every(({ leftOut }) => leftOut?.isOfGroup)).toBe(true);
    const odd: LabelledLot = { ...own[0]!, lot: 'odd', features: featuresOf(four(15, 5, 78)) };
    const judged = fitOwnMethod(classifier, 'ank', [...own, odd], 'ANK, ours').lots.at(-1)!;
    expect(judged.outside).toContain('nk');
    expect(judged.leftOut?.status).toBe('out');
    expect(judged.leftOut?.p).toBeLessThan(0.01);
  });
  it('is refused for fewer than ten lots, and with ten no lot is left out', () => {
    const few = fitOwnMethod(classifier, 'ank', own.slice(0, 9), 'x');
    expect(few.fit).toMatchObject({ lots: 9, fitted: false });
    expect(few.lots.every(({ outside, leftOut }) => outside.length === 0 && leftOut === undefined)).toBe(true);
    expect(fitOwnMethod(classifier, 'ank', own.slice(0, 10), 'x').lots[0]!.leftOut).toBeUndefined();
    expect(fitOwnMethod(classifier, 'ank', [], 'x').fit).toMatchObject({ lots: 0, fitted: false });
  });
  it('holds nothing for outside of a range that begins where cells can just be counted', () => {
    expect(isOutside('feeder', 0, { low: 0.05, high: 0.4 })).toBe(false);
    expect(isOutside('feeder', 0.5, { low: 0.05, high: 0.4 })).toBe(true);
  });
  it('takes part in calls once it is approved: who, when, from how many lots', () => {
    const approved = approvedSet(fitted.set, 'ank', { by: 'director', at: '2026-12-01T00:00:00.000Z', lots: 16 });
    expect(profileSetSchema.safeParse(approved).success).toBe(true);
    const call = classify({ ...classifier, profiles: approved }, own[0]!.features);
    expect(call.methods.find(({ method }) => method === 'ank')?.status).toBe('in');
    expect(approved.methods.filter(({ method }) => method !== 'ank')).toEqual(set.methods.filter(({ method }) => method !== 'ank'));
  });
  it('has a reference from day to day, with a band from ten lots on', () => {
    const { day: _, ...withoutDay } = own[0]!;
    const days = dayReference([...lots(12, 14), ...lots(4, 7), ...lots(12, 14), withoutDay], 'nk');
    expect(days.map(({ day, values }) => [day, values.length])).toEqual([
      [7, 4],
      [14, 12],
    ]);
    expect(days[0]!.band).toBeUndefined();
    const { low, typical, high } = days[1]!.band!;
    expect(low).toBeGreaterThan(70);
    expect(typical).toBeCloseTo(90, -1);
    expect(high).toBeLessThan(100);
    const inside = days[1]!.values.filter(({ value }) => value >= low && value <= high);
    expect(inside.length).toBeGreaterThanOrEqual(9);
  });
  it.each([10, 15, 30])('of %i lots holds the next one in about nine cases of ten', (count) => {
    let within = 0;
    const draw = () => 100 / (1 + Math.exp(-(1 + 0.5 * random.normal())));
    const one = (value: number, i: number): LabelledLot => ({
      method: 'ank',
      lot: `${i}`,
      day: 14,
      features: featuresOf(four(value, 0, 0)),
    });
    for (let turn = 0; turn < 600; turn++) {
      const values = Array.from({ length: count }, draw);
      const { low, high } = dayReference(values.map(one), 'nk')[0]!.band!;
      const next = draw();
      if (next >= low && next <= high) within++;
    }
    expect(within / 600).toBeGreaterThan(0.86);
    expect(within / 600).toBeLessThan(0.94);
  });
});
