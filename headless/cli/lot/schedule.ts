import { addDays } from '../../../core/base/calendar-day.ts';
import { checkedSchedule } from '../../../core/biology/course/checked-schedule.ts';
import { translator } from '../../../core/show/ledger/words.ts';
import { writeWhole } from '../../files/write-file.ts';
import { japaneseHolidays, lastHolidayYear } from '../../host/japanese-holidays.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { calendarOf } from './calendar.ts';
import type { LotOptions } from './lots.ts';

export interface ScheduleOptions extends LotOptions {
  readonly first: string;
  /** 0 for Monday. */
  readonly weekdays: readonly number[];
  readonly doses: number;
  readonly closed: readonly string[];
  readonly holidays: 'jp' | 'none';
  readonly minGap: number;
  /** Days before each dose on which its bag is thawed. */
  readonly thawBefore: number | undefined;
  /** An iCalendar file. */
  readonly ics: string | undefined;
}

/** `lot schedule`: the days of a course. */
export async function printSchedule(options: ScheduleOptions): Promise<number> {
  const { first, weekdays, doses, closed, holidays, minGap, thawBefore, ics, json, lang } = options;
  const t = translator(lang);
  const shut = [...closed, ...(holidays === 'jp' ? japaneseHolidays(first, addDays(first, 1830)).map(({ on }) => on) : [])];
  const schedule = checkedSchedule({ first, weekdays, doses, closed: shut, minGapDays: minGap });
  const days = schedule.dates.map((date, i) => ({
    dose: i + 1,
    date,
    ...(thawBefore === undefined ? {} : { thaw: addDays(date, -thawBefore) }),
  }));
  const lastYear = lastHolidayYear();
  const isProvisional = holidays === 'jp' && Number((schedule.dates.at(-1) ?? first).slice(0, 4)) > lastYear - 1;
  if (ics !== undefined)
    await writeWhole(ics, async (to) => {
      to.end(calendarOf(days.map(({ dose, date }) => ({ date, title: t('dose', { number: dose }) }))));
    });
  if (json) printJson({ ...schedule, days: days, span: schedule.days, provisional: isProvisional });
  else
    process.stdout.write(
      `${[
        ...days.map(({ dose, date }) => `${t('dose', { number: dose })}  ${date}`),
        ...schedule.moved.map(({ from, to }) => t('movedSlot', { from, to })),
        ...schedule.skipped.map((day) => t('skippedSlot', { day })),
        ...(isProvisional ? [t('provisional', { year: lastYear - 1 })] : []),
      ].join('\n')}\n`,
    );
  return exitCodes.done;
}
