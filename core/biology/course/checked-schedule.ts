import { daysBetween } from '../../base/calendar-day.ts';
import { Problem } from '../../base/problem.ts';
import { type DosePlan, type Schedule, scheduleOf } from './schedule.ts';

/** The days of a course. Throws `schedule-too-long`, and `schedule-gap` where two doses stand closer than they may. */
export function checkedSchedule(plan: DosePlan): Schedule {
  const { doses, minGapDays: days } = plan;
  const schedule = scheduleOf(plan);
  const { dates } = schedule;
  if (dates.length < doses) throw new Problem('schedule-too-long', tooLong, { doses, found: dates.length });
  const near = dates.findIndex((date, i) => i > 0 && daysBetween(dates[i - 1]!, date) < days);
  if (near > 0) throw new Problem('schedule-gap', tooNear, { first: dates[near - 1]!, second: dates[near]!, days });
  return schedule;
}

const tooLong = {
  en: '{doses} doses do not fit into five years: {found} do.',
  ja: '5年以内に{doses}回の投与日を設定できません(設定できるのは{found}回です)。',
};
const tooNear = {
  en: 'The doses of {first} and {second} are closer than {days} days: choose other weekdays, or another least gap.',
  ja: '{first}と{second}の投与間隔が{days}日未満です。曜日または最短間隔を変更してください。',
};
