import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asSession } from '../../core/study/session/session.ts';
import { serialiseSession } from '../../core/study/session/session-text.ts';
import { commitAll, node, rectangle, shipped } from '../unit/core/study/session/session-support.ts';
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
    expect(jsonOf(run).files[0]).toMatchObject({ events: analysed?.count, values: 'compensated', light: 'green', cautions: [] });
    expect(jsonOf(runCli(['inspect', '--json', out('part.fcs')])).files[0]?.datasets[0]?.events).toBe(analysed?.count);
  });

  it('writes CSV by the ending of the name, of the second data set', () => {
    const lmd = sampleFile('simulated-general-method.lmd');
    expect(runCli(['export', lmd, '--dataset', '2', '--out', out('two.csv')]).code).toBe(0);
    const events = jsonOf(runCli(['inspect', '--json', lmd])).files[0]?.datasets[1]?.events ?? 0;
    expect(readFileSync(out('two.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(events + 1);
  });

  it('takes the gates of a saved session, with those placed in this sample', () => {
    const bytes = readFileSync(cik);
    const file = { name: 'renamed.fcs', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, dataset: 0 };
    const sample = { id: 's1', file, metadata: { role: 'sample' as const } };
    const begun = commitAll([
      { type: 'protocol/replace', protocol: { ...shipped, strategy: [node('Cells', 'FSC')] } },
      { type: 'sample/add', samples: [sample] },
    ]);
    const gate = begun.present.protocol.strategy[0]?.id ?? '';
    const placed = commitAll([{ type: 'gate/change', gate, to: rectangle(-1), scope: { sample: 's1', reason: 'all of them' } }], begun);
    const countOf = (history: typeof begun): number => {
      writeFileSync(out('s.json'), serialiseSession(asSession(history.present, history.audit)));
      return Number(
        JSON.parse(runCli(['export', cik, '--session', out('s.json'), '--population', 'Cells', '--out', out('s.fcs'), '--json']).out)
          .files[0].events,
      );
    };
    const events = jsonOf(runCli(['inspect', '--json', cik])).files[0]?.datasets[0]?.events;
    expect(countOf(begun)).toBeLessThan(events ?? 0);
    expect(countOf(placed)).toBe(events);
    const other = runCli(['export', sampleFile('simulated-lak-3-day.fcs'), '--session', out('s.json'), '--out', out('no.fcs')]);
    expect([other.code, other.err.includes('sample-not-in-session')]).toEqual([2, true]);
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
