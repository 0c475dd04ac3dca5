import { describe, expect, it } from 'vitest';
import { distanceTo } from '../../../../../core/biology/classification/distance.ts';
import { fitProfiles } from '../../../../../core/biology/lots/fit-profiles.ts';
import type { LabelledLot } from '../../../../../core/biology/lots/labelled-lot.ts';
import { robustMoments } from '../../../../../core/biology/lots/robust.ts';
import { diffProfiles } from '../../../../../core/biology/profiles/diff-profiles.ts';
import { profileSetSchema } from '../../../../../core/biology/profiles/profile-set.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { classifier, featuresOf, four } from '../classification/made-features.ts';

const set = classifier.profiles!;
const random = seedRandom(11);

/** Lots of one laboratory: its feeder-free NK cells are purer and scatter less than the literature's. */
function lotsOf(count: number, method = 'nk-feeder-free'): readonly LabelledLot[] {
  return Array.from({ length: count }, (_, i) => {
    const [nk, nkt, t, dn] = [88, 4, 6, 2].map((part, k) => part * Math.exp([0.03, 0.3, 0.4, 0.3][k]! * random.normal())) as [
      number,
      number,
      number,
      number,
    ];
    const sum = nk + nkt + t + dn;
    const cd69 = 90 + 2 * random.normal();
    const features = featuresOf({ ...four((100 * nk) / sum, (100 * nkt) / sum, (100 * t) / sum), 'cd69-of-nk': cd69 });
    return { method, lot: `L${i}`, at: `2026-01-${String(i + 1).padStart(2, '0')}`, day: 21, features };
  });
}

describe('fitting profiles', () => {
  const lots = lotsOf(15);
  const { set: fitted, fits } = fitProfiles(set, lots, 'our laboratory');
  const own = fitted.methods.find(({ method }) => method === 'nk-feeder-free')!;

  it('moves the figures to the lots and says what they rest on', () => {
    expect(own.lots).toBe(15);
    expect(own.composition!.nk.typical).toBeGreaterThan(84);
    expect(own.composition!.nk.low).toBeGreaterThan(70);
    expect(own.markers['cd69-of-nk']).toMatchObject({ source: 'own' });
    expect(own.markers['cd69-of-nk']!.typical).toBeCloseTo(90, -0.5);
    expect(fitted.revision).toBe(set.revision + 1);
    expect(profileSetSchema.safeParse(fitted).success).toBe(true);
  });
  it('leaves methods without lots as they are', () => {
    const changed = new Set(diffProfiles(set, fitted).map(({ path }) => path.split('/')[0]));
    expect(changed).toEqual(new Set(['name', 'title', 'revision', 'sources', 'nk-feeder-free']));
  });
  it('holds a new lot for one of them, and one of the literature not', () => {
    const [next] = lotsOf(1);
    expect(distanceTo(own, next!.features)!.p).toBeGreaterThan(0.1);
    expect(distanceTo(own, featuresOf(four(55, 12, 28)))!.p).toBeLessThan(0.05);
  });
  it('calibrates: few left-out lots are rejected', () => expect(fits[0]!.leftOutRejected).toBeLessThanOrEqual(20));
  it('is moved little by one odd lot', () => {
    const odd: LabelledLot = { ...lots[0]!, lot: 'odd', features: featuresOf({ ...four(20, 10, 60), 'cd69-of-nk': 20 }) };
    const with16 = fitProfiles(set, [...lots, odd], 'x').set.methods.find(({ method }) => method === 'nk-feeder-free')!;
    expect(with16.composition!.nk.typical).toBeGreaterThan(82);
    expect(with16.markers['cd69-of-nk']!.typical).toBeGreaterThan(86);
  });
  it('fits nothing from nine lots', () => {
    const few = fitProfiles(set, lots.slice(0, 9), 'x');
    expect(few.fits[0]).toMatchObject({ lots: 9, fitted: false });
    expect(diffProfiles(set, few.set).map(({ path }) => path)).not.toContain('nk-feeder-free/lots');
  });
  it('finds a lot that left its chart', () => {
    const drifting: readonly LabelledLot[] = [
      ...lotsOf(11),
      { ...lots[0]!, lot: 'late', at: '2026-03-01', features: featuresOf(four(40, 10, 45)) },
    ];
    expect(fitProfiles(set, drifting, 'x').fits[0]!.drift.find(({ feature }) => feature === 't')?.lots).toContain('late');
  });
  it('never switches a lab-defined profile on', () => {
    const ank = fitProfiles(set, lotsOf(12, 'ank'), 'x').set.methods.find(({ method }) => method === 'ank')!;
    expect(ank).toMatchObject({ active: false, lots: 12 });
    expect(profileSetSchema.safeParse({ ...set, methods: [{ ...ank, active: true }] }).success).toBe(false);
    const confirmed = { by: 'Y. Yamada', at: '2026-11-27', lots: 12 };
    expect(profileSetSchema.safeParse({ ...set, methods: [{ ...ank, active: true, confirmed }] }).success).toBe(true);
  });
});

it('robust moments of normal data are near the truth', () => {
  const source = seedRandom(3);
  const points = Array.from({ length: 4000 }, () => [source.normal(), source.normal(), source.normal()] as const);
  const { mean, covariance } = robustMoments(points);
  expect(Math.max(...mean.map(Math.abs))).toBeLessThan(0.06);
  for (const i of [0, 4, 8]) expect(covariance[i]!).toBeCloseTo(1, 0.9);
});
