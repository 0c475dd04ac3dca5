import type { Marked } from '../../core/show/certificate/model.ts';
import { lightMark } from '../../core/show/plot/light-mark.ts';
import { body, toneColours } from './certificate-frame.ts';
import type { Ink, TextStyle } from './ink.ts';
import { paint } from './paint.ts';

const styleOf = ({ tone }: Marked): TextStyle => ({
  ...body,
  ...(tone === undefined ? {} : { colour: toneColours[tone] }),
  ...(tone === undefined || tone === 'quiet' ? {} : { weight: 600 }),
});

/** Words of one line side by side, each with its mark; what does not fit is cut. */
export function writeMarks(ink: Ink, marks: readonly Marked[], x: number, y: number, width: number): void {
  let at = x;
  for (const mark of marks) {
    if (mark.light !== undefined) {
      paint(lightMark(mark.light, 0, 0, 3), ink, at + 4, y - 2.7);
      at += 10;
    }
    const style = styleOf(mark);
    at += ink.write(ink.shorten(mark.text, Math.max(10, x + width - at), style), at, y, style) + 1;
  }
}

/** Words side by side; one that does not fit on the line begins the next, and is broken where it is longer than a line. */
export function wrapMarks(ink: Ink, marks: readonly Marked[], width: number): readonly (readonly Marked[])[] {
  const lines: Marked[][] = [[]];
  let filled = 0;
  for (const mark of marks) {
    const style = styleOf(mark);
    const room = mark.light === undefined ? 0 : 10;
    const wide = ink.measure(mark.text, style) + room + 1;
    if (filled > 0 && filled + wide > width) {
      lines.push([]);
      filled = 0;
    }
    const parts = ink.wrap(mark.text, width - room, style);
    parts.forEach((text, i) => {
      if (i > 0) lines.push([]);
      lines.at(-1)!.push(i === 0 ? { ...mark, text: parts.length === 1 ? mark.text : text } : { ...mark, light: undefined, text });
    });
    filled = parts.length === 1 ? filled + wide : ink.measure(parts.at(-1)!, style);
  }
  return lines;
}
