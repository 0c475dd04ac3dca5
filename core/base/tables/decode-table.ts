import { decodeText, detectEncoding } from '../text-encoding.ts';

/**
 * The text of a table's bytes: by its byte order mark; UTF-16 without one by where its zeros stand; else UTF-8 where that fits, Japanese (CP932,
 * EUC-JP) where convincingly so, and Windows-1252. Marks are dropped.
 */
export function decodeTable(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  const text = utf16 === undefined ? decodeText(bytes, detectEncoding(bytes)) : new TextDecoder(utf16).decode(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  const zeros = (odd: number) => head.reduce((sum, byte, at) => sum + (byte === 0 && at % 2 === odd ? 1 : 0), 0);
  // separators, digits and line ends are ASCII whatever the names are
  if (zeros(1) * 8 > head.length && zeros(0) === 0) return 'utf-16le';
  return zeros(0) * 8 > head.length && zeros(1) === 0 ? 'utf-16be' : undefined;
}
