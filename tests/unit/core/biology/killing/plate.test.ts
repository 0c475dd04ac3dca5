import { describe, expect, it } from 'vitest';
import { fitExponential, lysisAt, ratioAt } from '../../../../../core/biology/killing/dose-response.ts';
import { lyticUnitsOf } from '../../../../../core/biology/killing/lytic-units.ts';
import { fitPlate } from '../../../../../core/biology/killing/plate-fit.ts';
import { releaseLysis } from '../../../../../core/biology/killing/release-lysis.ts';
import { copiedWells, judgeMonotone } from '../../../../../core/biology/killing/validity.ts';

const ratios = [40, 20, 10, 5, 2.5, 1.25];

/** Normal deviates of a fixed seed. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

function plateOf(A: number, k: number, cv: number, normal: () => number) {
  const well = (signal: number) => signal * Math.exp(cv * normal());
  const [S, M] = [400, 4000];
  const six = [0, 1, 2, 3, 4, 5];
  return {
    spontaneous: six.map(() => well(S)),
    maximum: six.map(() => well(M)),
    test: ratios.flatMap((ratio) =>
      [0, 1, 2].map(() => ({ ratio, signal: well(S + (M - S) * (lysisAt({ form: 'exponential', A, k }, ratio) / 100)) })),
    ),
  };
}

describe('specific lysis', () => {
  it('is printed as measured below 0 and above 100, and withheld without a window', () => {
    expect(releaseLysis({ test: [380, 390], spontaneous: [400, 402], maximum: [4000, 4010] })?.value).toBeLessThan(0);
    expect(releaseLysis({ test: [4200, 4300], spontaneous: [400, 402], maximum: [4000, 4010] })?.value).toBeGreaterThan(100);
    expect(releaseLysis({ test: [500], spontaneous: [400], maximum: [400] })).toBeUndefined();
  });

  it('of single wells has no interval', () => {
    expect(releaseLysis({ test: [2200], spontaneous: [400], maximum: [4000] })).toMatchObject({ value: 50, se: Number.NaN });
  });
});

describe('a plate fitted as a whole', () => {
  it('covers the lytic units that it was drawn with', () => {
    const normal = normals(5);
    const truth = 1e7 / (5000 * ratioAt({ form: 'exponential', A: 80, k: 0.05 }, 20)!);
    const plates = 60;
    let covered = 0;
    for (let i = 0; i < plates; i++) {
      const units = fitPlate(plateOf(80, 0.05, 0.05, normal))?.unitsAt(20, 5000);
      if (units?.low !== undefined && units.high !== undefined && units.low <= truth && truth <= units.high) covered++;
    }
    // 95 %: fewer than 52 of 60 happens once in 100 such tests
    expect(covered).toBeGreaterThanOrEqual(52);
  });

  it('is refused with signals of 0, without a window or with fewer wells than parameters', () => {
    const plate = plateOf(80, 0.05, 0.02, normals(1));
    expect(fitPlate({ ...plate, spontaneous: [0, 400] })).toBeUndefined();
    expect(fitPlate({ ...plate, maximum: plate.spontaneous.map((signal) => signal / 2) })).toBeUndefined();
    expect(fitPlate({ spontaneous: [400], maximum: [4000], test: [{ ratio: 10, signal: 900 }] })).toBeUndefined();
  });
});

describe('lytic units', () => {
  const points = (A: number, k: number) => ratios.map((ratio) => ({ ratio, lysis: lysisAt({ form: 'exponential', A, k }, ratio) }));
  const unitsAt = (A: number, k: number, percent: number, of = points(A, k)) => lyticUnitsOf(of, fitExponential(of)?.curve, percent, 5000);

  it('are a value only inside the ratios that were measured', () => {
    expect(unitsAt(80, 0.05, 20)).toMatchObject({ state: 'value', value: expect.closeTo(347.606, 2) });
    expect(unitsAt(15, 0.05, 20)).toEqual({ state: 'not-reached', below: 50 });
    expect(unitsAt(90, 1.2, 20)).toEqual({ state: 'above-range', above: 1600 });
    expect(unitsAt(80, 0.05, 20, points(80, 0.05).slice(0, 2))).toEqual({ state: 'too-few-ratios' });
  });
});

describe('a plate’s validity', () => {
  it('allows one inversion within its errors', () => {
    const points = (lysis: readonly number[]) => lysis.map((value, i) => ({ ratio: 40 / 2 ** i, lysis: value, se: 2 }));
    expect(judgeMonotone(points([61, 63, 35, 20])).isMonotone).toBe(true);
    expect(judgeMonotone(points([41, 63, 35, 20])).isMonotone).toBe(false);
    expect(judgeMonotone(points([61, 62, 35, 36])).isMonotone).toBe(false);
    expect(judgeMonotone(points([61, 40, 35, 20]))).toEqual({ inversions: 0, sizeInSe: 0, isMonotone: true });
  });

  it('names wells that share long digits, not short ones', () => {
    expect(copiedWells([12.3456789012, 30.4, 12.3456789012, 30.4, 1e300, Number.NaN])).toEqual([[0, 2]]);
  });
});
