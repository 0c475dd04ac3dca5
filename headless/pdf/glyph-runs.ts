import type { Face } from './fonts.ts';

/** A stretch of text that one face can show. A raised run is set smaller and higher, a lowered one smaller and lower. */
export interface GlyphRun {
  readonly text: string;
  readonly face: Face;
  readonly shift: 'none' | 'raised' | 'lowered';
}

/**
 * Splits a text into runs whose every character its face has. Superscripts that no face has (the plus of CD56⁺) are set as raised
 * ordinary characters; control, format and unknown characters become their code in brackets, so that two names that differ
 * in such a character still look different.
 */
export function glyphRuns(text: string, faces: readonly Face[]): readonly GlyphRun[] {
  if (/^[ -~]*$/.test(text)) return [{ text, face: faces[0]!, shift: 'none' }]; // every Latin face has ASCII
  const runs: GlyphRun[] = [];
  for (const character of text.normalize('NFC')) {
    for (const run of runsOfCharacter(character, faces)) append(runs, run);
  }
  return runs;
}

/** The characters of a text that no face has and that stand as their codes, each once. */
export function charactersWithoutGlyph(text: string, faces: readonly Face[]): readonly string[] {
  if (/^[ -~]*$/.test(text)) return [];
  return [...new Set(text.normalize('NFC'))].filter((character) =>
    runsOfCharacter(character, faces).some((run) => run.text === codeOf(character)),
  );
}

function append(runs: GlyphRun[], run: GlyphRun): void {
  const last = runs.at(-1);
  if (last && last.face === run.face && last.shift === run.shift) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

function runsOfCharacter(character: string, faces: readonly Face[]): readonly GlyphRun[] {
  const known = isHarmless(character) ? faceFor(character, faces) : undefined;
  if (known) return [{ text: character, face: known, shift: 'none' }];
  const shifted = shiftedForms.get(character);
  const shiftedFace = shifted && faceFor(shifted.text, faces);
  if (shifted && shiftedFace) return [{ ...shifted, face: shiftedFace }];
  const replacement = spaces.test(character) ? ' ' : codeOf(character);
  return [{ text: replacement, face: faces[0]!, shift: 'none' }];
}

const faceFor = (character: string, faces: readonly Face[]): Face | undefined =>
  faces.find(({ has }) => has(character.codePointAt(0) ?? 0));

/**
 * Controls and invisible marks (such as those that turn the writing direction) are never handed to a font, and neither is what is written from
 * right to left: it would stand in the wrong order, and half of a word in signs of mathematics.
 */
const isHarmless = (character: string): boolean =>
  !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    character,
  );

const spaces = /\p{Zs}/u;

const codeOf = (character: string): string => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

const shiftedForms = new Map<string, { readonly text: string; readonly shift: 'raised' | 'lowered' }>([
  ...formsOf('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ', '0123456789+−=()ni', 'raised'),
  ...formsOf('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎', '0123456789+−=()', 'lowered'),
]);

function formsOf(from: string, to: string, shift: 'raised' | 'lowered') {
  const plain = [...to];
  return [...from].map((character, i) => [character, { text: plain[i]!, shift }] as const);
}
