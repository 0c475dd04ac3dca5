import type { Language } from '../../base/message.ts';
import type { FollowedDay } from '../../study/residual/follow-residual.ts';
import { layerColours } from '../plot/colour.ts';
import { area, type Box, type Drawing, line, rectangleArea, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatValue } from '../plot/number-format.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { translator } from './words.ts';

const textSize = 7.5;
const margin = { left: 44, right: 8, top: 16, bottom: 30 } as const;
const apart = 24;

/** A measured value on a day, or the most that there may be. */
interface CoursePoint {
  readonly day: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly isUpper: boolean;
  readonly lod?: number | undefined;
}

/** Fraction and cells by culture day on logarithmic axes, side by side. */
export function drawResidualCourse(
  days: readonly FollowedDay[],
  {
    width,
    height,
    language,
    theme = themes.light,
  }: { readonly width: number; readonly height: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const range = daysOf(days);
  return drawBoth([{ days, colour: theme.ink }], { width, height, language, theme, range });
}

/** Days of one culture in one colour; of several joined by lines, without what belongs to single days. */
interface Series {
  readonly days: readonly FollowedDay[];
  readonly colour: string;
  readonly isOneOfSeveral?: true;
}

interface CourseLook {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly theme: Theme;
  readonly range: readonly [number, number];
}

function drawBoth(series: readonly Series[], { width, height, language, theme, range }: CourseLook): Drawing {
  const t = translator(language);
  const panel = (width - apart) / 2;
  const axis = { range, title: t('axisDay'), theme };
  const of = (point: (day: FollowedDay) => readonly CoursePoint[]) =>
    series.map(({ days, ...more }) => ({
      ...more,
      points: days.flatMap(point).map(({ lod, ...found }) => (more.isOneOfSeveral ? found : { ...found, lod })),
    }));
  return [
    ...drawPanel(of(fractionPoint), t('axisFraction'), { x: 0, y: 0, width: panel, height }, axis),
    ...drawPanel(of(cellsPoint), t('axisCells'), { x: panel + apart, y: 0, width: panel, height }, axis),
  ];
}

/** Lots over each other, by culture day, each in its colour. */
export function drawResidualLots(
  lots: readonly { readonly lot: string; readonly days: readonly FollowedDay[] }[],
  {
    width,
    height,
    language,
    theme = themes.light,
  }: { readonly width: number; readonly height: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const colourOf = (i: number) => layerColours[i % layerColours.length] ?? theme.ink;
  const series = lots.map(({ days }, i): Series => ({ days, colour: colourOf(i), isOneOfSeveral: true }));
  const range = daysOf(lots.flatMap(({ days }) => days));
  const chart = height - legendHeight(lots.length);
  const legend = lots.flatMap(({ lot }, i): readonly Shape[] => {
    const y = chart + LEGEND_LINE * (i + 1);
    return [
      rectangleArea({ x: margin.left, y: y - textSize * 0.8, width: textSize, height: textSize }, { fill: colourOf(i) }),
      {
        ...{ kind: 'text', x: margin.left + textSize * 1.6, y, runs: [{ text: lot }], size: textSize, anchor: 'start' },
        ...{ weight: 400, colour: theme.ink },
      },
    ];
  });
  return [...drawBoth(series, { width, height: chart, language, theme, range }), ...legend];
}

const LEGEND_LINE = textSize * 1.5;
export const legendHeight = (lots: number): number => LEGEND_LINE * (lots + 0.5);

function daysOf(days: readonly FollowedDay[]): readonly [number, number] {
  const all = days.map(({ day }) => day);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return first === last ? [first - 1, last + 1] : [first - (last - first) * 0.04, last + (last - first) * 0.04];
}

/** Of tubes that disagree the highest. */
function fractionPoint({ day, result: { sum, tubes, upper, state, lod }, isDetected }: FollowedDay): readonly CoursePoint[] {
  if (sum === undefined || upper === undefined || state === 'cannot-tell') return [];
  const shown = sum.isPooled ? sum : tubes.reduce((most, tube) => (tube.fraction > most.fraction ? tube : most));
  return [
    isDetected
      ? { day, value: shown.fraction, low: shown.low, high: shown.high, isUpper: false, lod }
      : { day, value: upper, isUpper: true, lod },
  ];
}

function cellsPoint({ day, cells, isDetected, result: { lod } }: FollowedDay): readonly CoursePoint[] {
  if (cells === undefined) return [];
  const limit = lod === undefined ? undefined : lod * cells.viable;
  return [
    isDetected
      ? { day, value: cells.cells, low: cells.low, high: cells.high, isUpper: false, lod: limit }
      : { day, value: cells.upper, isUpper: true, lod: limit },
  ];
}

interface DayAxis {
  readonly range: readonly [number, number];
  readonly title: string;
  readonly theme: Theme;
}

interface PointSeries {
  readonly points: readonly CoursePoint[];
  readonly colour: string;
  readonly isOneOfSeveral?: true;
}

function drawPanel(series: readonly PointSeries[], title: string, outer: Box, { range, title: dayTitle, theme }: DayAxis): Drawing {
  const box: Box = {
    x: outer.x + margin.left,
    y: outer.y + margin.top,
    width: outer.width - margin.left - margin.right,
    height: outer.height - margin.top - margin.bottom,
  };
  const points = series.flatMap((one) => one.points);
  const values = points
    .flatMap(({ value, low = value, high = value, lod = value }) => [value, low, high, lod])
    .filter((value) => value > 0);
  const lowest = values.length === 0 ? -6 : Math.floor(Math.log10(Math.min(...values)) - 0.15);
  const highest = Math.max(lowest + 1, values.length === 0 ? 0 : Math.ceil(Math.log10(Math.max(...values))));
  const x = (day: number) => box.x + ((day - range[0]) / (range[1] - range[0])) * box.width;
  const y = (value: number) => box.y + box.height * (1 - (Math.log10(Math.max(value, 10 ** lowest)) - lowest) / (highest - lowest));
  const label = (at: number, down: number, text: string, more: Partial<TextShape> = {}): TextShape => ({
    ...{ kind: 'text', x: at, y: down, runs: [{ text }], size: textSize, anchor: 'middle', weight: 400, colour: theme.muted },
    ...more,
  });
  const step = Math.ceil((highest - lowest) / 7);
  const decades = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  return [
    label(outer.x, outer.y + textSize, title, { anchor: 'start', weight: 600, colour: theme.ink }),
    ...decades.flatMap((power, i): readonly Shape[] => [
      line(
        [
          [box.x, y(10 ** power)],
          [box.x + box.width, y(10 ** power)],
        ],
        { stroke: theme.hairline, width: 0.4 },
      ),
      ...(i % step === 0
        ? [
            label(box.x - 5, y(10 ** power) + textSize * 0.35, '', {
              anchor: 'end',
              runs: [{ text: '10' }, { text: String(power).replace('-', '−'), raised: true }],
            }),
          ]
        : []),
    ]),
    ...[...new Set(points.map(({ day }) => day))].map((day) => label(x(day), box.y + box.height + textSize * 1.5, formatValue(day))),
    label(box.x + box.width / 2, box.y + box.height + textSize * 3, dayTitle),
    ...series.flatMap(({ points: own, colour, isOneOfSeveral }) => [
      ...(isOneOfSeveral
        ? [
            line(
              own.map(({ day, value }) => [x(day), y(value)] as const),
              { stroke: colour, width: 0.8 },
            ),
          ]
        : []),
      ...own.flatMap((point) => drawPoint(point, x(point.day), y, { muted: theme.muted, ink: colour })),
    ]),
  ];
}

function drawPoint(
  { value, low, high, isUpper, lod }: CoursePoint,
  x: number,
  y: (value: number) => number,
  theme: Pick<Theme, 'muted' | 'ink'>,
): Drawing {
  const at = y(value);
  const limit =
    lod === undefined
      ? []
      : [
          line(
            [
              [x - 9, y(lod)],
              [x + 9, y(lod)],
            ],
            { stroke: theme.muted, width: 0.9, dash: [2, 2] },
          ),
        ];
  if (isUpper)
    return [
      ...limit,
      line(
        [
          [x - 4, at],
          [x + 4, at],
        ],
        { stroke: theme.ink, width: 1 },
      ),
      line(
        [
          [x, at],
          [x, at + 14],
        ],
        { stroke: theme.ink, width: 1 },
      ),
      area(
        [
          [x - 3, at + 12],
          [x + 3, at + 12],
          [x, at + 18],
        ],
        { fill: theme.ink },
      ),
    ];
  const radius = 2.6;
  const circle = Array.from({ length: 16 }, (_, i): readonly [number, number] => [
    x + radius * Math.cos((i * Math.PI) / 8),
    at + radius * Math.sin((i * Math.PI) / 8),
  ]);
  return [
    ...limit,
    ...(low === undefined || high === undefined
      ? []
      : [
          line(
            [
              [x, y(low)],
              [x, y(high)],
            ],
            { stroke: theme.ink, width: 1 },
          ),
        ]),
    area(circle, { fill: theme.ink }),
  ];
}
