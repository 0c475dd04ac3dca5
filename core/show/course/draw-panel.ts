import type { Language } from '../../base/message.ts';
import { observationKinds } from '../../study/course/observation-kinds.ts';
import type { CoursePanel, CoursePoint } from '../../study/course/patient-course.ts';
import { type Box, type Drawing, line, type PathCommand, rectangleArea, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatNumber } from '../plot/number-format.ts';
import { type Theme, themes } from '../plot/theme.ts';
import type { Span } from './time-axis.ts';
import { translator } from './words.ts';

export const size = 7;
/** A line of temperatures breaks over a gap of this many days. */
const LONGEST_GAP = 0.5;
/** Points of one column of the picture are as many as this: only the first, lowest, highest and last of them are drawn. */
const COLUMN = 1;

/** Where days lie, what is in sight, and in which colours. */
export interface Look {
  readonly x: (day: number) => number;
  readonly span: Span;
  readonly theme: Theme;
  readonly accent: string;
  readonly language: Language;
}

export const label = (x: number, y: number, text: string, more: Partial<TextShape> = {}): TextShape => ({
  ...{ kind: 'text', x, y, runs: [{ text }], size, anchor: 'start', weight: 400, colour: themes.light.muted },
  ...more,
});

interface Scale {
  readonly y: (value: number) => number;
  readonly low: number;
  readonly high: number;
  /** The axis does not begin at zero. */
  readonly isCut: boolean;
}

/** One panel: band, axis, intervals, lines, points, control donor. What lies outside the span is not drawn; the axis is that of all points. */
export function drawPanel(panel: CoursePanel, title: string, box: Box, look: Look): Drawing {
  const { x, span, theme, accent, language } = look;
  const t = translator(language);
  const { y, low, high, isCut } = scaleOf(panel, box);
  const [first, after] = [placeOf(panel.points, span.from), placeOf(panel.points, span.to, 'after')];
  const seen = panel.points.slice(first, after);
  const known = seen.filter(hasValue);
  const exact = thinned(
    known.filter(({ censored, invalid }) => censored === undefined && invalid === undefined),
    x,
  );
  const floor = box.y + box.height;
  const controls = seen.flatMap(({ day, control }) => (control === undefined ? [] : [[x(day), y(control.value)] as const]));
  const isHalf = ({ control }: CoursePoint) => control?.ratio?.verdict === 'low';
  const shapes: Shape[] = [label(0, box.y - 4, title, { colour: theme.ink, weight: 600 })];
  if (panel.reference !== undefined) {
    const [top, bottom] = [y(panel.reference.high ?? high), y(panel.reference.low ?? low)];
    shapes.push(rectangleArea({ x: box.x, y: top, width: box.width, height: bottom - top }, { fill: theme.hairline, opacity: 0.45 }));
  }
  shapes.push(
    line(
      [
        [box.x, box.y],
        [box.x, floor],
        [box.x + box.width, floor],
      ],
      { stroke: theme.hairline, width: 0.6 },
    ),
  );
  if (isCut) shapes.push(...cutMark(box.x, floor, theme));
  for (const end of [high, low])
    shapes.push(label(box.x - 4, y(end) + size * 0.35, formatNumber(end), { anchor: 'end', colour: theme.muted }));
  if (controls.length > 1) shapes.push(line(controls, { stroke: theme.muted, width: 0.7, dash: [2, 2] }));
  shapes.push(...marks(controls, diamond, { stroke: theme.muted, width: 0.7 }));
  if (controls.length > 0) shapes.push(label(box.x + box.width, box.y - 4, t('controlLine'), { anchor: 'end', colour: theme.muted }));
  const bars = exact.flatMap(({ day, low: from, high: to }): readonly PathCommand[] =>
    from === undefined || to === undefined ? [] : bar(x(day), clamp(y(from), box), clamp(y(to), box)),
  );
  if (bars.length > 0) shapes.push({ kind: 'path', commands: bars, stroke: accent, width: 0.6 });
  // a line comes from outside and leaves to it
  const near = panel.points.slice(Math.max(0, first - 1), after + 1);
  const lines = segments(panel.kind, near).flatMap((points) => clipped(points, look, y));
  if (lines.length > 0) shapes.push({ kind: 'path', commands: lines, stroke: accent, width: 0.8 });
  shapes.push(...(exact.length > DENSE ? columns(exact, look, y) : marks(placesOf(exact, look, y), dot, { fill: accent })));
  shapes.push(
    ...marks(
      exact.filter(isHalf).map(({ day, value }) => [x(day), y(value)] as const),
      ring,
      { stroke: accent, width: 0.8 },
    ),
  );
  const notValid = known.filter(({ invalid }) => invalid !== undefined);
  shapes.push(
    ...marks(
      notValid.map(({ day, value }) => [x(day), y(value)] as const),
      cross,
      { stroke: theme.muted, width: 0.8 },
    ),
  );
  for (const { day, value, censored } of known) if (censored !== undefined) shapes.push(...limit(x(day), y(value), censored, accent));
  for (const { day, value, text } of seen)
    if (value === undefined && text !== undefined)
      shapes.push(label(x(day), box.y + size, text === 'cannot-tell' ? t('cannotTell') : text, { anchor: 'middle', colour: theme.muted }));
  return shapes;
}

