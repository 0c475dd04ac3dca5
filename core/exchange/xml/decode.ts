import { Problem } from '../../base/problem.ts';

/** The text of an XML file: UTF-8 or UTF-16 by its byte order mark or its first bytes, else the encoding that it declares. */
export function decodeXml(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(
      'xml-encoding',
      { en: 'The XML document is not in the encoding {encoding}.', ja: 'XML文書の文字コードが {encoding} ではありません。' },
      { encoding: label },
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a = -1, b = -1] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  if (declared === undefined || /^utf-?(8|16)$/i.test(declared)) return 'utf-8';
  try {
    new TextDecoder(declared);
    return declared;
  } catch {
    return 'utf-8';
  }
}
