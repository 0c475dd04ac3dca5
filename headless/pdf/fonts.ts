import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Coverage, readCoverage } from './font-coverage.ts';

/** A face that a report embeds (pdfkit keeps only the glyphs that are used). */
export interface Face {
  readonly name: 'regular' | 'semibold' | 'math';
  readonly bytes: Uint8Array;
  readonly has: Coverage;
}

export type Weight = 400 | 600;

/** For each weight the faces to ask, in this order, for a character's glyph. */
export type FontSet = { readonly [W in Weight]: readonly Face[] };

let loaded: FontSet | undefined;

/** The report's fonts, read once: Noto Sans JP, and Noto Sans Math for signs that it lacks. Both are under the SIL Open Font License. */
export function reportFonts(): FontSet {
  loaded ??= loadFonts();
  return loaded;
}

function loadFonts(): FontSet {
  const math = loadFace('math', 'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf');
  const regular = loadFace('regular', 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
  const semibold = loadFace('semibold', 'noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf');
  return { 400: [regular, math], 600: [semibold, math] };
}

function loadFace(name: Face['name'], file: string): Face {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`));
  return { name, bytes, has: readCoverage(bytes) };
}

export const facesOf = (fonts: FontSet): readonly Face[] => [...new Set([...fonts[400], ...fonts[600]])];
