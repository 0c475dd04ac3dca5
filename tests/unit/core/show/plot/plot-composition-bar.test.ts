import { expect, it } from 'vitest';
import type { Composition } from '../../../../../core/biology/features/composition.ts';
import { roleColours } from '../../../../../core/show/plot/colour.ts';
import { drawCompositionBar } from '../../../../../core/show/plot/composition-bar.ts';

const interval = { low: 0, high: 100, method: 'wilson', confidence: 0.95 } as const;
const compositionOf = (percents: readonly number[]): Composition => ({
  denominator: 'Viable',
  denominatorCount: 1000,
  prior: 0.5,
  parts: (['nk', 'nkt-like', 't', 'double-negative'] as const).map((role, i) => ({
    role,
    path: role,
    count: 1,
    percent: percents[i]!,
    interval,
    posterior: { mean: percents[i]!, low: 0, high: 100, confidence: 0.95 },
  })),
});
const textsOf = (percents: readonly number[]): readonly string[] =>
  drawCompositionBar(compositionOf(percents), { width: 400, height: 16 }).flatMap((shape) =>
    shape.kind === 'text' ? [shape.runs[0]!.text] : [],
  );

it('shares its width among the parts, in the colours of their roles', () => {
  const bars = drawCompositionBar(compositionOf([50, 25, 25, 0]), { width: 400, height: 16 }).filter((shape) => shape.kind === 'path');
  expect(bars.map(({ fill }) => fill)).toEqual(Object.values(roleColours));
  const starts = bars.map(({ commands }) => commands[0]![1]);
  expect(starts).toEqual([0, 200, 300, 400]);
});

it('writes a percentage only where there is room for it', () => {
  expect(textsOf([97, 1, 1, 1])).toEqual(['97.0%']);
  expect(textsOf([0, 0, 0, 0])).toEqual([]);
});
