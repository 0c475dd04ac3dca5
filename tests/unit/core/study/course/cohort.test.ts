import { describe, expect, it } from 'vitest';
import { cohortSpan, drawCohort } from '../../../../../core/show/course/draw-cohort.ts';
import { type CohortLane, cohortFilter, laneOf, watchOf } from '../../../../../core/study/course/cohort.ts';

const about = { donor: 'D1', source: 's', by: 'ito' } as const;
const dose = (material: string, on: string, outcome: 'full' | 'missed' = 'full') => ({
  material,
  on,
  outcome,
  lot: 'L',
  planned: 1,
  given: 1,
});
const lane = laneOf(
  'D1',
  [
    { ...about, id: '1', kind: 'diagnosis', on: '2024-01-10', text: 'ATL' },
    { ...about, id: '2', kind: 'therapy', on: '2024-03-01', until: '2024-05-01', text: 'x' },
    { ...about, id: '3', kind: 'crp', on: '2025-02-01', value: 1 },
  ],
  [dose('B', '2024-06-08', 'missed'), dose('A', '2024-06-04')],
);

describe('lanes of many donors', () => {
  it('say when what happened', () => {
    expect(lane).toMatchObject({
      start: '2024-06-04',
      diagnosis: '2024-01-10',
      infusions: 1,
      missed: 1,
      first: '2024-01-10',
      last: '2025-02-01',
    });
    expect(watchOf(lane)).toEqual({ from: '2024-01-10', to: '2024-03-01' });
    expect(watchOf(laneOf('D2', [], []))).toBeUndefined();
  });

  it('are chosen by words, and what is no such word is refused', () => {
    const ids = (query: string) => [lane, laneOf('D2', [], [])].filter(cohortFilter(query)).map(({ donor }) => donor);
    expect(ids('')).toEqual(['D1', 'D2']);
    expect(ids('infusions>=1')).toEqual(['D1']);
    expect(ids('donor~d2')).toEqual(['D2']);
    expect(ids('start>=2024-06-01 last<=2025-12-31')).toEqual(['D1']);
    for (const query of ['infusions>=many', 'colour=red', 'infusions~3'])
      expect(() => cohortFilter(query)).toThrow(expect.objectContaining({ code: 'course-query' }));
  });

  it.each(['day0', 'date'] as const)('draw every dose of 200 donors inside their picture (%s)', (align) => {
    const lanes: readonly CohortLane[] = Array.from({ length: 200 }, (_, i) =>
      laneOf(
        `D${i}`,
        [],
        Array.from({ length: 12 }, (_, n) => dose(`${n}`, `2024-0${1 + (i % 9)}-${10 + n}`)),
      ),
    );
    const drawing = drawCohort(lanes, { width: 500, language: 'ja', align });
    const strokes = drawing.flatMap((shape) =>
      shape.kind === 'path' && shape.width === 0.9 && shape.dash === undefined ? shape.commands : [],
    );
    expect(strokes).toHaveLength(200 * 12 * 2);
    expect(strokes.every(([, x = 0]) => x >= 90 && x <= 461)).toBe(true);
    const { from, to } = cohortSpan(lanes, align);
    expect(to - from).toBe(align === 'day0' ? 12 : 256);
  });
});
