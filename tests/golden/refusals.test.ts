import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { exportSample } from '../../core/exchange/event-files/export-sample.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { readSample } from '../../core/study/sample/raw-sample.ts';
import { expandFiles } from '../../headless/cli/shared/expand-files.ts';
import { writeText } from '../../headless/files/write-file.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { hasShared, sharedFolder } from '../shared-data.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-refusals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// what each is, as the README beside them says
describe.runIf(hasShared)('what is no FCS is refused by what it is', () => {
  it.each([
    ['f10_zip.fcs', 'ZIP'],
    ['f11_gzip.fcs', 'gzip'],
    ['f12_html.fcs', 'web page'],
    ['f13_lfs_pointer.fcs', 'Git LFS'],
    ['f14_empty.fcs', 'empty'],
    ['f17_bom_front.fcs', 'byte order mark'],
    ['._f15_appledouble.fcs', 'AppleDouble'],
  ])('%s: %s', async (name, what) => {
    const bytes = readFileSync(path.join(sharedFolder, 'wild', name));
    await expect(openFcs(bytesSource(name, bytes))).rejects.toMatchObject({ code: 'not-fcs', message: expect.stringContaining(what) });
  });
  it('a Mac’s companion of a file is left out beside others, and refused alone', async () => {
    const [companion, base] = ['._f15_appledouble.fcs', 'base.fcs'].map((name) => path.join(sharedFolder, 'wild', name));
    expect(await expandFiles([companion!, base!], false)).toEqual([base]);
    expect(await expandFiles([companion!], false)).toEqual([companion]);
  });
});

const small = (names: readonly string[], keywords = new Map<string, string>()) =>
  encodeFcs([
    {
      version: 'FCS3.0',
      eventCount: 2,
      datatype: 'F',
      byteOrder: 'little',
      channels: names.map((name) => ({ name, bits: 32, range: 1024 })),
      columns: names.map((_, i) => [i, i + 0.5]),
      keywords,
    },
  ]);

describe('two sets of names in one TEXT', () => {
  const twice = () => {
    // a second set, by keywords of the same length that are renamed
    const bytes = Buffer.from(
      small(
        ['FSC', 'SSC'],
        new Map([
          ['#P1N', 'FL1'],
          ['#P2N', 'FL2'],
        ]),
      ),
    );
    for (const name of ['#P1N', '#P2N']) bytes.write('$', bytes.indexOf(name), 'latin1');
    return bytesSource('two.fcs', bytes);
  };
  const namesBy = async (mode: 'first-names' | 'last-names') =>
    (await openFcs(twice(), { mode })).datasets[0]!.channels.map(({ name }) => name);

  it('is refused naming both, and opened by the one that is chosen', async () => {
    await expect(openFcs(twice())).rejects.toMatchObject({ code: 'names-twice' });
    await expect(openFcs(twice())).rejects.toThrow(/FSC, SSC.*FL1, FL2|FL1, FL2.*FSC, SSC/);
    const both = [await namesBy('first-names'), await namesBy('last-names')];
    expect(both.map((names) => names.join()).sort()).toEqual(['FL1,FL2', 'FSC,SSC']);
  });
});

describe('names that FCS 3.1 cannot hold', () => {
  const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
  const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: 'test' };
  const exported = async (names: readonly string[], format: 'fcs' | 'fcs3.1') => {
    const made = await exportSample(bytesSource('a.fcs', small(names)), protocol, host, {
      format,
      values: 'stored',
      single: false,
      maskNames: false,
      at: new Date(0),
    });
    const bytes = Buffer.concat([...made.pieces].map((piece) => Buffer.from(piece as Uint8Array)));
    made.release();
    const raw = await readSample(bytesSource('b.fcs', bytes), host);
    const read = {
      names: raw.dataset.channels.map(({ name }) => name),
      columns: raw.table.shards[0]!.columns.map((column) => [...column!].slice(0, 2)),
    };
    raw.table.release();
    return { ...read, version: raw.dataset.version };
  };
  it.each([[['PE-A, mCherry-A', 'Time']], [['FL1', 'FL1', 'Time']]])('%j are written as they are', async (names) => {
    const { columns, ...rest } = await exported(names, 'fcs');
    expect(rest).toEqual({ names, version: 'FCS3.0' });
    expect(columns).toEqual(names.map((_, i) => [i, i + 0.5]));
    await expect(exported(names, 'fcs3.1')).rejects.toMatchObject({ code: 'export-names' });
  });
  it('usual names are written as FCS 3.1', async () => expect((await exported(['FL1', 'Time'], 'fcs')).version).toBe('FCS3.1'));
});

it('a name as long as a disk allows is written', async () => {
  const file = path.join(folder, `${'n'.repeat(250)}.csv`);
  await writeText(file, 'x');
  expect(readFileSync(file, 'utf8')).toBe('x');
  await expect(writeText(path.join(folder, `${'n'.repeat(300)}.csv`), 'x')).rejects.toMatchObject({ code: 'name-too-long' });
});
