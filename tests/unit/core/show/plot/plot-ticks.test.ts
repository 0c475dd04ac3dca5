import { describe, expect, it } from 'vitest';
import { arcsinhOfCofactor } from '../../../../../core/data/transforms/arcsinh/arcsinh.ts';
import { compileTransform, type Transform } from '../../../../../core/data/transforms/transforms.ts';
import { runsWidth } from '../../../../../core/show/plot/text-width.ts';
import type { Tick, TickSpace } from '../../../../../core/show/plot/tick.ts';
import { ticksOf } from '../../../../../core/show/plot/ticks.ts';

const space = (changes: Partial<TickSpace> = {}): TickSpace => ({
  min: 0,
  max: 1,
  length: 180,
  labelSize: 6.5,
  direction: 'horizontal',
  ...changes,
});
const labels = (ticks: readonly Tick[]): readonly string[] =>
  ticks.flatMap(({ label }) => (label ? [label.map(({ text, raised }) => (raised ? `^${text}` : text)).join('')] : []));

const transforms: readonly Transform[] = [
  { kind: 'linear', T: 262_144, A: 0 },
  { kind: 'linear', T: 1024, A: 0 },
  { kind: 'linear', T: 4_194_304, A: 100_000 },
  { kind: 'log', T: 262_144, M: 5 },
  { kind: 'log', T: 1024, M: 4 },
  { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 },
  { kind: 'logicle', T: 262_144, W: 1.2, M: 4.5, A: 1 },
  { kind: 'logicle', T: 4_194_304, W: 0, M: 5.5, A: 0 },
  arcsinhOfCofactor(150, 262_144),
  arcsinhOfCofactor(5, 12_000),
];

describe('ticks', () => {
  it('are round numbers in thousands on a linear scale', () => {
    expect(labels(ticksOf(transforms[0]!, space()))).toEqual(['0', '50K', '100K', '150K', '200K', '250K']);
    expect(labels(ticksOf(transforms[1]!, space()))).toEqual(['0', '200', '400', '600', '800', '1,000']);
  });

  it('are decades with superscripts on a log scale, with minor marks at 2 to 9', () => {
    const ticks = ticksOf({ kind: 'log', T: 10_000, M: 4 }, space());
    expect(labels(ticks)).toEqual(['10^0', '10^1', '10^2', '10^3', '10^4']);
    expect(ticks.filter(({ value }) => value > 100 && value < 1000).map(({ value }) => value)).toEqual([
      200, 300, 400, 500, 600, 700, 800, 900,
    ]);
  });

  it('show zero and a negative decade on a logicle scale', () => {
    const ticks = labels(ticksOf({ kind: 'logicle', T: 262_144, W: 1, M: 4.5, A: 0.5 }, space()));
    expect(ticks).toEqual(['−10^3', '0', '10^3', '10^4', '10^5']);
  });

  it.each(transforms.map((transform) => [JSON.stringify(transform), transform] as const))(
    'stand at their values, in order, with no labels touching: %s',
    (_, transform) => {
      const { scale } = compileTransform(transform);
      for (const length of [60, 110, 180, 400]) {
        for (const direction of ['horizontal', 'vertical'] as const) {
          const at = space({ length, direction });
          const ticks = ticksOf(transform, at);
          for (const { position, value } of ticks) expect(position).toBeCloseTo(scale(value), 12);
          for (let i = 1; i < ticks.length; i++) expect(ticks[i]!.position).toBeGreaterThan(ticks[i - 1]!.position);
          const marked = ticks.filter(({ label }) => label);
          expect(marked.length).toBeGreaterThan(1);
          for (let i = 1; i < marked.length; i++) {
            const [a, b] = [marked[i - 1]!, marked[i]!];
            const extents =
              direction === 'vertical' ? at.labelSize : (runsWidth(a.label!, at.labelSize) + runsWidth(b.label!, at.labelSize)) / 2;
            expect((b.position - a.position) * length).toBeGreaterThan(extents);
          }
        }
      }
    },
  );
});
