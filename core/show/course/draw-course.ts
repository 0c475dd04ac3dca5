import { daysBetween } from '../../base/calendar-day.ts';
import type { Language } from '../../base/message.ts';
import type { DateStyle } from '../../base/written-date.ts';
import { countsNk } from '../../study/course/given-dose.ts';
import type { PatientCourse } from '../../study/course/patient-course.ts';
import { area, type Box, type Drawing, line, rectangleArea, type Shape } from '../plot/drawing.ts';
import { formatCount, formatNumber } from '../plot/number-format.ts';
import { shortened, textWidth } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { accentOn } from './accent.ts';
import { drawPanel, type Look, label, size } from './draw-panel.ts';
import { type CoursePart, shownParts } from './parts.ts';
import { type Span, timeTicks } from './time-axis.ts';
import { translator } from './words.ts';

const panelHeight = 74;
const gap = 14;
const laneHeight = 14;
const axisHeight = 36;
export const axisLeft = 46;
export const axisRight = 8;

export interface CourseLook {
  readonly width: number;
  readonly language: Language;
  readonly theme?: Theme | undefined;
  /** All of it where absent. */
  readonly span?: Span | undefined;
  /** All of them where absent. */
  readonly parts?: readonly CoursePart[] | undefined;
  readonly dates?: DateStyle | undefined;
}

/** From a little before the first that is known to a little after the last. */
export function wholeSpan({ start, doses, panels, lanes, notes }: PatientCourse): Span {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (day: number) => {
    from = Math.min(from, day);
    to = Math.max(to, day);
  };
  for (const { day } of doses) take(day);
  for (const { points } of panels) for (const { day } of points) take(day);
  if (start !== undefined)
    for (const { on, until = on } of [...lanes, ...notes]) {
      take(daysBetween(start, on));
      take(daysBetween(start, until));
    }
  return from > to ? { from: 0, to: 1 } : { from: from - 1, to: to + 1 };
}

function heightOf({ id }: CoursePart, { lanes }: PatientCourse): number {
  if (id === 'therapies') return size + 4 + lanes.length * laneHeight;
  return id === 'notes' ? size + 4 + laneHeight : panelHeight + gap;
}

export const courseHeight = (course: PatientCourse, parts: readonly CoursePart[]): number =>
  parts.reduce((sum, part) => sum + heightOf(part, course), 0) + axisHeight;

/** Small multiples over one axis of time: doses, every panel, therapies as lanes, notes as flags. */
export function drawCourse(
  course: PatientCourse,
  { width, language, theme = themes.light, dates = 'western', ...look }: CourseLook,
): Drawing {
  const t = translator(language);
  const parts = look.parts ?? shownParts(course, language);
  const span = look.span ?? wholeSpan(course);
  const right = width - axisRight;
  const x = (day: number): number => axisLeft + ((day - span.from) / (span.to - span.from)) * (right - axisLeft);
  const accent = accentOn(theme);
  const pen: Look = { x, span, theme, accent, language };
  const shapes: Shape[] = [];
  let y = 0;
  for (const part of parts) {
    const box = { x: axisLeft, y: y + 12, width: right - axisLeft, height: panelHeight - 12 };
    const title = { ...part, title: shortened(part.title, size * 1.08, right) };
    const panel = course.panels.find(({ key }) => key === part.id);
    if (part.id === 'doses') shapes.push(...drawDoses(course, title.title, box, pen));
    else if (part.id === 'therapies') shapes.push(...drawTherapies(course, title.title, y, pen, right));
    else if (part.id === 'notes') shapes.push(...drawNotes(course, title.title, y, pen, right));
    else if (panel !== undefined) shapes.push(...drawPanel(panel, title.title, box, pen));
    y += heightOf(part, course);
  }
  const most = Math.max(2, Math.floor((right - axisLeft) / 62));
  for (const { day, label: text, date } of timeTicks(span, most, course.start, dates)) {
    shapes.push(label(x(day), y + size, text, { anchor: 'middle', colour: theme.muted }));
    if (date === undefined) continue;
    // the last one may stand at the edge of the picture
    const middle = Math.min(x(day), width - textWidth(date, size - 1) / 2);
    shapes.push(label(middle, y + size * 2.3, date, { anchor: 'middle', colour: theme.muted, size: size - 1 }));
  }
  const isDosed = course.doses.some(({ outcome }) => outcome !== 'missed');
  shapes.push(
    label(axisLeft + (right - axisLeft) / 2, y + size * 3.8, t(isDosed ? 'dayAxis' : 'dayAxisSeen'), {
      anchor: 'middle',
      colour: theme.muted,
    }),
  );
  return shapes;
}

