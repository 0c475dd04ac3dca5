import type { Language } from '../../base/message.ts';
import type { EffectorResult } from '../../study/killing/plate-result.ts';
import type { Block } from '../document/sectioned.ts';
import { type Drawing, line, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatNumber, formatValue } from '../plot/number-format.ts';
import { shortened } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';
import { ratioText } from './number-words.ts';
import { translator } from './words.ts';

const HEIGHT = 170;
const size = 7.5;
const colours = ['#0f5e73', '#b26a00', '#6a3d9a', '#0a7d5a', '#c0392b', '#5f6a73', '#1f78b4', '#8c6d31'] as const;

/** Lysis over hours, where the wells were measured so: curves, KT50 and area. */
export function kineticsBlocks(effectors: readonly EffectorResult[], language: Language): readonly Block[] {
  const t = translator(language);
  const rows = effectors.flatMap(({ effector, rows: own }) =>
    own.flatMap(({ ratios, kinetics }) => (kinetics === undefined ? [] : [{ name: effector.id, ratio: ratios[effector.basis], kinetics }])),
  );
  if (rows.length === 0) return [];
  return [
    {
      ...{ kind: 'figure', title: t('kineticsHeading'), height: HEIGHT },
      draw: (width, theme) => drawKinetics(rows, { width, language, ...(theme && { theme }) }),
    },
    {
      kind: 'table',
      table: {
        heading: t('kineticsHeading'),
        columns: [
          { title: t('effector'), align: 'left', weight: 3 },
          { title: t('axisRatio'), align: 'right', weight: 2 },
          { title: t('kt50'), align: 'right', weight: 1.4 },
          { title: t('kineticsArea'), align: 'right', weight: 1.8 },
        ],
        rows: rows.map(({ name, ratio, kinetics: { kt50, area } }) => ({
          cells: [name, ratioText(ratio), kt50 === undefined ? '–' : formatNumber(kt50), formatNumber(area)].map((text) => ({ text })),
        })),
        note: t('kineticsNote'),
      },
    },
  ];
}

type Curve = {
  readonly name: string;
  readonly ratio: number | undefined;
  readonly kinetics: { readonly hours: readonly number[]; readonly cytolysis: readonly number[] };
};

function drawKinetics(
  curves: readonly Curve[],
  { width, language, theme = themes.light }: { readonly width: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const t = translator(language);
  const box = { x: 38, y: 10, width: width - 38 - 130, height: HEIGHT - 40 };
  const values = curves.flatMap(({ kinetics }) => kinetics.cytolysis);
  const last = Math.max(...curves.flatMap(({ kinetics }) => kinetics.hours));
  const [bottom, top] = [Math.floor(Math.min(0, ...values) / 20) * 20, Math.ceil(Math.max(100, ...values) / 20) * 20];
  const x = (hours: number) => box.x + (hours / last) * box.width;
  const y = (percent: number) => box.y + box.height * (1 - (percent - bottom) / (top - bottom));
  const text = (at: number, down: number, content: string, more: Partial<TextShape> = {}): TextShape => ({
    ...{ kind: 'text', x: at, y: down, runs: [{ text: content }], size, anchor: 'middle', weight: 400, colour: theme.muted },
    ...more,
  });
  const ticks = Array.from({ length: (top - bottom) / 20 + 1 }, (_, i) => bottom + 20 * i);
  const hours = Array.from({ length: 5 }, (_, i) => (last * i) / 4);
  return [
    ...ticks.flatMap((tick): readonly Shape[] => [
      line(
        [
          [box.x, y(tick)],
          [box.x + box.width, y(tick)],
        ],
        { stroke: theme.hairline, width: tick === 0 || tick === 50 ? 0.9 : 0.4 },
      ),
      text(box.x - 5, y(tick) + size * 0.35, String(tick).replace('-', '−'), { anchor: 'end' }),
    ]),
    ...hours.map((at) => text(x(at), box.y + box.height + size * 1.6, formatValue(Number(at.toPrecision(3))))),
    text(box.x + box.width / 2, box.y + box.height + size * 3.2, t('axisHours')),
    text(box.x - 26, box.y + box.height / 2, t('axisLysis'), { rotate: -90 }),
    ...curves.flatMap(({ name, ratio, kinetics }, i): readonly Shape[] => {
      const stroke = colours[i % colours.length]!;
      const down = box.y + size * (1 + 1.6 * i);
      return [
        line(
          kinetics.cytolysis.map((percent, at): readonly [number, number] => [x(kinetics.hours[at]!), y(percent)]),
          { stroke, width: 1 },
        ),
        ...(down > box.y + box.height
          ? []
          : [
              line(
                [
                  [box.x + box.width + 10, down - size * 0.35],
                  [box.x + box.width + 20, down - size * 0.35],
                ],
                { stroke, width: 1.4 },
              ),
              text(box.x + box.width + 24, down, shortened(`${name} ${ratioText(ratio)}:1`, size, 100), {
                anchor: 'start',
                colour: theme.ink,
              }),
            ]),
      ];
    }),
  ];
}
