import { describe, expect, it } from 'vitest';
import { fUpperTail } from '../../../../../core/base/math/fisher-f.ts';
import { covarianceOfLogs, determinant, invert, logRatios, partsOf, quadratic } from '../../../../../core/base/math/log-ratio.ts';
import { distanceTo } from '../../../../../core/biology/classification/distance.ts';
import { expectedComposition } from '../../../../../core/biology/profiles/expectation.ts';
import { profileSchema } from '../../../../../core/biology/profiles/profile.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { classifier, featuresOf, four } from './made-features.ts';

describe('the tail of F', () => {
  // critical values of printed tables (NIST handbook 1.3.6.7.3)
  it.each([
    [3.49, 3, 12, 0.05],
    [5.953, 3, 12, 0.01],
    [4.6, 1, 14, 0.05],
    [2.975, 3, 500, 0.03],
  ])('P(F > %s) with %s and %s degrees is %s', (f, a, b, p) => expect(fUpperTail(f, a, b)).toBeCloseTo(p, 2));
  it('is 1 at 0 and 0 at infinity', () => expect([fUpperTail(0, 3, 9), fUpperTail(Infinity, 3, 9)]).toEqual([1, 0]));
});

describe('log-ratios', () => {
  it('come back as percentages', () => {
    for (const parts of [[14, 4, 66, 16] as const, [0.1, 0.1, 99.7, 0.1] as const])
      for (const [i, value] of partsOf(logRatios(parts)).entries()) expect(value).toBeCloseTo(parts[i]!, 10);
  });
  it('keep Aitchison distances: half the sum of squared differences of all log-ratios over four', () => {
    const [a, b] = [[14, 4, 66, 16] as const, [70, 9, 17, 4] as const];
    let sum = 0;
    for (let i = 0; i < 4; i++) for (let k = 0; k < 4; k++) sum += (Math.log(a[i]! / a[k]!) - Math.log(b[i]! / b[k]!)) ** 2 / 8;
    const [x, y] = [logRatios(a), logRatios(b)];
    expect(x.reduce((total, value, i) => total + (value - y[i]!) ** 2, 0)).toBeCloseTo(sum, 10);
  });
  it('have a covariance that its inverse undoes', () => {
    const covariance = covarianceOfLogs([0.3, 0.5, 0.01, 1]);
    expect(determinant(covariance) * determinant(invert(covariance))).toBeCloseTo(1, 10);
    expect(quadratic([1, 0, 0], covariance)).toBeCloseTo((0.3 + 0.5) / 2, 10);
  });
});

const profile = classifier.profiles!.methods.find(({ method }) => method === 'resting')!;

describe('the distance to a profile', () => {
  it('is one more lot of it at the centre and none far away', () => {
    expect(distanceTo(profile, featuresOf(four(14.1, 4, 66.6)))!.p).toBe(1);
    expect(distanceTo(profile, featuresOf(four(90, 2, 5)))!.p).toBeLessThan(0.01);
  });
  it('does not shrink when a marker is measured', () => {
    const bare = distanceTo(profile, featuresOf(four(14, 4, 66)))!;
    for (const value of [1, 6, 50, 95])
      expect(distanceTo(profile, featuresOf({ ...four(14, 4, 66), 'cd69-of-nk': value }))!.pNearest).toBeLessThanOrEqual(bare.pNearest);
  });
  it('calls few lots far away as often as it says: 5 of 100 at p < 0.05, profiles of 12 lots each', () => {
    const random = seedRandom(7);
    const truth = expectedComposition(profile.composition!);
    const lot = () => {
      const logs = [0.5, 0.65, 0.14, 0.45].map((sd) => sd * random.normal());
      const centre = partsOf(truth.mean);
      return logRatios(centre.map((part, i) => part * Math.exp(logs[i]!)) as never);
    };
    let rejected = 0;
    const rounds = 1500;
    for (let round = 0; round < rounds; round++) {
      const lots = Array.from({ length: 12 }, lot);
      const mean = [0, 1, 2].map((i) => lots.reduce((sum, of) => sum + of[i]!, 0) / 12);
      const at = (a: number, b: number) => lots.reduce((sum, of) => sum + (of[a]! - mean[a]!) * (of[b]! - mean[b]!), 0) / 11;
      const covariance = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => at(a, b)));
      const fitted = { mean, covariance, calibration: 1 };
      const own = profileSchema.parse({ ...profile, lots: 12, markers: {}, composition: { ...profile.composition, fitted } });
      const parts = partsOf(lot());
      const values = { nk: parts[0], 'nkt-like': parts[1], t: parts[2], 'double-negative': parts[3] };
      if (distanceTo(own, featuresOf(values, 10_000_000))!.p < 0.05) rejected++;
    }
    expect(rejected / rounds).toBeGreaterThan(0.035);
    expect(rejected / rounds).toBeLessThan(0.065);
  });
});
