/** Whether a font has a glyph of its own for a code point. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads which characters a TrueType or OpenType font can show, from its `cmap` table (OpenType 1.9, formats 4 and 12).
 * Asked before any text is set, since a missing glyph would otherwise be printed as an empty box.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 4 + i * 8 + 4));
  const full = tables.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) return segmentedCoverage(view, full);
  const basic = tables.find((at) => view.getUint16(at) === 4);
  if (basic === undefined) throw new Error('font without a Unicode cmap (formats 4 or 12)');
  return basicCoverage(view, basic);
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0, at = 12; i < view.getUint16(4); i++, at += 16) {
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`font without a ${tag} table`);
}

/** Format 12: groups of start, end and first glyph, sorted. */
function segmentedCoverage(view: DataView, at: number): Coverage {
  const groups = Array.from({ length: view.getUint32(at + 12) }, (_, i) => at + 16 + i * 12);
  return (codePoint) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = groups[middle]!;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group) !== 0;
    }
    return false;
  };
}

/** Format 4: segments of the basic plane, with a delta or a table of glyphs each. */
function basicCoverage(view: DataView, at: number): Coverage {
  const count = view.getUint16(at + 6) / 2;
  const [ends, starts, deltas, ranges] = [at + 14, at + 16 + count * 2, at + 16 + count * 4, at + 16 + count * 6];
  return (codePoint) => {
    if (codePoint > 0xffff) return false;
    for (let i = 0; i < count; i++) {
      if (codePoint > view.getUint16(ends + i * 2)) continue;
      const start = view.getUint16(starts + i * 2);
      if (codePoint < start) return false;
      const range = view.getUint16(ranges + i * 2);
      const direct = range === 0 ? codePoint : view.getUint16(ranges + i * 2 + range + (codePoint - start) * 2);
      return (range === 0 || direct !== 0) && ((direct + view.getUint16(deltas + i * 2)) & 0xffff) !== 0;
    }
    return false;
  };
}
