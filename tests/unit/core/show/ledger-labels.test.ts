import { BinaryBitmap, DataMatrixReader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDigits, labelText, readLabel } from '../../../../core/biology/ledger/book/label.ts';
import { labelPages } from '../../../../core/show/ledger/labels.ts';
import type { Drawing } from '../../../../core/show/plot/drawing.ts';

const PIXELS_PER_POINT = 6;

/** What a printer makes of the squares of a label, and a code reader that is held before them. */
function scanned(drawing: Drawing, height: number, width = height): string {
  const [columns, rows] = [width, height].map((length) => Math.ceil(length * PIXELS_PER_POINT)) as [number, number];
  const grey = new Uint8ClampedArray(columns * rows).fill(255);
  for (const shape of drawing) {
    if (shape.kind !== 'path') continue;
    const points = shape.commands.flatMap((command) => (command[0] === 'close' ? [] : [[command[1], command[2]] as const]));
    const ends = (axis: 0 | 1) => points.map((point) => Math.round(point[axis] * PIXELS_PER_POINT));
    for (let y = Math.min(...ends(1)); y < Math.max(...ends(1)); y++)
      grey.fill(0, y * columns + Math.min(...ends(0)), y * columns + Math.max(...ends(0)));
  }
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, columns, rows)));
  return new DataMatrixReader().decode(bitmap).getText();
}

const labels = [
  { id: 'L1-bag-01', lot: 'L1', donor: 'D-7' },
  { id: '凍結バッグ|1', lot: 'ロット 2026', donor: 'ドナー%7' },
];

it('prints labels whose codes a reader gives back', async () => {
  const pages = await labelPages(labels, 'single', 'ja');
  expect(pages.map(({ drawing, height }) => readLabel(scanned(drawing, height)))).toEqual(labels);
  const many = Array.from({ length: 30 }, (_, i) => ({ id: `B${i}`, lot: 'L1', donor: 'D-7' }));
  const sheets = await labelPages(many, 'sheet', 'en');
  expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [595, 842],
    [595, 842],
  ]);
  expect(sheets[0]!.title).toBe('Labels, sheet 1 of 2');
});

const nameOf = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');

it('reads back whatever a label says, and no other: a wrong or an exchanged character is found', () =>
  fc.assert(
    fc.property(
      fc.record({ id: nameOf, lot: nameOf, donor: nameOf }),
      fc.nat(),
      fc.constantFrom('a', '0', '7', 'Z', '-'),
      (label, at, sign) => {
        const text = labelText(label);
        expect(readLabel(` ${text} `)).toEqual(label);
        const place = at % (text.length - 1);
        const wrong = text.slice(0, place) + sign + text.slice(place + 1);
        if (wrong !== text) expect(() => readLabel(wrong)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^label-/) }));
        const swapped = text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2);
        if (swapped !== text) expect(() => readLabel(swapped)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^label-/) }));
      },
    ),
  ));

it('knows the check digits of ISO 7064', () => {
  // 794 is the example of the standard; here it stands as the character of that code
  expect(checkDigits(String.fromCharCode(794))).toBe('44');
});
