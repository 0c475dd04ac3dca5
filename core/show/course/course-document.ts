import type { Language } from '../../base/message.ts';
import type { DateStyle } from '../../base/written-date.ts';
import type { FeverAfterDose } from '../../study/course/fever-after-doses.ts';
import { type GivenDose, nkGiven } from '../../study/course/given-dose.ts';
import { observationKinds } from '../../study/course/observation-kinds.ts';
import type { CoursePanel, CoursePoint, PatientCourse } from '../../study/course/patient-course.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import type { Column } from '../report/model.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { courseHeight, drawCourse } from './draw-course.ts';
import { nameOf } from './panel-name.ts';
import { type CoursePart, type PartsChoice, shownParts } from './parts.ts';
import { controlText, intervalText, valueText } from './points.ts';
import { type Translate, translator } from './words.ts';

/** Hours from the infusion to the peak, where both have their time. */
export const hoursText = ({ hours }: FeverAfterDose): string => (hours === undefined ? '–' : hours.toFixed(1));

const nkText = ({ given, nkPercent, outcome }: GivenDose): string =>
  nkPercent === undefined || outcome === 'missed' ? '–' : formatCount(nkGiven({ given, nkPercent }));

export const gradeText = ({ grade }: FeverAfterDose, t: Translate): string =>
  grade === undefined ? t('notMeasured') : grade === 3 ? t('gradeOrMore') : String(grade);

export interface CourseWish {
  /** What a person chose to see. */
  readonly choice?: PartsChoice | undefined;
  readonly dates?: DateStyle | undefined;
}

/** A donor's course: one picture, then tables with the source of every point. */
export function courseDocument(course: PatientCourse, options: Printing, shown: CourseWish = {}): SectionedDocument {
  const { language, generatedAt } = options;
  const t = translator(language);
  return {
    ...{
      language,
      title: t('title', { donor: course.donor }),
      subtitle: t('subtitle', { start: course.start ?? '–' }),
      header: t('header'),
      generatedAt,
    },
    digest: course.panels
      .flatMap(({ points }) => points.map(({ id }) => id))
      .join(' ')
      .slice(0, 2000),
    footer: pageFooter(options),
    blocks: [
      { kind: 'note', text: t('shows') },
      ...figures(course, language, t('figure'), shown),
      { kind: 'note', text: t('figure') },
      ...courseSummary(course, language),
      ...course.panels.map((panel) => panelTable(panel, language)),
    ],
  };
}

const peakTime = ({ at }: FeverAfterDose): string => (at === undefined ? '–' : [at.on, at.time].filter(Boolean).join(' '));

/** A page holds so much of the picture; the rest follows on the next, over the same axis. */
const pageHeight = 600;

function figures(course: PatientCourse, language: Language, title: string, { choice, dates }: CourseWish): readonly Block[] {
  const pages: CoursePart[][] = [[]];
  for (const part of shownParts(course, language, choice)) {
    const page = pages.at(-1)!;
    if (page.length > 0 && courseHeight(course, [...page, part]) > pageHeight) pages.push([part]);
    else page.push(part);
  }
  return pages.map(
    (parts): Block => ({
      ...{ kind: 'figure', title, height: courseHeight(course, parts) },
      draw: (width, theme) => drawCourse(course, { width, language, theme, parts, dates }),
    }),
  );
}

const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });
const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });

/** Doses, fever, NK activity around the doses, therapies, notes, and what could not be placed. */
export function courseSummary(course: PatientCourse, language: Language): readonly Block[] {
  const t = translator(language);
  const { doses, fever, nk, panels, lanes, notes } = course;
  const table = (heading: string, columns: readonly Column[], rows: readonly (readonly string[])[], note?: string): Block => ({
    kind: 'table',
    table: { heading, columns, rows: rows.map(row), note },
  });
  return [
    table(
      t('doseTable'),
      [
        left(t('dose'), 2),
        left(t('date'), 1.4),
        right(t('day'), 0.8),
        right(t('planned'), 1.8),
        right(t('given'), 1.8),
        right(t('nkGiven'), 1.8),
      ],
      doses.map((dose) => [
        dose.material,
        [dose.on, dose.time].filter(Boolean).join(' '),
        formatValue(Math.floor(dose.day)),
        formatCount(dose.planned),
        dose.outcome === 'missed' ? t('missed') : formatCount(dose.given),
        nkText(dose),
      ]),
    ),
    table(
      t('fever'),
      [
        left(t('dose'), 2),
        left(t('date'), 1.4),
        right(t('peak'), 1.4),
        left(t('peakAt'), 1.8),
        right(t('hours'), 1.2),
        left(t('grade'), 1.6),
      ],
      fever.map((one) => [
        ...[one.material, one.on, one.peak === undefined ? '–' : one.peak.toFixed(1), peakTime(one), hoursText(one), gradeText(one, t)],
      ]),
      t('feverNote'),
    ),
    table(
      t('nk'),
      [left(t('item'), 4), right(t('before'), 1), right(t('highest'), 1), right(t('change'), 1), right(t('area'), 1.5)],
      nk.map(({ key, before, peak, change, area }) => {
        const panel = panels.find((one) => one.key === key);
        return [
          panel === undefined ? key : nameOf(panel, language),
          ...[before, peak, change, area].map((value) => (value === undefined ? '–' : formatNumber(value))),
        ];
      }),
      t('nkNote'),
    ),
    table(
      t('therapy'),
      [left(t('date'), 2.4), left(t('item'), 6)],
      lanes.map(({ on, until = on, text = '' }) => [t('until', { from: on, until }), text]),
    ),
    table(
      t('notes'),
      [left(t('date'), 1.4), left(t('item'), 1.6), left(t('value'), 5)],
      notes.map(({ on, kind, text = '', grade }) => [
        on,
        observationKinds[kind].words[language],
        grade === undefined ? text : `${text} (${grade})`,
      ]),
    ),
    table(
      t('left'),
      [left(t('source'), 6), left(t('why'), 3)],
      course.left.map(({ source, why }) => [source, t(why)]),
    ),
  ];
}

/** The points of a panel, each with its source. */
export function panelTable(panel: CoursePanel, language: Language): Extract<Block, { readonly kind: 'table' }> {
  const t = translator(language);
  const { points, reference, laboratory } = panel;
  const has = (field: 'low' | 'control' | 'lot') => points.some((point) => point[field] !== undefined);
  const columns: readonly (readonly [Column, (point: CoursePoint) => string])[] = [
    [left(t('date'), 1.6), ({ on, time }) => (time === undefined ? on : `${on} ${time}`)],
    [right(t('day'), 0.9), ({ day }) => formatValue(Number(day.toFixed(2)))],
    [right(t('value'), 1.3), (point) => valueText(point, t)],
    ...(has('low') ? [[right(t('interval'), 1.4), intervalText] as const] : []),
    ...(has('control') ? [[right(t('control'), 1.8), (point: CoursePoint) => controlText(point, t)] as const] : []),
    ...(has('lot') ? [[left(t('lot'), 1.2), ({ lot = '' }: CoursePoint) => lot] as const] : []),
    [left(t('source'), 3), ({ source }) => source],
  ];
  const { low, high } = reference ?? {};
  const band = [low, high].map((end) => (end === undefined ? '' : formatValue(end))).join('–');
  return {
    kind: 'table',
    table: {
      heading: nameOf(panel, language),
      columns: columns.map(([column]) => column),
      rows: points.map((point) => row(columns.map(([, textOf]) => textOf(point)))),
      note: reference === undefined ? undefined : t('band', { band, laboratory: laboratory ?? '–' }),
    },
  };
}
