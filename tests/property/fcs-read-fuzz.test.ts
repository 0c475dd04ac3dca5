import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import { readSpillover } from '../../core/data/fcs/spillover/spillover.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { builtKernels } from '../kernel-module.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { handMade } from '../unit/core/data/fcs/read/fcs-read-support.ts';

/** Here once; `npm run prove -- fuzz` ten times, with other seeds. */
const FILES = 40_000;

const kernels = builtKernels();

const channels = [
  { name: 'FSC', bits: 16, range: 1024 },
  { name: 'FL1', bits: 16, range: 65536 },
];
const content = {
  version: 'FCS3.0',
  channels,
  eventCount: 20,
  datatype: 'I',
  byteOrder: 'big',
  columns: [Array(20).fill(3), Array(20).fill(4)],
} as const;
/** Every type of FCS 3.2 in one row. */
const mixed: FcsContent = {
  ...content,
  version: 'FCS3.2',
  datatype: 'F',
  keywords: new Map([['$CYT', 'x']]),
  channels: [
    { name: 'A', bits: 32, range: 9 },
    { name: 'B', bits: 64, range: 9, datatype: 'D' },
    { name: 'C', bits: 8, range: 256, datatype: 'I' },
    { name: 'D', bits: 64, range: 2 ** 53, datatype: 'I' },
    { name: 'E', bits: 24, range: 2 ** 24, datatype: 'I' },
  ],
  columns: [1, 2, 3, 4, 5].map((value) => Array(20).fill(value)),
};
const keywords = new Map([['$SPILLOVER', '2,FSC,FL1,1,0.1,0,1']]);
const seeds = [
  handMade(),
  handMade({ keywords: { $DATATYPE: 'A', $P1B: '*', $P2B: '*' }, data: new TextEncoder().encode('1,2,3,4') }),
  encodeFcs([{ ...content, keywords, analysis: new Map([['A', 'b']]), supplementalText: new Map([['S', 't']]) }, content]),
  encodeFcs([{ ...content, channels: channels.map((channel) => ({ ...channel, bits: 11 })) }]),
  encodeFcs([{ ...content, version: 'FCS2.0', byteOrder: [3, 4, 1, 2], channels: channels.map((channel) => ({ ...channel, bits: 32 })) }]),
  encodeFcs([mixed]),
  encodeFcs([{ ...mixed, version: 'FCS3.1', datatype: 'F', channels: mixed.channels.map(({ name }) => ({ name, bits: 32, range: 9 })) }]),
];

type Edit = (bytes: Uint8Array) => Uint8Array;

/** A part of the file's length. Without the library's bias, which would change the first bytes nearly always. */
const place = fc.noBias(fc.nat(2 ** 30 - 1)).map((at) => at / 2 ** 30);
const interesting = fc.constantFrom(
  '0',
  '1',
  '-1',
  '99999999',
  '4294967296',
  '*',
  '|',
  '||',
  '',
  '$TOT',
  '$P1B',
  '64',
  '63',
  'F',
  'D',
  'A',
  '3,4,1,2',
  '\xff\xfe',
  '\x81\x40',
  'FCS3.1',
);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(
    ([at, byte]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        copy[Math.floor(at * copy.length)] = byte;
        return copy;
      },
  ),
  // Digits become other digits: offsets and sizes that still parse.
  fc.tuple(place, fc.nat(9)).map(
    ([at, digit]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        for (let i = Math.floor(at * copy.length); i < copy.length; i++) {
          const byte = copy[i] ?? 0;
          if (byte < 0x30 || byte > 0x39) continue;
          copy[i] = 0x30 + digit;
          break;
        }
        return copy;
      },
  ),
  place.map(
    (at): Edit =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(place, interesting).map(
    ([at, text]): Edit =>
      (bytes) => {
        const copy = bytes.slice();
        copy.set(Buffer.from(text, 'latin1').subarray(0, copy.length - Math.floor(at * copy.length)), Math.floor(at * copy.length));
        return copy;
      },
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (bytes) =>
        Uint8Array.from([...bytes.slice(0, Math.floor(to * bytes.length)), ...bytes.slice(Math.floor(from * bytes.length))]),
  ),
);

it(`survives ${FILES} mutated files (LYMPHO_PROOF_SEED=${proofSeed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(edits, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('default', 'strict', 'salvage'),
      async (start, changes, mode) => {
        const bytes = changes.reduce((current, change) => change(current), start);
        const source = bytesSource('fuzz', bytes);
        let asked = 0;
        const counted = {
          ...source,
          read(into: Uint8Array, offset: number) {
            asked += into.length;
            return source.read(into, offset);
          },
        };
        // Room for the events of the file at the widest column, a page a shard: a claim beyond the file's bytes would not fit.
        const pool = createMemoryPool(2 ** 17 + 64 * bytes.length, kernels);
        try {
          const file = await openFcs(counted, { mode: mode === 'default' ? 'default' : mode });
          for (const dataset of file.datasets) {
            readSpillover(dataset);
            (await readEvents(dataset, counted, { pool })).release();
          }
        } catch (error) {
          if (!(error instanceof Problem) || error.code === 'memory-limit') throw error;
        }
        expect(asked).toBeLessThan(10_000 + 20 * bytes.length);
      },
    ),
    { seed: proofSeed, numRuns: FILES },
  );
  countForProof('files', FILES);
}, 300_000);
