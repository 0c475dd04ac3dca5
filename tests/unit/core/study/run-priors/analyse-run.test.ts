import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { Problem } from '../../../../../core/base/problem.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import type { WrittenChannel } from '../../../../../core/data/fcs/write/write-content.ts';
import type { SampleMetadata } from '../../../../../core/data/metadata/sample-metadata.ts';
import { analyseRun, type RunMember } from '../../../../../core/study/run-priors/analyse-run.ts';
import { controlProtocol } from '../../../../../core/study/run-priors/control-protocol.ts';
import { learnControl } from '../../../../../core/study/run-priors/learn-control.ts';
import { runOf } from '../../../../../core/study/run-priors/run-of.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { withSample } from '../../../../../core/study/sample/with-sample.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { type SampleOrder, simulateSample } from '../../../../../test-data/simulate-sample.ts';
import { shipped } from '../session/session-support.ts';

const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };

function member(
  file: string,
  order: Partial<SampleOrder>,
  metadata: Partial<SampleMetadata> = {},
  label = (channel: WrittenChannel): WrittenChannel => channel,
): RunMember {
  const made = simulateSample({ culture: 'resting-blood', seed: 1, events: 6000, instrument: 'modern', lot: file, ...order });
  const content = made.content.map((dataset) => ({ ...dataset, channels: dataset.channels.map(label) }));
  const source = bytesSource(file, encodeFcs(content));
  return {
    analyse: (protocol) => analyseSample(source, protocol, host, { metadata: { run: 'plate 1', ...metadata } }),
    learn: (protocol, control) =>
      withSample(source, controlProtocol(protocol, control), host, {}, (prepared) => learnControl(prepared, protocol, control)),
  };
}

const done = (result: SampleAnalysis | Problem | undefined): SampleAnalysis => {
  if (result === undefined || result instanceof Problem) throw result ?? new Error('no result');
  return result;
};
const evidenceOf = (result: SampleAnalysis, role: string) =>
  result.populations.find((one) => one.role === role)?.gate?.automatic?.evidence ?? [];
const codesOf = (result: SampleAnalysis, role: string) => evidenceOf(result, role).map(({ code }) => code);

describe('files of one run', () => {
  it('are gated as alone where no control and no sibling has anything to say', async () => {
    const alone = member('a.fcs', { seed: 3 });
    const [result] = await analyseRun([alone], shipped);
    const plain = await alone.analyse(shipped);
    expect(done(result).populations.map(({ path, count }) => [path, count])).toEqual(
      plain.populations.map(({ path, count }) => [path, count]),
    );
  });

  it('learn from an FMO control where its marker ends, and say so', async () => {
    const fmo = member('fmo.fcs', { seed: 5, omits: ['CD56'] }, { role: 'fmo', omits: 'CD56' });
    const sample = member('sample.fcs', { seed: 6, composition: { nk: 0, nktLike: 0 } });
    const [control, result] = await analyseRun([fmo, sample], shipped);
    expect(codesOf(done(control), 'nk')).not.toContain('control-fmo');
    const said = evidenceOf(done(result), 'nk').filter(({ code }) => code === 'control-fmo');
    expect(said.map(({ values }) => values?.['file'])).toEqual(['fmo.fcs', 'fmo.fcs']);
    expect(said.every(({ values }) => values?.['axis'] === 'y')).toBe(true);
    const nk = done(result).composition?.parts.find(({ role }) => role === 'nk');
    expect(nk?.percent).toBeLessThan(0.2);
  });

  it('prefer an FMO control to an unstained one, and take either in the same run only', async () => {
    const members = [
      member('unstained.fcs', { seed: 7, omits: 'all' }, { role: 'unstained' }),
      member('fmo.fcs', { seed: 5, omits: ['CD56'] }, { role: 'fmo', omits: 'BV605-A' }),
      member('sample.fcs', { seed: 6 }),
      member('elsewhere.fcs', { seed: 6 }, { run: 'plate 2' }),
    ];
    const channel = done((await analyseRun([member('x.fcs', {})], shipped))[0]).channels.find(({ id }) => id === 'CD56')?.name ?? '';
    members[1] = member('fmo.fcs', { seed: 5, omits: ['CD56'] }, { role: 'fmo', omits: channel });
    const results = await analyseRun(members, shipped);
    expect(codesOf(done(results[2]), 'nk').filter((code) => code.startsWith('control-'))).toEqual([
      'control-unstained',
      'control-fmo',
      'control-fmo',
    ]);
    expect(codesOf(done(results[3]), 'nk').some((code) => code.startsWith('control-'))).toBe(false);
  });

  it.each([{}, { omits: 'CD56' }, { omits: 'PE-A' }])('learn from an FMO control whose label leaves its marker out (%o)', async (said) => {
    const label = (channel: WrittenChannel) => (channel.marker === 'CD56' ? { ...channel, marker: 'FMO CD56' } : channel);
    const fmo = member('fmo.fcs', { seed: 5, omits: ['CD56'] }, { role: 'fmo', ...said }, label);
    const [control, result] = await analyseRun([fmo, member('sample.fcs', { seed: 6 })], shipped);
    expect(done(control).channels.some(({ id }) => id === 'CD56')).toBe(false);
    expect(codesOf(done(result), 'nk')).toContain('control-fmo');
  });

  it('refuse an FMO control that does not say what it leaves out, and do the others', async () => {
    const results = await analyseRun([member('fmo.fcs', { omits: ['CD56'] }, { role: 'fmo' }), member('sample.fcs', { seed: 6 })], shipped);
    expect(results[0]).toMatchObject({ code: 'control-omits' });
    expect(done(results[1]).populations.length).toBeGreaterThan(5);
  });

  it('tell a sample whose own gate is not sure where its siblings have theirs', async () => {
    const siblings = [1, 2, 3, 4].map((seed) => member(`sibling-${seed}.fcs`, { culture: 'expanded-nk', seed, events: 8000 }));
    const few = member('few.fcs', { culture: 'expanded-nk', seed: 9, events: 330 });
    const results = await analyseRun([...siblings, few], shipped);
    const green = done(results[0]);
    expect(green.populations.find(({ role }) => role === 'nk')?.gate?.automatic?.light).toBe('green');
    expect(codesOf(green, 'nk')).not.toContain('siblings');
    expect(codesOf(done(results[4]), 'nk')).toContain('siblings');
  });

  it('are those of one named run, else of one instrument on one day', () => {
    const key = (date?: string, run?: string, serial = 'S1') =>
      runOf({
        metadata: { role: 'sample', ...(run === undefined ? {} : { run }) },
        instrument: { cytometer: 'Aurora', serial, ...(date === undefined ? {} : { date }) },
      });
    expect(key('27-NOV-2026')).toBe(key('27-NOV-2026'));
    expect(key('27-NOV-2026')).not.toBe(key('28-NOV-2026'));
    expect(key('27-NOV-2026')).not.toBe(key('27-NOV-2026', undefined, 'S2'));
    expect(key('27-NOV-2026', 'plate 1')).toBe(key('28-NOV-2026', 'plate 1', 'S2'));
    expect(key()).toBe(key(undefined, undefined, 'S2'));
  });
});
