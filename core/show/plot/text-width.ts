import { raisedSize, type TextRun } from './drawing.ts';

/**
 * About how wide a text will be, in units of `size`. Layout in core cannot ask a font; this errs a little on the wide side,
 * so that what is placed by it does not collide. Latin widths are those of a usual sans; anything from U+2E80 on is a full square.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

export const runsWidth = (runs: readonly TextRun[], size: number): number =>
  runs.reduce((sum, { text, raised }) => sum + textWidth(text, raised ? size * raisedSize : size), 0);

function emsOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= 0x2e80) return 1;
  if (/[il.,:;|'!· ]/.test(character)) return 0.3;
  if (/[fjrt()[\]/-]/.test(character)) return 0.4;
  if (/[mwMW%@—…]/.test(character)) return 0.93;
  return /[A-Z]/.test(character) ? 0.68 : 0.58;
}

/** The text, or as much of it as fits with an ellipsis at its end. */
export function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The same with the ellipsis in its middle: names of files differ at their ends. */
export function shortenedWithin(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  let [head, tail] = [characters.length >> 1, characters.length - (characters.length >> 1)];
  while (head + tail > 2 && textWidth(`${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}`, size) > width) {
    // two thirds of what is left are its end
    if (head > tail / 2) head--;
    else tail--;
  }
  return `${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}`;
}

/** The text in at most so many lines of a width: broken at spaces, and between full-width letters except before those
 * that begin no line (kinsoku); what is left over is cut. */
export function wrapped(text: string, size: number, width: number, lines: number): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffff][ー々〜～、。」』）)ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|[^\s\u2e80-\uffff]+\s*/gu) ?? [];
  const done: string[] = [];
  let line = '';
  for (const [i, piece] of pieces.entries()) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      if (done.length === lines - 1) return [...done, shortened(line + pieces.slice(i).join(''), size, width)];
      done.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? done : [...done, shortened(line.trimEnd(), size, width)];
}
