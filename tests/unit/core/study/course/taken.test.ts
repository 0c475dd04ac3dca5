import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../../../core/study/course/patient-course.ts';
import { takePlate } from '../../../../../core/study/course/take-plate.ts';
import { takeResidual } from '../../../../../core/study/course/take-residual.ts';
import { takeRun } from '../../../../../core/study/course/take-run.ts';
import { keepPlate } from '../../../../../core/study/killing/kept-plate.ts';
import { measurePlate } from '../../../../../core/study/killing/measure-plate.ts';
import type { KeptResidual } from '../../../../../core/study/residual/kept-residual.ts';
import { simulatedAssay, simulatePlate, twoPurities } from '../../../../../test-data/simulate-plate.ts';

const assay = simulatedAssay('calcein');
const plate = simulatePlate({ name: 'plate 1', seed: 1, assay, killers: twoPurities(1), cv: 0.04 });
const ofDonors = (date: string | undefined) => {
  const [patient, control, ...others] = plate.effectors;
  const effectors = [{ ...patient!, donor: 'D1', lot: undefined }, { ...control!, donor: 'C1', isControl: true }, ...others];
  const own = { ...plate, date, effectors } as typeof plate;
  return keepPlate(own, measurePlate(own, assay), '1');
};

describe('what nobody types again', () => {
  it('a plate gives the lysis of each E:T with its interval and the control of the same plate', () => {
    const result = ofDonors('2026-06-01');
    const { observations, left } = takePlate('D1', 'abc', result);
    const rows = result.lysis.filter(({ donor }) => donor === 'D1');
    expect(left).toEqual([]);
    expect(observations.map(({ value, et }) => [value, et])).toEqual(rows.map(({ lysis, ratios }) => [lysis, ratios[assay.effector]]));
    const [first] = observations;
    const { panels, nk } = courseOf('D1', observations, []);
    expect(panels).toHaveLength(rows.length); // no line joins two E:T
    expect(nk).toHaveLength(rows.length);
    const [point] = panels[0]!.points;
    expect(point!.control!.ratio!.ratio).toBeCloseTo(first!.value! / first!.control!.value, 12);
    expect(point!.control!.ratio!.verdict).toBe(first!.value! <= first!.control!.value / 2 ? 'low' : 'within');
    expect(takePlate('D1', 'abc', ofDonors(undefined))).toMatchObject({ observations: [], left: [{ why: 'no-date' }] });
    expect(takePlate('D2', 'abc', result)).toEqual({ observations: [], left: [] });
  });

  it('cells of a product never share a panel with blood, and a plate that is not valid enters nothing', () => {
    const result = ofDonors('2026-06-01');
    const [blood] = takePlate('D1', 'abc', result).observations;
    const product = { ...blood!, id: 'p', lot: 'L1' };
    const course = courseOf('D1', [blood!, product], []);
    expect(course.panels.map(({ isProduct }) => isProduct)).toEqual([false, true]);
    expect(course.nk).toHaveLength(1);
    const later = { ...blood!, id: 'q', on: '2026-06-09', value: 99, invalid: true as const };
    expect(courseOf('D1', [blood!, later], []).nk).toMatchObject([{ before: undefined, peak: undefined, area: undefined }]);
  });

  const kept = (state: string, more: object = {}): KeptResidual =>
    ({
      plan: { name: 'ATL', revision: 2, material: 'blood' },
      lot: 'L1',
      result: {
        ...{ tubes: [{ file: 'a.fcs', sha256: 'a', dataset: 0 }], state, upper: 0.002, doubts: [] },
        ...{ sum: { n: 3, total: 3000, fraction: 0.001, low: 0.0002, high: 0.003, isPooled: true }, ...more },
      },
    }) as unknown as KeptResidual;

  it.each([
    ['none-seen', { value: 0.2, censored: 'below' }],
    ['below-lod', { value: 0.2, censored: 'below' }],
    ['quantified', { value: 0.1, low: 0.02, high: 0.3 }],
    ['cannot-tell', { text: 'cannot-tell' }],
  ])('residual cells: %s', (state, said) => {
    const { observations } = takeResidual('D1', { id: 'r', kept: kept(state), on: '2026-06-01' });
    expect(observations).toMatchObject([said]);
    expect(observations[0]).not.toHaveProperty('lot');
    expect(takeResidual('D1', { id: 'r', kept: kept(state), on: undefined })).toMatchObject({
      observations: [],
      left: [{ why: 'no-date' }],
    });
  });

  it('tubes that disagree are never averaged, and the group of HAS-Flow stands beside its percentage', () => {
    const sum = { n: 3, total: 3000, fraction: 0.001, low: 0.0002, high: 0.003, isPooled: false };
    const hasFlow = { cadm1: 24, low: 20, high: 28, group: 'G2/G3', d: 20, n: 4 };
    const { observations } = takeResidual('D1', { id: 'r', kept: kept('quantified', { sum, hasFlow }), on: '2026-06-01' });
    expect(observations).toMatchObject([
      { kind: 'residual', value: 0.2, censored: 'below' },
      { kind: 'has-flow', value: 24, text: 'G2/G3' },
    ]);
  });

  it('a run without a composition is named as left out', () => {
    const run = { id: 'r', name: 'a.fcs', on: '2026-06-01', protocol: { name: 'p', revision: 1 }, composition: undefined };
    expect(takeRun('D1', run)).toEqual({ observations: [], left: [{ source: 'a.fcs', why: 'not-valid' }] });
  });
});
