import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import type { GateNode } from '../../../../../core/gating/strategy/strategy.ts';
import { compareAnalyses, hasMoved } from '../../../../../core/study/comparison/compare-analyses.ts';
import type { Protocol } from '../../../../../core/study/protocol/protocol.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { simulateSample } from '../../../../../test-data/simulate-sample.ts';
import { shipped } from '../session/session-support.ts';

const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const rectangle = { kind: 'rectangle' as const, ranges: [{ min: 0.3 }] };
const gate = (name: string, dimension: string, gates: readonly GateNode[] = [], optional = false): GateNode => ({
  dimensions: [dimension],
  gate: rectangle,
  ...(optional ? { optional } : {}),
  populations: [{ name, gates }],
});
const not = (name: string, population: string): GateNode => ({
  dimensions: [],
  gate: { kind: 'boolean', operation: 'and', operands: [{ population, complement: true }] },
  populations: [{ name }],
});
const strategy: readonly GateNode[] = [
  gate('Cells', 'FSC-A', [
    gate('B', 'CD19-of-nobody', [gate('Bright', 'CD56'), not('Dim', 'Bright')]),
    not('Not B', 'B'),
    gate('NK', 'CD56'),
  ]),
  gate('Maybe', 'NKp80-of-nobody', [gate('Of maybe', 'CD3')], true),
  { ...gate('Clean', 'Dye-of-nobody', [gate('Below', 'CD3')], true), cleaning: true, expected: true },
  not('Not maybe', 'Maybe'),
];
const bytes = encodeFcs([simulateSample({ culture: 'expanded-nk', seed: 1, events: 2000, instrument: 'modern' }).content[0]!]);
const analyse = (protocol: Partial<Protocol>) =>
  analyseSample(bytesSource('a.fcs', bytes), { ...shipped, strategy: [...strategy], ...protocol }, host);

describe('a sample without a marker that gates need', () => {
  it('is refused as a whole where the protocol does not say otherwise', async () => {
    await expect(analyse({})).rejects.toMatchObject({ code: 'marker-absent' });
    await expect(analyse({ absentMarkers: 'refuse' })).rejects.toMatchObject({ code: 'marker-absent' });
  });

  it('has the rest counted where it does, and names what is absent and why', async () => {
    const { populations, absent, findings } = await analyse({ absentMarkers: 'leave-out' });
    expect(populations.map(({ path }) => path)).toEqual(['', 'Cells', 'Cells/NK', 'Below']);
    expect(absent?.map(({ path, missing }) => [path, ...missing])).toEqual([
      ['Cells/B', 'CD19-of-nobody'],
      ['Cells/B/Bright', 'CD19-of-nobody'],
      ['Cells/B/Dim', 'CD19-of-nobody'],
      ['Cells/Not B', 'CD19-of-nobody'],
      ['Not maybe', 'NKp80-of-nobody'],
    ]);
    expect(findings.filter(({ code }) => code === 'gate-skipped')).toHaveLength(3);
  });

  it('counts what stands below a gate that cleans in its parent, and warns of it', async () => {
    const { populations } = await analyse({ absentMarkers: 'leave-out' });
    const caution = { code: 'without-gate', light: 'amber', values: { gate: 'Clean', missing: 'Dye-of-nobody', parent: '●' } };
    expect(populations.find(({ path }) => path === 'Below')?.gate?.cautions).toMatchObject([caution]);
    expect(populations.find(({ path }) => path === 'Cells/NK')?.gate).not.toHaveProperty('cautions');
  });

  it('says nothing of it where everything is there, and counts the same', async () => {
    const whole = { strategy: [gate('Cells', 'FSC-A', [gate('NK', 'CD56')])] };
    expect(await analyse({ ...whole, absentMarkers: 'leave-out' })).toEqual(await analyse(whole));
  });

  it('still refuses what is wrong in another way', async () => {
    const wrong = [...strategy, not('Of nothing', 'Nowhere')];
    await expect(analyse({ strategy: wrong, absentMarkers: 'leave-out' })).rejects.toMatchObject({ code: 'population-unknown' });
  });

  it('differs from one in which nothing was asked for', async () => {
    const before = await analyse({ strategy: [gate('Cells', 'FSC-A', [gate('NK', 'CD56'), gate('B', 'CD3')])] });
    const { populations } = compareAnalyses(before, await analyse({ absentMarkers: 'leave-out' }));
    expect(populations.find(({ path }) => path === 'Cells/B')).toMatchObject({ missing: { after: ['CD19-of-nobody'] }, apart: false });
    expect(populations.find(({ path }) => path === 'Cells/NK')).not.toHaveProperty('missing');
    // asked for now, and not to be had: that is seen too
    expect(hasMoved(populations.find(({ path }) => path === 'Cells/B/Dim')!)).toBe(true);
    const same = await analyse({ absentMarkers: 'leave-out' });
    expect(compareAnalyses(same, structuredClone(same)).changed).toBe(false);
  });
});
