import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corpusFile, hasShared } from '../shared-data.ts';
import { jsonOf, runCli, sampleFile } from './run-cli.ts';

const analyse = (...args: readonly string[]) => jsonOf(runCli(['analyse', '--json', ...args])).files;

const truth: { readonly [file: string]: { readonly percent: { readonly nk: number; readonly nktLike: number; readonly t: number } } } =
  JSON.parse(readFileSync(sampleFile('truth.json'), 'utf8'));

describe('the simulated cultures', () => {
  it.each([
    ['simulated-expanded-nk.fcs', 'expanded-nk'],
    ['simulated-expanded-nk-calibur.fcs', 'expanded-nk'],
    ['simulated-general-method.fcs', 't-cell-product'],
    ['simulated-cik.fcs', 'cik-or-nkt-like'],
    ['simulated-gamma-delta-t.fcs', 'gamma-delta-t'],
    ['simulated-resting-blood.fcs', 'resting-or-short-lak'],
    ['simulated-lak-3-day.fcs', 'resting-or-short-lak'],
  ])('%s is called %s', (file, group) => expect(analyse(sampleFile(file))[0]?.classification.group).toBe(group));

  it('tells resting blood from a 3-day LAK culture by CD69, and not without it', () => {
    const [resting, lak, basic] = analyse(
      ...['resting-blood', 'lak-3-day', 'resting-blood-basic-panel'].map((name) => sampleFile(`simulated-${name}.fcs`)),
    );
    expect(resting?.classification.method).toBe('resting');
    expect(lak?.classification.method).toBe('nih-lak');
    expect(basic?.classification.method).toBe('indeterminate');
    expect(basic?.classification.missing).toContain('cd69-of-nk');
  });

  it.each(Object.keys(truth).filter((file) => !file.includes('calibur') && !file.includes('.lmd')))(
    '%s: the four-way stays near the truth',
    (file) => {
      const parts = analyse(sampleFile(file))[0]?.composition.parts ?? [];
      const percent = (role: string) => parts.find((part) => part.role === role)?.percent ?? Number.NaN;
      expect(Math.abs(percent('nk') - (truth[file]?.percent.nk ?? Number.NaN))).toBeLessThan(2);
      expect(Math.abs(percent('nkt-like') - (truth[file]?.percent.nktLike ?? Number.NaN))).toBeLessThan(2);
    },
  );

  it('gives the same document twice', () => {
    const once = () => runCli(['analyse', '--json', sampleFile('simulated-cik.fcs')]).out;
    expect(once()).toBe(once());
  });

  it('reports counts that add up', () => {
    const [file] = analyse(sampleFile('simulated-cik.fcs'));
    const sum = file?.composition.parts.reduce((total, part) => total + part.count, 0);
    expect(sum).toBe(file?.composition.denominatorCount);
    for (const population of file?.populations ?? []) {
      if (population.count === 0) continue;
      expect(population.interval.low).toBeLessThanOrEqual(population.percentOfParent);
      expect(population.interval.high).toBeGreaterThanOrEqual(population.percentOfParent);
    }
  });

  it('takes metadata by hand over the table over keywords', () => {
    const [file] = analyse(sampleFile('simulated-cik.fcs'), '--metadata', sampleFile('samples.csv'), '--lot', 'BY-HAND') as readonly {
      readonly metadata?: { readonly lot?: string; readonly role?: string };
    }[];
    expect(file?.metadata).toMatchObject({ lot: 'BY-HAND', role: 'sample' });
  });
});

describe.skipIf(!hasShared)('real cells', () => {
  it.each([
    ['DavidRach-Luciernaga/INF149_Ctrl_Tetramer_Unmixed.fcs', { nk: [15, 35], t: [25, 50] }],
    ['DavidRach-Luciernaga/INF179_Ctrl_Tetramer_Unmixed.fcs', { nk: [0.5, 5], t: [40, 65] }],
    ['JinmiaoChenLab-cytofkit/130515_C2_stim_CD19-.fcs', { nk: [4, 11], t: [70, 88] }],
    ['JinmiaoChenLab-cytofkit2/S4_PBMC.fcs', { nk: [0, 0.2], t: [97, 100] }],
  ] as const)('%s has a four-way table by marker names', (name, expected) => {
    const [file] = analyse(corpusFile(name));
    // of a red gate the populations stand and the composition is withheld
    const percent = (role: string) => file?.populations.find((population) => population.role === role)?.percentOfParent ?? Number.NaN;
    for (const [role, [low, high]] of Object.entries(expected)) {
      expect(percent(role)).toBeGreaterThanOrEqual(low);
      expect(percent(role)).toBeLessThanOrEqual(high);
    }
    expect(['resting-or-short-lak', 'indeterminate']).toContain(file?.classification.group);
  });

  it('names the missing marker, and the other files are done', () => {
    const run = runCli(['analyse', '--json', corpusFile('RGLab-flowCore/060909.001'), sampleFile('simulated-cik.fcs')]);
    expect(run.code).toBe(1);
    const [absent, done] = jsonOf(run).files;
    expect(absent?.error).toMatchObject({ code: 'marker-absent', message: expect.stringContaining('CD3') });
    expect(done?.classification.group).toBe('cik-or-nkt-like');
  });
});
