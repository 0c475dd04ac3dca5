import { describe, expect, it } from 'vitest';
import { sampleColumns, statisticsColumns, statisticsOf } from '../../../../core/exchange/tables/statistics-grid.ts';
import { statisticsRows } from '../../../../core/exchange/tables/statistics-rows.ts';
import type { SampleAnalysis } from '../../../../core/study/sample/sample-analysis.ts';

const population = (path: string, count: number, more: object = {}) => ({
  path,
  name: path.split('/').at(-1),
  depth: path === '' ? 0 : path.split('/').length,
  count,
  medians: {},
  ...more,
});
const red = { gate: { kind: 'rectangle', ranges: [] }, dimensions: [], automatic: { light: 'red' } };
const analysis = (file: string, more: object = {}): SampleAnalysis =>
  ({
    sample: { file, metadata: { role: 'sample', lot: 'L1' } },
    classification: { group: 'expanded-nk' },
    populations: [
      population('', 1000),
      population('Live', 600),
      population('Live/NK', 123, { medians: { CD56: 1234.5678 } }),
      population('Live/NK/Bright', 7),
    ],
    ...more,
  }) as unknown as SampleAnalysis;

const cells = (of: SampleAnalysis, path: string, statistic: string, minimumEvents = 20) => {
  const chosen = statisticsOf([of]).filter(({ id }) => id === statistic);
  return statisticsColumns([path], chosen, () => minimumEvents)[0]?.cell(of);
};

describe('statistics of samples', () => {
  it('have any ancestor as their whole', () => {
    const one = analysis('a.fcs');
    expect(cells(one, 'Live/NK', 'percent-of-parent')?.value).toBeCloseTo(20.5, 10);
    expect(cells(one, 'Live/NK/Bright', 'percent-of:Live')?.value).toBeCloseTo(700 / 600, 10);
    expect(cells(one, 'Live', 'percent-of-total')?.value).toBe(60);
    expect(cells(one, 'Live', 'percent-of:Live')).toEqual({ withheld: 'none', light: undefined });
    expect(cells(one, '', 'percent-of-parent')?.withheld).toBe('none');
    expect(cells(one, 'Live/NK', 'median:CD56')?.value).toBe(1234.5678);
  });

  it('are withheld with the reason', () => {
    expect(cells(analysis('a.fcs'), 'Live/NK/Bright', 'percent-of-parent', 200)?.withheld).toBe('few');
    expect(statisticsColumns(['Gone'], statisticsOf([analysis('a.fcs')]), () => 20)[0]?.cell(analysis('a.fcs'))).toEqual({
      withheld: 'absent',
    });
    const bad = analysis('b.fcs', { populations: [population('', 1000), population('Live', 600, { gate: red })] });
    expect(cells(bad, 'Live', 'percent-of-parent')).toEqual({ withheld: 'red', light: 'red' });
    expect(cells(bad, 'Live', 'count')).toEqual({ value: 600, light: 'red' });
  });

  it('leave to four digits and in full, with what is withheld', () => {
    const one = analysis('=a.fcs');
    const columns = [...sampleColumns, ...statisticsColumns(['Live/NK', 'Live/NK/Bright'], statisticsOf([one]).slice(1, 2), () => 200)];
    const { columns: heads, rows } = statisticsRows(columns, [one], 'en');
    const row = Object.fromEntries(heads.map(({ name }, i) => [name, rows[0]?.[i]]));
    expect(row).toMatchObject({
      File: '=a.fcs',
      Lot: 'L1',
      'Live/NK | % of parent': 20.5,
      'Live/NK | % of parent (full precision)': 20.5,
      withheld: 'Live/NK/Bright | % of parent: the parent holds too few events',
    });
    expect(row['Live/NK/Bright | % of parent']).toBeUndefined();
  });
});
