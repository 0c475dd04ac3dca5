import { expect, it } from 'vitest';
import { courseFrom } from '../../../../../core/study/course/course-source.ts';
import type { Observation } from '../../../../../core/study/course/observation.ts';

const one = (id: string, kind: Observation['kind'], value: number, more: Partial<Observation> = {}): Observation => ({
  ...{ id, donor: 'D1', kind, on: '2026-06-01', value, source: 's', by: 'ito' },
  ...more,
});
const corrected = (...observations: readonly Observation[]) =>
  courseFrom('D1', { observations, taken: [], left: [], doses: [] })
    .panels.filter(({ kind }) => kind === 'corrected-calcium')
    .flatMap(({ points }) => points.map(({ value }) => value));

it('calcium is corrected only with albumin of the same day and time, below 4 g/dL, and never of a limit', () => {
  expect(corrected(one('c', 'calcium', 8), one('a', 'albumin', 2.5))).toEqual([9.5]);
  expect(corrected(one('c', 'calcium', 8))).toEqual([]);
  expect(corrected(one('c', 'calcium', 8), one('a', 'albumin', 4.2))).toEqual([]);
  expect(corrected(one('c', 'calcium', 8), one('a', 'albumin', 2.5, { on: '2026-06-02' }))).toEqual([]);
  expect(corrected(one('c', 'calcium', 8, { censored: 'below' }), one('a', 'albumin', 2.5))).toEqual([]);
});
