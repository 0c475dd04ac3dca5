import type { Composition } from '../../biology/features/composition.ts';
import { roleColours } from './colour.ts';
import { type Drawing, rectangleArea } from './drawing.ts';
import { formatPercent } from './number-format.ts';
import { textWidth } from './text-width.ts';
import { type Theme, themes } from './theme.ts';

export interface BarSize {
  readonly width: number;
  readonly height: number;
  readonly labelSize?: number;
  readonly theme?: Theme;
}

/**
 * The parts of a composition side by side in one bar, with a hairline of background between them; a part wide enough carries its
 * percentage. The counting intervals are too narrow to draw and belong in the table below the bar.
 */
export function drawCompositionBar({ parts }: Composition, { width, height, labelSize = 7.5, theme = themes.light }: BarSize): Drawing {
  const total = parts.reduce((sum, { percent }) => sum + percent, 0) || 1;
  let x = 0;
  return parts.flatMap((part): Drawing => {
    const span = (part.percent / total) * width;
    const box = { x, y: 0, width: Math.max(0, span - 0.75), height };
    x += span;
    const text = `${formatPercent(part.percent)}%`;
    const bar = rectangleArea(box, { fill: roleColours[part.role] });
    if (textWidth(text, labelSize) + 6 > span) return [bar];
    const colour = inkOn[part.role] ?? theme.background;
    return [
      bar,
      {
        kind: 'text',
        x: box.x + 4,
        y: height / 2 + labelSize * 0.36,
        runs: [{ text }],
        size: labelSize,
        anchor: 'start',
        weight: 600,
        colour,
      },
    ];
  });
}

/** Dark or light, whichever can be read on the part's colour. */
const inkOn: { readonly [Role in Composition['parts'][number]['role']]: string } = {
  nk: '#ffffff',
  'nkt-like': '#1b2126',
  t: '#1b2126',
  'double-negative': '#1b2126',
};
