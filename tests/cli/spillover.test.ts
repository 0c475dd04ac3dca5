import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMatrixFile } from '../../core/exchange/formats/matrix-file.ts';
import { corpusFile, hasShared } from '../shared-data.ts';
import { runCli } from './run-cli.ts';

const file = (n: number): string => corpusFile(`RGLab-flowCore/060909.00${n}`);

describe('the command spillover', () => {
  it.runIf(hasShared)('computes the matrix of the five public files and writes it', () => {
    const out = path.join(mkdtempSync(path.join(tmpdir(), 'lymphoscope-spillover-')), 'm.csv');
    const run = runCli(['spillover', `FL1-H=${file(2)}`, `FL2-H=${file(3)}`, '--unstained', file(1), '--out', out, '--json']);
    expect(run.code).toBe(0);
    const [result] = (JSON.parse(run.out) as { files: { matrix: number[][]; conditionNumber: number; residual: number }[] }).files;
    expect(result?.residual).toBeLessThan(1e-5);
    expect(readMatrixFile(readFileSync(out, 'utf8')).matrix.detectors).toEqual(['FL1-H', 'FL2-H']);
    for (const [i, row] of (result?.matrix ?? []).entries()) expect(row[i]).toBe(1);
  });

  it('refuses what is no control', () => {
    expect(runCli(['spillover', 'fitc.fcs']).code).toBe(2);
    expect(runCli(['spillover', 'FL1-H=nothing.fcs', '--json']).code).toBe(2);
  });
});
