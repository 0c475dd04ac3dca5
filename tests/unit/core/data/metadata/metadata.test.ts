import { describe, expect, it } from 'vitest';
import { matchMetadata } from '../../../../../core/data/metadata/match-metadata.ts';
import { metadataKeywordsSchema, readMetadata } from '../../../../../core/data/metadata/metadata-keywords.ts';
import { readMetadataTable } from '../../../../../core/data/metadata/metadata-table.ts';
import { findPersonalKeywords, maskValue, mayHoldName } from '../../../../../core/data/metadata/personal-keywords.ts';

const wanted = metadataKeywordsSchema.parse({ role: ['ROLE'], lot: ['LOT', 'LOT NUMBER'], day: ['DAY'], declaredMethod: ['METHOD'] });

describe('sample metadata', () => {
  it('comes from keywords, the first one that is there and not blank', () => {
    const keywords = new Map([
      ['LOT', ' '],
      ['LOT NUMBER', 'L-7'],
      ['DAY', '14'],
      ['ROLE', 'Single Stain'],
    ]);
    expect(readMetadata(keywords, wanted)).toEqual({ role: 'single-stain', lot: 'L-7', day: 14 });
  });
  it('leaves out what does not fit', () =>
    expect(
      readMetadata(
        new Map([
          ['DAY', 'soon'],
          ['ROLE', 'boss'],
        ]),
        wanted,
      ),
    ).toEqual({ role: 'sample' }));
  it('is overruled by hand', () =>
    expect(readMetadata(new Map([['LOT', 'A']]), wanted, { lot: 'B', role: 'fmo' })).toEqual({ role: 'fmo', lot: 'B' }));

  it('comes from a table, with Japanese and quoted values', () => {
    const table = readMetadataTable('\ufefffile,role,lot,day,Declared Method\r\n"検体,1.fcs",sample,"ロット""甲""",14,一般法\r\n');
    expect(matchMetadata(table).of('検体,1.fcs')).toEqual({ role: 'sample', lot: 'ロット"甲"', day: 14, declaredMethod: '一般法' });
  });
  it('passes over lines of a title and blank columns', () => {
    const table = readMetadataTable('Sample list\n\n# by hand\nfile,lot,day,,\na.fcs,L1,14,,\n,,,,\n');
    expect(table.rows).toMatchObject([{ file: 'a.fcs', line: 5, metadata: { lot: 'L1', day: 14 } }]);
    expect(table.findings).toEqual([]);
  });
  it.each([
    ['no file column', 'name\r\nx\r\n', 1],
    ['a role that is none', 'file,role\r\na.fcs,boss\r\n', 2],
    ['a day that is none', 'file,day\na.fcs,x\n', 2],
    ['a date as spreadsheets number days', 'file,day\na.fcs,44927\n', 2],
  ])('refuses a table with %s', (_, text, line) => {
    expect(() => readMetadataTable(text)).toThrowError(expect.objectContaining({ code: 'metadata-invalid', place: { line } }));
  });
  it('says of every count which cells it is of', () => {
    const table = readMetadataTable('file,cells,seeded cells,cellsKind,seeded_cells_kind\na.fcs,5,4,total,\nb.fcs,,3,viable,total\n');
    expect(readMetadata(new Map(), wanted, matchMetadata(table).of('a.fcs'))).toEqual({
      role: 'sample',
      cells: 5,
      seededCells: 4,
      cellsKind: 'total',
      seededCellsKind: 'viable',
    });
    expect(readMetadata(new Map(), wanted, matchMetadata(table).of('b.fcs'))).toEqual({
      role: 'sample',
      seededCells: 3,
      seededCellsKind: 'total',
    });
    expect(() => readMetadataTable('file,cells,cellsKind\na.fcs,5,some\n')).toThrowError(
      expect.objectContaining({ code: 'metadata-invalid' }),
    );
  });

  it('refuses a table that gives a lot two donors, at the line of the second', () => {
    const text = 'file,lot,donor\na.fcs,A,D1\nb.fcs,B,D2\nc.fcs,A,\nd.fcs,A,D2\n';
    const refused = { code: 'lot-other-donor', place: { line: 5 }, values: { lot: 'A', donor: 'D1', other: 'D2' } };
    expect(() => readMetadataTable(text)).toThrowError(expect.objectContaining(refused));
  });
});

describe('keywords that may hold a name', () => {
  it.each(['$SRC', '$SMNO', '$FIL', '$PROJ', 'PATIENT NAME', 'Patient ID', '@SAMPLEID1', '患者名', 'EXPERIMENT NAME'])('%s', (name) =>
    expect(mayHoldName(name)).toBe(true),
  );
  it.each(['$CYT', '$TOT', '$P1N', 'CREATOR'])('%s does not', (name) => expect(mayHoldName(name)).toBe(false));
  it('are listed by name, never by value', () => {
    const [finding] = findPersonalKeywords(
      new Map([
        ['$SRC', '山田太郎'],
        ['$SMNO', ' '],
        ['$CYT', 'X'],
      ]),
    );
    expect(finding?.values).toEqual({ keywords: '$SRC' });
  });
  it('are masked', () => {
    expect(maskValue('$SRC', '山田太郎')).toEqual({ value: '●●●●', masked: true });
    expect(maskValue('$CYT', 'Aurora')).toEqual({ value: 'Aurora', masked: false });
  });
});
