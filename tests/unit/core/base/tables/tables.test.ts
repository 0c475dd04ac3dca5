import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../../core/base/tables/read-table.ts';
import { tableNumber } from '../../../../../core/base/tables/table-number.ts';
import { tableFormOf, tableForms, tableLine } from '../../../../../core/base/tables/write-table.ts';
import { matchMetadata } from '../../../../../core/data/metadata/match-metadata.ts';
import { readMetadataTable } from '../../../../../core/data/metadata/metadata-table.ts';
import { corpusFile, hasShared, sharedFolder } from '../../../../shared-data.ts';

const cellsOf = (input: string | Uint8Array) => readTable(input).rows.map(({ cells }) => cells);
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
// 検体,日 / がん,14 in CP932, as a Japanese spreadsheet writes it
const cp932 = Uint8Array.from([
  ...[0x8c, 0x9f, 0x91, 0xcc, 0x2c, 0x93, 0xfa, 0x0d, 0x0a],
  ...[0x82, 0xaa, 0x82, 0xf1, 0x2c, 0x31, 0x34, 0x0d, 0x0a],
]);

describe('a table of any program', () => {
  it.each([
    ['UTF-8 with a mark', '\ufefffile,day\r\na,1\r\n'],
    ['semicolons', 'file;day\na;1\n'],
    ['tabs', 'file\tday\na\t1'],
    ['a line sep=', 'sep=;\r\nfile;day\r\na;1\r\n'],
    ['quotes', '"file","day"\r"a","1"\r'],
    ['blanks around cells', 'file , day\n a ,  1 \n'],
    ['a full-width name', 'file,day\na,1'],
  ])('with %s', (_, text) =>
    expect(cellsOf(text)).toEqual([
      ['file', 'day'],
      ['a', '1'],
    ]),
  );
  it.each([
    ['UTF-16 with a mark', utf16('\ufefffile\tday\r\na\t1\r\n')],
    ['UTF-16 without', utf16('file\tday\r\na\t1\r\n')],
    ['UTF-16 of the other order', utf16('\ufefffile\tday\r\na\t1\r\n', true)],
  ])('in %s', (_, bytes) =>
    expect(cellsOf(new Uint8Array(bytes))).toEqual([
      ['file', 'day'],
      ['a', '1'],
    ]),
  );
  it('in CP932', () =>
    expect(cellsOf(cp932)).toEqual([
      ['検体', '日'],
      ['がん', '14'],
    ]));
  it('names stand in NFC', () => expect(cellsOf('ガ,x'.normalize('NFD'))).toEqual([['ガ', 'x']]));
  it('lines are counted through quoted line ends', () =>
    expect(readTable('a,"b\r\nc"\n\nd,e').rows.map(({ line }) => line)).toEqual([1, 4]));
  it.each(['a,"b', 'a,"b"c', '"a""', 'FCS3.1\0\0'])('%j is refused', (text) =>
    expect(() => readTable(text)).toThrowError(expect.objectContaining({ code: 'csv-invalid' })),
  );
});

describe('a number in a table', () => {
  it.each([
    ['0,35', ',', 0.35],
    ['0.35', '.', 0.35],
    ['０．３５', '.', 0.35],
    ['1.234', '.', 1.234],
    ['1,234', ',', 1.234],
    ['1,234', '.', 1234],
    ['1.234', ',', 1234],
    ['1,234', undefined, Number.NaN],
    ['2,000,000', undefined, 2_000_000],
    ['1e-7', '.', 1e-7],
    ['−0,02', ',', -0.02],
    ['', '.', Number.NaN],
    ['Inf', '.', Number.NaN],
    ['0x10', '.', Number.NaN],
  ] as const)('%j where the decimal sign is %j', (cell, decimal, value) => expect(tableNumber(cell, decimal)).toBe(value));
});

describe('what is written', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.stringMatching(/^['\s]?[=+\-@＝＋－＠][a-z("';,]{0,6}$/),
    fc.constantFrom('=cmd|/C calc', '+1', '@SUM(A1)', '-A', '\t=1', "'=x", "''=x", 'x;=1', 'x,=1', ' =1'),
  );
  it.each(Object.entries(tableForms))('with %s reads back, and no cell runs as a formula', (_, form) =>
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        // a row of blanks is no row; cells are told without blanks around them, in NFC
        const told = rows.map((row) => ['x', ...row.map((text) => text.trim().normalize('NFC').replaceAll('\0', ''))]);
        const text = told.map((row) => tableLine(row, form)).join('');
        expect(cellsOf(`sep=${form.separator}\r\n${text}`)).toEqual(told);
        for (const found of text.matchAll(/(?:^|[,;\r\n])"?\s*([=+\-@＝＋－＠\t])/g)) expect(isInside(text, found.index)).toBe(true);
      }),
      { numRuns: 400 },
    ),
  );
  /** Whether a place lies within a quoted cell, behind its first letter. */
  const isInside = (text: string, at: number) => (text.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1;

  it('numbers have every digit, with the decimal sign of the form', () => {
    expect(tableLine([0.1 + 0.2, 1e-7, 1_000_000], tableForms.semicolon)).toBe('0,30000000000000004;1e-7;1000000\r\n');
    expect(tableLine([0.5, 'a;b', undefined])).toBe('0.5,"a;b",\r\n');
  });
  it('is what spreadsheets of a locale open', () => {
    expect(tableFormOf('de-DE')).toBe(tableForms.semicolon);
    expect(tableFormOf('ja-JP')).toBe(tableForms.comma);
  });
});

