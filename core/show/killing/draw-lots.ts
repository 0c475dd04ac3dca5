import type { Language } from '../../base/message.ts';
import type { PlateComparison } from '../../study/killing/compare-plates.ts';
import { area, type Box, type Drawing, line, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatValue } from '../plot/number-format.ts';
import { shortened } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { translator } from './words.ts';

const size = 7.5;
const gap = 26;
const margin = { left: 40, right: 8, top: 16, bottom: 22 } as const;
const ink = '#0f5e73';

/** One dot a lot with its interval, side by side by group, for total and for NK cells, and each group's mean: lytic units on a log scale. */
export function drawLots(
  { groups, percent }: PlateComparison,
  {
    width,
    height,
    language,
    theme = themes.light,
  }: { readonly width: number; readonly height: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const t = translator(language);
  const across = (width - gap) / 2;
  const colour = theme === themes.light ? ink : theme.ink;
  const ends = groups.flatMap(({ lots }) =>
    lots.flatMap(({ units, spans }) =>
      (['total', 'nk'] as const).flatMap((axis) => [units[axis] ?? [], spans[axis]?.low ?? [], spans[axis]?.high ?? []].flat()),
    ),
  );
  if (ends.length === 0) return [];
  const [low, high] = [Math.min(...ends) - 0.1, Math.max(...ends) + 0.1];
  const text = (x: number, y: number, content: string, more: Partial<TextShape> = {}): TextShape => ({
    ...{ kind: 'text', x, y, runs: [{ text: content }], size, anchor: 'middle', weight: 400, colour: theme.muted },
    ...more,
  });
  const ticks = [1, 2, 5].flatMap((m) => [-1, 0, 1, 2, 3, 4, 5, 6].map((e) => Math.log10(m) + e)).filter((at) => at >= low && at <= high);
  return (['total', 'nk'] as const).flatMap((axis, panel): readonly Shape[] => {
    const box: Box = {
      x: panel * (across + gap) + margin.left,
      y: margin.top,
      width: across - margin.left - margin.right,
      height: height - margin.top - margin.bottom,
    };
    const y = (log: number) => box.y + box.height * (1 - (log - low) / (high - low));
    const step = box.width / groups.length;
    return [
      text(box.x, box.y - 6, `${t('mean', { percent })}: ${t(`axis.${axis}`)}`, { anchor: 'start', colour: theme.ink, weight: 600 }),
      ...ticks.flatMap((log): readonly Shape[] => [
        stroke(box.x, y(log), box.x + box.width, y(log), theme.hairline, 0.4),
        text(box.x - 5, y(log) + size * 0.35, formatValue(Number((10 ** log).toPrecision(3))), { anchor: 'end' }),
      ]),
      ...groups.flatMap(({ group, lots, mean }, g): readonly Shape[] => {
        const middle = box.x + (g + 0.5) * step;
        const own = lots.filter(({ units }) => units[axis] !== undefined);
        const spread = Math.min(10, (step * 0.7) / Math.max(1, own.length));
        return [
          text(middle, box.y + box.height + size * 1.7, shortened(group, size, step - 4)),
          ...own.flatMap(({ units, spans }, i): readonly Shape[] => {
            const x = middle + (i - (own.length - 1) / 2) * spread;
            const span = spans[axis];
            return [
              ...(span === undefined ? [] : [stroke(x, y(span.low), x, y(span.high), colour, 0.7)]),
              dot(x, y(units[axis]!), Math.min(2.6, Math.max(1.2, spread / 2.4)), colour),
            ];
          }),
          ...(mean[axis] === undefined
            ? []
            : [
                stroke(
                  middle - step * 0.4,
                  y(Math.log10(mean[axis].value)),
                  middle + step * 0.4,
                  y(Math.log10(mean[axis].value)),
                  '#b26a00',
                  1.1,
                ),
              ]),
        ];
      }),
    ];
  });
}

const stroke = (x1: number, y1: number, x2: number, y2: number, colour: string, width: number): Shape =>
  line(
    [
      [x1, y1],
      [x2, y2],
    ],
    { stroke: colour, width },
  );

const dot = (x: number, y: number, radius: number, fill: string): Shape =>
  area(
    Array.from({ length: 12 }, (_, i): readonly [number, number] => [
      x + radius * Math.cos((Math.PI * i) / 6),
      y + radius * Math.sin((Math.PI * i) / 6),
    ]),
    { fill },
  );
