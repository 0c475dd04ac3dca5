import { addDays } from '../../base/calendar-day.ts';
import { feverGrade, feverPeaks } from '../../biology/course/fever.ts';
import type { GivenDose } from './given-dose.ts';
import type { Observation } from './observation.ts';

/**
 * Temperature after a dose, until the next one: for 48 hours where the time of the infusion is known, else on its day and the next. Undefined values: not
 * measured, never grade 0.
 */
export interface FeverAfterDose {
  readonly material: string;
  readonly on: string;
  readonly peak: number | undefined;
  /** 3 stands for "3 or more": grade 4 needs its 24 hours. */
  readonly grade: 0 | 1 | 2 | 3 | 4 | undefined;
  /** When the peak was measured first. */
  readonly at?: Pick<Observation, 'on' | 'time'> | undefined;
  /** From the infusion to the peak; only where both have their time. */
  readonly hours?: number | undefined;
}

/** Where a day, or a moment of it, lies on the time line, in days. */
type DayOf = (on: string, time?: string) => number;
type Temperature = Observation & { readonly value: number };

const WINDOW_HOURS = 48;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The highest temperature after each dose that was given, until the next one. */
export function feverAfterDoses(
  doses: readonly GivenDose[],
  observations: readonly Observation[],
  dayOf: DayOf,
): readonly FeverAfterDose[] {
  const given = doses.filter(({ outcome }) => outcome !== 'missed');
  const taken = new Map<string, Temperature[]>();
  for (const one of observations) {
    if (one.kind !== 'temperature' || one.value === undefined) continue;
    const own = taken.get(one.on) ?? [];
    taken.set(one.on, own);
    own.push(one as Temperature);
  }
  return given.map((dose, i) => {
    const near = [0, 1, 2].flatMap((later) => taken.get(addDays(dose.on, later)) ?? []);
    return { material: dose.material, on: dose.on, ...(dose.time === undefined ? byDay : byClock)(dose, given[i + 1], near, dayOf) };
  });
}

type Found = Pick<FeverAfterDose, 'peak' | 'grade' | 'at' | 'hours'>;
const notMeasured: Found = { peak: undefined, grade: undefined };

/** Of a dose without a time: that day and the next. */
function byDay({ on }: GivenDose, next: GivenDose | undefined, near: readonly Temperature[]): Found {
  if (next?.on === on) return notMeasured; // which of the two doses a reading follows cannot be told
  const after = near.filter((one) => one.on <= addDays(on, 1) && (next === undefined || one.on < next.on));
  const highest = highestOf(after);
  return highest === undefined ? notMeasured : foundIn(highest);
}

const highestOf = (readings: readonly Temperature[]): Temperature | undefined =>
  readings.length === 0 ? undefined : readings.reduce((high, one) => (one.value > high.value ? one : high));

const foundIn = ({ value, on, time }: Temperature): Found => ({ peak: value, grade: feverGrade(value, 0), at: { on, time } });

/** Of a dose with its time: 48 hours from it. What was measured on its day without a time may have been before it, and is left out. */
function byClock({ on, time }: GivenDose, next: GivenDose | undefined, near: readonly Temperature[], dayOf: DayOf): Found {
  const begin = dayOf(on, time);
  const end = next === undefined ? undefined : dayOf(next.on, next.time);
  const timed = near.filter((one) => one.time !== undefined);
  const readings = timed.map((one) => ({ at: Math.round(dayOf(one.on, one.time) * DAY_MS), celsius: one.value }));
  const doses = [begin, ...(end === undefined ? [] : [end])].map((day) => Math.round(day * DAY_MS));
  const [clocked] = feverPeaks(readings, doses, WINDOW_HOURS);
  const isAfter = (one: Temperature) =>
    one.time === undefined && one.on > on && one.on < addDays(on, 2) && (end === undefined || dayOf(one.on) + 1 <= end);
  const untimed = highestOf(near.filter(isAfter));
  if (untimed !== undefined && (clocked === undefined || untimed.value > clocked.peak)) return foundIn(untimed);
  if (clocked === undefined) return notMeasured;
  const { peak, grade, hours } = clocked;
  const at = timed[readings.findIndex((one) => Math.abs(one.at - doses[0]! - hours * HOUR_MS) < 1)];
  return { peak, grade, hours, at: at && { on: at.on, time: at.time } };
}
