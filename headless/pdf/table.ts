import { rectangleArea } from '../../core/show/plot/drawing.ts';
import { lightMark } from '../../core/show/plot/light-mark.ts';
import type { Cell, Column, Row } from '../../core/show/report/model.ts';
import { palette, type TextStyle } from './ink.ts';
import { paint } from './paint.ts';
import { leadingOf, limited } from './prose.ts';
import { contentWidth, hairline, page, roomLeft, type Sheet, sizes, startPage } from './sheet.ts';

export interface TablePlace {
  readonly x?: number;
  readonly width?: number;
  readonly size?: number;
}

const gap = 10;
const rowPadding = 2.6;
const indent = 10;
const markRoom = 11;

/** A table with its header repeated on every page. A row is never broken between pages. */
export function writeTable(
  sheet: Sheet,
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly Row[] },
  place: TablePlace = {},
): void {
  const { x = page.left, width = contentWidth, size = sizes.body } = place;
  const slots = slotsOf(columns, x, width);
  const header = (): void => writeHeader(sheet, columns, slots, x, width);
  header();
  for (const row of rows) {
    const texts = cellLines(sheet, row, slots, size);
    const height = rowHeight(texts, size);
    if (roomLeft(sheet) < height) {
      startPage(sheet);
      header();
    }
    row.cells.forEach((cell, i) => {
      writeCell(sheet, cell, texts[i]!, slots[i]!, size);
    });
    sheet.y += height;
    hairline(sheet.ink, sheet.y, x, width);
  }
}

/** About how high a table will be, so that a short one can be kept on one page. */
export function tableHeight(
  sheet: Sheet,
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly Row[] },
): number {
  const slots = slotsOf(columns, page.left, contentWidth);
  return rows.reduce((sum, row) => sum + rowHeight(cellLines(sheet, row, slots, sizes.body), sizes.body), sizes.small * 2.7 + 4);
}

/** A cell with more to say ends in an ellipsis: a row stays well within a page. */
const mostLines = 12;

function cellLines(sheet: Sheet, row: Row, slots: readonly Slot[], size: number): readonly (readonly string[])[] {
  return row.cells.map((cell, i) =>
    limited(sheet.ink.wrap(cell.text, slots[i]!.width - before(cell, slots[i]!), styleOf(cell, size)), mostLines),
  );
}

const rowHeight = (texts: readonly (readonly string[])[], size: number): number =>
  Math.max(...texts.map((lines) => lines.length)) * leadingOf(size) * 0.9 + 2 * rowPadding;

interface Slot {
  readonly x: number;
  readonly width: number;
  readonly align: Column['align'];
}

function slotsOf(columns: readonly Column[], x: number, width: number): readonly Slot[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const room = width - gap * (columns.length - 1);
  let at = x;
  return columns.map(({ weight, align }) => {
    const slot = { x: at, width: (weight / total) * room, align };
    at += slot.width + gap;
    return slot;
  });
}

function writeHeader(sheet: Sheet, columns: readonly Column[], slots: readonly Slot[], x: number, width: number): void {
  const style: TextStyle = { size: sizes.small, weight: 600, colour: palette.muted };
  const texts = columns.map(({ title }, i) => sheet.ink.wrap(title, slots[i]!.width, style));
  const leading = sizes.small * 1.35;
  const depth = Math.max(...texts.map((lines) => lines.length));
  texts.forEach((lines, i) => {
    const slot = slots[i]!;
    lines.forEach((line, n) => {
      sheet.ink.write(line, anchorX(slot), sheet.y + sizes.small + (depth - lines.length + n) * leading, { ...style, align: slot.align });
    });
  });
  sheet.y += depth * leading + 4;
  hairline(sheet.ink, sheet.y, x, width, palette.muted);
}

const anchorX = ({ x, width, align }: Slot): number => (align === 'right' ? x + width : x);

/** What stands left of a cell's text; the deepest populations share an indent, so that names keep half of their column. */
const before = ({ depth = 0, light, swatch }: Cell, { width }: Slot): number =>
  Math.min(depth * indent, width / 2) + (light || swatch ? markRoom : 0);

const styleOf = ({ quiet }: Cell, size: number): TextStyle => (quiet ? { size: size - 0.5, colour: palette.muted } : { size });

function writeCell(sheet: Sheet, cell: Cell, lines: readonly string[], slot: Slot, size: number): void {
  const baseline = sheet.y + rowPadding + size;
  const x = anchorX(slot) + (slot.align === 'left' ? before(cell, slot) : 0);
  lines.forEach((line, i) => {
    sheet.ink.write(line, x, baseline + i * leadingOf(size) * 0.9, { ...styleOf(cell, size), align: slot.align });
  });
  const markY = baseline - size * 0.33;
  if (cell.light) paint(lightMark(cell.light, 0, 0, 3), sheet.ink, x - markRoom + 3.5, markY);
  if (cell.swatch) paint([rectangleArea({ x: 0, y: -3, width: 6, height: 6 }, { fill: cell.swatch })], sheet.ink, x - markRoom, markY);
}
