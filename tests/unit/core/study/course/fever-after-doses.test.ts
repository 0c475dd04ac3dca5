import { describe, expect, it } from 'vitest';
import type { GivenDose } from '../../../../../core/study/course/given-dose.ts';
import type { Observation } from '../../../../../core/study/course/observation.ts';
import { courseOf } from '../../../../../core/study/course/patient-course.ts';

const dose = (material: string, on: string, time?: string): GivenDose => ({
  ...{ material, lot: 'L', on, time, outcome: 'full', planned: 1e9, given: 1e9 },
});
const reading = (on: string, time: string | undefined, value: number): Observation => ({
  ...{ id: `${on} ${time} ${value}`, donor: 'D-1', kind: 'temperature', on, value, source: 's', by: 'me' },
  ...(time === undefined ? {} : { time }),
});
const feverOf = (doses: readonly GivenDose[], readings: readonly Observation[]) => courseOf('D-1', readings, doses).fever;

describe('fever after an infusion whose time is known', () => {
  it('counts hours to the peak, within 48 of them, and not what was measured before it', () => {
    const readings = [
      reading('2026-06-01', '08:00', 39.5),
      reading('2026-06-01', '17:30', 38.4),
      reading('2026-06-03', '09:59', 37.1),
      reading('2026-06-03', '10:00', 39.9),
    ];
    expect(feverOf([dose('X', '2026-06-01', '10:00')], readings)).toEqual([
      { material: 'X', on: '2026-06-01', peak: 38.4, grade: 1, hours: 7.5, at: { on: '2026-06-01', time: '17:30' } },
    ]);
  });

  it('ends at the next one, on the same day too', () => {
    const readings = [reading('2026-06-01', '12:00', 37.8), reading('2026-06-01', '16:00', 38.9)];
    const doses = [dose('X', '2026-06-01', '10:00'), dose('Y', '2026-06-01', '15:00')];
    expect(feverOf(doses, readings).map(({ material, peak, hours }) => [material, peak, hours])).toEqual([
      ['X', 37.8, 2],
      ['Y', 38.9, 1],
    ]);
  });

  it('takes a reading without its time only where it can be no other, and says no hours of it', () => {
    const readings = [reading('2026-06-01', undefined, 39), reading('2026-06-02', undefined, 38.2)];
    expect(feverOf([dose('X', '2026-06-01', '10:00')], readings)[0]).toMatchObject({ peak: 38.2, grade: 1, at: { on: '2026-06-02' } });
    expect(feverOf([dose('X', '2026-06-01', '10:00')], readings)[0]?.hours).toBeUndefined();
    expect(feverOf([dose('X', '2026-06-01', '10:00')], readings.slice(0, 1))[0]?.peak).toBeUndefined();
  });

  it('is of grade 4 only where readings stand above 40 for more than 24 hours without a gap of more than 12', () => {
    const hot = (hours: readonly number[]) =>
      hours.map((h) => reading(`2026-06-0${1 + Math.floor((10 + h) / 24)}`, `${String((10 + h) % 24).padStart(2, '0')}:00`, 40.4));
    const grade = (hours: readonly number[]) => feverOf([dose('X', '2026-06-01', '10:00')], hot(hours))[0]?.grade;
    expect(grade([2, 8, 14, 20, 27])).toBe(4);
    expect(grade([2, 8, 14, 20, 26])).toBe(3);
    expect(grade([2, 30])).toBe(3);
  });

  it('stays with that day and the next where the time is not known', () => {
    const readings = [reading('2026-06-01', '08:00', 37.5), reading('2026-06-02', '23:00', 38.1), reading('2026-06-03', '08:00', 40)];
    const [found] = feverOf([dose('X', '2026-06-01')], readings);
    expect(found).toMatchObject({ peak: 38.1, grade: 1 });
    expect(found?.hours).toBeUndefined();
  });
});
