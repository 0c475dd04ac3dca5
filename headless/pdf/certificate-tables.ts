import type { Marked } from '../../core/show/certificate/model.ts';
import { lightMark } from '../../core/show/plot/light-mark.ts';
import { body, box, frame, grid, label, middleOf, type Place, section, small, toneColours, writeLines } from './certificate-frame.ts';
import { palette, type TextStyle } from './ink.ts';
import { paint } from './paint.ts';

/** Two columns of label and value; an empty value is room to write. */
export function writeIdentity(place: Place): void {
  const { ink, model } = place;
  const labels = 84;
  const half = frame.width / 2;
  for (const row of model.identity) {
    const texts = row.map(({ value }) => ink.wrap(value, half - labels - 10, body).slice(0, 3));
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

export function writeResults(place: Place): void {
  const { ink, model } = place;
  const { heading, note, columns, rows } = model.results;
  const width = ink.measure(heading, section);
  ink.as('H2', () => ink.write(heading, frame.left, place.y, section));
  ink.write(ink.shorten(note, frame.width - width - 8, small), frame.left + width + 6, place.y, small);
  place.y += 5;
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => (weight / total) * frame.width);
  const starts = widths.map((_, i) => frame.left + widths.slice(0, i).reduce((sum, one) => sum + one, 0));
  const tight = rows.length > 12;
  const leading = tight ? 8.6 : 9.6;
  const style: TextStyle = tight ? { ...body, size: 7 } : body;
  const cell = (marked: Marked, i: number, lines: readonly string[], height: number): void => {
    const atRight = columns[i]?.align === 'right';
    const x = atRight ? starts[i]! + widths[i]! - 5 : starts[i]! + 5 + (marked.light === undefined ? 0 : 9);
    const y = middleOf(place.y, height, lines.length, leading);
    if (marked.light !== undefined) paint(lightMark(marked.light, 0, 0, 3), ink, starts[i]! + 8, y - 2.6);
    const bold = i === 3 || (i === 6 && marked.tone !== 'quiet');
    writeLines(
      ink,
      lines,
      x,
      y,
      {
        ...style,
        ...(bold ? { weight: 600 } : {}),
        ...(marked.tone === undefined ? {} : { colour: toneColours[marked.tone] }),
        align: atRight ? 'right' : 'left',
      },
      leading,
    );
  };
  columns.forEach(({ title, align }, i) => {
    box(ink, { x: starts[i]!, y: place.y, width: widths[i]!, height: 15 }, palette.ground, grid);
    const x = align === 'right' ? starts[i]! + widths[i]! - 5 : starts[i]! + 5;
    ink.as('TH', () => ink.write(ink.shorten(title, widths[i]! - 8, label), x, place.y + 10, { ...label, align }));
  });
  place.y += 15;
  for (const row of rows) {
    const texts = row.cells.map((marked, i) =>
      ink.wrap(marked.text, widths[i]! - 9 - (marked.light === undefined ? 0 : 9), { ...style, weight: i === 3 ? 600 : 400 }).slice(0, 3),
    );
    const height = Math.max(...texts.map((lines) => lines.length)) * leading + (tight ? 4 : 5.4);
    ink.as('TD', () => {
      row.cells.forEach((marked, i) => {
        box(ink, { x: starts[i]!, y: place.y, width: widths[i]!, height }, undefined, grid);
        cell(marked, i, texts[i]!, height);
      });
    });
    place.y += height;
  }
  place.y += 15;
}
