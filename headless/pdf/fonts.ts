import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Coverage, readCoverage } from './font-coverage.ts';

/** A face that a report embeds (pdfkit keeps only the glyphs that are used). */
export interface Face {
  readonly name: 'regular' | 'semibold' | 'math' | 'korean' | 'chinese';
  readonly bytes: Uint8Array;
  readonly has: Coverage;
}

export type Weight = 400 | 600;

/** For each weight the faces to ask, in this order, for a character's glyph. */
export type FontSet = { readonly [W in Weight]: readonly Face[] };

let loaded: FontSet | undefined;

/**
 * The report's fonts, read once: Noto Sans JP; Noto Sans Math for signs, Noto Sans KR for Hangul and Noto Sans SC for simplified Chinese that it
 * lacks, in one weight. All are under the SIL Open Font License.
 */
export function reportFonts(): FontSet {
  loaded ??= loadFonts();
  return loaded;
}

function loadFonts(): FontSet {
  const math = loadFace('math', 'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf');
  const regular = loadFace('regular', 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
  const semibold = loadFace('semibold', 'noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf');
  const others = [
    math,
    loadFace('korean', 'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf'),
    loadFace('chinese', 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  ];
  return { 400: [regular, ...others], 600: [semibold, ...others] };
}

function loadFace(name: Face['name'], file: string): Face {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`));
  return { name, bytes, has: readCoverage(bytes) };
}

export const facesOf = (fonts: FontSet): readonly Face[] => [...new Set([...fonts[400], ...fonts[600]])];