describe('metadata for files', () => {
  const of = (text: string, ...files: readonly string[]) => {
    const matcher = matchMetadata(readMetadataTable(text));
    return files.map((file) => matcher.of(file)?.lot);
  };
  it('a row names its file by path, by another computer’s path, without its ending, in capitals', () => {
    expect(of('file,lot\ndirA/run.fcs,A\ndirB/run.fcs,B', '/d/dirA/run.fcs', '/d/dirB/run.fcs')).toEqual(['A', 'B']);
    expect(of('file,lot\nC:\\lab\\run.fcs,A', '/d/run.fcs')).toEqual(['A']);
    expect(of('file,lot\nrun,A', '/d/run.fcs')).toEqual(['A']);
    expect(of('file,lot\nRUN.FCS,A', '/d/run.fcs')).toEqual(['A']);
    expect(of(`file,lot\n${'プール.fcs'.normalize('NFD')},A`, 'プール.fcs')).toEqual(['A']);
    expect(of('file,lot\nother/run.fcs,A', '/d/run.fcs')).toEqual([undefined]);
  });
  it('the plain name goes before one that only looks alike', () =>
    expect(of('file,lot\nRun.fcs,A\nrun.fcs,B', 'run.fcs', 'Run.fcs')).toEqual(['B', 'A']));
  it('one row for two files, and two rows that contradict, are refused', () => {
    expect(() => of('file,lot\nrun.fcs,A', '/a/run.fcs', '/b/run.fcs')).toThrow(expect.objectContaining({ code: 'metadata-ambiguous' }));
    expect(() => readMetadataTable('file,lot\nrun.fcs,A\nrun.fcs,B')).toThrow(
      expect.objectContaining({ code: 'metadata-contradicts', place: { line: 3 } }),
    );
    expect(readMetadataTable('file,lot\nrun.fcs,A\nrun.fcs,A').rows).toHaveLength(1);
    expect(() => of('file,lot\nRun,A\nRUN,B', '/a/run.fcs')).toThrow(expect.objectContaining({ code: 'metadata-contradicts' }));
  });
  it('rows without a file and files without a row are findings', () => {
    const matcher = matchMetadata(readMetadataTable('file,lot,shoe size\na.fcs,A,43\nb.fcs,B,44'));
    matcher.of('a.fcs');
    matcher.of('c.fcs');
    expect(matcher.findings().map(({ code, values }) => [code, values])).toEqual([
      ['metadata-columns-unknown', { columns: 'shoe size' }],
      ['metadata-file-unlisted', { file: 'c.fcs' }],
      ['metadata-row-unused', { line: 3, file: 'b.fcs' }],
    ]);
  });
  it('a decimal comma that is not quoted is refused, not cut off', () =>
    expect(() => readMetadataTable('file,day\na.fcs,14,5')).toThrow(expect.objectContaining({ code: 'metadata-invalid' })));
  it('100,000 rows take less than two seconds', () => {
    const text = `file,role,lot,donor,day\n${Array.from({ length: 100_000 }, (_, i) => `検体${i}.fcs,sample,L${i},D${i},14`).join('\n')}`;
    const bytes = new TextEncoder().encode(text);
    // time of the processor, the least of three: other work on the machine says nothing of the reader
    const times = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      expect(matchMetadata(readMetadataTable(bytes)).of('検体99999.fcs')?.lot).toBe('L99999');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(2000);
  });
});

// role CIK culture, lot L1, donor D1, day 14 (m5 "Day 14", m6 "14,5") as the tables say
describe.runIf(hasShared)('metadata tables of the wild', () => {
  const table = (name: string) => matchMetadata(readMetadataTable(readFileSync(path.join(sharedFolder, 'wild', name))));
  const usual = { role: 'sample', culture: 'CIK', lot: 'L1', donor: 'D1', day: 14 };
  it.each([
    ['m1_utf8.csv', '検体１_がん患者.fcs', usual],
    ['m1_utf8.csv', 'プール_ガ.fcs', { role: 'sample', culture: 'LAK', lot: 'L2', donor: 'D2', day: 7 }],
    ['m2_cp932.csv', '検体１_がん患者.fcs', usual],
    ['m3_semicolon.csv', 'base.fcs', usual],
    ['m4_utf16_tab.csv', 'base.fcs', usual],
    ['m5_day_text.csv', 'base.fcs', usual],
    ['m6_day_comma.csv', 'base.fcs', { ...usual, day: 14.5 }],
    ['m7_caps_headers.csv', 'base.fcs', usual],
    ['m8_path.csv', 'base.fcs', usual],
    ['m9_noext.csv', 'base.fcs', usual],
    ['m10_spaces.csv', 'base.fcs', usual],
    ['m11_same_names_path.csv', 'dirA/run.fcs', { culture: 'CIK', lot: 'LA' }],
    ['m11_same_names_path.csv', 'dirB/run.fcs', { culture: 'LAK', lot: 'LB' }],
  ])('%s: %s', (name, file, wanted) => {
    for (const form of ['NFC', 'NFD']) expect(table(name).of(path.join(corpusFile('..'), 'wild', file).normalize(form))).toEqual(wanted);
  });
});
