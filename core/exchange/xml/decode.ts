import { Problem } from '../../base/problem.ts';
import { decodeText, detectEncoding } from '../../base/text-encoding.ts';

/** The text of an XML file, and the encoding that it was found to be in where it says another. */
export interface DecodedXml {
  readonly text: string;
  readonly found?: string;
}

export const decodeXml = (bytes: Uint8Array): string => readXmlBytes(bytes).text;

/**
 * UTF-8 or UTF-16 by its byte order mark or its first bytes, else the encoding that it declares. FlowJo copies keywords byte by byte into
 * documents that it calls UTF-8: such a one is read as the keywords of a file are. Throws `xml-encoding`.
 */
export function readXmlBytes(bytes: Uint8Array): DecodedXml {
  const label = encodingOf(bytes);
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch {
    if (label === 'utf-8') {
      const found = detectEncoding(bytes);
      return { text: decodeText(bytes, found), found };
    }
    throw new Problem(
      'xml-encoding',
      { en: 'The XML document is not in the encoding {encoding}.', ja: 'XML文書の文字コードが{encoding}ではありません。' },
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
