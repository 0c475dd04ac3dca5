import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { tableForms } from '../../../../../core/base/tables/write-table.ts';
import { forEachEvent } from '../../../../../core/data/events/bitmask.ts';
import { openFcs } from '../../../../../core/data/fcs/read/open.ts';
import { readSpillover } from '../../../../../core/data/fcs/spillover/spillover.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import { asSample } from '../../../../../core/exchange/event-files/event-table.ts';
import { evaluateStrategy } from '../../../../../core/gating/evaluate/evaluate-strategy.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import { prepareSample } from '../../../../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../../../../core/study/sample/raw-sample.ts';
import { corpusFile, hasShared } from '../../../../shared-data.ts';
import { columnsOf, firstDataset, handMade, problemCode } from '../../data/fcs/read/fcs-read-support.ts';
import { exported, pool, protocol, readBack } from './export-support.ts';

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`../../../../../test-data/samples/${name}`, import.meta.url)));
const cik = sample('simulated-cik.fcs');
const real = [
  'RGLab-flowCore/0877408774.B08',
  'JinmiaoChenLab-cytofkit2/S4_PBMC.fcs',
  'DavidRach-Luciernaga/INF149_Ctrl_Tetramer_Unmixed.fcs',
];
const files: readonly (readonly [string, Uint8Array])[] = [
  ...['simulated-cik.fcs', 'simulated-expanded-nk-calibur.fcs', 'simulated-general-method.lmd'].map(
    (name) => [name, sample(name)] as const,
  ),
  ...(hasShared ? real.map((name) => [name, new Uint8Array(readFileSync(corpusFile(name)))] as const) : []),
  [
    'packed bits',
    handMade({ keywords: { $P1B: '10', $P2B: '6', $P1R: '1024', $P2R: '64', $P1E: '4,0' }, data: Uint8Array.of(1, 2, 3, 4) }),
  ],
];

describe('what is exported reads back equal', () => {
  for (const format of ['fcs3.1', 'fcs3.2'] as const) {
    it.each(files)(`${format}: stored values of %s`, async (_name, bytes) => {
      const before = await readBack(bytes);
      const after = await readBack((await exported(bytes, { format })).bytes);
      expect(after.stored).toBe(before.stored);
      expect(after.linear).toEqual(before.linear);
      expect(after.dataset.channels.map(({ marker }) => marker)).toEqual(before.dataset.channels.map(({ marker }) => marker));
      expect(after.dataset.findings.filter(({ kind }) => kind === 'repair')).toEqual([]);
      expect(readSpillover(after.dataset).spillover).toEqual(readSpillover(before.dataset).spillover);
    });

    it.each(files)(`${format}: linear values of %s`, async (_name, bytes) => {
      const before = await readBack(bytes);
      const after = await readBack((await exported(bytes, { format, values: 'linear' })).bytes);
      expect(after.linear).toEqual(before.linear);
    });
  }

  it('opens strictly', async () => {
    const { bytes } = await exported(cik, { format: 'fcs3.2' });
    expect((await firstDataset(bytes, 'strict')).version).toBe('FCS3.2');
  });
});

describe('a population', () => {
  it('holds its events, in order, compensated', async () => {
    const raw = await readTable(bytesSource('cik', cik), pool);
    const prepared = prepareSample(raw, protocol, pool);
    const { populations } = evaluateStrategy(protocol.strategy, prepared.columns, (id) => prepared.channel(id));
    const population = populations.find(({ depth, count }) => depth === 2 && count > 0);
    if (!population) throw new Error('no population');
    const made = await exported(cik, { values: 'compensated', population: population.path });
    expect(made.events).toBe(population.count);
    const dataset = await firstDataset(made.bytes);
    expect(dataset.eventCount).toBe(population.count);
    const columns = await columnsOf(made.bytes, dataset);
    for (const channel of dataset.channels.keys()) {
      const expected: number[] = [];
      const [values] = prepared.columns.linear(channel);
      forEachEvent(population.members, (event) => expected.push(values?.[event] ?? Number.NaN));
      expect(columns[channel]).toEqual(expected);
    }
    expect(dataset.keywords.get('LYMPHOSCOPE_POPULATION')).toBe(population.path);
    const { spillover, findings } = readSpillover(dataset);
    expect(spillover).toBeUndefined();
    expect(findings.map(({ code }) => code)).toContain('compensation-applied');
    prepared.release();
    raw.table.release();
  });

  it('is refused when there is none of that name', async () => {
    expect(await problemCode(exported(cik, { population: 'No such' }))).toBe('export-population-absent');
  });
});

