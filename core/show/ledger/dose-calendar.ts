import { addDays, type CalendarDay, daysBetween, weekdayOf } from '../../base/calendar-day.ts';
import type { Language } from '../../base/message.ts';
import type { Book } from '../../biology/ledger/book/book.ts';
import { dueActs } from '../../biology/ledger/due.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { TableSection } from '../report/model.ts';
import { left } from './lot-tables.ts';
import type { Translate } from './words.ts';

/** A day on which nothing is given, and why. */
export interface ClosedDay {
  readonly on: CalendarDay;
  readonly en: string;
  readonly ja: string;
}

/** What stands on a day: planned, done, missed or late. */
interface CalendarMark {
  readonly on: CalendarDay;
  readonly text: string;
  readonly light?: Light;
}

/** Longer courses end here: a year and a half. */
const MOST_WEEKS = 80;

/** Weeks as lines, Monday to Sunday, from the first mark to the last; nothing where there is none. */
export function calendarTable(
  marks: readonly CalendarMark[],
  closed: readonly ClosedDay[],
  { heading, language, t }: { readonly heading: string; readonly language: Language; readonly t: Translate },
): TableSection | undefined {
  const days = marks.map(({ on }) => on).sort();
  const [first] = days;
  if (first === undefined) return undefined;
  const monday = addDays(first, -weekdayOf(first));
  const weeks = Math.min(MOST_WEEKS, Math.floor(daysBetween(monday, days.at(-1)!) / 7) + 1);
  const cellOf = (day: CalendarDay) => {
    const own = marks.filter(({ on }) => on === day);
    const shut = closed.filter(({ on }) => on === day).map((one) => one[language]);
    const light = (['red', 'amber', 'green'] as const).find((one) => own.some((mark) => mark.light === one));
    const date = `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
    return {
      text: [date, ...shut, ...own.map(({ text }) => text)].join(' · '),
      quiet: own.length === 0,
      ...(light === undefined ? {} : { light }),
    };
  };
  return {
    heading,
    columns: weekdays.map((day) => left(t(`weekday.${day}`), 1)),
    rows: Array.from({ length: weeks }, (_, week) => ({
      cells: weekdays.map((_day, at) => cellOf(addDays(monday, 7 * week + at))),
    })),
    note: `${first} – ${days.at(-1)!}`,
  };
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The course of a lot: what was given or missed on its day, and what the plan still asks for. */
export function doseCalendar(
  book: Book,
  lot: string,
  {
    today,
    closed,
    language,
    t,
  }: { readonly today: CalendarDay; readonly closed: readonly ClosedDay[]; readonly language: Language; readonly t: Translate },
): TableSection | undefined {
  const isOwn = (id: string) => book.materials.get(id)?.lot === lot;
  const doses = book.doses.filter(({ material }) => isOwn(material));
  const most = Math.max(...doses.map(({ planned }) => planned));
  const done = doses
    .filter(({ outcome, on }) => outcome !== undefined && on !== undefined)
    .map(({ material, outcome, planned, on }): CalendarMark => {
      const half = Math.abs(2 * planned - most) <= 1 ? ` (${t('half')})` : '';
      const light = outcome === 'full' ? 'green' : outcome === 'partial' ? 'amber' : 'red';
      return { on: on!, text: `${material}: ${t(`outcome.${outcome!}`)}${half}`, light };
    });
  const acts = dueActs(book, lot, today).map(
    ({ on, what, number, when }): CalendarMark => ({
      on,
      text: t(`act.${what}`, { number }),
      ...(when === 'late' ? { light: 'red' as const } : {}),
    }),
  );
  const thawed = book.thaws.filter(({ bag }) => isOwn(bag)).map(({ bag, on }) => ({ on, text: `${bag}: ${t('thawDone')}` }));
  const again = book.recultures
    .filter(({ material }) => isOwn(material))
    .map(({ material, on }) => ({ on, text: `${material}: ${t('kind.recultured')}` }));
  return calendarTable([...done, ...thawed, ...again, ...acts], closed, { heading: t('calendar'), language, t });
}
