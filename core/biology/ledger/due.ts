import { addDays, type CalendarDay } from '../../base/calendar-day.ts';
import type { Book } from './book/book.ts';
import type { LedgerEvent } from './event.ts';
import { partsOf } from './parts.ts';
import { replay } from './replay.ts';

/** An act of the plan of a lot that is to be done. */
export interface DueAct {
  readonly lot: string;
  readonly number: number;
  readonly what: 'thaw' | 'reculture' | 'dose';
  readonly on: CalendarDay;
  readonly when: 'late' | 'today' | 'this-week' | 'later';
}

/** The acts of all lots that have a plan, day by day; books without one are not replayed. */
export const allDueActs = (events: readonly LedgerEvent[], today: CalendarDay): readonly DueAct[] =>
  partsOf(events)
    .filter((part) => part.some(({ kind }) => kind === 'schedule-planned'))
    .flatMap((part) => {
      const book = replay(part);
      return [...new Set(part.map(({ lot }) => lot))].flatMap((lot) => dueActs(book, lot, today));
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The acts of a plan that are not done: doses that were given or missed, and bags that were thawed, are taken off in their order. */
export function dueActs({ plans, doses, materials, recultures }: Book, lot: string, today: CalendarDay): readonly DueAct[] {
  const own = (id: string) => materials.get(id)?.lot === lot;
  const ended = doses.filter(({ material, outcome }) => outcome !== undefined && own(material)).length;
  const thawed = [...materials.values()].filter((material) => material.lot === lot && material.kind === 'thawed').length;
  const again = recultures.filter(({ material }) => own(material)).length;
  const when = (on: CalendarDay): DueAct['when'] => {
    if (on === today) return 'today';
    return on < today ? 'late' : on <= addDays(today, 6) ? 'this-week' : 'later';
  };
  return plans
    .filter((plan) => plan.lot === lot)
    .flatMap(({ number, on, thaw, reculture }): readonly DueAct[] => [
      ...(thaw === undefined || number <= Math.max(thawed, ended)
        ? []
        : [{ lot, number, what: 'thaw' as const, on: thaw, when: when(thaw) }]),
      ...(reculture === undefined || number <= Math.max(again, ended)
        ? []
        : [{ lot, number, what: 'reculture' as const, on: reculture, when: when(reculture) }]),
      ...(number <= ended ? [] : [{ lot, number, what: 'dose' as const, on, when: when(on) }]),
    ])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.number - b.number));
}
