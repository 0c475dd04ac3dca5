/** How doubled delimiters are read. */
export type DelimiterReading =
  /** A keyword ends at its delimiter, so that one directly after it is an empty value; in values doubled ones are escapes. */
  | 'mixed'
  /** Every doubled delimiter is an escape (FCS 3.1, section 3.2.8). */
  | 'escaped'
  /** Every delimiter separates. */
  | 'separate';

/** A keyword and its value as bytes of TEXT, delimiters unescaped. */
interface RawPair {
  readonly name: Uint8Array;
  readonly value: Uint8Array;
}

export interface RawText {
  readonly pairs: readonly RawPair[];
  /** A keyword without a value at the end. */
  readonly leftOver: Uint8Array | undefined;
  readonly terminated: boolean;
  readonly doubled: boolean;
}

/** Which bytes are the second half of a character, where a delimiter is none. */
export type IsTrail = (at: number) => boolean;

/**
 * Splits a TEXT-like segment: delimiter, keyword, delimiter, value, delimiter, and so on. The first byte is the delimiter.
 * Padding after the last delimiter is left out.
 */
export function splitText(segment: Uint8Array, reading: DelimiterReading, limit: number, isTrail: IsTrail = () => false): RawText {
  const delimiter = segment[0] ?? 0;
  const end = unpaddedEnd(segment);
  const tokens: Uint8Array[] = [];
  let terminated = false;
  let doubled = false;
  for (let at = 1; at < end; ) {
    if (tokens.length > 2 * limit) break;
    const escapes = reading === 'escaped' || (reading === 'mixed' && tokens.length % 2 === 1);
    const start = at;
    let stop = end;
    let escapedOnce = false;
    terminated = false;
    for (; at < end && !terminated; at++) {
      if (segment[at] !== delimiter || isTrail(at)) continue;
      stop = at;
      if (escapes && at + 1 < end && segment[at + 1] === delimiter && !isTrail(at + 1)) {
        doubled = true;
        // The last two bytes of a segment are an empty value's or a padded end rather than an escape.
        if (at + 2 >= end) terminated = true;
        else {
          escapedOnce = true;
          stop = end;
        }
        at++;
      } else terminated = true;
    }
    if (terminated && segment[at] === delimiter && at < end) doubled = true;
    tokens.push(escapedOnce ? singled(segment.subarray(start, stop), delimiter, isTrail, start) : segment.subarray(start, stop));
  }
  // A keyword's delimiter ended the segment: the value is empty.
  const pairs: RawPair[] = [];
  for (let i = 0; i + 1 < tokens.length; i += 2) {
    const [name, value] = [tokens[i], tokens[i + 1]];
    if (name && value) pairs.push({ name, value });
  }
  return { pairs, leftOver: tokens.length % 2 === 1 ? tokens.at(-1) : undefined, terminated, doubled };
}

/** A token with each doubled delimiter made one. */
function singled(token: Uint8Array, delimiter: number, isTrail: IsTrail, start: number): Uint8Array {
  const out = new Uint8Array(token.length);
  let length = 0;
  for (let at = 0; at < token.length; at++) {
    const byte = token[at] ?? 0;
    out[length++] = byte;
    if (byte === delimiter && !isTrail(start + at)) at++;
  }
  return out.slice(0, length);
}

/** End of TEXT without what fills the space up to the next segment: blanks, NULs, line ends. */
function unpaddedEnd(segment: Uint8Array): number {
  let end = segment.length;
  while (end > 1 && isPadding(segment[end - 1] ?? 0) && segment[end - 1] !== segment[0]) end--;
  return segment[end - 1] === segment[0] ? end : segment.length;
}

const isPadding = (byte: number): boolean => byte === 0 || byte === 0x20 || (byte >= 9 && byte <= 13);
