import { describe, expect, it } from 'vitest';
import { contrast, parseColour, ramps } from '../../../../../core/show/plot/colour.ts';
import { contourPath, contoursOf } from '../../../../../core/show/plot/contours.ts';
import { drawOutlines } from '../../../../../core/show/plot/gate-outline.ts';
import { drawEvents } from '../../../../../core/show/plot/plot-kind.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const bins = 256;

/** A round cluster in the middle of the left half, of so many events; some off scale. */
function cluster(count: number): Uint32Array {
  const density = new Uint32Array(bins * bins);
  let state = 7;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  for (let i = 0; i < count; i++) {
    const radius = 20 * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    const [x, y] = [Math.floor(64 + radius * Math.cos(angle)), Math.floor(128 + radius * Math.sin(angle))];
    if (x >= 0 && x < bins && y >= 0 && y < bins) density[y * bins + x]! += 1;
  }
  density[bins - 1] = count;
  return density;
}

describe('contours', () => {
  const count = 20_000;
  const density = cluster(count);
  const contours = contoursOf({ density, bins, count });

  it('leave 5 %, 10 % … 95 % of the events on scale outside, one within the other', () => {
    expect(contours.map(({ outside }) => Math.round(100 * outside))).toEqual(Array.from({ length: 19 }, (_, i) => 5 * (i + 1)));
    // of a round cluster the radius that leaves a share outside is known: sigma √(−2 ln share)
    for (const { outside, rings } of contours.slice(1, 12)) {
      const ring = rings.toSorted((a, b) => b.length - a.length)[0]!;
      const radius = ring.reduce((sum, [x, y]) => sum + Math.hypot(x * bins - 64.5, y * bins - 128.5), 0) / ring.length;
      // the outer lines are a little wider by the smoothing
      expect(Math.abs(radius / (20 * Math.sqrt(-2 * Math.log(outside))) - 1)).toBeLessThan(0.08);
    }
  });

  it('take no notice of what is piled up at the edge, and are none where no event is', () => {
    expect(contours.every(({ rings }) => rings.flat().every(([x]) => x < 0.7))).toBe(true);
    expect(contoursOf({ density: new Uint32Array(bins * bins), bins, count: 0 })).toEqual([]);
  });

  it('are drawn over the dots of the outliers, zebra by turns filled', () => {
    const frame = { box: { x: 0, y: 0, width: 100, height: 100 }, x: { min: 0, max: 1 }, y: { min: 0, max: 1 } };
    const plot = { density, bins, count };
    const look = { ramp: 'viridis', scaling: 'log', theme: themes.light } as const;
    const drawn = drawEvents(plot, { ...look, kind: 'contour', outliers: true }, frame);
    expect(drawn.map(({ kind }) => kind)).toEqual(['raster', ...contours.map(() => 'path')]);
    expect(drawn.filter((shape) => shape.kind === 'path' && shape.fill !== undefined)).toHaveLength(1);
    const zebra = drawEvents(plot, { ...look, kind: 'zebra', outliers: false }, frame);
    expect(zebra.every((shape) => shape.kind === 'path' && shape.fill !== undefined)).toBe(true);
    expect(zebra).toHaveLength(19);
    expect(contourPath(contours[0]!, frame).at(-1)).toEqual(['close']);
  });
});

it('gate lines are told from their halo, and the halo or the line from any colour of a density, at 4.5:1', () => {
  const [plot] = sampleAnalysis({ eventCount: 500 }).plots;
  const frame = { box: { x: 0, y: 0, width: 100, height: 100 }, x: plot!.x, y: plot!.y };
  for (const theme of Object.values(themes)) {
    const [halo, line] = drawOutlines(plot!.gates, frame, theme);
    if (halo?.kind !== 'path' || line?.kind !== 'path') throw new Error('no outline');
    expect(halo.width).toBeGreaterThan(2 * line.width!);
    expect(contrast(parseColour(halo.stroke!), parseColour(line.stroke!))).toBeGreaterThanOrEqual(4.5);
    for (const ramp of Object.values(ramps)) {
      for (let i = 0; i <= 20; i++) {
        const ground = ramp(i / 20);
        const best = Math.max(contrast(ground, parseColour(halo.stroke!)), contrast(ground, parseColour(line.stroke!)));
        expect(best).toBeGreaterThanOrEqual(4);
      }
    }
  }
});
