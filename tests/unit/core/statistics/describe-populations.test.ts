import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../core/analyse.ts';
import { bytesSource } from '../../../../core/base/byte-source.ts';
import type { StatisticResult } from '../../../../core/statistics/describe-populations.ts';
import { statisticRequestSchema } from '../../../../core/statistics/request.ts';
import { valueStatisticNames } from '../../../../core/statistics/value-statistics.ts';
import { type Protocol, parseProtocol } from '../../../../core/study/protocol/protocol.ts';
import { createPool, createSha256 } from '../../../../headless/host/host.ts';
import { smallFile, spill } from '../../../fixtures/small-file.ts';

const shipped = parseProtocol(readFileSync(new URL('../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const from = (channel: string, min: number) => ({ dimensions: [channel], gate: { kind: 'rectangle' as const, ranges: [{ min }] } });

/** All > upper (FSC-A of 100 and more, ten events) > top (150 and more, five), and late (SSC/A of 100 and more) beside them. */
const protocol = (requests: readonly unknown[], minimumEvents = 1): Protocol => ({
  ...shipped,
  panel: { entries: [] },
  transforms: { 'FSC-A': { kind: 'linear', T: 1024, A: 0 }, 'SSC/A': { kind: 'linear', T: 1024, A: 0 } },
  strategy: [
    {
      ...from('FSC-A', 100 / 1024),
      populations: [{ name: 'upper', gates: [{ ...from('FSC-A', 150 / 1024), populations: [{ name: 'top' }] }] }],
    },
    { ...from('SSC/A', 100 / 1024), populations: [{ name: 'left' }] },
  ],
  statistics: {
    interval: { method: 'wilson', confidence: 0.95 },
    medians: [],
    minimumEvents,
    reported: requests.map((request) => statisticRequestSchema.parse(request)),
  },
});

async function ask(request: object, minimumEvents?: number): Promise<{ readonly [population: string]: StatisticResult }> {
  const source = bytesSource('small.fcs', smallFile([spill]));
  const { statistics = [] } = await analyseSample(source, protocol([request], minimumEvents), host);
  return Object.fromEntries(statistics.map((result) => [result.population, result]));
}

describe('the statistics that a protocol asks for', () => {
  it('are of linear values, compensated or not, or of positions', async () => {
    const median = { of: 'values', statistic: 'median', channel: 'APC/Cy7-A', populations: ['upper'] };
    expect((await ask(median))['upper']).toMatchObject({ value: 24.5, n: 10 });
    expect((await ask({ ...median, space: 'raw' }))['upper']).toMatchObject({ value: 34.5, n: 10 });
    const scaled = { of: 'values', statistic: 'maximum', channel: 'FSC-A', space: 'scaled' };
    expect((await ask(scaled))['upper']?.value).toBeCloseTo(190 / 1024, 6);
  });

  it('are of as many values as there have to be, else missing with the reason', async () => {
    const request = { of: 'values', statistic: 'mean', channel: 'FSC-A' };
    const found = await ask(request, 10);
    expect(found['upper']).toMatchObject({ value: 145, n: 10 });
    expect(found['upper/top']).toEqual({
      request: expect.anything(),
      population: 'upper/top',
      value: undefined,
      n: 5,
      reason: 'few-events',
    });
    expect((await ask({ ...request, channel: 'CD3' }))['upper']?.reason).toBe('channel-absent');
    expect((await ask({ ...request, statistic: 'cv', channel: 'Time', populations: [''] }))['']).toMatchObject({ n: 20 });
  });

  it('give a percentage of any ancestor or population, and say how sure it is', async () => {
    const of = async (denominator: unknown) => (await ask({ of: 'frequency', denominator }))['upper/top'];
    expect(await of({ ancestor: 1 })).toMatchObject({ value: 50, n: 10 });
    expect(await of({ ancestor: 2 })).toMatchObject({ value: 25, n: 20 });
    expect(await of('total')).toMatchObject({ value: 25, n: 20 });
    const ratio = await of({ population: 'left' });
    expect(ratio).toMatchObject({ value: (100 * 5) / 11, n: 11 });
    expect(ratio?.interval?.high).toBeGreaterThan(100);
    expect((await of({ ancestor: 3 }))?.reason).toBe('population-absent');
  });

  it('compare two populations, and two channels', async () => {
    const pair = { of: 'pair', channel: 'FSC-A', against: 'left', populations: ['upper'] };
    expect((await ask({ ...pair, statistic: 'median-difference' }))['upper']?.value).toBe(145 - 50);
    expect((await ask({ ...pair, statistic: 'median-ratio' }))['upper']?.value).toBe(145 / 50);
    const correlation = await ask({ of: 'correlation', channels: ['FSC-A', 'SSC/A'] });
    expect(correlation['']).toMatchObject({ value: -1, n: 20 });
    expect((await ask({ of: 'correlation', channels: ['FSC-A', 'FITC-A'] }))['']).toMatchObject({ value: undefined, reason: 'undefined' });
  });
});

it.each(['en', 'ja'])('docs/%s/statistics.md defines every one', (language) => {
  const text = readFileSync(new URL(`../../../../docs/${language}/statistics.md`, import.meta.url), 'utf8');
  const names = [
    ...valueStatisticNames,
    'median-ratio',
    'median-difference',
    'stain-index',
    'correlation',
    'ancestor',
    'total',
    'population',
  ];
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});
