import { compileTransform } from '../../data/transforms/transforms.ts';
import { BINS, type PlotAxis } from '../../statistics/histograms/plot-data.ts';
import type { ThirdSums } from '../../statistics/histograms/third-marker.ts';
import { axisTitle } from './axis.ts';
import type { Ramp } from './colour.ts';
import { type ShadedDensity, shadedSide } from './density-raster.ts';
import { BACKGROUND, SHADES } from './density-shades.ts';
import { type Box, type Drawing, rectangleArea, type Shape } from './drawing.ts';
import { formatNumber } from './number-format.ts';
import { shortened, textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

/** A shade for each bin that holds events: where on the third axis their mean lies. */
export function thirdShades({ sums, counts }: ThirdSums, count: number, { min, max }: PlotAxis): ShadedDensity {
  const side = shadedSide(count, BINS);
  const step = BINS / side;
  const shades = new Uint8Array(side * side).fill(BACKGROUND);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      let [sum, events] = [0, 0];
      for (let r = row * step; r < (row + 1) * step; r++) {
        for (let c = column * step; c < (column + 1) * step; c++) {
          sum += sums[r * BINS + c]!;
          events += counts[r * BINS + c]!;
        }
      }
      if (events === 0) continue;
      const share = (sum / events - min) / (max - min);
      shades[(side - 1 - row) * side + column] = Math.max(0, Math.min(SHADES - 1, Math.round(share * (SHADES - 1))));
    }
  }
  return { side, shades, dense: 1 };
}

const PARTS = 24;

/** Where that legend stands inside of a plot: in the lower right of the data area. */
export const thirdCorner = ({ x, y, width, height }: Box, size: number): Pick<Box, 'x' | 'y' | 'width'> => ({
  x: x + width * 0.68,
  y: y + height - size * THIRD_HEIGHT - 3,
  width: width * 0.31,
});

/** Of its text size. */
export const THIRD_HEIGHT = 3.6;

/** The marker that colours stand for, and where on its axis each lies, from the upper left of a place. */
export function drawThirdLegend(
  { channel, min, max }: PlotAxis,
  ramp: Ramp,
  place: Pick<Box, 'x' | 'y' | 'width'>,
  size: number,
  theme: Theme,
): Drawing {
  const { unscale } = compileTransform(channel.transform);
  const bar = { width: place.width - 8, height: size * 0.7 };
  const [left, top] = [place.x + 4, place.y + size * 1.5];
  const title = shortened(axisTitle(channel), size, bar.width);
  const text = { kind: 'text', size, weight: 400, colour: theme.ink } as const;
  const ends = [formatNumber(unscale(min), 2), formatNumber(unscale(max), 2)];
  return [
    rectangleArea(
      { x: left - 4, y: top - size * 1.5, width: bar.width + 8, height: size * THIRD_HEIGHT },
      { fill: theme.background, opacity: 0.85 },
    ),
    { ...text, x: left + bar.width / 2, y: top - size * 0.4, anchor: 'middle', runs: [{ text: title }] },
    ...Array.from({ length: PARTS }, (_, i): Shape => {
      const [r, g, b] = ramp((i + 0.5) / PARTS);
      const hex = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      return rectangleArea(
        { x: left + (i * bar.width) / PARTS, y: top, width: bar.width / PARTS + 0.3, height: bar.height },
        { fill: hex },
      );
    }),
    { ...text, size: size * 0.85, x: left, y: top + bar.height + size, anchor: 'start', runs: [{ text: ends[0]! }] },
    ...(textWidth(ends.join(' '), size) < bar.width
      ? ([
          { ...text, size: size * 0.85, x: left + bar.width, y: top + bar.height + size, anchor: 'end', runs: [{ text: ends[1]! }] },
        ] as const)
      : []),
  ];
}
