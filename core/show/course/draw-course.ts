import type { Language } from '../../base/message.ts';
import { observationKinds } from '../../study/course/observation-kinds.ts';
import type { CoursePanel, CoursePoint, PatientCourse } from '../../study/course/patient-course.ts';
import { area, type Box, type Drawing, line, rectangleArea, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatNumber, formatValue } from '../plot/number-format.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { nameOf } from './panel-name.ts';
import { translator } from './words.ts';

const size = 7;
const panelHeight = 74;
const gap = 14;
const left = 46;
const axisHeight = 26;
/** A line of temperatures breaks over a gap of this many days. */
const LONGEST_GAP = 0.5;

export const courseHeight = ({ doses, panels, lanes }: PatientCourse): number =>
  (doses.length > 0 ? panelHeight + gap : 0) + panels.length * (panelHeight + gap) + lanes.length * 14 + axisHeight;

/** Small multiples over one axis of days: doses, every panel, therapies as lanes. */
export function drawCourse(
  course: PatientCourse,
  { width, language, theme = themes.light }: { readonly width: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const t = translator(language);
  const days = [...course.doses.map(({ day }) => day), ...course.panels.flatMap(({ points }) => points.map(({ day }) => day))];
  const [from, to] = days.length === 0 ? [0, 1] : [Math.min(...days) - 1, Math.max(...days) + 1];
  const x = (day: number): number => left + ((day - from) / (to - from)) * (width - left - 8);
  const shapes: Shape[] = [];
  let y = 0;
  const next = (): Box => {
    const box = { x: left, y: y + 12, width: width - left - 8, height: panelHeight - 12 };
    y += panelHeight + gap;
    return box;
  };
  if (course.doses.length > 0) shapes.push(...drawDoses(course, t('doses'), next(), x, theme));
  for (const panel of course.panels) shapes.push(...drawPanel(panel, nameOf(panel, language), next(), x, theme));
  for (const { on, until = on, text = '' } of course.lanes) {
    const at = (date: string) => x(course.start === undefined ? 0 : (Date.parse(date) - Date.parse(course.start)) / 86_400_000);
    shapes.push(rectangleArea({ x: at(on), y: y + 2, width: Math.max(2, at(until) - at(on)), height: 8 }, { fill: theme.hairline }));
    shapes.push(label(at(on) + 3, y + 8.5, text, { colour: theme.ink }));
    y += 14;
  }
  const step = niceStep((to - from) / 8);
  for (let day = Math.ceil(from / step) * step; day <= to; day += step)
    shapes.push(label(x(day), y + size, formatValue(day), { anchor: 'middle', colour: theme.muted }));
  shapes.push(
    label(
      left + (width - left) / 2,
      y + size * 2.6,
      t(course.doses.some(({ outcome }) => outcome !== 'missed') ? 'dayAxis' : 'dayAxisSeen'),
      { anchor: 'middle', colour: theme.muted },
    ),
  );
  return shapes;
}

const label = (x: number, y: number, text: string, more: Partial<TextShape> = {}): TextShape => ({
  ...{ kind: 'text', x, y, runs: [{ text }], size, anchor: 'start', weight: 400, colour: themes.light.muted },
  ...more,
});

const niceStep = (atLeast: number): number => [1, 2, 7, 14, 28, 56, 91, 182, 365, 730].find((step) => step >= atLeast) ?? 1825;

function drawDoses({ doses }: PatientCourse, title: string, box: Box, x: (day: number) => number, theme: Theme): Drawing {
  const most = Math.max(1, ...doses.map(({ planned, given }) => Math.max(planned, given)));
  const height = (cells: number) => (box.height * cells) / most;
  const floor = box.y + box.height;
  return [
    label(0, box.y - 4, title, { colour: theme.ink, weight: 600 }),
    line(
      [
        [box.x, floor],
        [box.x + box.width, floor],
      ],
      { stroke: theme.hairline, width: 0.6 },
    ),
    label(box.x - 4, box.y + size, formatNumber(most / 1e8), { anchor: 'end', colour: theme.muted }),
    label(box.x - 4, box.y + 2 * size, '×10⁸', { anchor: 'end', colour: theme.muted }),
    ...doses.flatMap(({ day, planned, given, outcome }): readonly Shape[] => {
      const bar = (cells: number) => ({ x: x(day) - 2.5, y: floor - height(cells), width: 5, height: height(cells) });
      return outcome === 'missed'
        ? [rectangleArea(bar(planned), { stroke: theme.muted, width: 0.6, dash: [2, 2] })]
        : [rectangleArea(bar(planned), { stroke: theme.muted, width: 0.5 }), rectangleArea(bar(given), { fill: '#0f5e73' })];
    }),
  ];
}

function drawPanel(panel: CoursePanel, title: string, box: Box, x: (day: number) => number, theme: Theme): Drawing {
  const known = panel.points.filter((point): point is CoursePoint & { readonly value: number } => point.value !== undefined);
  const { low: bandLow, high: bandHigh } = panel.reference ?? {};
  const values = [...known.map(({ value }) => value), ...[bandLow, bandHigh].filter((end) => end !== undefined)];
  const isLog = 'isLog' in observationKinds[panel.kind] && values.every((value) => value > 0);
  const scale = (value: number): number => (isLog ? Math.log10(value) : value);
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values.map(scale)), Math.max(...values.map(scale))];
  const pad = Math.max((most - least) * 0.12, isLog ? 0.1 : Math.abs(most) * 0.02, 1e-6);
  const [from, to] = [least - pad, most + pad];
  const y = (value: number): number => box.y + box.height * (1 - (scale(value) - from) / (to - from));
  const back = (at: number): number => (isLog ? 10 ** at : at);
  return [
    label(0, box.y - 4, title, { colour: theme.ink, weight: 600 }),
    ...(bandLow === undefined && bandHigh === undefined
      ? []
      : [
          rectangleArea(
            { x: box.x, y: y(bandHigh ?? back(to)), width: box.width, height: y(bandLow ?? back(from)) - y(bandHigh ?? back(to)) },
            { fill: theme.hairline, opacity: 0.45 },
          ),
        ]),
    line(
      [
        [box.x, box.y],
        [box.x, box.y + box.height],
        [box.x + box.width, box.y + box.height],
      ],
      { stroke: theme.hairline, width: 0.6 },
    ),
    ...[most, least].map((end) =>
      label(box.x - 4, y(back(end)) + size * 0.35, formatNumber(back(end)), { anchor: 'end', colour: theme.muted }),
    ),
    ...segments(panel).map((points) =>
      line(
        points.map(({ day, value }): readonly [number, number] => [x(day), y(value!)]),
        { stroke: '#0f5e73', width: 0.8 },
      ),
    ),
    ...known.flatMap(({ day, value, censored }) => mark(x(day), y(value), censored)),
    ...panel.points
      .filter(({ value, text }) => value === undefined && text !== undefined)
      .map(({ day, text = '' }) => label(x(day), box.y + size, text, { anchor: 'middle', colour: theme.muted })),
  ];
}

