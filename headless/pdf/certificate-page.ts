import type { CertificateModel } from '../../core/show/certificate/model.ts';
import { drawPlot } from '../../core/show/plot/draw-plot.ts';
import { besideHeight, writeBeside } from './certificate-acts.ts';
import { body, box, frame, grid, label, type Place, right, section, small, toneColours, writeLines } from './certificate-frame.ts';
import { writeBand, writeHead } from './certificate-head.ts';
import { fitLine, hasRest, noRest, type Rest } from './certificate-rest.ts';
import { writeIdentity, writeResults } from './certificate-tables.ts';
import { type Ink, palette } from './ink.ts';
import { paintFigure } from './paint.ts';

/** The side of the plot, and what it shrinks to where the page is full. */
const plotSide = 176;
const leastSide = 132;
const signaturesHeight = 84;
const contentBottom = frame.bottom - signaturesHeight;
const besideLeft = frame.left + plotSide + 14;

/** The certificate on the current page, band by band. Returns what has no room on it. */
export function writeCertificatePage(ink: Ink, model: CertificateModel): Rest {
  const place: Place = { ink, model, y: frame.top, rest: noRest() };
  writeHead(place);
  writeBand(place);
  writeIdentity(place);
  const least = model.plot.plot === undefined ? 40 : leastSide + 8;
  const beside = besideHeight(ink, model, right - besideLeft);
  writeResults(place, contentBottom - Math.max(least, beside), contentBottom - Math.max(least, Math.min(beside, leastBeside)));
  const top = place.y;
  const side = Math.min(plotSide, contentBottom - top - 8);
  const plotBottom = writePlot(place, top, side);
  writeBeside(place, besideLeft, top, contentBottom);
  place.y = Math.max(plotBottom, place.y) + 8;
  writeSignatures(place);
  return place.rest;
}

/** What stands beside the plot never has less height than this, which holds all but long remarks and many acts. */
const leastBeside = 150;

function writePlot({ ink, model }: Place, top: number, side: number): number {
  const { heading, plot, none } = model.plot;
  ink.as('H2', () => ink.write(heading, frame.left, top, section));
  if (plot === undefined) {
    const lines = ink.wrap(none, plotSide, body);
    writeLines(ink, lines, frame.left, top + 14, body, 10);
    return top + 14 + lines.length * 10;
  }
  const drawing = drawPlot(plot.plot, {
    size: { width: side + 8, height: side },
    title: plot.title,
    language: model.language,
    labelSize: 6,
  });
  paintFigure(drawing, plot.caption, ink, frame.left - 6, top + 4);
  return top + side;
}

function writeSignatures(place: Place): void {
  const { ink, model } = place;
  const { heading, boxes } = model.signatures;
  const y = frame.bottom - 62;
  ink.as('H2', () => ink.write(heading, frame.left, y, section));
  const width = frame.width / boxes.length;
  boxes.forEach(({ title, hint, choices }, i) => {
    const x = frame.left + i * width;
    box(ink, { x, y: y + 5, width, height: 14 }, palette.ground, grid);
    box(ink, { x, y: y + 19, width, height: 40 }, undefined, grid);
    const named = fitLine(place, { label: heading, text: title }, width - 9, label);
    ink.as('TH', () => ink.write(named.text, x + 5, y + 15, named.style));
    const whole = choices === undefined ? hint : `${hint}  ${choices}`;
    const lines = ink.measure(whole, small) <= width - 9 ? [whole] : [hint, ...(choices === undefined ? [] : [choices])];
    writeLines(ink, lines, x + 5, y + 28, small, 9);
  });
  if (hasRest(place.rest)) ink.write(model.continued.below, right, y, { ...body, weight: 600, colour: toneColours.review, align: 'right' });
}
