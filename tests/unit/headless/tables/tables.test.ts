import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../../core/base/tables/read-table.ts';
import type { Table } from '../../../../headless/tables/table.ts';
import { writeTable } from '../../../../headless/tables/write-table.ts';

const rows = [
  ['検体, "甲".fcs', 12, 1 / 3],
  ['=HYPERLINK("http://x")', 9_007_199_254_740_991, undefined],
  ['-lot', undefined, 1e-300],
] as const;
const table = (): Table => ({
  name: 'results',
  columns: [
    { name: 'file', kind: 'text' },
    { name: 'count', kind: 'integer' },
    { name: 'percent', kind: 'number' },
  ],
  rows: (async function* () {
    yield rows.slice(0, 2);
    yield [];
    yield rows.slice(2);
  })(),
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bytes of one entry of a ZIP file, by its local header. */
function entryOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 4)) {
    const [method, packed, nameLength, extra] = [
      zip.readUInt16LE(at + 8),
      zip.readUInt32LE(at + 18),
      zip.readUInt16LE(at + 26),
      zip.readUInt16LE(at + 28),
    ];
    if (zip.toString('utf8', at + 30, at + 30 + nameLength) !== name) continue;
    const begin = at + 30 + nameLength + extra;
    const bytes = packed === 0 ? zip.subarray(begin) : zip.subarray(begin, begin + packed);
    return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  throw new Error(`no ${name}`);
}

describe('a table', () => {
  it('as CSV reads back in full precision, in UTF-8, and runs nothing in a spreadsheet', async () => {
    const file = path.join(folder, 'a.csv');
    await writeTable(table(), file);
    const text = readFileSync(file, 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [head, ...lines] = readTable(text).rows.map(({ cells }) => cells);
    expect(head).toEqual(['file', 'count', 'percent']);
    expect(lines).toEqual([
      ['検体, "甲".fcs', '12', String(1 / 3)],
      ['=HYPERLINK("http://x")', '9007199254740991', ''],
      ['-lot', '', '1e-300'],
    ]);
  });

  it('as Parquet reads back with its types and gaps', async () => {
    const file = path.join(folder, 'a.parquet');
    await writeTable(table(), file);
    const bytes = readFileSync(file);
    const read = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
    expect(read.map((row) => Object.values(row).map((value) => value ?? undefined))).toEqual([
      ['検体, "甲".fcs', 12n, 1 / 3],
      ['=HYPERLINK("http://x")', 9_007_199_254_740_991n, undefined],
      ['-lot', undefined, 1e-300],
    ]);
  });

  it('as XLSX holds numbers as numbers and no formula', async () => {
    const file = path.join(folder, 'a.xlsx');
    await writeTable(table(), file);
    const zip = readFileSync(file);
    const sheet = entryOf(zip, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(`<v>${1 / 3}</v>`);
    expect(sheet).toContain('<v>12</v>');
    expect(sheet).not.toContain('<f>');
  });

  it('no header or cell runs as a formula, in either format', async () => {
    const names = ['=cmd|x', '+1', '@SUM(A1)', '＝1', ' =1', 'median -A'];
    const hostile = (): Table => ({
      name: 'results',
      columns: names.map((name) => ({ name, kind: 'text' as const })),
      rows: (async function* () {
        yield [names];
      })(),
    });
    const [csv, xlsx] = [path.join(folder, 'h.csv'), path.join(folder, 'h.xlsx')];
    await writeTable(hostile(), csv);
    await writeTable(hostile(), xlsx);
    const zip = readFileSync(xlsx);
    const sheet = entryOf(zip, 'xl/worksheets/sheet1.xml');
    const cells = [...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text);
    const lines = readFileSync(csv, 'utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe(lines[1]);
    for (const cell of [...cells, ...lines.slice(0, 2).flatMap((line) => line.split(',').map((text) => text.replace(/^"/, '')))])
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(cells).toContain("'=cmd|x");
    expect(readTable(readFileSync(csv)).rows.map(({ cells: read }) => read)).toEqual(
      [names, names].map((row) => row.map((name) => name.trim())),
    );
  });

  it('as XLSX is written while its rows come, holds what a spreadsheet can and says where a sheet ends', async () => {
    const file = path.join(folder, 'long.xlsx');
    const letters = { name: 'results', columns: [{ name: 'text', kind: 'text' as const }] };
    const hostile = ['a<b>&"c', 'NUL\u0000 and \u001f', '_x0041_', 'x'.repeat(40_000)];
    const of = (count: number, row: readonly string[]): Table => ({
      ...letters,
      rows: (async function* () {
        for (let done = 0; done < count; done += 4096) yield Array.from({ length: Math.min(4096, count - done) }, () => row);
      })(),
    });
    const some = {
      ...letters,
      rows: (async function* () {
        yield hostile.map((text) => [text]);
      })(),
    };
    await writeTable(some, file);
    const texts = [...entryOf(readFileSync(file), 'xl/worksheets/sheet1.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
    expect(texts.slice(1, 4)).toEqual(['a&lt;b&gt;&amp;"c', 'NUL_x0000_ and _x001F_', '_x005F_x0041_']);
    expect(texts[4]).toHaveLength(32_767);
    await expect(writeTable(of(1_048_576, ['']), file)).rejects.toMatchObject({ code: 'table-too-long' });
    expect(texts).toHaveLength(5);
  });

  it('under any other name is refused', async () => {
    await expect(writeTable(table(), path.join(folder, 'a.txt'))).rejects.toMatchObject({ code: 'table-format-unknown' });
  });
});
