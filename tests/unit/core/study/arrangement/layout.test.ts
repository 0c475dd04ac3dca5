import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addItem, changeGrid, newLayout, placeItem, removeItem } from '../../../../../core/study/arrangement/edit-layout.ts';
import { type Layout, layoutSchema } from '../../../../../core/study/arrangement/layout.ts';
import type { Plot } from '../../../../../core/study/arrangement/plot.ts';

const plot: Plot = { id: 'a', population: '', x: 'FSC', y: 'SSC', kind: 'density' };
const number = fc.integer({ min: -3, max: 20 });

const step = fc.oneof(
  fc
    .constantFrom('plot', 'text', 'legend', 'statistics')
    .map(
      (kind) => (layout: Layout) =>
        addItem(
          layout,
          kind === 'plot'
            ? { kind, plot: { population: '', x: 'FSC', y: 'SSC', kind: 'density' } }
            : kind === 'text'
              ? { kind, text: '{sample}', size: 10 }
              : kind === 'legend'
                ? { kind }
                : { kind: 'statistics', populations: [], statistics: ['count'] },
        ),
    ),
  fc.tuple(number, number, number, number, fc.nat(20)).map(
    ([column, row, columns, rows, n]) =>
      (layout: Layout) =>
        placeItem(layout, layout.items[n % Math.max(1, layout.items.length)]?.id ?? '', { column, row, columns, rows }),
  ),
  fc.nat(20).map((n) => (layout: Layout) => removeItem(layout, layout.items[n]?.id ?? '')),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map(
    ([columns, rows]) =>
      (layout: Layout) =>
        changeGrid(layout, { columns, rows }),
  ),
);

describe('a layout', () => {
  it('can be read back whatever a hand does to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const layout = steps.reduce((known, change) => change(known), newLayout('Page', [plot, { ...plot, id: 'b' }]));
        expect(layoutSchema.parse(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
      }),
    );
  });

  it('begins with a title, four plots and a table, none upon another', () => {
    const { items } = newLayout(
      'Page',
      [1, 2, 3, 4, 5].map((n) => ({ ...plot, id: String(n) })),
    );
    expect(items.map(({ kind }) => kind)).toEqual(['text', 'plot', 'plot', 'plot', 'plot', 'statistics']);
    const cells = items.flatMap(({ at }) =>
      Array.from({ length: at.columns * at.rows }, (_, i) => `${at.column + (i % at.columns)},${at.row + Math.floor(i / at.columns)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('is refused where an item stands beyond its page, or twice', () => {
    const layout = newLayout('Page', [plot]);
    const [first] = layout.items;
    expect(layoutSchema.safeParse({ ...layout, columns: 1 }).success).toBe(false);
    expect(layoutSchema.safeParse({ ...layout, items: [first, first] }).success).toBe(false);
  });
});
