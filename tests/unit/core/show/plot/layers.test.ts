import { describe, expect, it } from 'vitest';
import { contrast, layerColours, parseColour } from '../../../../../core/show/plot/colour.ts';
import { colourAt, freeColour, populationColour } from '../../../../../core/show/plot/layer-colour.ts';
import { drawLayers, drawLegend, legendCorner, type PlotLayer } from '../../../../../core/show/plot/layers.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';
import { thirdShades } from '../../../../../core/show/plot/third-colour.ts';
import { BINS, type PlotAxis } from '../../../../../core/statistics/histograms/plot-data.ts';

const frame = { box: { x: 10, y: 10, width: 256, height: 256 }, x: { min: 0, max: 1 }, y: { min: 0, max: 1 } };

/** Two bins side by side, and one in the upper right corner. */
function layer(): PlotLayer {
  const counts = new Uint32Array(BINS * BINS);
  counts[100 * BINS + 50] = 5000;
  counts[100 * BINS + 51] = 5000;
  counts[255 * BINS + 255] = 1;
  return { name: 'NK', colour: '#0072b2', count: 10_001, counts };
}

describe('layers over a plot', () => {
  it('are dots where the plot has dots: every bin with an event, neighbours as one', () => {
    const [dots] = drawLayers([layer()], 'dot', frame);
    if (dots?.kind !== 'path') throw new Error('no dots');
    expect(dots.fill).toBe('#0072b2');
    const moves = dots.commands.filter(([command]) => command === 'move');
    expect(moves).toEqual([
      ['move', 60, 10 + 155],
      ['move', 10 + 255, 10],
    ]);
    expect(dots.commands).toHaveLength(10);
  });
  it('are lines in their colour where the plot has lines', () => {
    const lines = drawLayers([layer()], 'contour', frame);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((shape) => shape.kind === 'path' && shape.fill === undefined && shape.stroke === '#0072b2')).toBe(true);
  });
  it('are told by a legend inside of the plot, with the numbers of their events', () => {
    const entries = [layer(), { ...layer(), name: 'a name that is far too long for any legend of any plot' }];
    const corner = legendCorner(entries, frame.box, 8, ({ x, y }) => (x > 50 && y > 100 ? 0 : 1));
    expect(corner.y).toBeGreaterThan(100);
    const legend = drawLegend(entries, corner, 8, themes.light);
    const texts = legend.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    expect(texts.map(({ runs }) => runs[0]?.text)).toEqual(['NK 10,001', expect.stringMatching(/^a na.*….* plot 10,001$/)]);
    for (const { x, y } of texts) expect(x > 10 && x < 266 && y > 10 && y < 266).toBe(true);
    expect(drawLegend([], frame.box, 8, themes.light)).toEqual([]);
  });
});

describe('colours of layers', () => {
  const populations = [{ path: 'T', role: 't' }, { path: 'B' }, { path: 'B/X' }];
  it('are the same for the same population, by its role or its place', () => {
    expect(populationColour('T', populations)).toBe('#e69f00');
    expect(populationColour('B', populations)).toBe(colourAt(0));
    expect(populationColour('B/X', populations)).toBe(colourAt(0));
    expect(populationColour('C', [...populations, { path: 'C' }])).toBe(colourAt(1));
    expect(freeColour(colourAt(0), [colourAt(0), '#e69f00'])).toBe(colourAt(1));
  });
  it('are told from the light and the dark ground', () => {
    for (const colour of layerColours)
      for (const { background } of Object.values(themes))
        expect(contrast(parseColour(colour), parseColour(background))).toBeGreaterThan(1.9);
    expect(new Set(layerColours).size).toBe(7);
  });
});

it('a third marker colours each bin by the mean of its events', () => {
  const [sums, counts] = [new Float64Array(BINS * BINS), new Uint32Array(BINS * BINS)];
  counts[0] = 4;
  sums[0] = 2;
  counts[BINS * BINS - 1] = 1;
  sums[BINS * BINS - 1] = 1;
  const { side, shades } = thirdShades({ sums, counts }, 100_000, { min: 0, max: 1 } as PlotAxis);
  expect(side).toBe(BINS);
  expect(shades[BINS * (BINS - 1)]).toBe(127);
  expect(shades[BINS - 1]).toBe(254);
  expect(shades.filter((shade) => shade !== 255)).toHaveLength(2);
});
