import { addDays, type CalendarDay, daysBetween, weekdayOf } from '../../base/calendar-day.ts';

/** Doses on certain weekdays (0 Monday) from a first day on. */
export interface DosePlan {
  readonly first: CalendarDay;
  readonly weekdays: readonly number[];
  readonly doses: number;
  /** Days on which nothing is given: holidays, closed days. */
  readonly closed: readonly CalendarDay[];
  /** Fewest days between two doses. */
  readonly minGapDays: number;
}

export interface Schedule {
  readonly dates: readonly CalendarDay[];
  readonly moved: readonly { readonly from: CalendarDay; readonly to: CalendarDay }[];
  readonly skipped: readonly CalendarDay[];
  /** From the first dose to the last. */
  readonly days: number;
}

/** Slots are looked for this far: five years. */
const FARTHEST = 1830;
const FIRST_OF_WEEKEND = 5;

/**
 * The days of a course. A slot on a closed day moves to the first open weekday before the next open slot that keeps the gap to the dose
 * before and to that slot; where there is none it is skipped, and the course is a slot longer.
 */
export function scheduleOf({ first, weekdays, doses, closed, minGapDays }: DosePlan): Schedule {
  const shut = new Set(closed);
  const slots = Array.from({ length: FARTHEST }, (_, i) => addDays(first, i)).filter((day) => weekdays.includes(weekdayOf(day)));
  const dates: CalendarDay[] = [];
  const moved: { readonly from: CalendarDay; readonly to: CalendarDay }[] = [];
  const skipped: CalendarDay[] = [];
  for (const [i, slot] of slots.entries()) {
    if (dates.length === doses) break;
    if (!shut.has(slot)) {
      dates.push(slot);
      continue;
    }
    const next = slots.slice(i + 1).find((day) => !shut.has(day));
    const to = next && between(slot, next).find((day) => isOpen(day, shut) && keepsGap(day, dates.at(-1), next, minGapDays));
    if (to === undefined) skipped.push(slot);
    else {
      dates.push(to);
      moved.push({ from: slot, to });
    }
  }
  return { dates, moved, skipped, days: dates.length === 0 ? 0 : daysBetween(dates[0]!, dates.at(-1)!) };
}

const between = (from: CalendarDay, to: CalendarDay): readonly CalendarDay[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) - 1) }, (_, i) => addDays(from, i + 1));

const isOpen = (day: CalendarDay, shut: ReadonlySet<CalendarDay>): boolean => weekdayOf(day) < FIRST_OF_WEEKEND && !shut.has(day);

const keepsGap = (day: CalendarDay, before: CalendarDay | undefined, after: CalendarDay, gap: number): boolean =>
  (before === undefined || daysBetween(before, day) >= gap) && daysBetween(day, after) >= gap;

/** Days from the first dose to the last, and between two of them on average. */
export function dosingGap(first: CalendarDay, last: CalendarDay, doses: number): { readonly days: number; readonly meanGap: number } {
  const days = daysBetween(first, last);
  return { days, meanGap: days / (doses - 1) };
}
