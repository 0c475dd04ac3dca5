import { describe, expect, test } from 'vitest';
import { cultures, isCultureId } from '../../../test-data/culture-specs.ts';
import { kinds } from '../../../test-data/events.ts';
import { spilloverMatrix } from '../../../test-data/fluorochromes.ts';
import { drawLot, populationShares } from '../../../test-data/lot.ts';
import { panels } from '../../../test-data/panels.ts';
import { markers, populationNames } from '../../../test-data/populations.ts';
import { seedRandom } from '../../../test-data/random.ts';
import { type SampleOrder, simulateSample } from '../../../test-data/simulate-sample.ts';

const order: SampleOrder = { culture: 'resting-blood', seed: 7, events: 12_000, instrument: 'modern' };
const { content, truth } = simulateSample(order);
const [dataset] = content;

function columnOf(name: string): Float64Array {
  const index = dataset?.channels.findIndex((channel) => channel.name === name || channel.marker === name) ?? -1;
  return Float64Array.from(dataset?.columns[index] ?? [], Number);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function eventsOf(kind: (typeof kinds)[number], population?: (typeof populationNames)[number]): number[] {
  const wanted = population && populationNames.indexOf(population);
  return [...truth.kind.keys()].filter(
    (event) => kinds[truth.kind[event]!] === kind && (wanted === undefined || truth.population[event] === wanted),
  );
}

/** Solves x S = y, one event at a time, by elimination: an independent road to what compensation must give. */
function compensate(recorded: readonly number[], spillover: readonly (readonly number[])[]): number[] {
  const size = recorded.length;
  const rows = recorded.map((value, detector) => [...spillover.map((row) => row[detector] ?? 0), value]);
  for (let pivot = 0; pivot < size; pivot++) {
    const lead = rows[pivot] ?? [];
    for (const [index, row] of rows.entries()) {
      if (index === pivot) continue;
      const factor = (row[pivot] ?? 0) / (lead[pivot] ?? 1);
      for (let column = pivot; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (lead[column] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

test('the same order gives the same columns, another seed others', () => {
  expect(simulateSample(order).content).toEqual(content);
  expect(simulateSample({ ...order, seed: 8 }).content[0]?.columns).not.toEqual(dataset?.columns);
});

test('random numbers have the moments they should', () => {
  const random = seedRandom(3);
  const draws = Array.from({ length: 40_000 }, () => random.normal());
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const variance = draws.reduce((sum, value) => sum + value * value, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.02); // four standard errors
  expect(Math.abs(variance - 1)).toBeLessThan(0.03);
});

describe('the picture', () => {
  const area = columnOf('FSC-A');
  const height = columnOf('FSC-H');
  const width = columnOf('FSC-W');
  const pick = (events: readonly number[], value: (event: number) => number): number => median(events.map(value));

  test('doublets have more area for their height, and a wider pulse', () => {
    const [single, double] = [eventsOf('live'), eventsOf('doublet')];
    const ratio = (event: number): number => height[event]! / area[event]!;
    expect(pick(single, ratio)).toBeCloseTo(0.82, 2);
    expect(pick(double, ratio)).toBeLessThan(0.6);
    expect(pick(double, (event) => width[event]!)).toBeGreaterThan(1.4 * pick(single, (event) => width[event]!));
  });
  test('debris is small, dead cells are smaller and take the dye, monocytes scatter to the side', () => {
    const lymphocytes = eventsOf('live', 'cd4-t');
    const side = columnOf('SSC-A');
    const dye = columnOf('Viability');
    expect(pick(eventsOf('debris'), (event) => area[event]!)).toBeLessThan(0.3 * pick(lymphocytes, (event) => area[event]!));
    expect(pick(eventsOf('dead'), (event) => area[event]!)).toBeLessThan(0.8 * pick(lymphocytes, (event) => area[event]!));
    expect(pick(eventsOf('dead'), (event) => dye[event]!)).toBeGreaterThan(10 * pick(lymphocytes, (event) => dye[event]!));
    expect(pick(eventsOf('live', 'monocyte'), (event) => side[event]!)).toBeGreaterThan(2 * pick(lymphocytes, (event) => side[event]!));
  });
});

test('compensation with the written matrix recovers the dyes in the median', () => {
  const dyes = panels.full.map((stain) => stain.dye);
  const spillover = spilloverMatrix(dyes);
  expect(dataset?.keywords?.get('$SPILLOVER')).toBe([dyes.length, ...dyes.map((dye) => dye.detector), ...spillover.flat()].join(','));
  const columns = dyes.map((dye) => columnOf(dye.detector));
  for (const population of ['cd4-t', 'cd8-t', 'nk-cd56dim', 'b', 'monocyte'] as const) {
    const events = eventsOf('live', population);
    const compensated = events.map((event) =>
      compensate(
        columns.map((column) => column[event]!),
        spillover,
      ),
    );
    for (const [index, { marker, dye }] of panels.full.entries()) {
      const signals = truth.signals[markers.indexOf(marker)]!;
      const error = median(compensated.map((values, row) => (values[index] ?? Number.NaN) - signals[events[row] ?? 0]!));
      // Autofluorescence stays in the detectors: it is no dye, and compensation does not know it.
      const glow = population === 'monocyte' ? 2.5 : 1;
      expect(Math.abs(error), `${marker} of ${population}`).toBeLessThan(1.2 * glow * dye.autofluorescence + 15);
    }
  }
  const cd56 = eventsOf('live', 'cd4-t').map(
    (event) =>
      compensate(
        columns.map((column) => column[event]!),
        spillover,
      )[1] ?? Number.NaN,
  );
  const belowZero = cd56.filter((value) => value < 0).length / cd56.length;
  expect(belowZero).toBeGreaterThan(0.1);
  expect(belowZero).toBeLessThan(0.6);
});

describe('the truth', () => {
  test('counts what was drawn', () => {
    const { summary } = truth;
    expect(Object.values(summary.kinds).reduce((sum, count) => sum + count, 0)).toBe(order.events);
    expect(summary.nk + summary.nktLike + summary.t + summary.neither).toBe(summary.lymphoid);
    expect(summary.lymphoid + summary.monocytes).toBe(summary.kinds.live);
  });
  test.each(['resting-blood', 'lak-3-day', 'general-method', 'cik', 'gamma-delta-t', 'expanded-nk'] as const)(
    'of %s follows its centre',
    (culture) => {
      const { summary } = simulateSample({ culture, seed: 1, events: 12_000, instrument: 'modern' }).truth;
      for (const key of ['nk', 'nktLike', 't'] as const) {
        const expected = summary.lot[key] / 100;
        const error = Math.sqrt((expected * (1 - expected)) / summary.lymphoid);
        expect(Math.abs(summary.percent[key] / 100 - expected)).toBeLessThan(4 * error);
      }
      expect(Math.abs(summary.percent.cd69OfNk - summary.lot.cd69)).toBeLessThan(400 * Math.sqrt(0.25 / summary.nk));
      expect(Math.abs(summary.percent.cd16OfNk - summary.lot.cd16)).toBeLessThan(400 * Math.sqrt(0.25 / summary.nk));
    },
  );
  test('lots differ, a lot stays itself, and what is set by hand holds', () => {
    expect(drawLot('cik', 'A')).toEqual(drawLot('cik', 'A'));
    expect(drawLot('cik', 'A').nktLike).not.toBe(drawLot('cik', 'B').nktLike);
    const { nk, nktLike, t, b } = drawLot('cik', 'A', { nk: 33 });
    expect(nk).toBe(33);
    expect(nk + nktLike + t + b).toBeGreaterThan(96);
    expect(nk + nktLike + t + b).toBeLessThan(100);
    for (let lot = 0; lot < 200; lot++) {
      const shares = Object.values(populationShares(drawLot('gamma-delta-t', String(lot))));
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });
});

test.each(Object.keys(cultures).filter(isCultureId))('plain cuts on %s find the truth within a point', (culture) => {
  const { content, truth } = simulateSample({ culture, seed: 21, events: 8000, instrument: 'modern' });
  const [sample] = content;
  const column = (name: string): ArrayLike<number> =>
    Float64Array.from(sample?.columns[sample.channels.findIndex((channel) => channel.name === name)] ?? [], Number);
  const dyes = panels.full.map((stain) => column(stain.dye.detector));
  const spillover = spilloverMatrix(panels.full.map((stain) => stain.dye));
  const [area, height] = [column('FSC-A'), column('FSC-H')];
  const counts = { nk: 0, nktLike: 0, t: 0, neither: 0 };
  for (let event = 0; event < 8000; event++) {
    if (area[event]! < 35_000 || height[event]! < 0.72 * area[event]!) continue;
    const found = compensate(
      dyes.map((dye) => dye[event]!),
      spillover,
    );
    const value = (marker: (typeof markers)[number]): number => found[panels.full.findIndex((stain) => stain.marker === marker)] ?? 0;
    if (value('Viability') > 3000 || value('CD14') > 6000 || value('CD45') < 10_000) continue;
    const cd56 = value('CD56') > 1300;
    counts[value('CD3') > 3500 ? (cd56 ? 'nktLike' : 't') : cd56 ? 'nk' : 'neither']++;
  }
  const total = counts.nk + counts.nktLike + counts.t + counts.neither;
  for (const key of ['nk', 'nktLike', 't'] as const)
    expect(Math.abs((100 * counts[key]) / total - truth.summary.percent[key]), key).toBeLessThan(1);
});
