import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, sampleFile } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'classify-'));
const classify = (...args: readonly string[]) => runCli(['classify', ...args]);

describe('classify', () => {
  it('prints every stage as one document', () => {
    const run = classify(
      sampleFile('simulated-expanded-nk.fcs'),
      '--reference',
      sampleFile('simulated-resting-blood.fcs'),
      '--declared',
      'nk-feeder-free',
      '--day',
      '21',
      '--json',
    );
    expect(run.code).toBe(0);
    const [file] = JSON.parse(run.out).files;
    expect(JSON.parse(run.out).files).toHaveLength(1);
    expect(file.classification).toMatchObject({
      group: 'expanded-nk',
      eligible: true,
      declared: { method: 'nk-feeder-free', verdict: 'consistent' },
      profiles: { name: 'Starting profiles', revision: 1 },
    });
    const feature = (id: string) => file.features.find((one: { id: string }) => one.id === id);
    expect(feature('blast-index')).toMatchObject({ unit: 'ratio', definition: { channel: 'FSC' } });
    expect(feature('cd69-of-nk').definition.gates.map(({ dimensions }: { dimensions: string[] }) => dimensions.join('×'))).toContain(
      'CD3×CD56',
    );
    for (const part of file.composition.parts) expect(part.posterior.low).toBeLessThanOrEqual(part.posterior.mean);
  });
  it('gives the blast index to `analyse` too, with what it rests on, and refuses a reference of another instrument', () => {
    const analyse = (...references: readonly string[]) =>
      runCli([
        'analyse',
        sampleFile('simulated-expanded-nk.fcs'),
        ...references.flatMap((file) => ['--reference', sampleFile(file)]),
        '--json',
      ]);
    const [file] = JSON.parse(analyse('simulated-resting-blood.fcs').out).files;
    const index = file.features.find(({ id }: { id: string }) => id === 'blast-index');
    expect(index.value).toBeCloseTo(index.definition.medians.own / index.definition.medians.reference, 10);
    expect(index.definition).toMatchObject({ channel: 'FSC', count: expect.any(Number), total: expect.any(Number) });
    expect(index.definition.reference).toMatch(/^[0-9a-f]{64}$/);
    const wrong = analyse('simulated-expanded-nk-calibur.fcs');
    expect(wrong.code).toBe(2);
    expect(JSON.parse(wrong.out).files[0].error.code).toBe('reference-other-instrument');
    expect(JSON.parse(analyse('simulated-expanded-nk-calibur.fcs', 'simulated-resting-blood.fcs').out).files[0].error).toBeUndefined();
  });
  it('says in Japanese what would decide', () => {
    const run = classify(sampleFile('simulated-resting-blood-basic-panel.fcs'), '--lang', 'ja', '--declared', 'NIH LAK', '--day', '3');
    expect(run.out).toContain('申告: NIH LAK(IL-2、3〜4日) — 判定不能');
    expect(run.out).toContain('判定に必要な測定項目');
  });
  it('takes profiles from a document, and refuses a broken one with its place', () => {
    const own = path.join(folder, 'own.json');
    const set = JSON.parse(runCli(['profiles', 'show', 'resting', '--json']).out);
    expect(set.composition.nk).toMatchObject({ typical: 14, source: expect.any(String) });
    writeFileSync(
      own,
      JSON.stringify({ format: 'lymphoscope-profiles', version: 1, name: 'own', revision: 4, decision: {}, sources: {}, methods: [set] }),
    );
    const run = classify(sampleFile('simulated-expanded-nk.fcs'), '--profiles', own, '--json');
    expect(JSON.parse(run.out).files[0].classification).toMatchObject({ group: 'indeterminate', profiles: { name: 'own', revision: 4 } });
    const diff = runCli(['profiles', 'diff', 'nk-t', own, '--json']);
    expect(diff.code).toBe(1);
    expect(JSON.parse(diff.out).changes.map(({ path: at }: { path: string }) => at)).toContain('cik/group');
    writeFileSync(
      own,
      JSON.stringify({
        format: 'lymphoscope-profiles',
        version: 1,
        name: 'own',
        revision: 4,
        decision: {},
        sources: {},
        methods: [{ ...set, lots: 'many' }],
      }),
    );
    const refused = classify(sampleFile('simulated-expanded-nk.fcs'), '--profiles', own, '--json');
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.out).error).toMatchObject({ code: 'profiles-invalid', path: 'methods.0.lots' });
    expect(runCli(['profiles', 'show', 'nobody']).err).toContain('profile-unknown');
  });
  it('fits profiles from labelled lots, and says where there are too few', () => {
    const out = path.join(folder, 'fitted.json');
    const run = runCli(['profiles', 'fit', sampleFile('simulated-cik.fcs'), '--declared', 'cik', '--out', out, '--name', 'test', '--json']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out).fits).toMatchObject([{ method: 'cik', lots: 1, fitted: false }]);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ format: 'lymphoscope-profiles', name: 'test', revision: 2 });
  });
});
