import type { CertificateModel } from '../../core/show/certificate/model.ts';
import { drawCompositionBar } from '../../core/show/plot/composition-bar.ts';
import { body, box, grid, label, type Place, right, section, small, toneColours, writeLines } from './certificate-frame.ts';
import { fitLines } from './certificate-rest.ts';
import { type Ink, palette, type TextStyle } from './ink.ts';
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

const style: TextStyle = { size: 7 };
const leading = 9;
/** Lines of one act, and of the remarks, on page one. */
const mostOfAct = 5;
const mostRemarks = 4;

type ActRow = CertificateModel['acts']['rows'][number];

const actTexts = ({ when, who, what, why }: ActRow): readonly string[] => (why === '' ? [when, who, what] : [when, who, what, why]);

const actSpans = ({ why }: ActRow, widths: readonly number[]): readonly number[] =>
  why === '' ? [widths[0]!, widths[1]!, widths[2]! + widths[3]!] : widths;

function actHeight(ink: Ink, row: ActRow, widths: readonly number[]): number {
  const spans = actSpans(row, widths);
  const lines = actTexts(row).map((text, i) => Math.min(mostOfAct, ink.wrap(text, spans[i]! - 8, style).length));
  return Math.max(...lines) * leading + 4.5;
}

const actWidths = ({ columns }: CertificateModel['acts'], width: number): readonly number[] => {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => (weight / total) * width);
};

const remarkHeightOf = (lines: number): number => 14 + Math.max(1, lines) * leading;

/** How high everything beside the plot would be. */
export function besideHeight(ink: Ink, model: CertificateModel, width: number): number {
  const { composition, gatePath, acts } = model;
  const linesOf = (text: string, look: TextStyle) => ink.wrap(text, width, look).length;
  const names = Object.values(composition.names).join('  ・  ');
  const widths = actWidths(acts, width);
  const remarks = Math.min(mostRemarks, ink.wrap(acts.remarks.value, width - 10, style).length);
  return (
    6 +
    (composition.data === undefined ? 0 : 22 + linesOf(names, body) * 10) +
    (composition.note === undefined ? 0 : 6 + linesOf(composition.note, { ...body, weight: 600 }) * 10) +
    18 +
    gatePath.lines.reduce((sum, line) => sum + linesOf(line, body) * 10, 0) +
    13 +
    (acts.rows.length === 0 ? 14 : 13 + acts.rows.reduce((sum, row) => sum + actHeight(ink, row, widths), 0)) +
    remarkHeightOf(remarks) +
    14
  );
}

function writeActs(place: Place, x: number, width: number, bottom: number): void {
  const { ink, model } = place;
  const { columns, rows, none, more, remarks } = model.acts;
  const wanted = Math.min(mostRemarks, ink.wrap(remarks.value, width - 10, style).length);
  const free = Math.floor((bottom - place.y - (rows.length === 0 ? 14 : 25) - 14) / leading);
  const remarkLines = fitLines(
    place,
    { label: remarks.label, text: remarks.value },
    width - 10,
    style,
    Math.max(1, Math.min(wanted, free)),
  );
  const remarkHeight = remarkHeightOf(remarkLines.length);
  const room = bottom - remarkHeight - 12;
  const widths = actWidths(model.acts, width);
  const starts = widths.map((_, i) => x + widths.slice(0, i).reduce((sum, one) => sum + one, 0));
  let rest: readonly ActRow[] = [];
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
      const spans = actSpans(row, widths);
      const height = actHeight(ink, row, widths);
      if (place.y + height > room) {
        rest = rows.slice(n);
        break;
      }
      ink.as('TD', () => {
        actTexts(row).forEach((text, i) => {
          const lines = fitLines(place, { label: columns[i]!.title, text }, spans[i]! - 8, style, mostOfAct);
          box(ink, { x: starts[i]!, y: place.y, width: spans[i]!, height }, undefined, grid);
          writeLines(ink, lines, starts[i]! + 4, place.y + 9, style, leading);
        });
      });
      place.y += height;
    }
    if (rest.length > 0) {
      for (const row of rest) place.rest.texts.push({ label: `${row.when} ・ ${row.who}`, text: actTexts(row).slice(2).join(' ・ ') });
      ink.write(more(rest.length), x + 4, place.y + 9, { ...style, weight: 600, colour: toneColours.review });
      place.y += 12;
    }
  }
  box(ink, { x, y: place.y, width, height: remarkHeight }, undefined, grid);
  ink.write(remarks.label, x + 4, place.y + 8.5, small);
  writeLines(ink, remarkLines, x + 4, place.y + 18, style, leading);
  place.y += remarkHeight;
}
