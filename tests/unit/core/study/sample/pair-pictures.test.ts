import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { matrixBadge } from '../../../../../core/data/compensation/matrix-badge.ts';
import { has } from '../../../../../core/data/events/bitmask.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import { pairAtlas } from '../../../../../core/show/plot/pair-atlas.ts';
import { coloursOf } from '../../../../../core/show/plot/plot-kind.ts';
import { themes } from '../../../../../core/show/plot/theme.ts';
import { axisOf } from '../../../../../core/statistics/histograms/plot-data.ts';
import { gatePrepared } from '../../../../../core/study/sample/gate-prepared.ts';
import { pairPictures } from '../../../../../core/study/sample/pair-pictures.ts';
import { prepareSample } from '../../../../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../../../../core/study/sample/raw-sample.ts';
import { createPool } from '../../../../../headless/host/host.ts';
import { simulateSample } from '../../../../../test-data/simulate-sample.ts';
import { shipped } from '../session/session-support.ts';

const SIDE = 32;

async function preparedOf(events: number) {
  const { content } = simulateSample({ culture: 'expanded-nk', seed: 3, events, instrument: 'modern' });
  const pool = createPool();
  return prepareSample(await readTable(bytesSource('a.fcs', encodeFcs(content)), pool), shipped, pool);
}

describe('all pairs of channels', () => {
  it('hold the events of the population where their compensated values stand on the axes of its plots', async () => {
    const sample = await preparedOf(9000);
    const population = gatePrepared(sample, shipped, { collect: true, absent: 'skip' }).populations.find(({ name }) => name === 'NK')!;
    const names = sample.compensation.channels;
    expect(names.length).toBeGreaterThan(3);
    const pairs = pairPictures(sample, population, names, SIDE);
    expect([pairs.looked, pairs.count]).toEqual([population.count, population.count]);
    const placesOf = (name: string) => {
      const channel = sample.channel(name)!;
      const { min, max } = axisOf(channel, sample.columns);
      return sample.columns
        .scaled(channel.index, channel.scale)
        .flatMap((part, i) => [...part.subarray(0, sample.raw.table.shards[i]!.eventCount)])
        .map((position) => Math.min(SIDE - 1, Math.max(0, Math.floor(((position - min) / (max - min)) * SIDE))));
    };
    const [x, y] = [placesOf(names[0]!), placesOf(names[2]!)];
    const expected = new Uint32Array(SIDE * SIDE);
    x.forEach((place, event) => {
      if (has(population.members, event)) expected[y[event]! * SIDE + place]! += 1;
    });
    const counted = pairs.counts(0, 2);
    // a value on the line between two bins may round either way
    const moved = counted.reduce((sum, count, i) => sum + Math.abs(count - expected[i]!), 0);
    expect(moved).toBeLessThan(0.002 * population.count);
    const turned = pairs.counts(2, 0);
    counted.forEach((count, i) => expect(turned[(i % SIDE) * SIDE + Math.floor(i / SIDE)]).toBe(count));
  });
  it('are of every so many events where there are many, and empty for a channel that is not there', async () => {
    const sample = await preparedOf(50_000);
    const [all] = gatePrepared(sample, shipped, { collect: true, absent: 'skip' }).populations;
    const pairs = pairPictures(sample, all!, [sample.compensation.channels[0]!, 'nothing'], SIDE);
    expect(pairs.count).toBe(50_000);
    expect(pairs.looked).toBeLessThanOrEqual(20_000);
    expect(pairs.looked).toBeGreaterThan(10_000);
    expect(pairs.counts(0, 1).every((count) => count === 0)).toBe(true);
  });
  it('are one picture, each in its cell and none on the diagonal', () => {
    const look = coloursOf({ kind: 'density', ramp: 'viridis', scaling: 'log', theme: themes.light });
    const one = new Uint32Array(16);
    one[0] = 5; // bottom left
    const empty = new Uint32Array(16);
    const { side, pixels } = pairAtlas(2, 4, (x) => (x === 0 ? one : empty), look);
    expect(side).toBe(8);
    const pixel = (row: number, column: number) => [...pixels.subarray(4 * (row * side + column), 4 * (row * side + column) + 4)];
    expect(pixel(0, 0)).toEqual([0, 0, 0, 0]);
    expect(pixel(3, 4)).not.toEqual(pixel(3, 5));
    expect(pixel(7, 0)).toEqual(pixel(7, 1));
  });
});

describe('the badge of a matrix', () => {
  it('says whose it is, or that none is needed, or that it cannot be right', () => {
    const badge = (used: Partial<Parameters<typeof matrixBadge>[0]>, language: 'en' | 'ja' = 'en') =>
      matrixBadge({ source: 'none', channels: [], ...used }, language);
    expect(badge({ source: 'file', status: 'applied' })).toEqual({ kind: 'file', word: 'file' });
    expect(badge({ source: 'protocol', status: 'applied', keyword: 'compensation.matrix' })).toEqual({ kind: 'own', word: 'own' });
    expect(badge({ source: 'protocol', status: 'applied', keyword: 'of the day' }).word).toBe('of the day');
    expect(badge({ status: 'not-needed' }, 'ja').word).toBe('不要');
    expect(badge({ status: 'log-amplified' }).kind).toBe('at-instrument');
    for (const status of ['unusable', 'unfit', 'missing'] as const) expect(badge({ status }).kind).toBe('wrong');
  });
});
