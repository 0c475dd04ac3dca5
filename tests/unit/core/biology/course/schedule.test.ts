import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../../../core/base/calendar-day.ts';
import { feverPeaks } from '../../../../../core/biology/course/fever.ts';
import { scheduleOf } from '../../../../../core/biology/course/schedule.ts';

const monday = '2026-06-01';

describe('the days of a course', () => {
  it('keep open days, the gap and the number of doses, whatever is closed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 14 }),
        (offsets, minGapDays, doses) => {
          const closed = offsets.map((days) => addDays(monday, days));
          const { dates, moved, skipped, days } = scheduleOf({ first: monday, weekdays: [0, 3], doses, closed, minGapDays });
          expect(dates).toHaveLength(doses);
          for (const [i, day] of dates.entries()) {
            expect(closed).not.toContain(day);
            expect(weekdayOf(day)).toBeLessThan(5);
            if (i > 0) expect(daysBetween(dates[i - 1]!, day)).toBeGreaterThanOrEqual(minGapDays);
          }
          for (const day of [...moved.map(({ from }) => from), ...skipped]) expect(closed).toContain(day);
          expect(days).toBe(daysBetween(dates[0]!, dates.at(-1)!));
        },
      ),
    );
  });

  it('move a closed slot to the next open day that keeps the gap', () => {
    const plan = { first: monday, weekdays: [0, 3], doses: 3, closed: ['2026-06-04'], minGapDays: 2 };
    expect(scheduleOf(plan)).toMatchObject({
      dates: ['2026-06-01', '2026-06-05', '2026-06-08'],
      moved: [{ from: '2026-06-04', to: '2026-06-05' }],
    });
  });
});

describe('fever after a dose', () => {
  it('is graded by how long it stood above 40', () => {
    const hour = 3_600_000;
    const above = (hours: number) => [...Array(hours + 1).keys()].map((at) => ({ at: at * hour, celsius: 40.4 }));
    expect(feverPeaks(above(24), [0], 48)).toMatchObject([{ grade: 3 }]);
    expect(feverPeaks(above(26), [0], 48)).toMatchObject([{ grade: 4, hours: 0 }]);
    expect(feverPeaks([], [0], 48)).toEqual([undefined]);
  });
});
