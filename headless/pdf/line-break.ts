/** Splits a text into pieces between which a line may end. */
function piecesBy(text: string, mayBreak: (before: string, after: string) => boolean): readonly string[] {
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

/** What no line may do: begin with a closing mark (、。」), end with an opening one (「(), or break a Latin word. */
function isAllowed(before: string, after: string): boolean | undefined {
  if (after === ' ' || notAtStart.has(after) || notAtEnd.has(before)) return false;
  if (before === ' ' || before === '_' || before === '/' || before === '›') return true;
  return isWide(before) || isWide(after) ? undefined : false;
}

/** Between any two Japanese characters, but for what is one word: katakana, and a number with its unit. */
const betweenCharacters = (before: string, after: string): boolean => isAllowed(before, after) ?? !isOneWord(before, after);

/** Between phrases: after a particle or a mark, never before one, and not inside a compound. */
function betweenPhrases(before: string, after: string): boolean {
  const allowed = isAllowed(before, after);
  if (allowed !== undefined) return allowed;
  if (isOneWord(before, after) || isHiragana(after)) return false;
  if (prefixes.has(before) || suffixes.has(after)) return false;
  if (isHiragana(before) || /[、。」』】・:；;]/.test(before)) return true;
  if (isKanji(before)) return isKatakana(after) || after === '(' || after === '「';
  return isKatakana(before) && isKanji(after);
}

/** Kanji that belong to the word after them, or before them. */
const prefixes = new Set('総全各親再未非不本');
const suffixes = new Set('数比率値名型内外中別用化性法群様');

const isOneWord = (before: string, after: string): boolean =>
  (isKatakana(before) && isKatakana(after)) || (/[\d%]/.test(before) && (isKanji(after) || isKatakana(after)));

const isKatakana = (character: string): boolean => /[ァ-ヺー]/.test(character);
const isHiragana = (character: string): boolean => /[ぁ-ゖ]/.test(character);
const isKanji = (character: string): boolean => /[々\u3400-\u9fff\uf900-\ufaff]|[\u{20000}-\u{3ffff}]/u.test(character);
const isWide = (character: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u{20000}-\u{3ffff}]/u.test(character);

const notAtStart = new Set('、。，．,.:;!?:;!?・ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ」』)】〕〉》)]}％%°”’…‥');
const notAtEnd = new Set('「『(【〔〈《([{“‘');

type Measure = (text: string) => number;

/**
 * Lines of at most `width`, by the measure handed in, broken between phrases where they can be. Spaces at a line's end are dropped; a piece wider than the line
 * (a digest, a long file name) is broken between its characters.
 */
export function wrapText(text: string, width: number, measure: Measure): readonly string[] {
  const pieces = fittingPieces(text, width, measure);
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

/** Phrases; where one is wider than a line its characters; a word that is wider still anywhere. */
function fittingPieces(text: string, width: number, measure: Measure): readonly string[] {
  const isTooWide = (piece: string) => measure(piece.trimEnd()) > width;
  return piecesBy(text, betweenPhrases).flatMap((phrase) =>
    isTooWide(phrase)
      ? piecesBy(phrase, betweenCharacters).flatMap((piece) => (isTooWide(piece) ? brokenAnywhere(piece, width, measure) : [piece]))
      : [phrase],
  );
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
