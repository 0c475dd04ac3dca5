import type { Language } from '../../base/message.ts';
import { observationKinds } from '../../study/course/observation-kinds.ts';
import type { CoursePanel, CoursePoint } from '../../study/course/patient-course.ts';
import { type Box, type Drawing, line, type PathCommand, rectangleArea, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatNumber } from '../plot/number-format.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { type Known, type PanelIndex, panelIndex, placeOf, thinned } from './panel-index.ts';
import type { Span } from './time-axis.ts';
import { translator } from './words.ts';

export const size = 7;
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
  const index = panelIndex(panel);
  const { days, values, exact } = index;
  const isSeen = ({ day }: CoursePoint): boolean => day >= span.from && day <= span.to;
  const [first, after] = [placeOf(days, span.from), placeOf(days, span.to, 'after')];
  const isDense = after - first > MANY;
  const column = (place: number): number => Math.floor(x(days[place]!) / COLUMN);
  const shown = isDense ? thinned(index, [first, after], column, () => false) : range(first, after);
  const floor = box.y + box.height;
  const controlled = index.controlled.filter(isSeen);
  const controls = controlled.map(({ day, control }) => [x(day), y(control!.value)] as const);
  const placed = (points: readonly Known[]) => points.map(({ day, value }): readonly [number, number] => [x(day), y(value)]);
  const isHalf = (point: CoursePoint): point is Known => point.control?.ratio?.verdict === 'low' && point.value !== undefined;
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
  const bars = shown.flatMap((place): readonly PathCommand[] => {
    const { day, low: from, high: to } = exact[place]!;
    return from === undefined || to === undefined ? [] : bar(x(day), clamp(y(from), box), clamp(y(to), box));
  });
  if (bars.length > 0) shapes.push({ kind: 'path', commands: bars, stroke: accent, width: 0.6 });
  const lines = linesOf(index, first, after, isDense, look, y);
  if (lines.length > 0) shapes.push({ kind: 'path', commands: lines, stroke: accent, width: 0.8 });
  shapes.push(
    ...(shown.length > DENSE
      ? columns(index, first, after, look, y)
      : marks(
          shown.map((place) => [x(days[place]!), y(values[place]!)] as const),
          dot,
          { fill: accent },
        )),
  );
  const halves = controlled.filter((point): point is Known => isHalf(point) && point.censored === undefined && point.invalid === undefined);
  shapes.push(...marks(placed(halves), ring, { stroke: accent, width: 0.8 }));
  shapes.push(...marks(placed(index.notValid.filter(isSeen)), cross, { stroke: theme.muted, width: 0.8 }));
  for (const { day, value, censored } of index.limits.filter(isSeen)) shapes.push(...limit(x(day), y(value), censored!, accent));
  for (const { day, text } of index.worded.filter(isSeen))
    shapes.push(label(x(day), box.y + size, text === 'cannot-tell' ? t('cannotTell') : text!, { anchor: 'middle', colour: theme.muted }));
  return shapes;
}

const clamp = (at: number, { y, height }: Box): number => Math.min(y + height, Math.max(y, at));
const range = (first: number, after: number): readonly number[] => Array.from({ length: after - first }, (_, i) => first + i);

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

/** Lines as far as they lie in the span, cut at its ends: one comes from outside, and leaves to it. */
function linesOf(
  index: PanelIndex,
  first: number,
  after: number,
  isDense: boolean,
  { x, span: { from, to } }: Look,
  y: (value: number) => number,
): readonly PathCommand[] {
  const { days, values, isJoined } = index;
  const [begin, end] = [Math.max(0, first - 1), Math.min(days.length, after + 1)];
  const column = (place: number): number => Math.floor(x(Math.min(to, Math.max(from, days[place]!))) / COLUMN);
  const places = isDense ? thinned(index, [begin, end], column, (place) => isJoined[place] === 0) : range(begin, end);
  const isOn = (place: number): boolean => place > begin && isJoined[place] === 1;
  return places.flatMap((place): readonly PathCommand[] => {
    const day = days[place]!;
    const goesOn = place + 1 < end && isOn(place + 1);
    if (!isOn(place) && !goesOn) return [];
    const kind = isOn(place) ? 'line' : 'move';
    const inside = day < from ? place + 1 : day > to ? place - 1 : undefined;
    if (inside === undefined || days[inside] === day) return [[kind, x(day), y(values[place]!)]];
    const edge = day < from ? from : to;
    const share = (edge - day) / (days[inside]! - day);
    return [[kind, x(edge), y(values[place]!) + share * (y(values[inside]!) - y(values[place]!))]];
  });
}

/** From so many points in sight on only those are drawn that can be told apart. */
const MANY = 500;
/** From so many points on a column of the picture is one mark from its lowest to its highest. */
const DENSE = 300;

function columns({ days, values }: PanelIndex, first: number, after: number, { x, accent }: Look, y: (value: number) => number): Drawing {
  const found = new Map<number, [low: number, high: number]>();
  for (let place = first; place < after; place++) {
    const column = Math.floor(x(days[place]!) / COLUMN);
    const value = values[place]!;
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
