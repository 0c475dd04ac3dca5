import type { Language } from '../../base/message.ts';
import type { CoursePanel, CoursePoint, PatientCourse } from '../../study/course/patient-course.ts';
import { formatNumber } from '../plot/number-format.ts';
import { nameOf } from './panel-name.ts';
import type { Translate } from './words.ts';

/** A value as it was measured: a limit with its sign, words as words. */
export function valueText({ value, censored, text, invalid }: CoursePoint, t: Translate): string {
  const words = text === 'cannot-tell' ? t('cannotTell') : text;
  if (value === undefined) return words ?? '–';
  const number = `${censored === 'below' ? '<' : censored === 'above' ? '>' : ''}${bare(value)}`;
  const marks = [words, invalid && t('invalid')].filter((mark) => mark !== undefined);
  return marks.length === 0 ? number : `${number} (${marks.join(', ')})`;
}

/** No more digits than were measured: 38 stays 38. */
const bare = (value: number): string => {
  const written = formatNumber(value, 4);
  return written.includes('.') ? written.replace(/\.?0+$/, '') : written;
};

export const intervalText = ({ low, high }: CoursePoint): string =>
  low === undefined || high === undefined ? '' : `${formatNumber(low)}–${formatNumber(high)}`;

/** What the control donor of the plate gave, and the ratio to it; half of it or less is marked. */
export function controlText({ control }: CoursePoint, t: Translate): string {
  if (control === undefined) return '';
  const { value, ratio } = control;
  const beside = ratio === undefined ? '' : ` (${formatNumber(ratio.ratio)}${ratio.verdict === 'low' ? `, ${t('halfOrLess')}` : ''})`;
  return `${formatNumber(value)}${beside}`;
}

const text = (...names: readonly string[]) => names.map((name) => ({ name, kind: 'text' as const }));
const number = (...names: readonly string[]) => names.map((name) => ({ name, kind: 'number' as const }));

/** Every point as a table of its own for other programs. */
export const pointColumns = [
  ...text('item', 'kind', 'date', 'time'),
  ...number('day', 'value'),
  ...text('limit', 'text'),
  ...number('low', 'high'),
  ...text('unit', 'method', 'target'),
  ...number('et', 'hours'),
  ...text('laboratory', 'lot'),
  ...number('control', 'ratio_to_control'),
  ...text('invalid', 'source', 'id'),
];

export const pointRows = ({ panels }: PatientCourse, language: Language): readonly (readonly (string | number | undefined)[])[] =>
  panels.flatMap((panel) => panel.points.map((point) => rowOf(panel, nameOf(panel, language), point)));

const rowOf = (panel: CoursePanel, item: string, point: CoursePoint): readonly (string | number | undefined)[] => [
  ...[item, panel.kind, point.on, point.time, point.day, point.value, point.censored, point.text, point.low, point.high],
  ...[panel.unit, panel.method, panel.target, panel.et, panel.hours, panel.laboratory, point.lot],
  ...[point.control?.value, point.control?.ratio?.ratio, point.invalid && 'invalid', point.source, point.id],
];
