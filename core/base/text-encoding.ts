/** Encodings that keywords are found in. The standard asks for ASCII (2.0, 3.0) or UTF-8 (3.1, 3.2). */
export type KeywordEncoding = 'utf-8' | 'shift-jis' | 'euc-jp' | 'windows-1252';

/** The encoding of a whole file's keywords: UTF-8 if valid, Japanese if convincingly so, else Latin-1 in its Windows form. */
export function detectEncoding(bytes: Uint8Array): KeywordEncoding {
  if (bytes.every((byte) => byte < 128) || decodes(bytes, 'utf-8')) return 'utf-8';
  const shiftJis = weigh(bytes, shiftJisCharacter);
  const eucJp = weigh(bytes, eucJpCharacter);
  // Shift-JIS is by far the more common of the two; EUC-JP has to show kana, or be the only one that makes sense.
  if (isConvincing(eucJp) && (eucJp.kana > 0 || !isConvincing(shiftJis)) && decodes(bytes, 'euc-jp')) return 'euc-jp';
  if (isConvincing(shiftJis) && decodes(bytes, 'shift-jis')) return 'shift-jis';
  return 'windows-1252';
}

/** Text of keyword bytes; a byte that the encoding lacks becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: KeywordEncoding): string {
  const text = decoderOf(encoding).decode(bytes);
  // Some hosts decode bytes 80 to 9F of Windows-1252 as Latin-1's control characters.
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\x80-\x9f]/g, (control) => upperControls.charAt(control.charCodeAt(0) - 0x80));
}

const upperControls = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const decoders = new Map<KeywordEncoding, TextDecoder>();

function decoderOf(encoding: KeywordEncoding): TextDecoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { ignoreBOM: true });
  decoders.set(encoding, decoder);
  return decoder;
}

function decodes(bytes: Uint8Array, encoding: Exclude<KeywordEncoding, 'windows-1252'>): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What the bytes at a place are in a Japanese encoding: a usual character, a kana, a rare one, half-width kana, or nothing. */
interface Glimpse {
  readonly kind: 'common' | 'kana' | 'rare' | 'half' | 'invalid';
  readonly bytes: number;
}

interface Weight {
  common: number;
  kana: number;
  other: number;
  /** Characters of the longest unbroken run. */
  run: number;
}

/** Japanese comes in runs of usual characters; the lone accents of Latin-1 do not. */
function isConvincing({ common, other, run }: Weight): boolean {
  return run >= 2 && common >= 2 && common >= 3 * other;
}

function weigh(bytes: Uint8Array, glimpse: (lead: number, trail: number) => Glimpse): Weight {
  const weight: Weight = { common: 0, kana: 0, other: 0, run: 0 };
  let run = 0;
  let halves = 0;
  const endHalves = (): void => {
    if (halves >= 3) weight.common += halves;
    else weight.other += halves;
    halves = 0;
  };
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 128) {
      endHalves();
      run = 0;
      at++;
      continue;
    }
    const { kind, bytes: width } = glimpse(lead, bytes[at + 1] ?? 0);
    if (kind !== 'half') endHalves();
    if (kind === 'half') halves++;
    else if (kind === 'common' || kind === 'kana') weight.common++;
    else weight.other += kind === 'rare' ? 0.5 : 1;
    if (kind === 'kana') weight.kana++;
    run = kind === 'invalid' ? 0 : run + 1;
    weight.run = Math.max(weight.run, run);
    at += width;
  }
  endHalves();
  return weight;
}

function shiftJisCharacter(lead: number, trail: number): Glimpse {
  if (lead >= 0xa1 && lead <= 0xdf) return { kind: 'half', bytes: 1 };
  if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return { kind: 'invalid', bytes: 1 };
  if ((lead === 0x82 && trail >= 0x9f) || lead === 0x83) return { kind: 'kana', bytes: 2 };
  // 81, 82: signs and full-width letters; 88 to 98: the usual characters (JIS level 1).
  if (lead === 0x81 || lead === 0x82 || (lead >= 0x88 && lead <= 0x98)) return { kind: 'common', bytes: 2 };
  const known = lead === 0x84 || lead === 0x87 || (lead >= 0x99 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xea) || lead >= 0xfa;
  return { kind: known && lead <= 0xfc ? 'rare' : 'invalid', bytes: 2 };
}

function eucJpCharacter(lead: number, trail: number): Glimpse {
  if (trail < 0xa1 || trail > 0xfe) return { kind: 'invalid', bytes: 1 };
  if (lead === 0x8e) return { kind: 'half', bytes: 2 };
  if (lead === 0xa4 || lead === 0xa5) return { kind: 'kana', bytes: 2 };
  // A1 to A3: signs and full-width letters; B0 to CF: the usual characters (JIS level 1).
  if ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xcf)) return { kind: 'common', bytes: 2 };
  return { kind: lead >= 0xd0 && lead <= 0xf4 ? 'rare' : 'invalid', bytes: 2 };
}