describe('keywords', () => {
  const named = encodeFcs([
    {
      version: 'FCS3.1',
      datatype: 'F',
      byteOrder: 'big',
      eventCount: 1,
      channels: [{ name: 'A', bits: 32, range: 1024, marker: 'a|b' }],
      columns: [[1.5]],
      keywords: new Map([
        ['$SRC', 'Taro Yamada'],
        ['$CYT', 'Machine'],
        ['NOTE', 'x\fy'],
        ['$P1CALIBRATION', '1,MESF'],
      ]),
    },
  ]);

  it('say where the file comes from', async () => {
    const { keywords } = await firstDataset((await exported(named)).bytes);
    expect(keywords.get('$LAST_MODIFIED')).toBe('02-JAN-2026 03:04:05');
    expect(keywords.get('LYMPHOSCOPE_SOURCE_FILE')).toBe('source.fcs');
    expect(keywords.get('LYMPHOSCOPE_SOURCE_SHA256')).toMatch(/^[0-9a-f]{64}$/);
    expect([keywords.get('$SRC'), keywords.get('NOTE'), keywords.get('$P1CALIBRATION')]).toEqual(['Taro Yamada', 'x\fy', '1,MESF']);
  });

  it('are masked on request, the name of the file too', async () => {
    const { bytes } = await exported(named, { maskNames: true });
    const { keywords } = await firstDataset(bytes);
    expect([keywords.get('$SRC'), keywords.get('LYMPHOSCOPE_SOURCE_FILE'), keywords.get('$CYT')]).toEqual(['●●●●', '●●●●', 'Machine']);
    expect(Buffer.from(bytes).includes('Yamada')).toBe(false);
  });

  it('are chosen by name; an unknown one is refused', async () => {
    const { keywords } = await firstDataset((await exported(named, { keywords: ['$cyt'] })).bytes);
    expect([keywords.get('$CYT'), keywords.has('$SRC')]).toEqual(['Machine', false]);
    expect(await problemCode(exported(named, { keywords: ['NONE'] }))).toBe('export-keyword-absent');
  });

  it('of an export of an export still say that values are compensated', async () => {
    const first = (await exported(cik, { values: 'compensated' })).bytes;
    const { keywords } = await firstDataset((await exported(first)).bytes);
    expect(keywords.get('LYMPHOSCOPE_VALUES')).toBe('compensated');
  });
});

it('of a salvaged file stays marked, through any number of exports', async () => {
  const cut = cik.slice(0, 200_000);
  const once = (await exported(cut, { mode: 'salvage' })).bytes;
  const twice = (await exported(once)).bytes;
  for (const bytes of [once, twice])
    expect((await firstDataset(bytes)).findings).toMatchObject([{ code: 'export-of-repaired', values: { repairs: 'truncated' } }]);
});

