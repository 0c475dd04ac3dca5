import { describe, expect, it } from 'vitest';
import { layerColours } from '../../../../../core/show/plot/colour.ts';
import { lotsBlocks } from '../../../../../core/show/residual/lots-blocks.ts';
import { cellsCounted } from '../../../../../core/study/residual/cells.ts';
import { followResidual } from '../../../../../core/study/residual/follow-residual.ts';
import { measureResidual } from '../../../../../core/study/residual/measure-residual.ts';
import { parseResidualPlan } from '../../../../../core/study/residual/residual-plan.ts';
import type { Tube } from '../../../../../core/study/residual/tube.ts';

const plan = parseResidualPlan(
  JSON.stringify({
    ...{
      format: 'lymphoscope-residual-plan',
      version: 1,
      name: 'P',
      revision: 1,
      material: 'product',
      population: 'A/B',
      denominator: 'A',
    },
    ...{ events: { lodEvents: 20, loqEvents: 50 }, minimumEvents: 1000 },
  }),
);
const day = (at: number, n: number, cells: number) => {
  const metadata = { role: 'sample' } as const;
  const tube: Tube = { file: `${at}.fcs`, sha256: `${at}`, dataset: 0, n, total: 500_000, light: undefined, metadata, channels: [] };
  return { day: at, result: measureResidual(plan, [tube]), count: cellsCounted({ cells }) };
};
const lots = [
  { lot: 'L-1', days: followResidual(plan, [day(0, 2500, 5e7), day(7, 400, 3e8), day(14, 0, 1e9)]).days },
  { lot: 'L-2', days: followResidual(plan, [day(0, 900, 5e7), day(10, 80, 4e8), day(16, 3, 2e9)]).days },
];

describe('lots over each other', () => {
  it.each(['en', 'ja'] as const)('stand in one figure, each in its colour, inside of it (%s)', (language) => {
    const figure = lotsBlocks(lots, language).find((block) => block.kind === 'figure');
    const drawing = figure?.draw(515) ?? [];
    const lines = drawing.filter((shape) => shape.kind === 'path' && shape.width === 0.8);
    // fraction and cells of either
    expect(lines.map((shape) => shape.kind === 'path' && shape.stroke)).toEqual([
      ...[layerColours[0], layerColours[1]],
      ...[layerColours[0], layerColours[1]],
    ]);
    const texts = drawing.flatMap((shape) => (shape.kind === 'text' ? [shape.runs[0]?.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['L-1', 'L-2']));
    for (const shape of drawing) if (shape.kind === 'text') expect(shape.y).toBeLessThanOrEqual(figure?.height ?? 0);
  });

  it('need two', () => expect(lotsBlocks(lots.slice(0, 1), 'en')).toEqual([]));
});
