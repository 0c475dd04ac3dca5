import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../core/analyse.ts';
import { bytesSource } from '../../../../core/base/byte-source.ts';
import { emptyMask } from '../../../../core/data/events/bitmask.ts';
import { resultsCsv } from '../../../../core/exchange/tables/results-csv.ts';
import type { Population } from '../../../../core/gating/strategy/population.ts';
import { countsSections } from '../../../../core/show/report/counts-section.ts';
import { absoluteRequestSchema } from '../../../../core/statistics/absolute-request.ts';
import { countAbsolute } from '../../../../core/statistics/count-absolute.ts';
import { countGenerations } from '../../../../core/statistics/count-generations.ts';
import { parseProtocol } from '../../../../core/study/protocol/protocol.ts';
import { createPool, createSha256 } from '../../../../headless/host/host.ts';
import { smallFile, spill } from '../../../fixtures/small-file.ts';

const shipped = JSON.parse(readFileSync(new URL('../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const range = (min: number, max: number) => ({
  dimensions: ['FSC-A'],
  gate: { kind: 'rectangle', ranges: [{ min: min / 1024, max: max / 1024 }] },
});

/** FSC-A of 0, 10 … 190, one event each: beads below 40 (four), then generations of 40 to 80, 80 to 120 and from 120 (four, four and eight). */
const analyse = (statistics: object, keywords: readonly (readonly [string, string])[] = []) => {
  const strategy = [
    { ...range(0, 40), populations: [{ name: 'beads' }] },
    { ...range(0, 80), populations: [{ name: 'mixed' }] },
    {
      ...range(40, 1000),
      populations: [
        {
          name: 'cells',
          gates: [
            { ...range(40, 80), populations: [{ name: 'G0' }] },
            { ...range(80, 120), populations: [{ name: 'G1' }] },
            { ...range(120, 1000), populations: [{ name: 'G2' }] },
            { ...range(300, 1000), populations: [{ name: 'none' }] },
          ],
        },
      ],
    },
  ];
  const protocol = parseProtocol(
    JSON.stringify({
      ...shipped,
      panel: { entries: [] },
      transforms: { 'FSC-A': { kind: 'linear', T: 1024, A: 0 } },
      strategy,
      statistics: { interval: { method: 'wilson', confidence: 0.95 }, medians: [], minimumEvents: 20, ...statistics },
    }),
  );
  return analyseSample(bytesSource('small.fcs', smallFile([spill, ...keywords])), protocol, host);
};

describe('cells per microlitre', () => {
  it('are counted beside beads, and never where beads are among them', async () => {
    const { absolute } = await analyse({ absolute: { by: 'beads', beads: 'beads', beadsAdded: 1000, sampleVolume: 50 } });
    const [cells, first] = absolute?.populations ?? [];
    expect(absolute?.populations.map(({ population }) => population)).toEqual(['cells', 'cells/G0', 'cells/G1', 'cells/G2', 'cells/none']);
    expect([cells?.cells, cells?.perMicrolitre, first?.perMicrolitre]).toEqual([16, 80, 20]);
    const asked = await analyse({
      absolute: { by: 'beads', beads: 'beads', beadsAdded: 1000, sampleVolume: 50, populations: ['mixed', 'nobody', 'G1'] },
    });
    expect(asked.absolute?.populations.map(({ population, reason }) => [population, reason])).toEqual([
      ['mixed', 'holds-beads'],
      ['nobody', 'population-absent'],
      ['cells/G1', undefined],
    ]);
  });

  it('are withheld where there is nothing to measure by', async () => {
    const reasons = async (absolute: object) => new Set((await analyse({ absolute })).absolute?.populations.map(({ reason }) => reason));
    expect(await reasons({ by: 'beads', beads: 'none', beadsAdded: 1000, sampleVolume: 50 })).toEqual(new Set(['no-beads']));
    expect(await reasons({ by: 'beads', beads: 'x', beadsAdded: 1000, sampleVolume: 50 })).toEqual(new Set(['beads-absent']));
    expect(await reasons({ by: 'volume', volume: '$VOL' })).toEqual(new Set(['volume-unknown']));
    expect(await reasons({ by: 'volume', volume: 10 })).toEqual(new Set([undefined]));
  });

  it('take the volume of the file, which is in nanolitres', async () => {
    const { absolute } = await analyse({ absolute: { by: 'volume', volume: '$VOL', populations: ['cells'] } }, [['$VOL', '8000']]);
    expect([absolute?.method, absolute?.populations[0]?.perMicrolitre]).toEqual([{ by: 'volume', volume: 8, volumeUncertainty: 0 }, 2]);
  });

  it('are withheld where a gate needs a person, and by volume where events are missing', () => {
    const members = emptyMask(4);
    const of = (path: string, light?: 'red' | 'amber') => ({ path, name: path, depth: 1, members, count: 1, ...(light && { light }) });
    const reasons = (beads: Population, missingEvents: boolean, request: object) =>
      countAbsolute(
        absoluteRequestSchema.parse(request),
        { populations: [of(''), beads, of('sure'), of('unsure', 'amber'), of('wrong', 'red')], volume: 1, missingEvents },
        0.95,
      ).populations.map(({ reason }) => reason);
    const byBeads = { by: 'beads', beads: 'beads', beadsAdded: 10, sampleVolume: 10 };
    expect(reasons(of('beads'), true, byBeads)).toEqual([undefined, undefined, 'red-gate']);
    expect(reasons(of('beads', 'red'), false, byBeads)).toEqual(['red-gate', 'red-gate', 'red-gate']);
    expect(reasons(of('beads'), false, { by: 'volume', volume: 1 })).toEqual([undefined, undefined, undefined, 'red-gate']);
    expect(new Set(reasons(of('beads'), true, { by: 'volume', volume: 1 }))).toEqual(new Set(['events-missing']));
    const generations = ['sure', 'wrong'];
    expect(countGenerations({ generations }, [of('sure'), of('wrong', 'red')])).toMatchObject({ reason: 'red-gate', values: undefined });
  });

  it.each([{ by: 'volume', volume: 0 }, { by: 'beads', beads: 'x' }, { by: 'volume', volume: 1, dilution: -1 }, { by: 'eye' }])(
    'are not asked for as %j',
    (request) => expect(absoluteRequestSchema.safeParse(request).success).toBe(false),
  );
});

describe('a dye dilution', () => {
  it('is computed from generations that share no event', async () => {
    const { proliferation } = await analyse({ proliferation: [{ generations: ['G0', 'cells/G1', 'G2'] }] });
    expect(proliferation?.[0]).toMatchObject({
      name: 'cells',
      values: { precursors: 8, percentDivided: 50, divisionsPerDividing: 1.5, expansion: 2 },
    });
  });

  it.each([
    [['G0', 'G9'], 'population-absent'],
    [['cells', 'G1'], 'generations-overlap'],
    [['none', 'none'], 'no-cells'],
  ])('of %j is withheld: %s', async (generations, reason) => {
    const { proliferation } = await analyse({ proliferation: [{ generations }] });
    expect(proliferation?.[0]).toMatchObject({ reason, values: undefined });
  });
});

it('both stand in tables and reports, with the reason where there is no number', async () => {
  const analysis = await analyse({
    absolute: { by: 'volume', volume: 100, populations: ['cells', 'nobody'] },
    proliferation: [{ name: 'CD8', generations: ['G0', 'G1'] }, { generations: ['G0', 'cells'] }],
  });
  const [head = '', ...rows] = resultsCsv([analysis]).split('\r\n');
  expect(head).toContain('cells_per_ul,cells_per_ul_low,cells_per_ul_high,cells_per_ul_by,dye_dilution,precursors');
  expect(rows.find((row) => row.includes(',cells,'))).toContain(',0.16,0.09145');
  expect(rows.find((row) => row.includes(',cells/G0,'))).toContain(',CD8,6,');
  const texts = countsSections(analysis, 'en').map((section) => JSON.stringify(section));
  expect(texts).toHaveLength(3);
  expect(texts[0]).toContain('no such population in this sample');
  expect(texts[0]).toContain('0.0915–0.260');
  expect(texts[2]).toContain('an event is in two generations');
});
