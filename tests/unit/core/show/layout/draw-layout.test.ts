import { describe, expect, it } from 'vitest';
import type { SampleMetadata } from '../../../../../core/data/metadata/sample-metadata.ts';
import { boxOfItem, drawLayoutPage, type LayoutSample, paperOf } from '../../../../../core/show/layout/draw-layout.ts';
import { pagesOf } from '../../../../../core/show/layout/layout-pages.ts';
import { filledText } from '../../../../../core/show/layout/layout-text.ts';
import type { Drawing } from '../../../../../core/show/plot/drawing.ts';
import { addItem, newLayout } from '../../../../../core/study/arrangement/edit-layout.ts';
import type { Layout } from '../../../../../core/study/arrangement/layout.ts';

const plot = { id: 'a', population: '', x: 'FSC', y: 'SSC', kind: 'density' } as const;
const population = {
  name: 'NK',
  path: 'NK',
  depth: 0,
  count: 50,
  percentOfParent: 50,
  percentOfTotal: 50,
  interval: undefined,
  medians: { CD56: 12_345 },
};
const all = { ...population, name: '', path: '', count: 100, percentOfParent: undefined, percentOfTotal: 100, medians: {} };

function sample(id: string, metadata: Partial<SampleMetadata> = {}, plots: LayoutSample['plots'] = new Map()): LayoutSample {
  const said = { role: 'sample' as const, ...metadata };
  const analysis = { sample: { file: `${id}.fcs`, eventCount: 100, metadata: said }, populations: [all, population] };
  return { id, metadata: said, analysis: analysis as unknown as LayoutSample['analysis'], plots, minimumEvents: 20 };
}

const textsOf = (drawing: Drawing): readonly string[] =>
  drawing.flatMap((shape) => (shape.kind === 'text' ? [shape.runs.map(({ text }) => text).join('')] : []));
const look = { language: 'en', page: 1, pages: 3 } as const;
const draw = (layout: Layout, samples: readonly LayoutSample[], value?: string) =>
  textsOf(drawLayoutPage(layout, { value, samples }, look));

describe('pages of a layout', () => {
  const samples = [sample('a', { lot: 'L2', day: 14 }), sample('b', { lot: 'L1' }), sample('c', { lot: 'L2', day: 0 }), sample('d')];

  it('are one a sample, or one a value in the order of days', () => {
    const ids = (repeat: Layout['repeat']) =>
      pagesOf(repeat, samples).map(({ value, samples: own }) => [value, own.map(({ id }) => id).join('')]);
    expect(ids('once')).toEqual([[undefined, 'abcd']]);
    expect(ids('sample').map(([, id]) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids('lot')).toEqual([
      ['L2', 'ca'],
      ['L1', 'b'],
      [undefined, 'd'],
    ]);
    const grouped = samples.map((one, i) => (i === 1 ? { ...one, group: 'FMO' } : one));
    expect(pagesOf('group', grouped).map(({ value, samples: own }) => [value, own.length])).toEqual([
      ['FMO', 1],
      [undefined, 3],
    ]);
    expect(pagesOf('lot', [])).toEqual([]);
  });

  it('hold texts with their fields', () => {
    const source = { file: 'a.fcs', metadata: { role: 'sample' as const, lot: 'L2' }, events: 7, value: undefined, page: 2, pages: 5 };
    expect(filledText('{sample} {lot} {day} {page}/{pages} {nothing} {constructor}', source)).toBe(
      'a.fcs L2 – 2/5 {nothing} {constructor}',
    );
  });
});

describe('a page', () => {
  it('shows statistics with what has no number as a dash', () => {
    const texts = draw(newLayout('Page', []), [sample('a', { lot: 'L1', day: 14 })]);
    expect(texts).toEqual(expect.arrayContaining(['a.fcs', 'L1 · 14', 'All events', '100', 'NK', '50', '50.0']));
    const few = { ...sample('a'), minimumEvents: 1000 };
    expect(draw(newLayout('Page', []), [few])).not.toContain('50.0');
  });

  it('says what it cannot show', () => {
    const layout = newLayout('Page', [plot]);
    expect(draw(layout, [sample('a')]).join(' ')).toContain('a.fcs has no All events or channel FSC × SSC');
    const [title, first, table] = layout.items;
    expect(draw({ ...layout, items: [title!, { ...first!, sample: 1 }, table!] }, [sample('a')]).join(' ')).toContain('No sample 2');
  });

  it('counts rows and columns that have no room', () => {
    const layout = addItem(
      { ...newLayout('Page', []), items: [], columns: 12, rows: 12 },
      {
        kind: 'statistics',
        populations: [],
        statistics: ['count', 'percent-of-parent', 'percent-of-total', 'medians'],
      },
    );
    const [item] = layout.items;
    const narrow = { ...layout, items: [{ ...item!, at: { column: 0, row: 0, columns: 2, rows: 1 } }] };
    const texts = draw(narrow, [{ ...sample('a'), analysis: { ...sample('a').analysis, populations: Array(40).fill(population) } }]);
    expect(texts.join(' ')).toMatch(/\d+ more rows · \d more columns/);
  });

  it('keeps every item on its paper', () => {
    for (const paper of ['a4', 'letter'] as const)
      for (const landscape of [true, false]) {
        const layout = { ...newLayout('Page', [plot, plot, plot, plot]), paper, landscape };
        const { width, height } = paperOf(layout);
        for (const item of layout.items) {
          const box = boxOfItem(layout, item);
          expect(box.x).toBeGreaterThan(30);
          expect(box.x + box.width).toBeLessThan(width - 30);
          expect(box.y + box.height).toBeLessThan(height - 30);
        }
      }
  });

  it('draws a plot where it stands', () => {
    const layout = newLayout('Page', [plot]);
    const item = layout.items[1]!;
    const drawn = sample('a', {}, new Map([[item.id, () => [{ kind: 'path', commands: [['move', 1, 2]] }]]]));
    const box = boxOfItem(layout, item);
    const page = drawLayoutPage(layout, { value: undefined, samples: [drawn] }, look);
    expect(page).toContainEqual({ kind: 'path', commands: [['move', box.x + 1, box.y + 2]] });
  });
});
