import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm, pairedTest, welchTest } from '../../../../../core/base/math/t-test.ts';
import { Problem } from '../../../../../core/base/problem.ts';
import { comparisonSentences } from '../../../../../core/show/killing/comparison-document.ts';
import type { Assay } from '../../../../../core/study/killing/assay.ts';
import { comparePlates } from '../../../../../core/study/killing/compare-plates.ts';
import { chartControls } from '../../../../../core/study/killing/control-chart.ts';
import { measurePlate } from '../../../../../core/study/killing/measure-plate.ts';
import { type Plate, parsePlate, type WellRow, wellName } from '../../../../../core/study/killing/plate.ts';
import { readGrid, withReadings } from '../../../../../core/study/killing/plate-grid.ts';
import { readSeries, wellsWithSeries } from '../../../../../core/study/killing/plate-series.ts';
import { readPlateTable } from '../../../../../core/study/killing/plate-table.ts';
import { simulatedAssay, simulatePlate, twoPurities } from '../../../../../test-data/simulate-plate.ts';

const assay: Assay = { ...simulatedAssay('calcein'), effector: 'total' };

/** The wells of vector A01: 51Cr triplicate, mid range. */
const plate = (change: (wells: WellRow[]) => WellRow[] = (wells) => wells): Plate => {
  const wells: WellRow[] = [
    ...[402, 388, 415, 395, 409, 391].map((signal, i): WellRow => ({ well: `A${i + 1}`, role: 'target-alone', signal })),
    ...[4012, 3950, 4105, 3988, 4051, 3894].map((signal, i): WellRow => ({ well: `A${i + 7}`, role: 'maximum', signal })),
    ...[1850, 1920, 1790].map((signal, i): WellRow => ({ well: `B${i + 1}`, role: 'test', effector: 'x', et: 20, signal })),
    ...[402, 410, 398].map((signal, i): WellRow => ({ well: `B${i + 4}`, role: 'test', effector: 'y', et: 20, signal })),
  ];
  return {
    ...{ format: 'lymphoscope-plate', version: 1, name: 'p', size: 96, hours: 4, targetViability: 95 },
    effectors: [
      { id: 'x', basis: 'total', viability: 80, nkOfViable: 60 },
      { id: 'y', basis: 'viable' },
    ],
    wells: change(wells),
  };
};
const changed = (well: string, change: Partial<WellRow>) =>
  plate((wells) => wells.map((one) => (one.well === well ? { ...one, ...change } : one)));

describe('the potency dose', () => {
  it('is lytic units by the number of cells, both of the effectors that the assay defines', () => {
    const release = { ...simulatedAssay('calcein'), effector: 'nk' as const };
    const made = simulatePlate({ name: 'dose', seed: 1, assay: release, killers: twoPurities(1), cv: 0.04 });
    const dosed = { ...made, effectors: made.effectors.map((effector) => ({ ...effector, cells: 2e9 })) };
    for (const { effector, units } of measurePlate(dosed, release).effectors)
      for (const { axes, potency } of units) {
        const { nk } = axes;
        if (nk?.state !== 'value') throw new Error('no value');
        // 2e9 viable cells, so many of them NK
        expect(potency?.value).toBeCloseTo((nk.value * 2e9 * (effector.nkOfViable ?? 0)) / 100 / 1e7, 6);
      }
    expect(measurePlate(made, release).effectors[0]?.units[0]?.potency).toBeUndefined();
  });
});

