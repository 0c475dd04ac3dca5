import { say } from '../../core/base/message.ts';
import type { PageModel } from '../../core/show/report/model.ts';
import { reportFonts } from './fonts.ts';
import { charactersWithoutGlyph } from './glyph-runs.ts';
import { palette } from './ink.ts';
import { writeParagraph } from './prose.ts';
import { type Sheet, sizes } from './sheet.ts';

const MOST_NAMED = 24;

/** One sentence that names the letters of a report that no font has: they stand as their codes. Nothing where all are there. */
export function writeMissingLetters(sheet: Sheet): void {
  const { model } = sheet;
  const letters = missingLetters(model);
  if (letters.length === 0) return;
  const named = letters.slice(0, MOST_NAMED).join(', ');
  const more = letters.length > MOST_NAMED ? `, … (${letters.length})` : '';
  sheet.y += sizes.small;
  const style = { size: sizes.small, colour: palette.muted };
  writeParagraph(sheet, say(sentence, { letters: `${named}${more}` }, model.language), style);
}

/** Codes of the characters anywhere in a model that no font of reports has, in the order of their codes. */
function missingLetters(model: PageModel): readonly string[] {
  const faces = reportFonts()[400];
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') for (const character of charactersWithoutGlyph(value, faces)) found.add(character);
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) for (const part of Object.values(value)) look(part);
  };
  look(model);
  return [...found]
    .map((character) => character.codePointAt(0)!)
    .sort((a, b) => a - b)
    .map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
}

const sentence = {
  en: 'No font of this report has these letters, which stand as their codes in brackets: {letters}.',
  ja: 'この報告書のフォントにない次の文字は、括弧内の符号で示しています: {letters}。',
} as const;
