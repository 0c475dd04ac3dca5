import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, runCli, sampleFile } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-teach-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shippedText = readFileSync(path.join(root, 'core', 'study', 'protocol', 'nk-t.json'), 'utf8');
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');
const sample = sampleFile('simulated-expanded-nk.fcs');

describe('teach', () => {
  it('moves the priors of a protocol towards gates that persons placed, and nothing else', () => {
    const book = path.join(folder, 'book.json');
    const out = path.join(folder, 'taught.json');
    const { protocol } = JSON.parse(runCli(['analyse', sample, '--json']).out).files[0];
    const entry = {
      ...{ sha256: sha256(readFileSync(sample)), dataset: 0, protocolSha256: protocol.sha256 },
      ...{ population: 'Singlets/Live/Lymphocytes/NK', version: 1, to: { kind: 'quadrant', x: 0.6, y: [0.6, 0.6] } },
      ...{ by: 'tester', at: '2026-01-01T00:00:00Z', reason: 'dim stain' },
    };
    writeFileSync(book, JSON.stringify({ format: 'lymphoscope-overrides', version: 1, entries: [entry] }));
    const run = runCli(['teach', sample, '--overrides', book, '--out', out, '--json']);
    expect(run.code, run.err).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ revision: 2, gates: [{ samples: 1 }] });
    const [before, after] = [JSON.parse(shippedText), JSON.parse(readFileSync(out, 'utf8'))];
    const fourWay = (protocol: unknown) => /"kind":"four-way".*?"rare"/.exec(JSON.stringify(protocol))?.[0] ?? '';
    expect(fourWay(after)).not.toBe(fourWay(before));
    expect(JSON.stringify(after)).not.toContain('"id":"gate-');
    expect(after.statistics.medians).toEqual(before.statistics.medians);
    expect(runCli(['analyse', sample, '--protocol', out]).code).toBe(0);
  });

  it('leaves a protocol as it is where no person has moved a gate', () => {
    const out = path.join(folder, 'same.json');
    const run = runCli(['teach', sample, '--out', out, '--lang', 'ja']);
    expect(run.code, run.err).toBe(0);
    expect(run.out).toContain('学習する内容がありません');
    expect(JSON.parse(readFileSync(out, 'utf8')).revision).toBe(1);
  });
});
