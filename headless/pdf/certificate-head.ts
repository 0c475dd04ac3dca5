import type { CertificateModel, Marked, Tone } from '../../core/show/certificate/model.ts';
import { body, box, frame, type Place, right, small } from './certificate-frame.ts';
import { wrapMarks, writeMarks } from './certificate-marks.ts';
import { fitLine, fitLines } from './certificate-rest.ts';
import { type Ink, palette } from './ink.ts';
import { page } from './sheet.ts';

/** White text on it has a contrast of at least 4.5:1; on black and white paper the word says the same. */
const bandColours: { readonly [T in Tone]: string } = { good: '#0a6b3d', review: '#8f5600', bad: '#a82a1e', quiet: '#4d565e' };

/** The number of pages is known last. */
export function finishHead(ink: Ink, model: CertificateModel, number: number, pages: number, annexes: number): void {
  ink.as('P', () => {
    ink.write(model.head.pagesOf(number, pages, annexes), right, frame.top + 31, { ...body, align: 'right' });
  });
}

export function writeHead(place: Place): void {
  const { ink, model } = place;
  const { head, logo } = model;
  const middle = page.width / 2;
  if (logo !== undefined)
    ink.figure(head.facility, () => ink.pdf.image(Buffer.from(logo), frame.left, frame.top, { fit: [110, 22], valign: 'center' }));
  const facility = fitLines(place, { label: model.header, text: head.facility }, 150, body, logo === undefined ? 3 : 1);
  facility.forEach((text, i) => ink.write(text, frame.left, frame.top + (logo === undefined ? 11 : 31) + i * 10, body));
  ink.as('H1', () => {
    const style = { size: 15, weight: 600, align: 'centre' } as const;
    const size = ink.wrap(model.header, 250, style).length > 1 ? 11 : 15;
    const lines = fitLines(place, { label: '', text: model.header }, 250, { ...style, size }, 2);
    lines.forEach((text, i) => ink.write(text, middle, frame.top + (lines.length > 1 ? 9 : 15) + i * 13, { ...style, size }));
  });
  ink.write(ink.shorten(head.subtitle, 260, small), middle, frame.top + 31, { ...small, size: 7.2, align: 'centre' });
  head.lines.forEach((text, i) => {
    const line = fitLine(place, { label: '', text }, 150, body);
    ink.write(line.text, right, frame.top + 11 + i * 10, { ...line.style, align: 'right' });
  });
  rule(ink, frame.top + 38, palette.ink, 0.9);
}

export function writeBand(place: Place): void {
  const { ink, model } = place;
  const { band } = model;
  const y = frame.top + 46;
  const inner = [152, 186, frame.width - 152 - 186] as const;
  const x = [frame.left, frame.left + inner[0], frame.left + inner[0] + inner[1]] as const;
  const look = [...band.look.lines.map((one) => [one])];
  const qualityLines = band.quality.lines.flatMap((marks) => wrapMarks(ink, marks, inner[2] - 16));
  const detailLines = band.details.flatMap((text) => ink.wrap(text, inner[0] - 18, body));
  const gateLines = wrapMarks(ink, [{ text: `${band.look.gatesLabel}: ` }, ...joined(band.look.gates)], inner[1] - 14);
  const lookTop = 36 + (gateLines.length - 1) * 11;
  const height = Math.max(62, lookTop + look.length * 11.5 - 2, 40 + detailLines.length * 10, 18 + (qualityLines.length + 1) * 11);
  const colour = bandColours[band.tone];
  box(ink, { x: frame.left, y, width: inner[0], height }, colour, colour);
  box(ink, { x: frame.left, y, width: frame.width, height }, undefined, colour);
  const white = { colour: palette.white } as const;
  ink.write(band.heading, x[0] + 9, y + 11, { ...small, ...white });
  ink.as('H2', () =>
    ink.write(band.word, x[0] + 9, y + 31, { size: fittingSize(ink, band.word, 19, inner[0] - 18), weight: 600, ...white }),
  );
  detailLines.forEach((text, i) => ink.write(text, x[0] + 9, y + 43 + i * 10, { ...body, ...white }));

  ink.write(band.look.heading, x[1] + 9, y + 11, small);
  gateLines.forEach((marks, i) => writeMarks(ink, marks, x[1] + 9, y + 24 + i * 11, inner[1] - 12));
  look.forEach((marks, i) => writeMarks(ink, marks, x[1] + 9, y + lookTop + i * 11.5, inner[1] - 12));

  ink.write(band.quality.heading, x[2] + 7, y + 11, small);
  qualityLines.forEach((marks, i) => writeMarks(ink, marks, x[2] + 7, y + 24 + i * 11, inner[2] - 12));
  place.y = y + height + 8;
}

function rule(ink: Ink, y: number, colour: string, width: number): void {
  ink.ornament(() => ink.pdf.save().lineWidth(width).moveTo(frame.left, y).lineTo(right, y).stroke(colour).restore());
}

/** The largest size up to `size` in which a text fits. */
function fittingSize(ink: Ink, text: string, size: number, width: number): number {
  const wide = ink.measure(text, { size, weight: 600 });
  return wide <= width ? size : (size * width) / wide;
}

const joined = (marks: readonly Marked[]): readonly Marked[] => marks.flatMap((mark, i) => (i === 0 ? [mark] : [{ text: ' ・ ' }, mark]));
