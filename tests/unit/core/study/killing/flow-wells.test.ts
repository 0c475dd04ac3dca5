import { describe, expect, it } from 'vitest';
import { measureFlowPlate, smallOrder, trueLysisOfWells } from '../../../../../benchmark/cytotoxicity/flow-plates.ts';
import { matchWells, wellsInName } from '../../../../../core/study/killing/match-wells.ts';
import type { WellRow } from '../../../../../core/study/killing/plate.ts';

describe('wells of a cytometer', () => {
  it.each([
    ['dead-fraction', {}, 'abbott'],
    ['dead-fraction', { byMarker: true }, 'abbott'],
    ['viable-count', { lost: 0.5 }, 'count-beads'],
  ] as const)('%s is within 2 points though effectors are labelled and targets bound %j', async (readout, more, form) => {
    const { result, plate, files } = await measureFlowPlate(smallOrder({ readout, transfer: 0.05, conjugates: 0.1, ...more }));
    const [effector] = result.effectors;
    expect(effector?.withheld).toEqual([]);
    const truth = trueLysisOfWells(files, plate.wells, readout === 'viable-count' ? 'count' : 'fraction');
    for (const row of effector!.rows) {
      expect(row.form).toBe(form);
      // the gates stand between the kinds of cells: a small move of one does little
      expect(row.gateMove).toBeLessThan(1);
      expect(Math.abs(row.lysis.value - truth(row.wells))).toBeLessThan(2);
    }
    expect(plate.gates?.filter(({ gate }) => gate !== 'cells').map(({ light }) => light)).toEqual(['green', 'green', 'green', 'green']);
    const test = plate.wells.find(({ role }) => role === 'test')!;
    expect(Math.abs(Number(test.live) - files.find(({ well }) => well === test.well)!.truth.live)).toBeLessThan(30);
    const rules = result.rules.filter(({ rule }) => rule === 'disintegrated');
    expect(rules.length).toBe('lost' in more ? 1 : 0);
    // what the dead fraction misses must enter no mean
    if ('lost' in more) expect(rules.map(({ verdict }) => verdict)).toEqual([readout === 'dead-fraction' ? 'invalid' : 'accept']);
  });

  it('names a copied well, swapped columns and a file that cannot be read', async () => {
    const { result, problems } = await measureFlowPlate(smallOrder(), ({ plate, files }) => {
      const ets = plate.wells.map((row) => (row.role !== 'test' ? row : { ...row, et: row.et === 5 ? 2.5 : row.et === 2.5 ? 5 : row.et! }));
      const [first, second] = files.filter(({ well }) => plate.wells.find((row) => row.well === well)?.et === 1.25);
      return {
        plate: { ...plate, wells: ets },
        files: files.map((file) =>
          file === second
            ? { ...file, content: first!.content.map((one) => ({ ...one, keywords: new Map([['WELL ID', file.well]]) })) }
            : file,
        ),
      };
    });
    expect(problems).toEqual([]);
    const verdicts = new Map(result.rules.map(({ rule, verdict, of }) => [rule, { verdict, of }]));
    expect(verdicts.get('copied-wells')).toMatchObject({ verdict: 'invalid' });
    expect(verdicts.get('contents')).toMatchObject({ verdict: 'invalid' });
    expect(result.verdict).toBe('invalid');
  });

  it('refuses a file without the label and keeps the rest', async () => {
    const { result, problems } = await measureFlowPlate(smallOrder(), ({ plate, files }) => {
      const spoilt = files.at(-1)!;
      const content = spoilt.content.map((one) => ({
        ...one,
        channels: one.channels.map(({ marker, ...channel }) =>
          marker === 'CFSE' || marker === undefined ? channel : { ...channel, marker },
        ),
      }));
      return { plate, files: [...files.slice(0, -1), { ...spoilt, content }] };
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.well).toMatch(/^[A-H]\d+$/);
    // its well is without a reading: the lysis of its effector is withheld
    expect(result.effectors[0]?.withheld.map(({ code }) => code)).toEqual(['plate-reading-missing']);
  });
});

describe('which file is of which well', () => {
  const wells = ['A1', 'A2', 'B7'].map((well): WellRow => ({ well, role: 'test', effector: 'x', et: 1 }));
  const file = (name: string, keywords: Record<string, string> = {}) => ({ name, keywords: new Map(Object.entries(keywords)) });
  const match = (files: readonly ReturnType<typeof file>[], rows = wells) => {
    const { files: found, problems } = matchWells({ size: 96, wells: rows }, files);
    return [[...found].map(([well, { name }]) => `${well} ${name}`), problems.map(({ problem }) => problem.code)];
  };

  it.each([
    ['plate2_B07_ANK.fcs', ['B7']],
    ['Specimen_001_A1_A01_001.fcs', ['A1']],
    ['２０２６−B７.fcs', ['B7']],
    ['export CD56.fcs', []],
    ['A1-D12.fcs', ['A1', 'D12']],
  ])('%s names %j', (name, expected) => expect(wellsInName(name, 96)).toEqual(expected));

  it('takes the name, $SMNO or WELL ID, and what the plate says above all', () => {
    expect(match([file('x_A1.fcs'), file('1.fcs', { $SMNO: 'A02' }), file('2.fcs', { 'WELL ID': 'B7' })])).toEqual([
      ['A1 x_A1.fcs', 'A2 1.fcs', 'B7 2.fcs'],
      [],
    ]);
    const said = wells.map((row) => (row.well === 'B7' ? { ...row, fcs: { file: 'x_A1.fcs' } } : row));
    expect(match([file('x_A1.fcs', { 'WELL ID': 'A2' })], said)).toEqual([['B7 x_A1.fcs'], []]);
  });

  it.each([
    ['a name that contradicts its keyword', [file('x_A1.fcs', { 'WELL ID': 'A2' })], 'plate-fcs-contradicts'],
    ['two files of one well', [file('x_A1.fcs'), file('y_A1.fcs')], 'plate-fcs-twice'],
    ['no well at all', [file('blood.fcs')], 'plate-fcs-unmatched'],
    ['a well that the plate does not hold', [file('x_H12.fcs')], 'plate-fcs-no-well'],
    ['two wells in a name', [file('A1-B7.fcs')], 'plate-fcs-unsure'],
  ])('leaves %s to a person', (_, files, code) => expect(match(files)).toEqual([[], [code]]));
});
