import type { TextEncoding } from './write-content.ts';
import { refuseToWrite } from './write-problems.ts';

type Table = ReadonlyMap<string, readonly number[]>;
const tables = new Map<TextEncoding, Table>();

/**
 * The bytes of a text in one of the encodings that instruments write. Refuses a character that the encoding lacks.
 * Hosts encode only UTF-8, so the two Japanese tables are turned round from the host's decoder, once.
 */
export function encodeCharacters(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 128 || (encoding === 'latin-1' && code < 256)) bytes.push(code);
    else
      bytes.push(
        ...((encoding === 'latin-1' ? undefined : tableOf(encoding).get(character)) ??
          refuseToWrite('fcs-write-character', { character, encoding })),
      );
  }
  return Uint8Array.from(bytes);
}

function tableOf(encoding: 'shift-jis' | 'euc-jp'): Table {
  let table = tables.get(encoding);
  if (!table) {
    table = turnRound(encoding);
    tables.set(encoding, table);
  }
  return table;
}

function turnRound(encoding: 'shift-jis' | 'euc-jp'): Table {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    // The first spelling stays: both encodings repeat some vendors' characters.
    if (text.length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    if (encoding === 'shift-jis' && lead >= 0xa1 && lead <= 0xdf)
      learn([lead]); // half-width katakana
    else for (let trail = encoding === 'euc-jp' ? 0xa1 : 0x40; trail <= 0xfe; trail++) learn([lead, trail]);
  }
  return table;
}
