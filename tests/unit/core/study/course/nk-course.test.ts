import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../../core/study/course/observation.ts';
import { courseOf } from '../../../../../core/study/course/patient-course.ts';

const beside = { donor: 'D', kind: 'nk-activity', method: '51Cr', target: 'K562', et: 20, source: 's', by: 'ito' } as const;
const dose = (material: string, on: string) => ({ material, on, lot: 'L', outcome: 'full' as const, planned: 1, given: 1 });
const nkOf = (...values: readonly [on: string, value: number, censored?: 'below' | 'above'][]) => {
  const observations = values.map(
    ([on, value, censored], i): Observation => ({ ...beside, id: `${i}`, on, value, ...(censored === undefined ? {} : { censored }) }),
  );
  return courseOf('D', observations, [dose('X1', '2026-06-01'), dose('X2', '2026-06-08')]).nk[0];
};

describe('NK activity around doses', () => {
  it('withholds what stands on a limit, and never tells an older value in its place', () => {
    const before = nkOf(['2026-05-01', 20], ['2026-05-30', 1, 'below'], ['2026-06-03', 30]);
    expect(before).toMatchObject({ before: undefined, peak: 30, change: undefined, area: undefined });
    const peak = nkOf(['2026-05-30', 20], ['2026-06-02', 40], ['2026-06-03', 80, 'above']);
    expect(peak).toMatchObject({ before: 20, peak: undefined, change: undefined, troughs: [{ value: undefined }] });
    expect(nkOf(['2026-05-30', 20], ['2026-06-02', 40], ['2026-06-03', 1, 'below'])).toMatchObject({ peak: 40, area: undefined });
    expect(nkOf(['2026-05-30', 20], ['2026-06-02', 40])).toMatchObject({ before: 20, peak: 40, change: 20, area: 90 });
  });
});
