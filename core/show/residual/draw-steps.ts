import type { Language } from '../../base/message.ts';
import type { GateStep } from '../../statistics/histograms/plot-steps.ts';
import { drawPlot } from '../plot/draw-plot.ts';
import { type Drawing, moved } from '../plot/drawing.ts';
import { type Theme, themes } from '../plot/theme.ts';

const ACROSS = 3;
const HEIGHT = 176;
const GAP = 8;

export const stepsHeight = (steps: readonly GateStep[]): number => Math.ceil(steps.length / ACROSS) * (HEIGHT + GAP) - GAP;

/** The gates on the way to the residual cells, three in a row; every event of those cells stands on top of what it was gated from. */
export function drawSteps(
  steps: readonly GateStep[],
  { width, language, theme = themes.light }: { readonly width: number; readonly language: Language; readonly theme?: Theme },
): Drawing {
  const size = { width: (width - GAP * (ACROSS - 1)) / ACROSS, height: HEIGHT };
  return steps.flatMap(({ plot, count, ends }, i) => {
    const drawing = drawPlot(plot, {
      ...{ size, language, theme, kind: 'dot', labelSize: 6 },
      hasNoLegend: true,
      title: plot.population.split('/').at(-1) ?? '',
      layers: [{ name: '', count, counts: ends, colour: theme === themes.light ? '#c8102e' : '#ff6b6b' }],
    });
    return moved(drawing, (i % ACROSS) * (size.width + GAP), Math.floor(i / ACROSS) * (HEIGHT + GAP));
  });
}
