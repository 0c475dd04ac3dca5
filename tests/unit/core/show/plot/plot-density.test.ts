import { describe, expect, it } from 'vitest';
import { ramps } from '../../../../../core/show/plot/colour.ts';
import { type ShadeColours, shadePixels } from '../../../../../core/show/plot/density.ts';
import { densityShades, SHADES } from '../../../../../core/show/plot/density-shades.ts';
import { asHistogram, drawHistogram } from '../../../../../core/show/plot/draw-histogram.ts';
import { drawPlot } from '../../../../../core/show/plot/draw-plot.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';
import { plotKinds as kinds } from '../../../../../core/study/arrangement/plot.ts';
import { densityScalings } from '../../../../../core/study/arrangement/session-preferences.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const bins = 64;
const look = { ramp: ramps.viridis, background: [255, 255, 255] } as const;
const densityPixels = (counts: Uint32Array, side: number, of: ShadeColours) =>
  shadePixels(densityShades(counts, side, { smoothing: side / 200 }), of);
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

describe('the colours of a density', () => {
  /** Two clusters, the second with a tenth of the events, and lone events, of so many in all. */
  const clusters = (events: number) => {
    const counts = new Uint32Array(bins * bins);
    for (let row = 0; row < bins; row++) {
      for (let column = 0; column < bins; column++) {
        const near = (x: number, y: number) => Math.exp(-((column - x) ** 2 + (row - y) ** 2) / 18);
        counts[row * bins + column] = Math.round((events / 113) * (near(20, 20) + 0.1 * near(44, 44)));
      }
    }
    counts[3 * bins + 60] = 1;
    return counts;
  };
  const redOf = (pixels: Uint8ClampedArray, column: number, row: number) => pixels[((bins - 1 - row) * bins + column) * 4]!;
  const grey = { ramp: (t: number) => [Math.round(200 * t), 0, 0] as const, background: [255, 255, 255] as const };

  it('by the logarithm keep the small cluster in sight at 3,000 events and at 5,000,000, and a lone event at the foot', () => {
    for (const events of [3000, 5_000_000]) {
      const pixels = densityPixels(clusters(events), bins, grey);
      const [large, small, lone] = [redOf(pixels, 20, 20), redOf(pixels, 44, 44), redOf(pixels, 60, 3)];
      expect(large).toBeGreaterThan(190);
      expect(small).toBeGreaterThan(0.4 * large);
      expect(lone).toBeLessThan(0.3 * large);
      expect(lone).not.toBe(255);
    }
  });
  it('are equalised or linear where that is asked for', () => {
    const counts = clusters(500_000);
    const [, equalised, linear] = densityScalings.map((scaling) => densityPixels(counts, bins, { ...grey, scaling }));
    expect(redOf(linear!, 44, 44)).toBeLessThan(30);
    expect(redOf(equalised!, 44, 44)).toBeGreaterThan(100);
    const drawn = [...equalised!].filter((value, i) => i % 4 === 0 && value !== 255).sort((a, b) => a - b);
    expect(drawn[drawn.length >> 1]).toBeGreaterThan(70);
    expect(drawn[drawn.length >> 1]).toBeLessThan(130);
  });
  it('have as many shades as a palette holds beside the ground', () => {
    expect(SHADES).toBe(255);
  });
});

describe('a plot', () => {
  it('draws in every theme and kind with all of its shapes on the page', () => {
    for (const plot of sampleAnalysis({ eventCount: 3000 }).plots) {
      for (const [theme, kind] of [themes.light, themes.dark].flatMap((one) => kinds.map((of) => [one, of] as const))) {
        const look = { size: { width: 200, height: 190 }, title: 'T', language: 'en', theme } as const;
        const drawing =
          kind === 'histogram' || kind === 'cdf'
            ? drawHistogram(asHistogram(plot), { ...look, isCumulative: kind === 'cdf' })
            : drawPlot(plot, { ...look, ramp: 'classic', kind });
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
