import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../../../core/show/plot/drawing.ts';
import { drawingToSvg } from '../../../../../core/show/plot/svg.ts';

const look = { width: 100, height: 80, title: 'NK', address: () => 'data:image/png;base64,AA==' };
const text = { kind: 'text', x: 1, y: 2, size: 10, anchor: 'start', weight: 400, colour: '#000000' } as const;

function parse(svg: string): readonly { readonly name: string; readonly attributes: { readonly [name: string]: string } }[] {
  const found: { name: string; attributes: { [name: string]: string } }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: attributes as { [name: string]: string } }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}

describe('a drawing as SVG', () => {
  it('holds lines, texts and pictures as what they are', () => {
    const drawing: Drawing = [
      { kind: 'path', commands: [['move', 0, 1], ['line', 2.00049, 3], ['close']], stroke: '#ff0000', width: 0.6, dash: [2, 1] },
      { ...text, runs: [{ text: '10' }, { text: '5', raised: true }, { text: ' ev.' }], rotate: -90 },
      { kind: 'raster', x: 0, y: 0, width: 4, height: 4, columns: 1, rows: 1, pixels: new Uint8ClampedArray(4) },
    ];
    const elements = parse(drawingToSvg(drawing, { ...look, background: '#ffffff' }));
    expect(elements.map(({ name }) => name)).toEqual(['svg', 'title', 'rect', 'path', 'text', 'tspan', 'tspan', 'tspan', 'image']);
    expect(elements[3]?.attributes).toMatchObject({ d: 'M0 1L2 3Z', fill: 'none', stroke: '#ff0000', 'stroke-dasharray': '2 1' });
    // what was raised comes down again
    expect(elements.slice(5, 8).map(({ attributes }) => attributes['dy'])).toEqual([undefined, '-3.6', '3.6']);
  });

  it('is well-formed whatever a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const wild = `${one}\u0000\ud800${other}<&"]]>`;
        expect(() => parse(drawingToSvg([{ ...text, runs: [{ text: wild }] }], { ...look, title: wild }))).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });
});
