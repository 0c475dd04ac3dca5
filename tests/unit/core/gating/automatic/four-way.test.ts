import { describe, expect, it } from 'vitest';
import { fourWay } from '../../../../../core/gating/automatic/four-way/four-way.ts';
import type { StepInput } from '../../../../../core/gating/automatic/kind/step.ts';
import { quadrantOf } from '../../../../../core/gating/gates/quadrant/quadrant-of.ts';
import { type Blob, inputOf } from './support-steps.ts';

const prior = { low: 0.15, expected: 0.33, high: 0.5 };
const step = fourWay.schema.parse({ kind: 'four-way', x: prior, y: prior });
const [neg, pos] = [0.2, 0.6];
/** NK, NKT-like, T, double negative. */
const four = (nk: number, nkt: number, t: number, dn: number, cd56 = pos): readonly Blob[] => [
  {
    events: nk,
    at: [
      [neg, 0.05],
      [cd56, 0.06],
    ],
  },
  {
    events: nkt,
    at: [
      [pos, 0.04],
      [cd56, 0.06],
    ],
  },
  {
    events: t,
    at: [
      [pos, 0.04],
      [neg, 0.05],
    ],
  },
  {
    events: dn,
    at: [
      [neg, 0.06],
      [neg, 0.06],
    ],
  },
];

function countsOf(input: StepInput): { counts: number[]; light: string; codes: string[] } {
  const { gate, light, evidence } = fourWay.place(step, input);
  if (gate.kind !== 'quadrant') throw new Error('no quadrant');
  const counts = [0, 0, 0, 0];
  const [xs, ys] = input.parts[0]!.columns;
  for (let event = 0; event < input.parentCount; event++) counts[quadrantOf(gate, xs![event]!, ys![event]!)!]!++;
  return { counts, light, codes: evidence.map(({ code }) => code) };
}

describe('the joint anchored four-way', () => {
  it.each([
    ['balanced', [1200, 300, 6200, 2300]],
    ['NK 99 %', [9900, 0, 100, 0]],
    ['NK 0.5 %', [50, 0, 9000, 950]],
    ['no T', [6000, 0, 0, 4000]],
    ['no NK', [0, 0, 8000, 2000]],
    ['CIK', [800, 4000, 5000, 200]],
    ['only T', [0, 0, 10_000, 0]],
    ['only NK', [10_000, 0, 0, 0]],
  ] as const)('%s: within a point, absent parts within 0.2 %%', (_, [nk, nkt, t, dn]) => {
    const { counts } = countsOf(inputOf(four(nk, nkt, t, dn)));
    for (const [part, wanted] of [nk, nkt, t, dn].entries()) expect(Math.abs(counts[part]! - wanted)).toBeLessThan(wanted === 0 ? 20 : 100);
  });

  it('is green where clusters stand apart, and gives intervals that hold the truth', () => {
    const input = inputOf(four(1200, 300, 6200, 2300));
    const { light, parts } = fourWay.place(step, input);
    expect(light).toBe('green');
    for (const [part, wanted] of [12, 3, 62, 23].entries()) {
      expect(parts?.[part]?.low).toBeLessThan(wanted);
      expect(parts?.[part]?.high).toBeGreaterThan(wanted);
    }
  });

  it('gives about the same intervals by the bootstrap, and the same ones twice', () => {
    const input = inputOf(four(1200, 300, 6200, 2300));
    const drawn = { ...step, bootstrap: { draws: 60, seed: 1 } };
    const [delta, bootstrap] = [fourWay.place(step, input).parts!, fourWay.place(drawn, input).parts!];
    for (const [part, { low, high }] of bootstrap.entries()) {
      expect(Math.abs(low - delta[part]!.low)).toBeLessThan(0.6);
      expect(Math.abs(high - delta[part]!.high)).toBeLessThan(0.6);
    }
    expect(fourWay.place(drawn, input).parts).toEqual(bootstrap);
  });

  it('does not give green to dim NK cells that run into the negatives', () => {
    const { light, codes } = countsOf(inputOf(four(2500, 0, 5000, 2500, 0.32)));
    expect(light).not.toBe('green');
    expect(codes.length).toBeGreaterThan(3);
  });

  it('never calls a plane of double positives green', () => expect(countsOf(inputOf(four(0, 10_000, 0, 0))).light).toBe('red'));

  it('follows a shift of the whole plane', () => {
    const moved = four(1200, 300, 6200, 2300).map(({ events, at }) => ({ events, at: at.map(([m, s]) => [m + 0.06, s] as const) }));
    expect(countsOf(inputOf(moved)).counts[0]).toBeCloseTo(1200, -1.7);
  });

  it('says red for too few events', () => expect(countsOf(inputOf(four(5, 5, 10, 5))).light).toBe('red'));

  it('gives the same gate twice', () => {
    const input = inputOf(four(1200, 300, 6200, 2300));
    expect(fourWay.place(step, input)).toEqual(fourWay.place(step, input));
  });
});
