import { addDays } from '../core/base/calendar-day.ts';
import type { NewEvent } from '../core/biology/ledger/event.ts';
import type { ClosedDay } from '../core/show/ledger/dose-calendar.ts';
import type { CourseSource } from '../core/study/course/course-source.ts';
import type { CourseTemplate } from '../core/study/course/course-table.ts';
import type { CourseExport } from '../core/study/course/export-course.ts';
import { checkObservation, type Observation } from '../core/study/course/observation.ts';
import { logExport, shiftOf } from '../headless/archive/course-exports.ts';
import { courseSource } from '../headless/archive/course-sources.ts';
import { courseTemplates, keepTemplate } from '../headless/archive/course-templates.ts';
import { laboratoryRules } from '../headless/archive/laboratory-rules.ts';
import { checkedEvents, ledgerEvents, writeEvents } from '../headless/archive/ledger.ts';
import { cohortOf, knownDonors, refuseUnknownDonors, voidObservation, writeObservations } from '../headless/archive/observations.ts';
import { japaneseHolidays, lastHolidayYear } from '../headless/host/japanese-holidays.ts';
import { whoWorks } from '../headless/host/who-works.ts';
import { nowText, openPlace } from './open-archives.ts';

/** The archive's book of cells, and what was observed of donors. */
export const archiveLedgerJobs = {
  ledgerEvents: async (place: string) => ledgerEvents((await openPlace(place)).db),
  ledgerHolidays: async (_place: string, from: string): Promise<{ readonly days: readonly ClosedDay[]; readonly lastYear: number }> => ({
    days: japaneseHolidays(from, addDays(from, 3660)),
    lastYear: lastHolidayYear(),
  }),
  ledgerRules: async (place: string) => laboratoryRules((await openPlace(place)).db),
  async addLedgerEvents(place: string, events: readonly NewEvent[], today: string, wish: 'write' | 'check'): Promise<number> {
    const { db } = await openPlace(place);
    const facts = { at: nowText(), today };
    return (await (wish === 'check' ? checkedEvents : writeEvents)(db, events, facts)).length;
  },
  courseDonors: async (place: string) => [...(await knownDonors((await openPlace(place)).db))].sort(),
  async courseOfDonor(place: string, donor: string): Promise<CourseSource> {
    return courseSource((await openPlace(place)).db, donor);
  },
  async addObservations(place: string, observations: readonly Observation[], donors: 'known-donors' | 'new-donors'): Promise<number> {
    const { db } = await openPlace(place);
    for (const observation of observations) checkObservation(observation);
    if (donors === 'known-donors') await refuseUnknownDonors(db, observations);
    return writeObservations(db, observations, nowText());
  },
  courseCohort: async (place: string, query: string) => cohortOf((await openPlace(place)).db, query),
  courseTemplates: async (place: string) => courseTemplates((await openPlace(place)).db),
  keepCourseTemplate: async (place: string, template: CourseTemplate) =>
    keepTemplate((await openPlace(place)).db, template, whoWorks(), nowText()),
  courseShift: async (place: string, donor: string) => shiftOf((await openPlace(place)).db, donor),
  logCourseExport: async (place: string, made: CourseExport) => logExport((await openPlace(place)).db, made, whoWorks(), nowText()),
  voidObservation: async (place: string, id: string, reason: string) =>
    voidObservation((await openPlace(place)).db, id, { reason, by: whoWorks(), at: nowText() }),
};