/** Bars by viable NK cells where the book knows their share of every dose, else by viable cells. */
function drawDoses({ doses }: PatientCourse, title: string, box: Box, { x, span, theme, accent, language }: Look): Drawing {
  const t = translator(language);
  const isByNk = countsNk(doses);
  const shares = doses.map(({ nkPercent = 100 }) => (isByNk ? nkPercent / 100 : 1));
  const bars = doses.map((dose, i) => ({ ...dose, planned: dose.planned * shares[i]!, given: dose.given * shares[i]! }));
  const highest = Math.max(1, ...bars.map(({ planned, given }) => Math.max(planned, given)));
  // a cap far above all doses would make them flat: it is in the table of the book
  const isAlike = isByNk || doses.every(({ nkPercent }) => nkPercent === undefined);
  const caps = isAlike ? [...new Set(doses.map(({ cap = Number.POSITIVE_INFINITY }) => cap))].filter((cap) => cap <= 4 * highest) : [];
  const cap = caps.length === 1 ? caps[0] : undefined;
  const most = Math.max(highest, cap ?? 0);
  const height = (cells: number) => (box.height * cells) / most;
  const floor = box.y + box.height;
  const closest = Math.min(
    7,
    ...doses
      .slice(1)
      .map(({ day }, i) => day - doses[i]!.day)
      .filter((days) => days > 0),
  );
  const thick = Math.min(5, Math.max(1.2, 0.7 * (x(closest) - x(0))));
  const across = (y: number) => [[box.x, y] as const, [box.x + box.width, y] as const];
  return [
    label(0, box.y - 4, title, { colour: theme.ink, weight: 600 }),
    ...drawLots(doses, floor + size + 1, x, span, theme),
    line(across(floor), { stroke: theme.hairline, width: 0.6 }),
    label(box.x - 4, box.y + size, formatNumber(most / 1e8), { anchor: 'end', colour: theme.muted }),
    label(box.x - 4, box.y + 2 * size, '×10⁸', { anchor: 'end', colour: theme.muted }),
    label(box.x - 4, floor, '0', { anchor: 'end', colour: theme.muted }),
    ...(cap === undefined ? [] : [line(across(floor - height(cap)), { stroke: theme.muted, width: 0.6, dash: [4, 2] })]),
    ...(cap === undefined
      ? []
      : [label(box.x + box.width, box.y - 4, t('cap', { cells: formatCount(cap) }), { anchor: 'end', colour: theme.muted })]),
    ...bars
      .filter(({ day }) => day >= span.from && day <= span.to)
      .flatMap(({ day, planned, given, outcome }): readonly Shape[] => {
        const bar = (cells: number) => ({ x: x(day) - thick / 2, y: floor - height(cells), width: thick, height: height(cells) });
        if (outcome === 'missed') return [rectangleArea(bar(planned), { stroke: theme.muted, width: 0.6, dash: [2, 2] })];
        // one in part is pale: told apart in grey too
        const fill = outcome === 'full' ? { fill: accent } : { fill: accent, opacity: 0.45 };
        return [rectangleArea(bar(given), fill), rectangleArea(bar(planned), { stroke: theme.muted, width: 0.5 })];
      }),
  ];
}

/** Which lot the doses from here on are of, with its number among the donor's. */
function drawLots(doses: PatientCourse['doses'], y: number, x: Look['x'], span: Span, theme: Theme): Drawing {
  const firsts = [...new Map(doses.toReversed().map((dose) => [dose.lot, dose])).values()].toSorted((a, b) => a.day - b.day);
  return firsts.flatMap(({ lot, day }, i): readonly Shape[] => {
    if (day < span.from || day > span.to) return [];
    const next = firsts[i + 1]?.day ?? span.to;
    const room = x(Math.min(next, span.to)) - x(day) - 2;
    return room < 12 ? [] : [label(x(day), y, shortened(`${i + 1}: ${lot}`, size - 1, room), { colour: theme.muted, size: size - 1 })];
  });
}

function drawTherapies({ lanes, start }: PatientCourse, title: string, top: number, { x, span, theme }: Look, right: number): Drawing {
  const dayOf = (date: string) => (start === undefined ? 0 : daysBetween(start, date));
  return [
    label(0, top + size, title, { colour: theme.ink, weight: 600 }),
    ...lanes.flatMap(({ on, until = on, text = '' }, i): readonly Shape[] => {
      const [first, last] = [Math.max(span.from, dayOf(on)), Math.min(span.to, dayOf(until) + 1)];
      if (first >= last) return [];
      const y = top + size + 5 + i * laneHeight;
      const at = x(first);
      return [
        rectangleArea({ x: at, y, width: Math.max(2, x(last) - at), height: 9 }, { fill: theme.hairline, stroke: theme.muted, width: 0.4 }),
        label(at + 3, y + 7, shortened(text, size, Math.max(20, right - at - 4)), { colour: theme.ink }),
      ];
    }),
  ];
}

/** A flag at each note; its words as far as there is room before the next. */
function drawNotes({ notes, start }: PatientCourse, title: string, top: number, { x, span, theme, accent }: Look, right: number): Drawing {
  const dayOf = (date: string) => (start === undefined ? 0 : daysBetween(start, date));
  const seen = notes.filter(({ on }) => dayOf(on) >= span.from && dayOf(on) <= span.to).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const y = top + size + 12;
  return [
    label(0, top + size, title, { colour: theme.ink, weight: 600 }),
    ...seen.flatMap(({ on, text = '', grade }, i): readonly Shape[] => {
      const at = x(dayOf(on));
      const next = seen[i + 1];
      const room = (next === undefined ? right : x(dayOf(next.on))) - at - 8;
      const words = grade === undefined ? text : `G${grade} ${text}`;
      return [
        area(
          [
            [at, y - 7],
            [at + 5, y - 4.5],
            [at, y - 2],
          ],
          { fill: accent },
        ),
        line(
          [
            [at, y - 7],
            [at, y],
          ],
          { stroke: accent, width: 0.8 },
        ),
        ...(room < 14 ? [] : [label(at + 7, y - 1.5, shortened(words, size, room), { colour: theme.ink })]),
      ];
    }),
  ];
}
