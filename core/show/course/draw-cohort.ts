import { daysBetween } from '../../base/calendar-day.ts';
import type { Language } from '../../base/message.ts';
import type { DateStyle } from '../../base/written-date.ts';
import { type CohortLane, watchOf } from '../../study/course/cohort.ts';
import { type Drawing, line, type PathCommand, rectangleArea, type Shape } from '../plot/drawing.ts';
import { shortened } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { accentOn } from './accent.ts';
import { label, size } from './draw-panel.ts';
import { type Span, timeTicks } from './time-axis.ts';
import { translator } from './words.ts';

export const alignments = ['day0', 'date'] as const;
export type Alignment = (typeof alignments)[number];

export interface CohortLook {
  readonly width: number;
  readonly language: Language;
  readonly align: Alignment;
  readonly theme?: Theme | undefined;
  readonly dates?: DateStyle | undefined;
  /** Of all lanes, and all of them, where only some are drawn. */
  readonly span?: Span | undefined;
  readonly all?: readonly CohortLane[] | undefined;
}

const laneHeight = 11;
const left = 92;
const right = 40;
const axisHeight = 34;
const top = 14;

export const cohortHeight = (lanes: number): number => top + lanes * laneHeight + axisHeight;

/** The day that a lane is counted from; undefined where it has none. */
const originOf = ({ start, first }: CohortLane, align: Alignment, earliest: string): string | undefined =>
  align === 'date' ? earliest : (start ?? first);

const earliestOf = (lanes: readonly CohortLane[]): string => lanes.flatMap(({ first }) => first ?? []).sort()[0] ?? '2000-01-01';

/** Days that hold every lane. */
export function cohortSpan(lanes: readonly CohortLane[], align: Alignment): Span {
  const earliest = earliestOf(lanes);
  let [from, to] = [0, 1];
  for (const lane of lanes) {
    const origin = originOf(lane, align, earliest);
    if (origin === undefined || lane.first === undefined || lane.last === undefined) continue;
    from = Math.min(from, daysBetween(origin, lane.first));
    to = Math.max(to, daysBetween(origin, lane.last) + 1);
  }
  return { from, to };
}

/** A lane a donor: what is known (line), watching (dashed), therapies (bars), doses (strokes, hollow where missed), and how many were given. */
export function drawCohort(lanes: readonly CohortLane[], look: CohortLook): Drawing {
  const { width, language, align, theme = themes.light, dates = 'western' } = look;
  const t = translator(language);
  const earliest = earliestOf(look.all ?? lanes);
  const span = look.span ?? cohortSpan(lanes, align);
  const x = (day: number): number => left + ((day - span.from) / (span.to - span.from)) * (width - left - right);
  const accent = accentOn(theme);
  const shapes: Shape[] = [label(width - right + 4, size, t('infusions'), { colour: theme.muted, size: size - 1 })];
  const known: PathCommand[] = [];
  const given: PathCommand[] = [];
  const missed: PathCommand[] = [];
  const watched: PathCommand[] = [];
  lanes.forEach((lane, i) => {
    const y = top + (i + 0.5) * laneHeight;
    const origin = originOf(lane, align, earliest);
    const at = (day: string) => x(daysBetween(origin ?? day, day));
    shapes.push(label(0, y + size * 0.35, shortened(lane.donor, size, left - 6), { colour: theme.ink }));
    shapes.push(label(width - right + 6, y + size * 0.35, String(lane.infusions), { colour: theme.ink }));
    if (lane.first !== undefined && lane.last !== undefined) known.push(['move', at(lane.first), y], ['line', at(lane.last), y]);
    const watch = watchOf(lane);
    if (watch !== undefined) watched.push(['move', at(watch.from), y - 3], ['line', at(watch.to), y - 3]);
    for (const { on, until } of lane.therapies)
      shapes.push(
        rectangleArea(
          { x: at(on), y: y - 2.5, width: Math.max(1.5, at(until) - at(on)), height: 5 },
          { fill: theme.hairline, stroke: theme.muted, width: 0.4 },
        ),
      );
    for (const { on, isGiven } of lane.doses)
      if (isGiven) given.push(['move', at(on), y - 4], ['line', at(on), y + 4]);
      else
        missed.push(
          ['move', at(on) - 1.5, y - 1.5],
          ['line', at(on) + 1.5, y + 1.5],
          ['move', at(on) - 1.5, y + 1.5],
          ['line', at(on) + 1.5, y - 1.5],
        );
  });
  const path = (
    commands: readonly PathCommand[],
    style: { readonly stroke: string; readonly width: number; readonly dash?: readonly number[] },
  ) => {
    if (commands.length > 0) shapes.push({ kind: 'path', commands, ...style });
  };
  path(known, { stroke: theme.muted, width: 0.5 });
  path(watched, { stroke: theme.muted, width: 0.9, dash: [2, 2] });
  path(given, { stroke: accent, width: 0.9 });
  path(missed, { stroke: theme.muted, width: 0.7 });
  const foot = top + lanes.length * laneHeight;
  if (align === 'day0')
    shapes.push(
      line(
        [
          [x(0), top],
          [x(0), foot],
        ],
        { stroke: theme.hairline, width: 0.6 },
      ),
    );
  const most = Math.max(2, Math.floor((width - left - right) / 62));
  for (const { day, label: text, date } of timeTicks(span, most, align === 'date' ? earliest : undefined, dates))
    shapes.push(label(x(day), foot + size + 4, date ?? text, { anchor: 'middle', colour: theme.muted }));
  shapes.push(
    label(left + (width - left - right) / 2, foot + size * 3.4, t(align === 'date' ? 'dateAxis' : 'dayAxis'), {
      anchor: 'middle',
      colour: theme.muted,
    }),
  );
  return shapes;
}
