import { drawCompositionBar } from '../../core/show/plot/composition-bar.ts';
import { body, box, grid, label, type Place, right, section, small, toneColours, writeLines } from './certificate-frame.ts';
import { palette, type TextStyle } from './ink.ts';
import { paintFigure } from './paint.ts';

/** Composition, gate path and acts beside the plot, down to `bottom`. */
export function writeBeside(place: Place, left: number, top: number, bottom: number): void {
  const { ink, model } = place;
  const x = left;
  const width = right - x;
  const heading = (text: string, remark = ''): void => {
    ink.as('H2', () => ink.write(text, x, place.y, section));
    if (remark !== '') ink.write(remark, x + ink.measure(text, section) + 5, place.y, small);
  };
  place.y = top;
  heading(model.composition.heading);
  place.y += 6;
  const { data, names, note } = model.composition;
  if (data !== undefined) {
    const alternative = Object.values(names).join(', ');
    paintFigure(drawCompositionBar(data, { width, height: 13, labelSize: 6.5 }), alternative, ink, x, place.y);
    place.y += 22;
    for (const text of ink.wrap(alternative.replaceAll(', ', '  ・  '), width, body)) {
      ink.write(text, x, place.y, body);
      place.y += 10;
    }
  }
  if (note !== undefined) {
    place.y += 6;
    for (const text of ink.wrap(note, width, { ...body, weight: 600 })) {
      ink.write(text, x, place.y, { ...body, weight: 600, colour: toneColours.bad });
      place.y += 10;
    }
  }
  place.y += 7;
  heading(model.gatePath.heading, model.gatePath.note);
  place.y += 11;
  for (const text of model.gatePath.lines.flatMap((one) => ink.wrap(one, width, body))) {
    ink.write(text, x, place.y, body);
    place.y += 10;
  }
  place.y += 8;
  heading(model.acts.heading);
  place.y += 5;
  writeActs(place, x, width, bottom);
}

function writeActs(place: Place, x: number, width: number, bottom: number): void {
  const { ink, model } = place;
  const { columns, rows, none, more, remarks } = model.acts;
  const style: TextStyle = { size: 7 };
  const leading = 9;
  const remarkLines = ink.wrap(remarks.value, width - 10, style).slice(0, 4);
  const remarkHeight = 14 + Math.max(1, remarkLines.length) * leading;
  const room = bottom - remarkHeight - 12;
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => (weight / total) * width);
  const starts = widths.map((_, i) => x + widths.slice(0, i).reduce((sum, one) => sum + one, 0));
  let rest = 0;
  if (rows.length === 0) {
    box(ink, { x, y: place.y, width, height: 14 }, undefined, grid);
    ink.write(none, x + 5, place.y + 9.5, style);
    place.y += 14;
  } else {
    columns.forEach(({ title }, i) => {
      box(ink, { x: starts[i]!, y: place.y, width: widths[i]!, height: 13 }, palette.ground, grid);
      ink.as('TH', () => ink.write(title, starts[i]! + 4, place.y + 9, { ...label, size: 6.5 }));
    });
    place.y += 13;
    for (const [n, row] of rows.entries()) {
      const whole = row.why === '' ? [row.when, row.who, row.what] : [row.when, row.who, row.what, row.why];
      const spans = row.why === '' ? [widths[0]!, widths[1]!, widths[2]! + widths[3]!] : widths;
      const texts = whole.map((text, i) => ink.wrap(text, spans[i]! - 8, style).slice(0, 5));
      const height = Math.max(...texts.map((lines) => lines.length)) * leading + 4.5;
      if (place.y + height > room) {
        rest = rows.length - n;
        break;
      }
      ink.as('TD', () => {
        texts.forEach((lines, i) => {
          box(ink, { x: starts[i]!, y: place.y, width: spans[i]!, height }, undefined, grid);
          writeLines(ink, lines, starts[i]! + 4, place.y + 9, style, leading);
        });
      });
      place.y += height;
    }
    if (rest > 0) {
      ink.write(more(rest), x + 4, place.y + 9, { ...style, weight: 600, colour: toneColours.review });
      place.y += 12;
    }
  }
  box(ink, { x, y: place.y, width, height: remarkHeight }, undefined, grid);
  ink.write(remarks.label, x + 4, place.y + 8.5, small);
  writeLines(ink, remarkLines, x + 4, place.y + 18, style, leading);
  place.y += remarkHeight;
}
