import { describe, expect, it } from 'vitest';
import { type DrawnPanel, drawMethodPanels } from '../../../../../core/show/plot/draw-method-panels.ts';
import { dotsOf } from '../../../../../core/show/plot/quadrant-dots.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';
import type { PlotData } from '../../../../../core/statistics/histograms/plot-data.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const look = { width: 680, across: 5, size: 12, theme: themes.light, ramp: 'viridis', accent: '#4a4ac4' } as const;
const panel = (more: Partial<DrawnPanel> = {}): DrawnPanel => ({
  title: 'CIK',
  note: 'a lot',
  percents: [75, 8, 12, 5],
  framed: false,
  ...more,
});
const picture: PlotData = sampleAnalysis({ eventCount: 3000 }).plots[0]!;

describe('pictures of culture methods', () => {
  it('draw as many dots of a part as it is percent of', () => {
    const dots = dotsOf([75, 8, 12, 5], 400);
    expect([0, 1, 2, 3].map((part) => dots.filter((dot) => dot.part === part).length)).toEqual([300, 32, 48, 20]);
    for (const { x, y } of dots) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(0);
  });

  it('are of one size in rows; events where there are events, a dashed frame where there are none', () => {
    const { drawing, height } = drawMethodPanels([panel({ picture }), ...Array.from({ length: 6 }, () => panel())], look);
    const rasters = drawing.filter((shape) => shape.kind === 'raster');
    expect(rasters).toHaveLength(1);
    expect(drawing.filter((shape) => shape.kind === 'path' && shape.dash !== undefined)).toHaveLength(6);
    expect(height).toBeGreaterThan(2 * rasters[0]!.height);
  });

  it('draw nothing while events are still counted', () => {
    const { drawing } = drawMethodPanels([panel({ pending: true })], look);
    expect(drawing.filter((shape) => shape.kind === 'path' && shape.opacity === 0.75)).toEqual([]);
  });
});
