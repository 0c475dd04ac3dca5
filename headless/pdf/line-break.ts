/**
 * Splits a text into pieces between which a line may end: after spaces and hyphens in Latin text, between any two characters in
 * Japanese, except where a mark may not begin a line (、。」) or end one (「().
 */
function breakPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let before = '';
  for (const character of text) {
    if (piece !== '' && mayBreak(before, character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
    before = character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || notAtStart.has(after) || notAtEnd.has(before)) return false;
  if (before === ' ') return true;
  if (isWide(before) || isWide(after)) return true;
  return before === '_' || before === '/' || before === '›';
}

const isWide = (character: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u.test(character);

const notAtStart = new Set('、。，．,.:;!?:;!?・ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ」』)】〕〉》)]}％%°”’…‥');
const notAtEnd = new Set('「『(【〔〈《([{“‘');

type Measure = (text: string) => number;

/**
 * Lines of at most `width`, by the measure handed in. Spaces at a line's end are dropped; a piece wider than the line
 * (a digest, a long file name) is broken between its characters.
 */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  const pieces = breakPieces(text).flatMap((piece) => (measure(piece.trimEnd()) > width ? brokenAnywhere(piece, width, measure) : [piece]));
  const lines: string[] = [];
  let line = '';
  let filled = 0; // the sum of the pieces' widths: measuring whole lines again and again costs their square
  for (const piece of pieces) {
    if (line !== '' && filled + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      filled = 0;
    }
    line += piece;
    filled += measure(piece);
  }
  return [...lines, line.trimEnd()];
}

function brokenAnywhere(text: string, width: number, measure: Measure): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let filled = 0;
  for (const character of text) {
    const extent = measure(character);
    if (part !== '' && filled + extent > width) {
      parts.push(part);
      part = '';
      filled = 0;
    }
    part += character;
    filled += extent;
  }
  return [...parts, part];
}