it('keeps 64-bit integers and mixed types of FCS 3.2', async () => {
  const mixed = encodeFcs([
    {
      version: 'FCS3.2',
      datatype: 'F',
      byteOrder: 'little',
      eventCount: 2,
      channels: [
        { name: 'I', bits: 64, range: 2 ** 53, datatype: 'I' },
        { name: 'L', bits: 16, range: 1024, datatype: 'I', amplification: { decades: 4, offset: 1 } },
        { name: 'F', bits: 32, range: 10 },
        { name: 'D', bits: 64, range: 10, datatype: 'D' },
      ],
      columns: [
        [2 ** 53 - 1, 7],
        [1023, 0],
        [0.5, -1],
        [0.1, Number.NaN],
      ],
      keywords: new Map([['$CYT', 'x']]),
    },
  ]);
  const after = await readBack((await exported(mixed, { format: 'fcs3.2' })).bytes);
  expect(after.stored).toBe((await readBack(mixed)).stored);
  expect(await problemCode(exported(mixed, { format: 'fcs3.1' }))).toBe('export-not-expressible');
});

it('writes CSV that gives back each value', async () => {
  const { bytes } = await exported(cik, { format: 'csv', values: 'compensated' });
  const [head, ...lines] = Buffer.from(bytes).toString('utf8').trimEnd().split('\r\n');
  const { bytes: fcs } = await exported(cik, { values: 'compensated' });
  const dataset = await firstDataset(fcs);
  const columns = await columnsOf(fcs, dataset);
  expect(head?.split(',').map((name) => name.replace(/^Comp-| :: .*$/g, ''))).toEqual(dataset.channels.map(({ name }) => name));
  expect(lines).toHaveLength(dataset.eventCount);
  for (const event of [0, 1, lines.length - 1])
    expect(lines[event]?.split(',').map(Number)).toEqual(columns.map((column) => column[event]));
});

it('refuses compensated values without a matrix', async () => {
  const bare = parseProtocol(JSON.stringify({ ...protocol, compensation: { use: 'none' } }));
  expect(await problemCode(exported(cik, { values: 'compensated' }, bare))).toBe('export-not-compensated');
});

describe('events as CSV open again', () => {
  const opened = async (bytes: Uint8Array) => {
    const source = await asSample(bytesSource('events.csv', bytes));
    const [dataset] = (await openFcs(source, { mode: 'default' })).datasets;
    return (dataset?.channels ?? []).map(({ name, marker }) => [name, marker ?? '']);
  };
  const odd = (names: readonly string[], markers: readonly string[]) =>
    encodeFcs([
      {
        version: 'FCS3.0',
        datatype: 'D',
        byteOrder: 'little',
        channels: names.map((name, i) => ({ name, marker: markers[i]!, bits: 64, range: 1 })),
        eventCount: 2,
        columns: names.map((_, i) => [i, 0.5]),
        keywords: new Map(),
      },
    ]);

  it.each(Object.values(tableForms))('with their markers, in the form %o', async (table) => {
    const names = ['FITC-A', 'PE-A, mCherry-A', '=PE', 'A::B', 'V450-A', 'V450-A', '1', '検出器'];
    const markers = ['CD3', 'CD4; CD8', '=1+1', 'CD56', 'CD45', 'CD19', '"CD7"', 'ＣＤ１６'];
    const { bytes } = await exported(odd(names, markers), { format: 'csv', table });
    expect(await opened(bytes)).toEqual(names.map((name, i) => [name, markers[i]]));
  });

  it.each(['csv', 'fcs'] as const)('as compensated where they are, and no matrix is used on them again: %s', async (format) => {
    const { bytes } = await exported(cik, { format, values: 'compensated' });
    if (format === 'csv') expect(await opened(bytes)).toContainEqual(['Comp-FITC-A', 'CD3']);
    const raw = await readTable(await asSample(bytesSource('events', bytes)), pool);
    const names = (await firstDataset(cik)).channels.map(({ name }) => name).filter((name) => /^(FITC|PE)-A$/.test(name));
    const matrix = names.map((_, i) => names.map((__, j) => (i === j ? 1 : 0.1)));
    const again = parseProtocol(JSON.stringify({ ...protocol, compensation: { use: 'matrix', channels: names, matrix } }));
    const prepared = prepareSample(raw, again, pool);
    expect(prepared.compensation).toMatchObject({ source: 'none', status: 'compensated' });
    prepared.release();
    raw.table.release();
  });
});