type Known = CoursePoint & { readonly value: number };
const hasValue = (point: CoursePoint): point is Known => point.value !== undefined;
const clamp = (at: number, { y, height }: Box): number => Math.min(y + height, Math.max(y, at));

/** The place of the first point from a day on, or of the first after it. */
function placeOf(points: readonly CoursePoint[], day: number, which: 'from' | 'after' = 'from'): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = points[middle]!.day;
    if (which === 'from' ? at < day : at <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of a panel, whatever part of it is in sight. */
const ends = new WeakMap<CoursePanel, readonly [least: number, most: number]>();

function endsOf(panel: CoursePanel): readonly [least: number, most: number] {
  const known = ends.get(panel);
  if (known !== undefined) return known;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (value: number | undefined) => {
    if (value === undefined) return;
    least = Math.min(least, value);
    most = Math.max(most, value);
  };
  for (const { value, control } of panel.points) {
    take(value);
    take(control?.value);
  }
  take(panel.reference?.low);
  take(panel.reference?.high);
  const found = least > most ? ([0, 1] as const) : ([least, most] as const);
  ends.set(panel, found);
  return found;
}

function scaleOf(panel: CoursePanel, box: Box): Scale {
  const { kind } = panel;
  const [least, most] = endsOf(panel);
  const isLog = 'isLog' in observationKinds[kind] && least > 0 && most / least > 10;
  const scale = (value: number): number => (isLog ? Math.log10(Math.max(value, least / 10)) : value);
  const room = (scale(most) - scale(least)) * 0.12;
  const pad = room > 0 ? room : isLog ? 0.1 : Math.max(Math.abs(most) * 0.02, 1e-6);
  const to = scale(most) + pad;
  const from = isLog || least < 0 ? scale(least) - pad : Math.max(0, scale(least) - pad);
  const back = (at: number): number => (isLog ? 10 ** at : at);
  const y = (value: number): number => box.y + box.height * (1 - (scale(value) - from) / (to - from));
  return { y, low: least === most ? back(from) : least, high: most, isCut: !isLog && from > 0 };
}

/** Two strokes through an axis that does not begin at zero. */
const cutMark = (x: number, floor: number, { muted }: Theme): Drawing =>
  [6, 9].map((up) =>
    line(
      [
        [x - 3, floor - up + 1.5],
        [x + 3, floor - up - 1.5],
      ],
      { stroke: muted, width: 0.8 },
    ),
  );

/** Values joined by a line: none across a limit, a plate that is not valid or two lots, and none of temperatures across a gap of twelve hours. */
function segments(kind: CoursePanel['kind'], points: readonly CoursePoint[]): readonly (readonly Known[])[] {
  const parts: Known[][] = [[]];
  for (const point of points) {
    const part = parts.at(-1)!;
    const last = part.at(-1);
    if (!hasValue(point) || point.censored !== undefined || point.invalid !== undefined) parts.push([]);
    else if (last !== undefined && ((kind === 'temperature' && point.day - last.day > LONGEST_GAP) || point.lot !== last.lot))
      parts.push([point]);
    else part.push(point);
  }
  return parts.filter(({ length }) => length > 1);
}

/** A line as far as it lies in the span, cut at its ends. */
function clipped(points: readonly Known[], { x, span: { from, to } }: Look, y: (value: number) => number): readonly PathCommand[] {
  return thinned(points, x).map(({ day, value }, i, all): PathCommand => {
    const inside = day < from ? all[i + 1] : day > to ? all[i - 1] : undefined;
    const kind = i === 0 ? 'move' : 'line';
    if (inside === undefined || inside.day === day) return [kind, x(day), y(value)];
    const edge = day < from ? from : to;
    const share = (edge - day) / (inside.day - day);
    return [kind, x(edge), y(value) + share * (y(inside.value) - y(value))];
  });
}

/** Where more points than can be told apart stand in one column of the picture: its first, lowest, highest and last. */
function thinned<P extends Known>(points: readonly P[], x: (day: number) => number): readonly P[] {
  if (points.length < 500) return points;
  const kept: P[] = [];
  const columnOf = ({ day }: P): number => Math.floor(x(day) / COLUMN);
  let column = columnOf(points[0]!);
  for (let i = 0; i < points.length; ) {
    const mine = column;
    let [low, high, next] = [i, i, i + 1];
    for (; next < points.length; next++) {
      column = columnOf(points[next]!);
      if (column !== mine) break;
      if (points[next]!.value < points[low]!.value) low = next;
      if (points[next]!.value > points[high]!.value) high = next;
    }
    for (const place of [...new Set([i, low, high, next - 1])].sort((a, b) => a - b)) kept.push(points[place]!);
    i = next;
  }
  return kept;
}

/** From so many points on a column of the picture is one mark from its lowest to its highest. */
const DENSE = 300;

const placesOf = (points: readonly Known[], { x }: Look, y: (value: number) => number) =>
  points.map(({ day, value }): readonly [number, number] => [x(day), y(value)]);

function columns(points: readonly Known[], { x, accent }: Look, y: (value: number) => number): Drawing {
  const found = new Map<number, [low: number, high: number]>();
  for (const { day, value } of points) {
    const column = Math.floor(x(day) / COLUMN);
    const known = found.get(column);
    if (known === undefined) found.set(column, [value, value]);
    else {
      known[0] = Math.min(known[0], value);
      known[1] = Math.max(known[1], value);
    }
  }
  const commands = [...found].flatMap(([column, [low, high]]) => bar((column + 0.5) * COLUMN, y(low) + 0.7, y(high) - 0.7));
  return [{ kind: 'path', commands, stroke: accent, width: 1.4 }];
}

type Mark = (x: number, y: number) => readonly PathCommand[];
const polygon =
  (corners: number, radius: number, turned = 0): Mark =>
  (x, y) => [
    ...Array.from({ length: corners }, (_, i): PathCommand => {
      const angle = turned + (2 * Math.PI * i) / corners;
      return [i === 0 ? 'move' : 'line', x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
    ['close'],
  ];
const dot = polygon(12, 2);
const ring = polygon(16, 4);
const diamond = polygon(4, 2.4);
const cross: Mark = (x, y) => [
  ['move', x - 2.5, y - 2.5],
  ['line', x + 2.5, y + 2.5],
  ['move', x - 2.5, y + 2.5],
  ['line', x + 2.5, y - 2.5],
];
const bar = (x: number, from: number, to: number): readonly PathCommand[] => [
  ['move', x, from],
  ['line', x, to],
];

/** All marks of a kind as one path: thousands of them are one shape. */
const marks = (
  places: readonly (readonly [number, number])[],
  mark: Mark,
  style: { readonly fill?: string; readonly stroke?: string; readonly width?: number },
): Drawing => (places.length === 0 ? [] : [{ kind: 'path', commands: places.flatMap(([x, y]) => mark(x, y)), ...style }]);

/** An arrow from a limit to where the value lies. */
function limit(x: number, y: number, censored: 'below' | 'above', colour: string): Drawing {
  const tip = censored === 'below' ? 7 : -7;
  const stem: readonly PathCommand[] = [
    ['move', x - 3, y],
    ['line', x + 3, y],
    ['move', x, y],
    ['line', x, y + tip],
  ];
  const head: readonly PathCommand[] = [
    ['move', x - 2, y + tip * 0.7],
    ['line', x + 2, y + tip * 0.7],
    ['line', x, y + tip * 1.3],
    ['close'],
  ];
  return [
    { kind: 'path', commands: stem, stroke: colour, width: 1 },
    { kind: 'path', commands: head, fill: colour },
  ];
}
