import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bytesSource } from '../../../../core/base/byte-source.ts';
import { openSampleColumns } from '../../../../core/data/events/sample-columns.ts';
import { encodeFcs } from '../../../../core/data/fcs/write/write.ts';
import { readSample } from '../../../../core/study/sample/raw-sample.ts';
import { poolEvents } from '../../../../headless/events/pool-events.ts';
import { createPool, createSha256 } from '../../../../headless/host/host.ts';
import { problemOf } from '../../core/study/session/session-support.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function source(name: string, bytes: Uint8Array) {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return { path: file, name, sha256: createHash('sha256').update(bytes).digest('hex'), dataset: 0, mode: 'default' as const };
}

const spill = '2,A,B,1,0.1,0,1';
const floats = (values: readonly number[][], keywords: readonly (readonly [string, string])[], names = ['A', 'B']) =>
  encodeFcs([
    {
      version: 'FCS3.1',
      datatype: 'F',
      byteOrder: 'little',
      eventCount: values.length,
      channels: names.map((name) => ({ name, bits: 32, range: 1000, marker: `m${name}` })),
      columns: names.map((_, i) => Float32Array.from(values.map((event) => event[i] ?? 0))),
      keywords: new Map(keywords),
    },
  ]);

async function linearOf(file: string) {
  const raw = await readSample(bytesSource('x.fcs', readFileSync(file)), { pool: createPool(), createHash: createSha256 });
  const columns = openSampleColumns(raw.table, raw.dataset.channels, undefined, createPool());
  return {
    keywords: raw.dataset.keywords,
    columns: new Map(raw.dataset.channels.map(({ name }, i) => [name, Array.from(columns.linear(i)[0] ?? [])])),
  };
}

const one = source(
  'one.fcs',
  floats(
    [
      [1, 10],
      [2, 20],
    ],
    [
      ['$SPILLOVER', spill],
      ['LOT', 'L1'],
      ['$CYT', 'C'],
    ],
  ),
);
// the channels in another order
const two = source(
  'two.fcs',
  floats(
    [[30, 3]],
    [
      ['$SPILLOVER', spill],
      ['LOT', 'L2'],
      ['$CYT', 'C'],
    ],
    ['B', 'A'],
  ),
);

it('events of several samples are one file, each with its sample, and only what all say is said', async () => {
  const out = path.join(folder, 'pooled.fcs');
  expect(await poolEvents([one, two], out)).toEqual({ events: 3 });
  const { keywords, columns } = await linearOf(out);
  expect(Object.fromEntries(columns)).toEqual({ A: [1, 2, 3], B: [10, 20, 30], Sample: [1, 1, 2] });
  expect([keywords.get('$CYT'), keywords.get('LOT'), keywords.get('LYMPHOSCOPE_POOLED')]).toEqual(['C', undefined, '2']);
  expect(keywords.get('$SPILLOVER')).toBe(spill);
  expect(keywords.get('LYMPHOSCOPE_SOURCE_SHA256')).toBe(`${one.sha256} ${two.sha256}`);
});

it('log amplifiers are undone before values are pooled', async () => {
  const logs = (range: number, stored: number) =>
    encodeFcs([
      {
        version: 'FCS3.1',
        datatype: 'I',
        byteOrder: 'little',
        eventCount: 1,
        channels: [{ name: 'A', bits: 16, range, amplification: { decades: 4, offset: 1 } }],
        columns: [Uint16Array.of(stored)],
        keywords: new Map(),
      },
    ]);
  const out = path.join(folder, 'logs.fcs');
  await poolEvents([source('a.fcs', logs(1024, 512)), source('b.fcs', logs(4096, 1024))], out);
  const { columns } = await linearOf(out);
  expect(columns.get('A')?.map((value) => Math.round(value))).toEqual([100, 10]);
});

it.each([
  ['pool-too-few', () => [one]],
  ['pool-other-channels', () => [one, source('c.fcs', floats([[1, 1]], [['$SPILLOVER', spill]], ['A', 'C']))]],
  ['pool-other-matrix', () => [one, source('d.fcs', floats([[1, 1]], [['$SPILLOVER', '2,A,B,1,0.2,0,1']]))]],
  ['sample-differs', () => [one, { ...two, sha256: '0'.repeat(64) }]],
] as const)('%s is refused, and nothing is written', async (code, sources) => {
  const out = path.join(folder, `${code}.fcs`);
  const refused = await poolEvents(sources(), out).catch((error: unknown) => error);
  expect(
    problemOf(() => {
      throw refused;
    }),
  ).toMatchObject({ code });
  expect(existsSync(out)).toBe(false);
});
