import type { Language } from '../../base/message.ts';
import type { EffectorResult } from '../../study/killing/plate-result.ts';
import { area, type Box, type Drawing, line, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatValue } from '../plot/number-format.ts';
import { shortened } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { translator } from './words.ts';

const size = 7.5;
const margin = { left: 38, right: 120, top: 10, bottom: 30 } as const;

/** Told apart by colour and by mark. */
const colours = ['#0f5e73', '#b26a00', '#6a3d9a', '#0a7d5a', '#c0392b', '#5f6a73', '#1f78b4', '#8c6d31'] as const;
/** The same on a dark ground. */
const pale = ['#5cc3dd', '#e0a04a', '#b79ae0', '#4cc79b', '#ef8a7e', '#a8b2ba', '#7db7e8', '#cbb06a'] as const;
const coloursOn = ({ background }: Theme): readonly string[] => (background === themes.light.background ? colours : pale);
const sides = [16, 4, 3, 5] as const;

/** Lysis over the plated E:T (log2) with intervals, and each effector's curve. */
export function drawLysis(
  effectors: readonly EffectorResult[],
  {
    width,
    height,
    language,
    theme = themes.light,
  }: { readonly width: number; readonly height: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const t = translator(language);
  const shown = effectors.filter(({ rows }) => rows.length > 0);
  const box: Box = {
    x: margin.left,
    y: margin.top,
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const ratios = shown.flatMap(({ rows, effector }) => rows.map(({ ratios: of }) => of[effector.basis] ?? 1));
  const ends = shown.flatMap(({ rows }) =>
    rows.flatMap(({ lysis }) => [lysis.value, ...[lysis.low, lysis.high].filter((end) => end > -60 && end < 160)]),
  );
  const [least, most] = ratios.length === 0 ? [1, 40] : [Math.min(...ratios), Math.max(...ratios)];
  const [from, to] = [Math.log2(least) - 0.4, Math.log2(most) + 0.4];
  const [bottom, top] = [Math.floor(Math.min(0, ...ends) / 10) * 10, Math.ceil(Math.max(50, ...ends) / 10) * 10];
  const x = (ratio: number) => box.x + ((Math.log2(ratio) - from) / (to - from)) * box.width;
  const y = (lysis: number) => box.y + box.height * (1 - (Math.min(top, Math.max(bottom, lysis)) - bottom) / (top - bottom));
  const text = (at: number, down: number, content: string, more: Partial<TextShape> = {}): TextShape => ({
    ...{ kind: 'text', x: at, y: down, runs: [{ text: content }], size, anchor: 'middle', weight: 400, colour: theme.muted },
    ...more,
  });
  const step = top - bottom > 120 ? 40 : 20;
  const ticks = Array.from({ length: Math.floor((top - bottom) / step) + 1 }, (_, i) => Math.ceil(bottom / step) * step + i * step).filter(
    (tick) => tick <= top,
  );
  return [
    ...ticks.flatMap((tick): readonly Shape[] => [
      line(
        [
          [box.x, y(tick)],
          [box.x + box.width, y(tick)],
        ],
        { stroke: theme.hairline, width: tick === 0 ? 0.9 : 0.4 },
      ),
      text(box.x - 5, y(tick) + size * 0.35, String(tick).replace('-', '−'), { anchor: 'end' }),
    ]),
    ...[...new Set(ratios)].map((ratio) => text(x(ratio), box.y + box.height + size * 1.6, formatValue(ratio))),
    text(box.x + box.width / 2, box.y + box.height + size * 3.2, t('axisRatio')),
    text(box.x - 26, box.y + box.height / 2, t('axisLysis'), { rotate: -90 }),
    ...shown.flatMap((effector, i) => drawEffector(effector, i, { x, y, least, most, theme })),
    ...shown.flatMap(({ effector }, i): readonly Shape[] => {
      const at = { x: box.x + box.width + 14, y: box.y + size * (1 + 1.8 * i) };
      return [
        mark(at.x, at.y - size * 0.35, i, theme),
        text(at.x + 8, at.y, shortened(effector.id, size, margin.right - 26), { anchor: 'start', colour: theme.ink }),
      ];
    }),
  ];
}

interface Axes {
  readonly x: (ratio: number) => number;
  readonly y: (lysis: number) => number;
  readonly least: number;
  readonly most: number;
  readonly theme: Theme;
}

function drawEffector({ effector, rows, curve }: EffectorResult, i: number, { x, y, least, most, theme }: Axes): Drawing {
  const colour = coloursOn(theme)[i % colours.length]!;
  const steps = Array.from({ length: 61 }, (_, step) => least * (most / least) ** (step / 60));
  return [
    ...(curve === undefined
      ? []
      : [
          line(
            steps.map((ratio): readonly [number, number] => [x(ratio), y(curve.A * -Math.expm1(-curve.k * ratio))]),
            { stroke: colour, width: 1 },
          ),
        ]),
    ...rows.flatMap(({ ratios, lysis }): readonly Shape[] => {
      const at = x(ratios[effector.basis] ?? 1);
      const bar =
        Number.isFinite(lysis.low) && Number.isFinite(lysis.high)
          ? [
              line(
                [
                  [at, y(lysis.low)],
                  [at, y(lysis.high)],
                ],
                { stroke: colour, width: 0.9 },
              ),
            ]
          : [];
      return [...bar, mark(at, y(lysis.value), i, theme)];
    }),
  ];
}

function mark(x: number, y: number, i: number, theme: Theme): Shape {
  const corners = sides[i % sides.length]!;
  const radius = corners === 16 ? 2.6 : 3.2;
  return area(
    Array.from({ length: corners }, (_, corner): readonly [number, number] => {
      const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
    { fill: coloursOn(theme)[i % colours.length]! },
  );
}
