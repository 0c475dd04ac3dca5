import { describe, expect, it } from 'vitest';
import { documentData, documentDataSchema, documentOf } from '../../../../core/contract/document-data.ts';
import { documentWidth, type SectionedDocument } from '../../../../core/show/document/sectioned.ts';
import { line } from '../../../../core/show/plot/drawing.ts';
import { pageFooter } from '../../../../core/show/report/page-footer.ts';

const printing = { language: 'ja', version: '1.2.3', timeZone: 'Asia/Tokyo', generatedAt: '2026-11-30T05:21:00.000Z' } as const;
const pixels = new Uint8ClampedArray([1, 2, 3, 255]);
const document: SectionedDocument = {
  language: 'ja',
  title: 'A',
  subtitle: 'B',
  header: 'C',
  footer: pageFooter(printing),
  generatedAt: printing.generatedAt,
  digest: 'abc',
  blocks: [
    { kind: 'lead', text: 'first' },
    { kind: 'facts', facts: { heading: 'of', facts: [{ label: 'a', value: 'b' }] } },
    {
      kind: 'table',
      table: {
        heading: 'table',
        columns: [{ title: 'n', align: 'right', weight: 1.5 }],
        rows: [{ cells: [{ text: '1', light: undefined, quiet: true }] }],
        note: undefined,
      },
    },
    {
      kind: 'figure',
      title: 'figure',
      height: 100,
      draw: (width) => [
        line(
          [
            [0, 0],
            [width, 10],
          ],
          { stroke: '#000000' },
        ),
        { kind: 'raster', x: 0, y: 0, width: 1, height: 1, columns: 1, rows: 1, pixels },
      ],
    },
  ],
};

describe('a document of sections', () => {
  it('is the same on the other side, its figures drawn as wide as a page', () => {
    const crossed = documentOf(documentDataSchema.parse(structuredClone(documentData(document))), printing);
    const drawn = ({ blocks, footer, ...heads }: SectionedDocument) => ({
      ...heads,
      footer: { ...footer, pageOf: footer.pageOf(1, 2) },
      blocks: blocks.map((block) => (block.kind === 'figure' ? { ...block, draw: block.draw(documentWidth) } : block)),
    });
    expect(drawn(crossed)).toEqual(drawn(document));
  });

  it.each<readonly [string, unknown]>([
    ['a block of no kind', { kind: 'script', text: 'x' }],
    ['a figure that is not drawn', { kind: 'figure', title: 'x', height: 10 }],
    ['a figure that is no page', { kind: 'figure', title: 'x', height: 1e6, drawing: [] }],
    ['a drawing of no shape', { kind: 'figure', title: 'x', height: 10, drawing: [{ kind: 'image', href: 'file:///etc/passwd' }] }],
    ['a table without columns', { kind: 'table', table: { heading: 'x', rows: [] } }],
    ['more than is asked for', { kind: 'text', text: 'x', footer: 'y' }],
  ])('refuses %s', (_what, block) => {
    expect(documentDataSchema.safeParse({ ...documentData(document), blocks: [block] }).success).toBe(false);
  });
});