describe('wells over hours', () => {
  const impedance: Assay = { ...simulatedAssay('calcein'), readout: 'impedance', injured: 'impedance', hours: 4, effector: 'total' };
  const well = (name: string, role: WellRow['role'], et?: number): WellRow => ({
    ...{ well: name, role },
    ...(et === undefined ? {} : { effector: 'x', et }),
  });
  const laidOut: Plate = {
    ...{ format: 'lymphoscope-plate', version: 1, name: 's', size: 96, hours: 4, targetViability: 96 },
    effectors: [{ id: 'x', basis: 'total' }],
    wells: [well('A1', 'target-alone'), well('A2', 'target-alone'), well('B1', 'test', 10), well('B2', 'test', 10)],
  };
  const table = ['Time (min)\tA1\tA2\tB1\tB2', '0\t2\t1\t2\t1', '120\t2.2\t1.1\t1.54\t0.77', '240\t2.4\t1.2\t0.72\t0.36', ''].join('\n');
  const withSeries = (text: string): Plate => {
    const read = readSeries(text, 96);
    return { ...laidOut, times: [...read.times], wells: [...wellsWithSeries(laidOut, read)] };
  };

  it('are read from a table, against targets alone, each as a multiple of its first reading', () => {
    const read = withSeries(table);
    expect(read.times).toEqual([0, 2, 4]);
    const [row] = measurePlate(read, impedance).effectors[0]!.rows;
    expect(row?.form).toBe('series');
    expect(row?.lysis.value).toBeCloseTo(70, 9);
    // 30 % at 2 h and 70 % at 4 h: half way at 3 h
    expect(row?.kinetics?.kt50).toBeCloseTo(3, 9);
    expect(row?.kinetics?.area).toBeCloseTo(130, 9);
    expect(parsePlate(JSON.stringify({ ...read, assay: impedance }))).toEqual({ ...read, assay: impedance });
  });

  it.each([
    ['no names of wells', 'Time\tx\ty\n0\t1\t2\n1\t1\t2', 'plate-series-table'],
    ['a time that is none', 'Time\tA1\tA2\n0\t1\t2\nlater\t1\t2', 'plate-series-table'],
    ['times that fall', 'Time\tA1\tA2\n0\t1\t2\n2\t1\t2\n1\t1\t2', 'plate-series-table'],
    ['a well twice', 'Time\tA1\tA01\n0\t1\t2\n1\t1\t2', 'plate-series-table'],
  ])('refuses %s', (_, text, code) => expect(() => readSeries(text, 96)).toThrow(expect.objectContaining({ code })));

  it.each([
    ['a word among them', table.replace('0.77', 'error'), 'plate-reading'],
    ['a beginning at 0', table.replace('\n0\t2\t1\t2\t1', '\n0\t2\t1\t2\t0'), 'plate-series'],
  ])('withholds what stands on %s', (_, text, code) => {
    const { effectors } = measurePlate(withSeries(text), impedance);
    expect(effectors[0]?.withheld.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('the chart of a control donor', () => {
  const release = simulatedAssay('calcein');
  const made = (day: number, A: number) => {
    const control = { id: 'C', donor: 'CONTROL', isControl: true, basis: 'viable' as const, A, k: 0.06 };
    const order = { name: `day ${day}`, seed: day, assay: release, killers: [control], cv: 0.04, ratios: [20, 10, 5], controls: 4 };
    return measurePlate({ ...simulatePlate(order), date: `2026-03-0${day}` }, release);
  };
  const verdictsOf = (plates: readonly ReturnType<typeof made>[]) =>
    plates.map(({ rules }) => rules.find(({ rule }) => rule === 'control-donor')?.verdict);

  it('judges from the sixth plate on, by date whatever their order, and a plate whose control fails is invalid', () => {
    const plates = [1, 2, 3, 4, 5, 6].map((day) => made(day, 80));
    const charted = chartControls([...plates, made(7, 25)].toReversed()).toReversed();
    expect(verdictsOf(charted)).toEqual([...Array(5).fill('no-chart'), 'good', 'invalid']);
    expect(charted.at(-1)?.verdict).toBe('invalid');
    expect(charted.at(-1)?.controlCharts?.[0]?.points).toHaveLength(7);
    // plates that an archive kept count as those before
    expect(verdictsOf(chartControls([made(8, 80)], plates))).toEqual(['good']);
  });
});

describe('lysis of a plate', () => {
  it('is that of the vectors, on three axes of E:T', () => {
    const { effectors, controls, verdict } = measurePlate(plate(), assay);
    const [row] = effectors[0]!.rows;
    expect(row?.lysis).toMatchObject({
      value: expect.closeTo(40.37037037, 6),
      low: expect.closeTo(36.3902, 3),
      high: expect.closeTo(44.35054, 3),
    });
    expect(row?.ratios).toEqual({ total: 20, viable: 16, nk: expect.closeTo(9.6, 10) });
    expect(controls.ratio).toBeCloseTo(0.1, 10);
    expect(verdict).toBe('good');
  });

  it('is printed as measured below 0, and no axis is guessed', () => {
    const [, y] = measurePlate(
      plate((wells) => wells.map((one) => (one.effector === 'y' ? { ...one, signal: 380 } : one))),
      assay,
    ).effectors;
    expect(y?.rows[0]?.lysis.value).toBeLessThan(0);
    expect(y?.rows[0]?.ratios).toEqual({ total: undefined, viable: 20, nk: undefined });
  });

  it('has no lytic units under three E:T', () =>
    expect(measurePlate(plate(), assay).effectors[0]?.units[0]?.axes.total).toEqual({ state: 'too-few-ratios' }));
});

describe('what cannot be read', () => {
  it.each([
    ['B1', { signal: '0 (pipet error)' }, 'plate-reading'],
    ['B1', { signal: Number.NaN }, 'plate-reading'],
    ['B1', { signal: 'OVRFLW' }, 'plate-reading'],
    ['B1', { et: 0 }, 'plate-ratio'],
    ['B1', { et: -5 }, 'plate-ratio'],
    ['B1', { well: 'I1' }, 'plate-well-outside'],
    ['B1', { well: 'B2' }, 'plate-well-twice'],
  ] as const)('withholds one effector and leaves the others (%s %o)', (well, change, code) => {
    const { effectors, problems, verdict } = measurePlate(changed(well, change), assay);
    expect(problems.map(({ problem }) => problem.code)).toEqual([code]);
    expect(effectors.map(({ rows }) => rows.length)).toEqual([0, 1]);
    expect(verdict).toBe('invalid');
  });

  it('is left out only by a person, with a reason', () => {
    const { effectors, excluded, problems } = measurePlate(
      changed('B1', { signal: '0 (pipet error)', excluded: { reason: 'pipetting' } }),
      assay,
    );
    expect(problems).toEqual([]);
    expect(excluded).toEqual([{ well: 'B1', reason: 'pipetting' }]);
    expect(effectors[0]?.rows[0]?.wells).toEqual(['B2', 'B3']);
  });

  it.each([
    ['no targets alone', (wells: WellRow[]) => wells.filter(({ role }) => role !== 'target-alone'), 'plate-no-target-alone'],
    ['no maximum', (wells: WellRow[]) => wells.filter(({ role }) => role !== 'maximum'), 'plate-no-maximum'],
    [
      'a maximum that is none',
      (wells: WellRow[]) => wells.map((one) => (one.role === 'maximum' ? { ...one, signal: 300 } : one)),
      'plate-maximum-low',
    ],
  ] as const)('withholds all: %s', (_, change, code) => {
    const { effectors } = measurePlate(plate(change), assay);
    for (const { rows, withheld } of effectors) {
      expect(rows).toEqual([]);
      expect(withheld.map((problem) => problem.code)).toContain(code);
    }
  });
});

describe('validity', () => {
  const verdictOf = (of: Plate, rule: string, by: Assay = assay) => measurePlate(of, by).rules.find((one) => one.rule === rule)?.verdict;

  it('tells CD107a by Newcombe over the summed wells, against the same effectors without targets', () => {
    const by = simulatedAssay('dead-fraction');
    const plate = simulatePlate({ name: 'cd107a', seed: 2, assay: by, killers: twoPurities(1).slice(0, 1), cv: 0.04, ratios: [4, 2, 1] });
    const [effector] = plate.effectors;
    const wells = [
      ...plate.wells.map((well) => (well.role === 'test' && well.et === 4 ? { ...well, degranulated: 310, nkCells: 1000 } : well)),
      { well: 'H1', role: 'effector-alone' as const, effector: effector!.id, et: 4, degranulated: 12, nkCells: 300 },
      { well: 'H2', role: 'beads' as const, beads: 4000 },
    ];
    const result = measurePlate({ ...plate, wells }, by);
    expect(result.problems).toEqual([]);
    const [one, ...others] = result.effectors[0]!.degranulation;
    expect(others).toEqual([]);
    // Wilson: 930 of 3000 is 31 (29.37 to 32.68) %, 12 of 300 is 4 (2.30 to 6.86) %
    expect(one).toMatchObject({ stimulated: 31, alone: 4, delta: 27 });
    expect([one!.low, one!.high]).toEqual([expect.closeTo(27 - Math.hypot(1.63, 2.86), 1), expect.closeTo(27 + Math.hypot(1.68, 1.7), 1)]);
    const spoilt = (change: object) =>
      measurePlate({ ...plate, wells: wells.map((well) => (well.well === 'H1' ? { ...well, ...change } : well)) }, by).problems;
    expect(spoilt({ nkCells: 5 })[0]?.problem.in('en')).toContain('12 cells with CD107a of 5 NK cells');
    expect(spoilt({ nkCells: undefined })[0]?.problem.code).toBe('plate-reading-missing');
  });

  it('reads beads and CD107a from a table', () => {
    const table = 'well,role,lot,et,dead,targets,CD107a,NK細胞数\nA1,標的のみ,,,5,100,,\nB1,試験,L1,4,50,100,３１０,1000\nC1,ビーズ,,,,,,';
    const { wells } = readPlateTable(table, 'table');
    expect(wells.map(({ role }) => role)).toEqual(['target-alone', 'test', 'beads']);
    expect(wells[1]).toMatchObject({ degranulated: 310, nkCells: 1000 });
  });

  it('has no spread where every replicate is 0, and says where the hours are not stated', () => {
    const by = { ...simulatedAssay('dead-fraction'), limits: { replicateCv: [0.2, 0.3] as [number, number], source: 'SOP', setBy: 'QA' } };
    const { hours: _, ...plate } = simulatePlate({ name: 'weak', seed: 1, assay: by, killers: twoPurities(1).slice(0, 1), cv: 0.04 });
    const wells = plate.wells.map((well) => (well.role === 'test' ? { ...well, dead: 0 } : well));
    const rule = (code: string) => measurePlate({ ...plate, wells }, by).rules.find((one) => one.rule === code);
    expect(rule('replicates')).toMatchObject({ value: 0, verdict: 'good' });
    expect(rule('hours')).toMatchObject({ value: undefined, verdict: 'not-stated' });
  });

  it('names wells that are equal to the last digit', () => {
    const twice = plate((wells) =>
      wells.map((one) => (one.well === 'B1' || one.well === 'B2' ? { ...one, signal: 1850.36737031151 } : one)),
    );
    expect(measurePlate(twice, assay).rules.find(({ rule }) => rule === 'copied-wells')).toMatchObject({
      of: 'B1, B2',
      verdict: 'invalid',
    });
  });

  it('judges by the limits of the definition, and by none without them', () => {
    const { limits: _, ...free } = assay;
    expect(verdictOf(plate(), 'spontaneous', free)).toBe('no-limit');
    expect(verdictOf(plate(), 'spontaneous', { ...assay, limits: { ...assay.limits!, spontaneous: [0.05, 0.08] } })).toBe('invalid');
    expect(verdictOf({ ...plate(), hours: 6 }, 'hours')).toBe('invalid');
    expect(verdictOf({ ...plate(), targetViability: 70 }, 'target-viability')).toBe('invalid');
  });

  it('has no chart of a control donor yet, and says so', () => {
    const of = plate();
    expect(verdictOf({ ...of, effectors: of.effectors.map((one) => ({ ...one, isControl: true })) }, 'control-donor')).toBe('no-chart');
  });
});

describe('plates side by side', () => {
  const results = [1, 2, 3, 4].map((donor) => {
    const by = simulatedAssay('calcein');
    return measurePlate(simulatePlate({ name: `plate ${donor}`, seed: donor, assay: by, killers: twoPurities(donor), cv: 0.04 }), by);
  });

  it('tell purity from killing', () => {
    const comparison = comparePlates(results, 'method');
    const ratio = (axis: string) => comparison.pairs.find((pair) => pair.axis === axis)?.ratio;
    expect(ratio('total')).toBeGreaterThan(2.7);
    expect(ratio('total')).toBeLessThan(3.3);
    expect(ratio('nk')).toBeCloseTo(1, 0);
    expect(comparison.pairs.every(({ paired }) => paired)).toBe(true);
    expect(comparisonSentences(comparison, 'en')[0]).toContain('it is one of purity');
    expect(comparisonSentences(comparison, 'ja')[0]).toContain('純度による差です');
  });

  it('claim no purity where the lots do not show it, and name lots without a value', () => {
    const lysis = (total: number, nk: number) => ({ groups: ['ANK', 'LAK'] as const, lots: [4, 4] as const, paired: false, total, nk });
    const pairsOf = ({ total, nk, ...pair }: ReturnType<typeof lysis>, low: number, high: number, p: number) => [
      { ...pair, axis: 'total' as const, ratio: total, low: 2, high: 4.5, p: 0.001 },
      { ...pair, axis: 'nk' as const, ratio: nk, low, high, p },
    ];
    const compared = comparePlates(results, 'method');
    const said = (...given: Parameters<typeof pairsOf>) => comparisonSentences({ ...compared, pairs: pairsOf(...given) }, 'en')[0];
    expect(said(lysis(3, 1.1), 0.8, 1.5, 0.5)).toContain('one of purity');
    expect(said(lysis(3, 2.4), 0.9, 6, 0.07)).toContain('not shown by these lots (ratio 2.4');
    expect(said(lysis(3, 2.8), 1.8, 4, 0.002)).toContain('remains');
    expect(said(lysis(3, 0.4), 0.3, 0.6, 0.002)).toContain('other way round');
    const weak = results.map((result) => ({
      ...result,
      effectors: result.effectors.map((one) => ({
        ...one,
        units: one.units.map((row) => ({
          ...row,
          axes: result === results[0] ? { total: undefined, viable: undefined, nk: { state: 'not-reached' as const, below: 5 } } : row.axes,
        })),
      })),
    }));
    expect(comparisonSentences(comparePlates(weak, 'method'), 'en').join(' ')).toMatch(/1 results without a value of LU20/);
  });

  it('give no p under three lots', () => {
    const { pairs } = comparePlates(results.slice(0, 2), 'method');
    for (const pair of pairs) expect(pair.p).toBeUndefined();
  });

  it('leave invalid plates out, and refuse other assays by the field that differs', () => {
    const [first] = results;
    expect(comparePlates([{ ...first!, verdict: 'invalid' }, ...results.slice(1)], 'method').left).toContainEqual({
      plate: 'plate 1',
      why: 'invalid',
    });
    const other = { ...first!, name: 'other', assay: { ...first!.assay, target: 'Raji' } };
    expect(() => comparePlates([first!, other], 'method')).toThrow(expect.objectContaining({ code: 'plates-differ' }));
  });
});

describe('plates as people have them', () => {
  it('a table of wells, in Japanese too', () => {
    const table =
      'ウェル\t役割\tロット\t培養法\tE:T\tnk\t測定値\t除外\t除外理由\nA1\t標的のみ\t\t\t\t\t402\nA2\t最大遊離\t\t\t\t\t4012\nB1\t試験\tL1\tANK\t２０:1\t90\t1850\nB2\t試験\tL1\tANK\t20\t90\terror\tx\tこぼれ\n';
    const read = readPlateTable(table, 'p');
    expect(read.effectors).toEqual([{ id: 'L1', lot: 'L1', method: 'ANK', basis: 'viable', nkOfViable: 90 }]);
    expect(read.wells.map(({ role, signal, et }) => [role, signal, et])).toEqual([
      ['target-alone', 402, undefined],
      ['maximum', 4012, undefined],
      ['test', 1850, 20],
      ['test', 'error', 20],
    ]);
    expect(read.wells[3]?.excluded).toEqual({ reason: 'こぼれ' });
    expect(() => readPlateTable('well,role\nA1,nothing', 'p')).toThrow(
      expect.objectContaining({ code: 'plate-table', place: { line: 2 } }),
    );
    expect(() => readPlateTable('well,role,lot,method\nA1,test,L,ANK\nA2,test,L,LAK', 'p')).toThrow(
      expect.objectContaining({ code: 'plate-table' }),
    );
  });

  it("a reader's grid with letters, temperature, decimal commas or full width", () => {
    const row = (letter: string, values: readonly string[], tab = '\t') => [letter, ...values].join(tab);
    const grid = (tab: string, number: (n: number) => string) =>
      [
        ['Temperature(°C)', ...Array.from({ length: 12 }, (_, i) => String(i + 1))].join(tab),
        ...[...'ABCDEFGH'].map((letter, r) =>
          row(
            letter,
            Array.from({ length: 12 }, (_, c) => number(r * 12 + c)),
            tab,
          ),
        ),
      ].join('\r\n');
    for (const [tab, number] of [
      ['\t', (n: number) => `${n},5`],
      [';', (n: number) => `${n},5`],
      [',', (n: number) => `${n}.5`],
      ['\t', (n: number) => `${n}.5`.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))],
    ] as const) {
      const readings = readGrid(grid(tab, number), 96);
      expect([readings.get('A1'), readings.get('B3'), readings.get('H12')]).toEqual([0.5, 14.5, 95.5]);
    }
    expect(
      withReadings(
        plate(),
        readGrid(
          grid('\t', (n) => `${n}.5`),
          96,
        ),
      ).wells[0]?.signal,
    ).toBe(0.5);
    expect(() => readGrid('1\t2\n3\t4', 96)).toThrow(expect.objectContaining({ code: 'plate-grid' }));
  });

  it('no reading of a grid stands in the well beside its own', () => {
    const heads = ['', ...Array.from({ length: 12 }, (_, i) => String(i + 1))];
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 96, maxLength: 96 }),
        fc.constantFrom<readonly number[]>([], [0], [11], [0, 11], [10, 11]),
        fc.constantFrom('\t', ',', ' '),
        fc.boolean(),
        fc.constantFrom('letters', 'temperature', 'none'),
        fc.constantFrom('', '450', 'Read 1'),
        (filledAtRandom, emptyColumns, tab, hasHead, beside, behind) => {
          const filled = filledAtRandom.map((is, i) => (emptyColumns.length === 0 ? is : !emptyColumns.includes(i % 12)));
          const value = (r: number, c: number) => 1000 * (r + 1) + c + 0.5;
          const rows = [...'ABCDEFGH'].map((letter, r) =>
            [
              ...(beside === 'letters' ? [letter] : beside === 'temperature' ? [r === 0 ? '22.5' : ''] : []),
              ...Array.from({ length: 12 }, (_, c) => (filled[12 * r + c] ? String(value(r, c)) : '')),
              ...(behind === '' ? [] : [behind]),
            ].filter((cell) => tab !== ' ' || cell !== ''),
          );
          const text = [...(hasHead ? [beside === 'none' ? heads.slice(1) : heads] : []), ...rows].map((row) => row.join(tab)).join('\n');
          let read: ReturnType<typeof readGrid>;
          try {
            read = readGrid(text, 96);
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
            return;
          }
          for (const [well, reading] of read)
            expect([well, reading]).toEqual([well, value(well.charCodeAt(0) - 65, Number(well.slice(1)) - 1)]);
        },
      ),
      { numRuns: 500 },
    );
    const empty = [...'ABCDEFGH'].map((letter, r) =>
      [letter, ...Array.from({ length: 11 }, (_, c) => 100 * r + c + 0.5), '', '450'].join('\t'),
    );
    expect([...readGrid(empty.join('\n'), 96)].slice(0, 2)).toEqual([
      ['A1', 0.5],
      ['A2', 1.5],
    ]);
    const twice = [...empty, '', ...empty.map((row) => row.replaceAll('.5', '.7'))].join('\n');
    expect(() => readGrid(twice, 96)).toThrow(expect.objectContaining({ code: 'plate-grid-two' }));
    const larger = [...'ABCDEFGHIJKLMNOP']
      .map((letter) => [letter, ...Array.from({ length: 24 }, (_, c) => c + 0.5)].join('\t'))
      .join('\n');
    expect(() => readGrid(larger, 96)).toThrow(expect.objectContaining({ code: 'plate-grid' }));
    expect(readGrid(larger, 384).get('P24')).toBe(23.5);
  });

  it('one basis an effector, one description an id, and 384 wells by table', () => {
    const table = (...rows: readonly string[]) => readPlateTable(['well,role,lot,basis,et,signal', ...rows].join('\n'), 'p');
    expect(() => table('A1,test,L,total,20,1', 'A2,test,L,viable,20,1')).toThrow(expect.objectContaining({ code: 'plate-table' }));
    expect(table('A1,test,L,,20,1', 'A2,test,L,total,20,1').effectors).toMatchObject([{ id: 'L', basis: 'total' }]);
    expect(table('A1,test,L,,20,1')).toMatchObject({ size: 96, effectors: [{ basis: 'viable' }] });
    expect(table('P24,test,L,,20,1').size).toBe(384);
    const [effector] = plate().effectors;
    for (const effectors of [[effector, { ...effector, basis: 'viable' }], [{ ...effector, viability: 0.8 }]])
      expect(() => parsePlate(JSON.stringify({ ...plate(), effectors }))).toThrow(expect.objectContaining({ code: 'plate-invalid' }));
  });

  it('wells by any spelling, and none outside the plate', () => {
    expect(['a1', 'A01', 'Ｈ１２', 'H 12'].map((name) => wellName(name, 96))).toEqual(['A1', 'A1', 'H12', 'H12']);
    expect(['I1', 'A13', 'A0', '1A', ''].map((name) => wellName(name, 96))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(wellName('P24', 384)).toBe('P24');
    expect(parsePlate(JSON.stringify(plate())).wells).toHaveLength(18);
  });
});

describe('differences', () => {
  it('by the t test of Welch and of pairs', () => {
    // R: t.test(c(1,2,3,4), c(2,4,6)), t.test(..., paired = TRUE)
    expect(welchTest([1, 2, 3, 4], [2, 4, 6])).toMatchObject({ difference: -1.5, df: expect.closeTo(3.3, 0), p: expect.closeTo(0.34, 1) });
    expect(
      pairedTest([
        [1, 2],
        [2, 4],
        [3, 5],
      ]),
    ).toMatchObject({ difference: expect.closeTo(-5 / 3, 10), df: 2, p: expect.closeTo(0.0377, 3) });
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });
});