/** Values joined by a line: none across a limit, and none of temperatures across a gap of twelve hours. */
function segments({ kind, points }: CoursePanel): readonly (readonly CoursePoint[])[] {
  const parts: CoursePoint[][] = [[]];
  for (const point of points) {
    const part = parts.at(-1)!;
    const last = part.at(-1);
    if (point.value === undefined || point.censored !== undefined) parts.push([]);
    else if (last !== undefined && kind === 'temperature' && point.day - last.day > LONGEST_GAP) parts.push([point]);
    else part.push(point);
  }
  return parts.filter(({ length }) => length > 1);
}

function mark(x: number, y: number, censored: CoursePoint['censored']): Drawing {
  if (censored === undefined)
    return [
      area(
        Array.from({ length: 12 }, (_, i): readonly [number, number] => [
          x + 2 * Math.cos((i * Math.PI) / 6),
          y + 2 * Math.sin((i * Math.PI) / 6),
        ]),
        { fill: '#0f5e73' },
      ),
    ];
  const tip = censored === 'below' ? 7 : -7;
  return [
    line(
      [
        [x - 3, y],
        [x + 3, y],
      ],
      { stroke: '#0f5e73', width: 1 },
    ),
    line(
      [
        [x, y],
        [x, y + tip],
      ],
      { stroke: '#0f5e73', width: 1 },
    ),
    area(
      [
        [x - 2, y + tip * 0.7],
        [x + 2, y + tip * 0.7],
        [x, y + tip * 1.3],
      ],
      { fill: '#0f5e73' },
    ),
  ];
}
