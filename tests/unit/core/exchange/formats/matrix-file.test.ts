import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMatrixFile, writeMatrixCsv, writeMatrixMtx } from '../../../../../core/exchange/formats/matrix-file.ts';
import { hasShared, sharedFolder } from '../../../../shared-data.ts';

const matrix = {
  fluorochromes: ['FITC-A', 'PE, "bright"'],
  detectors: ['FITC-A', 'PE, "bright"'],
  matrix: [
    [1, 0.123456789012345],
    [1e-7, 1],
  ],
};

describe('a matrix as a file', () => {
  it.each([
    ['CSV', writeMatrixCsv(matrix)],
    ["FlowJo's", writeMatrixMtx('spill', matrix)],
  ])('%s reads back as it was', (_, text) => expect(readMatrixFile(text).matrix).toEqual(matrix));

  it('is put in the order of its columns, and out of percent', () => {
    const read = readMatrixFile(',A,B\nB,2,100\nA,100,30\n');
    expect(read.matrix.matrix).toEqual([
      [1, 0.3],
      [0.02, 1],
    ]);
    expect(read.notes.map(({ code }) => code)).toEqual(['rows-reordered', 'percent']);
  });

  it.each([
    ['blank columns behind', ',A,B,,\nA,1,0.3,,\nB,0.02,1,,\n,,,,\n'],
    ['blank columns behind the values only', ',A,B\nA,1,0.3,\nB,0.02,1,\n'],
    ['blank columns, and a blank diagonal', ',A,B,\nA,,0.3,\nB,0.02,,\n'],
    ['no corner, blank columns', 'A,B,\nA,1,0.3,\nB,0.02,1,\n'],
    ['lines of a title before it', 'Compensation Matrix\nDate,2024-01-02\n\n,A,B\nA,1,0.3\nB,0.02,1\n'],
    ['a comment, and the end of a text file under DOS', '# by hand\n,A,B\r\nA,1,0.3\r\nB,0.02,1\r\n\u001a'],
  ])('%s', (_, text) =>
    expect(readMatrixFile(text).matrix.matrix).toEqual([
      [1, 0.3],
      [0.02, 1],
    ]),
  );

  it.each([
    [',A,B\nA,100,"1,350"\nB,"2,200",100\n', 2, 'in one way'],
    [',A,B\nA,1,0.3\nB,0.02,1\n,A,B\nA,1,0.2\nB,0.1,1\n', 5, 'stands twice'],
    ['A,B\n1,x\n0,1', 2, '"x" is not a number'],
    ['A,B\n1,0.1\n1', 3, '2 values are needed'],
    ['1,2\n3,4', 1, 'channel names'],
    ['A,A\n1,0\n0,1', 1, 'once each'],
  ])('%j is refused at line %i', (text, line, why) => {
    expect(() => readMatrixFile(text)).toThrow(
      expect.objectContaining({ code: 'matrix-invalid', place: { line }, message: expect.stringContaining(why) }),
    );
  });
});

describe.runIf(hasShared)('matrices of other programs', () => {
  const read = (...file: readonly string[]) => readMatrixFile(readFileSync(path.join(sharedFolder, ...file), 'utf8'));

  it("FlowJo's older text", () => {
    const { name, matrix } = read('compensation', 'compmatrix');
    expect(name).toBe('Lipo088#2matrix');
    expect(matrix.detectors).toEqual(['FL1-H', 'FL2-H', 'FL3-H', 'FL4-H']);
    expect(matrix.matrix[2]).toEqual([8.69e-3, 0.17, 1, 0.21]);
  });

  it('tables of R, with a wrong diagonal said', () => {
    expect(read('compensation', 'compref').matrix.matrix[0]).toEqual([1, 0.242022277630705, 0.0320837058201989, 0.0011278155536909]);
    expect(read('compensation', 'compref').notes).toEqual([]);
    expect(read('compensation', 'compref2').notes.map(({ code }) => code)).toEqual(['diagonal-not-one']);
  });

  it('CSV with a comment of names, and a workspace', () => {
    const { matrix } = read('flowjo', 'parse-only', 'den_comp.csv');
    expect(matrix.detectors[0]).toBe('TNFa FITC FLR-A');
    expect(matrix.matrix[1]?.[5]).toBe(0.087982);
    expect(read('flowjo', 'parse-only', '8_color_ICS.wsp').name).toBe('Acquisition-defined');
  });
});
