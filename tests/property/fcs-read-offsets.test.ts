import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { toLinear } from '../../core/data/events/scale-values.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import { pool } from '../unit/core/data/fcs/read/fcs-read-support.ts';

/*
 * Offsets that lie: whatever happens to the digits of the HEADER or of the offset keywords, a file gives its own values or is
 * refused. Wrong values would look like any others.
 */

const eventCount = 37;
const column = (seed: number, limit: number): number[] => Array.from({ length: eventCount }, (_, i) => (i * 7919 + seed * 104729) % limit);
const common = { eventCount, byteOrder: 'little' } as const;
const integers: FcsContent = {
  ...common,
  version: 'FCS2.0',
  datatype: 'I',
  channels: [
    { name: 'FSC', bits: 16, range: 1024 },
    { name: 'FL1', bits: 16, range: 1024, amplification: { decades: 4, offset: 1 } },
    { name: 'FL2', bits: 16, range: 65536 },
  ],
  columns: [column(1, 1024), column(2, 1024), column(3, 65536)],
};
const floats: FcsContent = {
  ...common,
  version: 'FCS3.1',
  datatype: 'F',
  channels: ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, bits: 32, range: 262144, gain: 2 })),
  columns: [1, 2, 3, 4, 5].map((seed) => column(seed, 99991)),
};
const files: readonly (readonly [string, Uint8Array])[] = [
  ['2.0 integers, offsets in HEADER only', encodeFcs([integers])],
  ['3.0 integers, offsets in both', encodeFcs([{ ...integers, version: 'FCS3.0' }])],
  ['3.1 floats, offsets in both', encodeFcs([floats])],
  ['3.1 floats, offsets in TEXT only', encodeFcs([{ ...floats, offsets: 'text' }])],
  [
    '3.0 integers of two data sets',
    encodeFcs([
      { ...integers, version: 'FCS3.0' },
      { ...integers, version: 'FCS3.0' },
    ]),
  ],
];

/** Where digits of offsets stand: the HEADER's six numbers, and the values of $BEGINDATA and its kin. */
function placesOf(bytes: Uint8Array): readonly number[] {
  const text = Buffer.from(bytes).toString('latin1');
  const header = Array.from({ length: 48 }, (_, i) => 10 + i);
  const values = [...text.matchAll(/\$(?:BEGIN|END)(?:DATA|STEXT|ANALYSIS)\f(\d+)/g)].flatMap((match) => {
    const start = (match.index ?? 0) + match[0].length - (match[1]?.length ?? 0);
    return Array.from({ length: match[1]?.length ?? 0 }, (_, i) => start + i);
  });
  return [...header, ...values];
}

/** SHA-256 of all linear values of the first data set; the code of the problem where it is refused. */
async function valuesOf(
  bytes: Uint8Array,
): Promise<{ readonly digest: string; readonly codes: readonly string[] } | { readonly refused: string }> {
  const source = bytesSource('offsets', bytes);
  try {
    const [dataset] = (await openFcs(source)).datasets;
    if (!dataset) throw new Error('no data set');
    const table = await readEvents(dataset, source, { pool });
    const hash = createHash('sha256').update(String(dataset.eventCount));
    for (const [index, channel] of dataset.channels.entries())
      for (const shard of table.shards) {
        const values = shard.columns[index];
        if (values) hash.update(toLinear(values, channel, shard.eventCount));
      }
    table.release();
    return { digest: hash.digest('hex'), codes: dataset.findings.map(({ code }) => code) };
  } catch (error) {
    if (error instanceof Problem) return { refused: error.code };
    throw error;
  }
}

/** Every file that differs from this one in one character of an offset. */
function* lies(bytes: Uint8Array): Generator<readonly [place: number, copy: Uint8Array]> {
  for (const place of placesOf(bytes)) {
    for (const character of '0123456789 ') {
      const copy = bytes.slice();
      copy[place] = character.charCodeAt(0);
      yield [place, copy];
    }
  }
}

/** The HEADER's offsets of DATA moved by a few bytes, each for itself. */
function* slips(bytes: Uint8Array): Generator<readonly [slip: string, copy: Uint8Array]> {
  const header = Buffer.from(bytes.subarray(0, 58)).toString('latin1');
  const [begin, end] = [Number(header.slice(26, 34)), Number(header.slice(34, 42))];
  if (begin === 0) return;
  for (let a = -3; a <= 3; a++) {
    for (let b = -3; b <= 3; b++) {
      const copy = Uint8Array.from(bytes);
      copy.set(Buffer.from(`${String(begin + a).padStart(8)}${String(end + b).padStart(8)}`), 26);
      yield [`${a} ${b}`, copy];
    }
  }
}

describe.each(files)('%s', (_name, bytes) => {
  it.each([
    ['one character', lies],
    ['slips by a few bytes', slips],
  ] as const)('gives its own values or none: %s', async (_kind, variants) => {
    const whole = await valuesOf(bytes);
    if (!('digest' in whole)) throw new Error('refused as it is');
    const wrong: unknown[] = [];
    for (const [what, copy] of variants(bytes)) {
      const read = await valuesOf(copy);
      if ('digest' in read && read.digest !== whole.digest) wrong.push([what, read.codes]);
    }
    expect(wrong).toEqual([]);
  });
});
