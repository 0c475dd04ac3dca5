import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli, sampleFile } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-duplicates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string): string => path.join(folder, name);
const cik = sampleFile('simulated-cik.fcs');

// The same events, but another keyword: another file, by its own digest.
const other = readFileSync(cik);
const at = other.indexOf('$CYT');
other[other.indexOf(other[58] ?? 0, at) + 1] = 0x58;
writeFileSync(place('other.fcs'), other);
copyFileSync(sampleFile('simulated-general-method.fcs'), place('lone.fcs'));

interface Document {
  readonly files: readonly { readonly sha256: string; readonly dataSha256?: string }[];
  readonly duplicates: readonly (readonly { readonly file: string; readonly dataset: number }[])[];
}

describe('the same events under another name', () => {
  it.each(['inspect', 'analyse'])('are reported by %s', (command) => {
    const run = runCli([command, '--json', cik, place('lone.fcs'), place('other.fcs')]);
    const { duplicates, files }: Document = JSON.parse(run.out);
    expect(duplicates).toEqual([
      [
        { file: cik, dataset: 1 },
        { file: place('other.fcs'), dataset: 1 },
      ],
    ]);
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(3);
  });

  it('are reported in words', () => {
    expect(runCli(['inspect', cik, place('other.fcs')]).out).toContain('[events-duplicate]');
    expect(runCli(['inspect', cik, place('lone.fcs')]).out).not.toContain('[events-duplicate]');
  });
});

it('inspect --quick reads HEADER and TEXT only, and gives no digest', () => {
  const { files }: Document = JSON.parse(runCli(['inspect', '--quick', '--json', cik]).out);
  expect(files[0]).not.toHaveProperty('sha256');
});
