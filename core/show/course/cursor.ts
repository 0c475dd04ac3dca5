import { addDays } from '../../base/calendar-day.ts';
import type { Language } from '../../base/message.ts';
import { type DateStyle, writtenDay } from '../../base/written-date.ts';
import type { FeverAfterDose } from '../../study/course/fever-after-doses.ts';
import type { CoursePanel, PatientCourse } from '../../study/course/patient-course.ts';
import { formatCount, formatValue } from '../plot/number-format.ts';
import { gradeText, hoursText } from './course-document.ts';
import { nameOf } from './panel-name.ts';
import type { CoursePart } from './parts.ts';
import { valueText } from './points.ts';
import { type Translate, translator } from './words.ts';

/** What the course says at one moment: the doses up to it, and of each panel the last value up to it. */
export interface ReadCursor {
  /** The moment itself. */
  readonly when: string;
  /** Of the dose that the cursor stands on. */
  readonly dose?: string | undefined;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly value: string; readonly when: string }[];
}

/** Moments at which something was given or measured in the parts that are shown, in order. */
export function moments(course: PatientCourse, parts: readonly CoursePart[]): readonly number[] {
  const shown = new Set(parts.map(({ id }) => id));
  const days = new Set(course.panels.filter(({ key }) => shown.has(key)).flatMap(({ points }) => points.map(({ day }) => day)));
  if (shown.has('doses')) for (const { day } of course.doses) days.add(day);
  return [...days].sort((a, b) => a - b);
}

export function readCursor(
  course: PatientCourse,
  day: number,
  { language, dates, parts }: { readonly language: Language; readonly dates: DateStyle; readonly parts: readonly CoursePart[] },
): ReadCursor {
  const t = translator(language);
  const shown = (on: string, time?: string) => [writtenDay(on, dates), time].filter((part) => part !== undefined).join(' ');
  const rows = parts.flatMap(({ id, title }) => {
    const panel = course.panels.find(({ key }) => key === id);
    const point = panel?.points.findLast((one) => one.day <= day + 1e-6);
    if (panel === undefined) return [];
    return [
      { id, title, value: point === undefined ? '–' : valueText(point, t), when: point === undefined ? '' : shown(point.on, point.time) },
    ];
  });
  return { when: momentText(course, day, t, dates), dose: doseText(course, day, language, dates), rows };
}

function momentText({ start }: PatientCourse, day: number, t: Translate, dates: DateStyle): string {
  const whole = Math.floor(day + 1e-6);
  const minutes = Math.round((day - whole) * 1440);
  const clock = minutes === 0 ? '' : ` ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${t('dayOf', { day: formatValue(whole) })}${start === undefined ? '' : ` · ${writtenDay(addDays(start, whole), dates)}`}${clock}`;
}

/** The dose of this day: which one, what was given, the fever after it and NK activity before it. */
function doseText(course: PatientCourse, day: number, language: Language, dates: DateStyle): string | undefined {
  const t = translator(language);
  const place = course.doses.findIndex((one) => one.day === day);
  const dose = course.doses[place];
  if (dose === undefined) return undefined;
  const { material, outcome, given } = dose;
  const fever = course.fever.find((one) => one.material === material);
  const said = [
    t('doseNumber', { n: place + 1, material, given: outcome === 'missed' ? t('missed') : formatCount(given) }),
    ...(outcome === 'missed' ? [] : [t('feverOf', { peak: peakText(fever, t) })]),
    ...course.panels
      .filter(({ kind, isProduct }) => kind === 'nk-activity' && !isProduct)
      .flatMap((panel) => nkBefore(panel, dose.on, language, t, dates)),
  ];
  return said.join(language === 'ja' ? '。' : '. ');
}

function peakText(fever: FeverAfterDose | undefined, t: Translate): string {
  if (fever?.peak === undefined) return t('notMeasured');
  const peak = `${fever.peak.toFixed(1)} °C (${gradeText(fever, t)})`;
  return fever.hours === undefined ? peak : t('feverAfter', { peak, hours: hoursText(fever) });
}

/** The last value of a day up to that of the dose: blood is drawn before it. */
function nkBefore(panel: CoursePanel, on: string, language: Language, t: Translate, dates: DateStyle): readonly string[] {
  const point = panel.points.findLast((one) => one.on <= on);
  return point === undefined
    ? []
    : [t('nkBefore', { name: nameOf(panel, language), value: valueText(point, t), date: writtenDay(point.on, dates) })];
}
