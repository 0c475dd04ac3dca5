import holidays from '@holiday-jp/holiday_jp';
import type { CalendarDay } from '../../../core/base/calendar-day.ts';

/** National holidays of Japan from one day to another, and from which year on they are provisional: not yet announced by the government. */
export function japaneseHolidays(from: CalendarDay, to: CalendarDay): readonly CalendarDay[] {
  return Object.keys(holidays.holidays).filter((day) => day >= from && day <= to);
}

/** The last year that the list knows. */
export const lastHolidayYear = (): number => Math.max(...Object.keys(holidays.holidays).map((day) => Number(day.slice(0, 4))));
