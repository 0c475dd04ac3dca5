import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedRandom } from '../../test-data/random.ts';
import { honestFile, lies } from '../fixtures/lying-files.ts';
import { jsonOf, runCli, sampleFile } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'values-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = 3;

beforeAll(() => {
  const good = readFileSync(sampleFile('simulated-resting-blood-basic-panel.fcs'));
  for (let i = 0; i < GOOD; i++) writeFileSync(path.join(folder, `good-${i}.fcs`), good);
  for (const [i, { tell }] of lies.entries())
    for (let seed = 0; seed < 7; seed++) {
      const bytes = tell(honestFile(seed), seedRandom(seed));
      if (bytes !== undefined) writeFileSync(path.join(folder, `lie-${i}-${seed}.fcs`), bytes);
    }
});

describe('a folder of good and lying files', () => {
  it('gives the results of the good ones and a sentence for each refused one', () => {
    const run = runCli(['analyse', folder, '--recursive', '--json']);
    const { files } = jsonOf(run);
    expect(run.code).toBe(1);
    expect(files.length).toBeGreaterThan(20);
    const good = files.filter(({ file }) => path.basename(file).startsWith('good'));
    expect(good.map(({ error }) => error)).toEqual(Array(GOOD).fill(undefined));
    for (const { error } of files) if (error !== undefined) expect(error.code).not.toBe('analysis-crashed');
    expect(files.some(({ error }) => error?.code === 'layout-ambiguous')).toBe(true);
  });

  it('opens what is refused when salvaging, and rejects it', () => {
    const run = runCli(['quality', path.join(folder, 'lie-0-0.fcs'), '--json', '--salvage']);
    const [file] = JSON.parse(run.out).files;
    expect(file).toMatchObject({ verdict: 'reject' });
    expect(file.findings.map(({ code }: { code: string }) => code)).toContain('values-senseless');
  });
});
