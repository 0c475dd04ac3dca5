import { type Drawing, type PathShape, type RasterShape, raisedLift, raisedSize, type TextShape } from '../../core/show/plot/drawing.ts';
import type { Ink } from './ink.ts';
import { encodePng } from './png.ts';

/** Draws a drawing list on the page, its upper left corner at (x, y). */
export function paint(drawing: Drawing, ink: Ink, x: number, y: number): void {
  const { pdf } = ink;
  pdf.save().translate(x, y);
  for (const shape of drawing) {
    if (shape.kind === 'path') ink.ornament(() => paintPath(shape, ink));
    else if (shape.kind === 'text') paintText(shape, ink);
    else ink.ornament(() => paintRaster(shape, ink));
  }
  pdf.restore();
}

/** The same as one figure with what it shows. */
export const paintFigure = (drawing: Drawing, alternative: string, ink: Ink, x: number, y: number): void =>
  ink.figure(alternative, () => paint(drawing, ink, x, y));

function paintPath({ commands, stroke, fill, width = 1, dash, opacity = 1 }: PathShape, { pdf }: Ink): void {
  if (commands.length === 0 || !(stroke || fill)) return;
  pdf.save().opacity(opacity).lineWidth(width).lineJoin('round');
  if (dash) pdf.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 });
  for (const command of commands) {
    if (command[0] === 'move') pdf.moveTo(command[1], command[2]);
    else if (command[0] === 'line') pdf.lineTo(command[1], command[2]);
    else pdf.closePath();
  }
  if (stroke && fill) pdf.fillAndStroke(fill, stroke);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke);
  pdf.restore();
}

function paintText({ x, y, runs, size, anchor, weight, colour, rotate, room = Number.POSITIVE_INFINITY }: TextShape, ink: Ink): void {
  const parts = runs.map(({ text, raised }) => {
    const style = { size: raised ? size * raisedSize : size, weight, colour };
    return { text: ink.shorten(text, room, style), style, lift: raised ? raisedLift * size : 0 };
  });
  const total = parts.reduce((sum, { text, style }) => sum + ink.measure(text, style), 0);
  let at = anchor === 'end' ? x - total : anchor === 'middle' ? x - total / 2 : x;
  ink.pdf.save();
  if (rotate) ink.pdf.rotate(rotate, { origin: [x, y] });
  for (const { text, style, lift } of parts) at += ink.write(text, at, y - lift, style);
  ink.pdf.restore();
}

function paintRaster({ x, y, width, height, columns, rows, pixels }: RasterShape, { pdf }: Ink): void {
  pdf.image(encodePng(pixels, columns, rows), x, y, { width, height });
}
