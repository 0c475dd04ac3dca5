/** A day of the calendar, `2026-06-01`: no time, no zone. */
export type CalendarDay = string;

const DAY = 86_400_000;

const numberOf = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`) / DAY;

export const daysBetween = (first: CalendarDay, later: CalendarDay): number => numberOf(later) - numberOf(first);

export const addDays = (day: CalendarDay, days: number): CalendarDay => new Date((numberOf(day) + days) * DAY).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: CalendarDay): number => (new Date(numberOf(day) * DAY).getUTCDay() + 6) % 7;

/** The day of this year, month and day of month; undefined where the calendar has no such day. */
export function calendarDay(year: number, month: number, dayOfMonth: number): CalendarDay | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}

/** Whether a text is a day that there is, as 2026-04-20. */
export function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && calendarDay(year, month, day) === text;
}
