import type { CertificateModel } from '../../core/show/certificate/model.ts';
import { drawPlot } from '../../core/show/plot/draw-plot.ts';
import { writeBeside } from './certificate-acts.ts';
import { body, box, frame, grid, label, type Place, section, small, writeLines } from './certificate-frame.ts';
import { writeBand, writeHead } from './certificate-head.ts';
import { writeIdentity, writeResults } from './certificate-tables.ts';
import { type Ink, palette } from './ink.ts';
import { paintFigure } from './paint.ts';

const plotSide = 176;
const signaturesHeight = 84;

/** The certificate on the current page, band by band. */
export function writeCertificatePage(ink: Ink, model: CertificateModel): void {
  const place: Place = { ink, model, y: frame.top };
  writeHead(place);
  writeBand(place);
  writeIdentity(place);
  writeResults(place);
  const top = place.y;
  const plotBottom = writePlot(place, top);
  writeBeside(place, frame.left + plotSide + 14, top, frame.bottom - signaturesHeight);
  place.y = Math.max(plotBottom, place.y) + 8;
  writeSignatures(place);
}

function writePlot({ ink, model }: Place, top: number): number {
  const { heading, plot, none } = model.plot;
  ink.as('H2', () => ink.write(heading, frame.left, top, section));
  if (plot === undefined) {
    const lines = ink.wrap(none, plotSide, body);
    writeLines(ink, lines, frame.left, top + 14, body, 10);
    return top + 14 + lines.length * 10;
  }
  const drawing = drawPlot(plot.plot, {
    size: { width: plotSide + 8, height: plotSide },
    title: plot.title,
    language: model.language,
    labelSize: 6,
  });
  paintFigure(drawing, plot.caption, ink, frame.left - 6, top + 4);
  return top + plotSide;
}

function writeSignatures(place: Place): void {
  const { ink, model } = place;
  const { heading, boxes } = model.signatures;
  const y = Math.min(Math.max(place.y + 12, frame.bottom - signaturesHeight + 12), frame.bottom - 62);
  ink.as('H2', () => ink.write(heading, frame.left, y, section));
  const width = frame.width / boxes.length;
  boxes.forEach(({ title, hint, choices }, i) => {
    const x = frame.left + i * width;
    box(ink, { x, y: y + 5, width, height: 14 }, palette.ground, grid);
    box(ink, { x, y: y + 19, width, height: 40 }, undefined, grid);
    ink.as('TH', () => ink.write(title, x + 5, y + 15, label));
    ink.write(choices === undefined ? hint : `${hint}  ${choices}`, x + 5, y + 28, small);
  });
}
