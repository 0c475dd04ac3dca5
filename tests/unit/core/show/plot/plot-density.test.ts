import { describe, expect, it } from 'vitest';
import { ramps } from '../../../../../core/show/plot/colour.ts';
import { type DensityLook, shadePixels } from '../../../../../core/show/plot/density.ts';
import { densityShades } from '../../../../../core/show/plot/density-shades.ts';
import { drawPlot } from '../../../../../core/show/plot/draw-plot.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const bins = 64;
const look = { ramp: ramps.viridis, background: [255, 255, 255] } as const;
const densityPixels = (counts: Uint32Array, side: number, of: DensityLook) => shadePixels(densityShades(counts, side, of), of);
const pixelAt = (pixels: Uint8ClampedArray, column: number, row: number): readonly number[] => [
  ...pixels.subarray((row * bins + column) * 4, (row * bins + column) * 4 + 3),
];

describe('density', () => {
  const counts = new Uint32Array(bins * bins);
  counts[5 * bins + 3] = 1; // one event, fifth row from the bottom
  for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) counts[(30 + i) * bins + 30 + j] = 40;
  const pixels = densityPixels(counts, bins, look);

  it('shows an event alone, upside up, and leaves the empty plane white', () => {
    expect(pixelAt(pixels, 3, bins - 1 - 5)).not.toEqual([255, 255, 255]);
    expect(pixelAt(pixels, 3, bins - 1 - 15)).toEqual([255, 255, 255]);
    expect(pixelAt(pixels, 60, 60)).toEqual([255, 255, 255]);
  });

  it('reaches the top of the ramp where events are densest', () => {
    expect(pixelAt(pixels, 36, bins - 1 - 36)).toEqual([...ramps.viridis(1)]);
  });

  it('stays calm for no event at all, and refuses counts of another size', () => {
    expect(new Set(densityPixels(new Uint32Array(bins * bins), bins, look))).toEqual(new Set([255]));
    expect(() => densityPixels(new Uint32Array(5), bins, look)).toThrow('5 counts');
  });
});

describe('a plot', () => {
  it('draws in every theme and ramp with all of its shapes on the page', () => {
    for (const plot of sampleAnalysis({ eventCount: 3000 }).plots) {
      for (const theme of [themes.light, themes.dark]) {
        const drawing = drawPlot(plot, { size: { width: 200, height: 190 }, title: 'T', language: 'en', theme, ramp: 'classic' });
        for (const shape of drawing) {
          const points =
            shape.kind === 'path'
              ? shape.commands.flatMap((command) => (command[0] === 'close' ? [] : [[command[1], command[2]] as const]))
              : [[shape.x, shape.y] as const];
          for (const [x, y] of points) expect(x >= 0 && x <= 200 && y >= 0 && y <= 190).toBe(true);
        }
      }
    }
  });
});
