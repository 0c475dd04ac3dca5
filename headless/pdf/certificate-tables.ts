import type { Marked, ResultRow } from '../../core/show/certificate/model.ts';
import { lightMark } from '../../core/show/plot/light-mark.ts';
import { body, box, frame, grid, label, middleOf, type Place, section, small, toneColours, writeLines } from './certificate-frame.ts';
import { fitLines } from './certificate-rest.ts';
import { type Ink, palette, type TextStyle } from './ink.ts';
import { paint } from './paint.ts';

/** Two columns of label and value; an empty value is room to write. */
export function writeIdentity(place: Place): void {
  const { ink, model } = place;
  const labels = 84;
  const half = frame.width / 2;
  for (const row of model.identity) {
    const texts = row.map((fact) => fitLines(place, { label: fact.label, text: fact.value }, half - labels - 10, body, 3));
    const names = row.map((fact) => ink.wrap(fact.label, labels - 8, label).slice(0, 2));
    const height = Math.max(16.5, ...texts.map((lines) => lines.length * 10 + 6), ...names.map((lines) => lines.length * 9 + 6));
    row.forEach((_, i) => {
      const x = frame.left + i * half;
      box(ink, { x, y: place.y, width: labels, height }, palette.ground, grid);
      box(ink, { x: x + labels, y: place.y, width: half - labels, height }, undefined, grid);
      ink.as('TH', () => {
        writeLines(ink, names[i]!, x + 5, middleOf(place.y, height, names[i]!.length, 9), label, 9);
      });
      ink.as('TD', () => {
        writeLines(ink, texts[i]!, x + labels + 5, middleOf(place.y, height, texts[i]!.length, 10), body, 10);
      });
    });
    place.y += height;
  }
  place.y += 16;
}

interface Slots {
  readonly widths: readonly number[];
  readonly starts: readonly number[];
  readonly style: TextStyle;
  readonly leading: number;
  readonly padding: number;
}

/**
 * Rows down to `bottom` where all fit; else those for information give way first, and items that have no room above `last` go on the
 * next page, which the table says.
 */
export function writeResults(place: Place, bottom: number, last: number): void {
  const { ink, model } = place;
  const { heading, note, columns, rows } = model.results;
  const width = ink.measure(heading, section);
  ink.as('H2', () => ink.write(heading, frame.left, place.y, section));
  const [line = ''] = fitLines(place, { label: heading, text: note }, frame.width - width - 8, small, 1);
  ink.write(line, frame.left + width + 6, place.y, small);
  place.y += 5;
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => (weight / total) * frame.width);
  const starts = widths.map((_, i) => frame.left + widths.slice(0, i).reduce((sum, one) => sum + one, 0));
  const tight = rows.length > 12;
  const slots: Slots = {
    ...{ widths, starts, leading: tight ? 8.6 : 9.6, padding: tight ? 4 : 5.4 },
    style: tight ? { ...body, size: 7 } : body,
  };
  columns.forEach(({ title, align }, i) => {
    box(ink, { x: starts[i]!, y: place.y, width: widths[i]!, height: 15 }, palette.ground, grid);
    const x = align === 'right' ? starts[i]! + widths[i]! - 5 : starts[i]! + 5;
    ink.as('TH', () => ink.write(ink.shorten(title, widths[i]! - 8, label), x, place.y + 10, { ...label, align }));
  });
  place.y += 15;
  const { shown, left } = shareOut(
    rows.map((row) => ({ row, height: heightOf(ink, row, slots) })),
    { bottom: bottom - place.y - after, last: last - place.y - after - moreHeight },
  );
  for (const row of shown) writeRow(place, row, slots);
  if (left.length > 0) {
    place.rest.rows.push(...left);
    const text = model.continued.items(left.length);
    ink.write(text, frame.left + 5, place.y + 9, { ...body, weight: 600, colour: toneColours.review });
    place.y += moreHeight;
  }
  place.y += after;
}

const after = 15;
const moreHeight = 12;

interface Measured {
  readonly row: ResultRow;
  readonly height: number;
}

/** Which rows stand on the page, and which items go on the next: where not all items fit, those that do not pass stand on page one. */
function shareOut(all: readonly Measured[], room: { readonly bottom: number; readonly last: number }) {
  const items = all.filter(({ row }) => !row.informative);
  const isFull = items.reduce((sum, { height }) => sum + height, 0) > room.last;
  const urgency = ({ row }: Measured): number => ['bad', 'review'].indexOf(row.cells.at(-1)?.tone ?? '');
  const rank = (one: Measured): number => (urgency(one) === -1 ? 2 : urgency(one));
  const rows = isFull ? items.toSorted((a, b) => rank(a) - rank(b)) : all;
  const shown: ResultRow[] = [];
  const left: ResultRow[] = [];
  let filled = 0;
  for (const { row, height } of rows) {
    filled += height;
    if (filled <= (row.informative ? room.bottom : room.last) && left.length === 0) shown.push(row);
    else if (!row.informative) left.push(row);
  }
  return { shown, left };
}

const linesOf = (ink: Ink, row: ResultRow, { widths, style }: Slots) =>
  row.cells.map((marked, i) =>
    ink.wrap(marked.text, widths[i]! - 9 - (marked.light === undefined ? 0 : 9), { ...style, weight: isBold(marked, i) ? 600 : 400 }),
  );

const heightOf = (ink: Ink, row: ResultRow, slots: Slots): number =>
  Math.max(...linesOf(ink, row, slots).map((lines) => lines.length)) * slots.leading + slots.padding;

const isBold = ({ tone }: Marked, column: number): boolean => column === 3 || (column === 6 && tone !== 'quiet');

function writeRow(place: Place, row: ResultRow, slots: Slots): void {
  const { ink, model } = place;
  const { widths, starts, style, leading } = slots;
  const texts = linesOf(ink, row, slots);
  const height = heightOf(ink, row, slots);
  ink.as('TD', () => {
    row.cells.forEach((marked, i) => {
      box(ink, { x: starts[i]!, y: place.y, width: widths[i]!, height }, undefined, grid);
      const atRight = model.results.columns[i]?.align === 'right';
      const x = atRight ? starts[i]! + widths[i]! - 5 : starts[i]! + 5 + (marked.light === undefined ? 0 : 9);
      const y = middleOf(place.y, height, texts[i]!.length, leading);
      if (marked.light !== undefined) paint(lightMark(marked.light, 0, 0, 3), ink, starts[i]! + 8, y - 2.6);
      const colour = marked.tone === undefined ? {} : { colour: toneColours[marked.tone] };
      const align = atRight ? 'right' : 'left';
      const look: TextStyle = { ...style, ...(isBold(marked, i) ? { weight: 600 } : {}), ...colour, align };
      writeLines(ink, texts[i]!, x, y, look, leading);
    });
  });
  place.y += height;
}
