import type { Language } from '../../base/message.ts';
import { type LabelContent, labelText } from '../../biology/ledger/book/label.ts';
import { type Drawing, moved, type PathShape, rectangleArea, type TextShape } from '../plot/drawing.ts';
import { translator } from './words.ts';

export const labelPapers = ['sheet', 'single'] as const;
/** A4 with 3 x 8 labels, or one label of 50 x 25 mm a page. */
export type LabelPaper = (typeof labelPapers)[number];

export interface LabelPage {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
}

const mm = (length: number): number => (length * 72) / 25.4;
const a4 = { width: mm(210), height: mm(297) };
const single = { width: mm(50), height: mm(25) };
const [COLUMNS, ROWS] = [3, 8];
/** Of the module grid around a code, in modules: readers need it empty. */
const QUIET = 2;

/** Labels as pages to print: the code, and what it says in words. */
export async function labelPages(labels: readonly LabelContent[], paper: LabelPaper, language: Language): Promise<readonly LabelPage[]> {
  const t = translator(language);
  const drawn = await Promise.all(labels.map((label) => labelDrawing(label, language)));
  if (paper === 'single') return drawn.map((drawing, i) => ({ title: t('labelOf', { material: labels[i]!.id }), ...single, drawing }));
  const place = { width: a4.width / COLUMNS, height: a4.height / ROWS };
  const pages = Array.from({ length: Math.ceil(labels.length / (COLUMNS * ROWS)) }, (_, page) =>
    drawn.slice(page * COLUMNS * ROWS, (page + 1) * COLUMNS * ROWS),
  );
  return pages.map((own, page) => ({
    title: t('labelSheet', { page: page + 1, pages: pages.length }),
    ...a4,
    drawing: own.flatMap((drawing, i) =>
      moved(
        drawing,
        (i % COLUMNS) * place.width + (place.width - single.width) / 2,
        Math.floor(i / COLUMNS) * place.height + (place.height - single.height) / 2,
      ),
    ),
  }));
}

async function labelDrawing(label: LabelContent, language: Language): Promise<Drawing> {
  const t = translator(language);
  const code = labelText(label);
  const side = mm(20);
  const left = mm(24);
  const room = single.width - left - mm(1);
  const line = (text: string, y: number, size: number, weight: 400 | 600 = 400): TextShape => ({
    ...{ kind: 'text', x: left, y: mm(y), runs: [{ text }], size, anchor: 'start', weight, colour: '#000000', room },
  });
  return [
    ...moved(codeDrawing(await matrixOf(code), side), mm(2), mm(2.5)),
    line(label.id, 7, 8.5, 600),
    line(`${t('lot')}: ${label.lot}`, 12, 6.5),
    line(`${t('donor')}: ${label.donor}`, 16, 6.5),
    line(t('checkDigits', { digits: code.slice(-2) }), 20, 6.5),
  ];
}

/** A code as squares that a side holds, its quiet zone included. Rows overlap by a hair, so that no viewer draws a seam. */
function codeDrawing(rows: readonly (readonly boolean[])[], side: number): readonly PathShape[] {
  const module = side / ((rows[0]?.length ?? 0) + 2 * QUIET);
  return rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      const width = ((end < 0 ? row.length : end) - x) * module;
      return [rectangleArea({ x: (x + QUIET) * module, y: (y + QUIET) * module, width, height: module * 1.02 }, { fill: '#000000' })];
    }),
  );
}

/** The modules of a Data Matrix, row by row from the top. */
async function matrixOf(text: string): Promise<readonly (readonly boolean[])[]> {
  // large, and wanted by who prints labels only
  const { datamatrix } = await import('bwip-js/generic');
  const outlines: (readonly (readonly [number, number])[])[] = [];
  let size: readonly [number, number] = [0, 0];
  const nothing = () => undefined;
  datamatrix(
    { bcid: 'datamatrix', text, scale: 1 },
    {
      ...{ scale: () => [1, 1], measure: () => ({ width: 0, ascent: 0, descent: 0 }) },
      ...{ line: nothing, hexagon: nothing, ellipse: nothing, fill: nothing, text: nothing, end: nothing },
      init: (width, height) => {
        size = [width, height];
      },
      polygon: (points) => outlines.push(points),
    },
  );
  const edges = outlines.flatMap((points) => points.map((from, i) => [from, points[(i + 1) % points.length]!] as const));
  const upright = edges.filter(([[x], [to]]) => x === to);
  // inside where the number of edges to the left is odd
  return Array.from({ length: size[1] }, (_, y) =>
    Array.from({ length: size[0] }, (_, x) => {
      const crossed = upright.filter(([[at, from], [, to]]) => at <= x && Math.min(from, to) <= y && Math.max(from, to) > y);
      return crossed.length % 2 === 1;
    }),
  );
}
