import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/byte-source.ts';
import { openFcs } from '../../core/fcs/open.ts';
import { readEvents } from '../../core/fcs/read-events.ts';
import { toLinear } from '../../core/fcs/scale-values.ts';
import { encodeFcs } from '../../core/fcs/write.ts';
import type { FcsContent } from '../../core/fcs/write-content.ts';
import { Problem } from '../../core/problem.ts';
import { pool } from '../unit/fcs/fcs-read-support.ts';

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

/** A digit one more or one less, which makes the lies that are nearly true; or any other character. */
const change = fc.tuple(fc.noBias(fc.nat(2 ** 20)), fc.constantFrom('+', '-', ...'0123456789 '));

function changed(byte: number, how: string): number {
  if (how === '+' || how === '-') return 0x30 + ((Math.max(0, byte - 0x30) + (how === '+' ? 1 : 9)) % 10);
  return how.charCodeAt(0);
}

describe.each(files)('%s', (_name, bytes) => {
  const places = placesOf(bytes);

  it('gives its own values or none', async () => {
    const whole = await valuesOf(bytes);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const copy = bytes.slice();
        for (const [at, how] of changes) {
          const place = places[at % places.length] ?? 0;
          copy[place] = changed(copy[place] ?? 0, how);
        }
        const read = await valuesOf(copy);
        // Two places that both fit cannot be told apart; the HEADER's is taken, and said so.
        if ('codes' in read && !read.codes.includes('data-offsets-undecided'))
          expect(read).toMatchObject({ digest: 'digest' in whole && whole.digest });
      }),
      { numRuns: 4000 },
    );
  });
});
