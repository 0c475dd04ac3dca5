import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonOf, runCli, sampleFile } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = (name: string): string => path.join(folder, name);
const cik = sampleFile('simulated-cik.fcs');
const digest = (file: string) => jsonOf(runCli(['inspect', '--digests', '--json', file])).files[0]?.datasets[0]?.eventsSha256;

describe('export', () => {
  it('writes all events, which read back with the same digest', () => {
    expect(runCli(['export', cik, '--out', out('all.fcs'), '--format', 'fcs3.2']).code).toBe(0);
    expect(digest(out('all.fcs'))).toBe(digest(cik));
  });

  it('writes the population that analyse counts', () => {
    const analysed = jsonOf(runCli(['analyse', '--json', cik])).files[0]?.populations.find(({ count }) => count > 100);
    const run = runCli([
      'export',
      cik,
      '--population',
      analysed?.path ?? '',
      '--values',
      'compensated',
      '--out',
      out('part.fcs'),
      '--json',
    ]);
    expect(jsonOf(run).files[0]).toMatchObject({ events: analysed?.count, values: 'compensated' });
    expect(jsonOf(runCli(['inspect', '--json', out('part.fcs')])).files[0]?.datasets[0]?.events).toBe(analysed?.count);
  });

  it('writes CSV by the ending of the name, of the second data set', () => {
    const lmd = sampleFile('simulated-general-method.lmd');
    expect(runCli(['export', lmd, '--dataset', '2', '--mask-names', '--out', out('two.csv')]).code).toBe(0);
    const events = jsonOf(runCli(['inspect', '--json', lmd])).files[0]?.datasets[1]?.events ?? 0;
    expect(readFileSync(out('two.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(events + 1);
  });

  it('does not write over its own source', () => {
    const size = statSync(cik).size;
    const run = runCli(['export', cik, '--out', cik]);
    expect([run.code, statSync(cik).size]).toEqual([2, size]);
    expect(run.err).toContain('[export-over-source');
  });

  it('names the populations where an unknown one is asked for', () => {
    const run = runCli(['export', cik, '--population', 'Nothing', '--lang', 'ja', '--out', out('no.fcs')]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('export-population-absent');
  });
});
