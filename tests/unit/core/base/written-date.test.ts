import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay, daysBetween, weekdayOf } from '../../../../core/base/calendar-day.ts';
import { dayOf, readWrittenDate } from '../../../../core/base/written-date.ts';

const anyDay = fc.integer({ min: 0, max: 54_000 }).map((days) => addDays('1927-01-01', days));
const parts = (day: string) => day.split('-').map(Number) as [number, number, number];
const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The era by the calendar of the runtime. */
const japanese = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'UTC',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

describe('a date as a person wrote it', () => {
  it('is read in every form', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = parts(day);
        const era = japanese.format(new Date(`${day}T00:00:00Z`));
        for (const text of [
          day,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          day.replaceAll('-', ''),
          wide(`${year}/${month}/${date}`),
          era,
          wide(era),
        ])
          expect(readWrittenDate(text), text).toEqual({ day });
      }),
    );
  });

  it('is refused by name where it is none, or two', () => {
    const codes = Object.entries({
      平成31年5月1日: 'date-outside-era',
      'S64.1.8': 'date-outside-era',
      '2026-02-29': 'date-impossible',
      '2026-13-01': 'date-impossible',
      'R0.1.1': 'date-impossible',
      '13/01/2026': 'date-ambiguous',
      '1/2/26': 'date-ambiguous',
      tomorrow: 'date-unreadable',
      '': 'date-unreadable',
      '2026-6': 'date-unreadable',
    });
    for (const [text, refusal] of codes) expect(readWrittenDate(text), text).toEqual({ refusal });
  });
});

describe('days of the calendar', () => {
  it('are counted over years, leap days among them', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(weekdayOf('2026-06-01')).toBe(0);
    expect(calendarDay(2026, 2, 29)).toBeUndefined();
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, by) => {
        expect(daysBetween(day, addDays(day, by)) - by).toBe(0);
      }),
    );
  });
});

it('keeps a date that is not certain as it was written', () => {
  expect(dayOf(' 令和8年6月1日 ')).toBe('2026-06-01');
  expect(dayOf('01/02/2026 ')).toBe('01/02/2026');
});
