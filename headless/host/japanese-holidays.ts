import holidays from '@holiday-jp/holiday_jp';
import type { CalendarDay } from '../../core/base/calendar-day.ts';

/** A day on which the clinic is closed, by its names. */
interface Holiday {
  readonly on: CalendarDay;
  readonly en: string;
  readonly ja: string;
}

/** National holidays of Japan from one day to another. */
export const japaneseHolidays = (from: CalendarDay, to: CalendarDay): readonly Holiday[] =>
  Object.entries(holidays.holidays)
    .filter(([day]) => day >= from && day <= to)
    .map(([on, { name, name_en: en }]) => ({ on, en, ja: name }));

/** The last year that the list knows; years after the next were not announced by the government. */
export const lastHolidayYear = (): number => Math.max(...Object.keys(holidays.holidays).map((day) => Number(day.slice(0, 4))));
