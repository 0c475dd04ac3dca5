import { describe, expect, it } from 'vitest';
import { detectorsOf } from '../../../../../core/data/compensation/detectors.ts';
import {
  controlCandidates,
  controlLight,
  detectorNamed,
  kindOfControl,
  recogniseControls,
} from '../../../../../core/data/compensation/recognise-controls.ts';
import { recognisedSentences } from '../../../../../core/data/compensation/recognised-words.ts';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { readLinear } from '../../../../fixtures/read-linear.ts';
import { corpusFile, hasShared } from '../../../../shared-data.ts';

const channel = (name: string, index: number, marker?: string): Channel => ({
  name,
  index,
  bits: 32,
  range: 262144,
  detail: {},
  ...(marker !== undefined && { marker }),
});
const detectors = [channel('FITC-A', 1, 'CD3'), channel('PE-A', 2, 'CD56'), channel('PE-Cy7-A', 3), channel('APC-A', 4, 'CD16')];
const light = (...bright: number[]) => ({ bright, end: bright.map((value) => value * 1.1) });
const dark = light(10, 10, 10, 10);

describe('controls of compensation', () => {
  it('are told by role, then by the words of their name, in English and Japanese', () => {
    const kind = (name: string, role: Parameters<typeof kindOfControl>[0]['role'] = 'sample') => kindOfControl({ name, role });
    expect(kind('tube_07.fcs', 'single-stain')).toBe('single-stain');
    expect(kind('Compensation Controls_Unstained Control.fcs')).toBe('unstained');
    expect(kind('Compensation Controls_FITC Stained Control.fcs')).toBe('single-stain');
    expect(kind('CD3単染色.fcs')).toBe('single-stain');
    expect(kind('未染色_01.fcs')).toBe('unstained');
    expect(kind('FMO_CD56_comp.fcs')).toBeUndefined();
    expect(kind('CD56抜き単染.fcs')).toBeUndefined();
    expect(kind('single PE.fcs', 'fmo')).toBeUndefined();
    expect(kind('lot7_day14.fcs')).toBeUndefined();
  });
  it('are of the detector whose dye or marker their name holds as a word, the longest one', () => {
    const named = (file: string) => detectors[detectorNamed(file, detectors) ?? -1]?.name;
    expect(named('comp_PE.fcs')).toBe('PE-A');
    expect(named('comp PE-Cy7 003.fcs')).toBe('PE-Cy7-A');
    expect(named('comp_PECy7.fcs')).toBe('PE-Cy7-A');
    expect(named('SPECIMEN_001_単染_CD16.fcs')).toBe('APC-A');
    expect(named('SPECIMEN_001.fcs')).toBeUndefined();
    expect(named('FITC and APC.fcs')).toBeUndefined();
  });
  it('are looked for among all files only where none is called one', () => {
    const files = ['lot1.fcs', 'comp_PE.fcs', 'FMO.fcs'].map((name) => ({ id: name, name, role: 'sample' as const }));
    expect(controlCandidates(files).map(({ name }) => name)).toEqual(['comp_PE.fcs']);
    expect(controlCandidates(files.filter(({ name }) => name !== 'comp_PE.fcs')).map(({ name }) => name)).toEqual(['lot1.fcs']);
  });
  it('say what is missing, what is twice and what is another tube', () => {
    const tube = (name: string, of: typeof dark) => ({ id: name, name, role: 'sample' as const, light: of });
    const found = recogniseControls(
      [
        tube('comp unstained', dark),
        tube('comp FITC', light(5000, 900, 30, 10)),
        tube('comp FITC again', light(4000, 700, 30, 10)),
        tube('comp PE', light(10, 80, 20, 3000)),
      ],
      detectors,
    );
    expect(found.unstained).toBe('comp unstained');
    expect(found.tubes).toEqual([
      { id: 'comp FITC', detector: 'FITC-A', by: 'name', beside: ['comp FITC again'] },
      { id: 'comp PE', detector: 'PE-A', by: 'name', brightest: 'APC-A' },
    ]);
    expect(found.without).toEqual(['PE-Cy7-A', 'APC-A']);
    expect(recognisedSentences(found, (id) => id, 'en').map(({ code }) => code)).toEqual(['no-tube', 'two-tubes', 'brightest-elsewhere']);
    expect(recognisedSentences(found, (id) => id, 'ja').every(({ text }) => /[ぁ-ん]/.test(text))).toBe(true);
  });
  it('are not seen in samples of which a single one stands out', () => {
    const sample = (name: string, of: typeof dark) => ({ id: name, name, role: 'sample' as const, light: of });
    const found = recogniseControls([sample('lot 1', dark), sample('lot 2', light(9000, 20, 20, 20))], detectors);
    expect([found.tubes, found.unstained, found.without.length]).toEqual([[], undefined, detectors.length]);
  });
  it('one channel a detector stands in the matrix', () => {
    const names = ['FSC-A', 'FITC-A', 'FITC-H', 'PE-A', 'PE-H', 'Time'];
    expect(detectorsOf(names.map((name, i) => channel(name, i + 1))).map(({ name }) => name)).toEqual(['FITC-A', 'PE-A']);
    const older = ['FL1-H', 'FL2-H', 'FL3-H', 'FL1-A', 'FL4-H'];
    expect(detectorsOf(older.map((name, i) => channel(name, i + 1))).map(({ name }) => name)).toEqual(['FL1-H', 'FL2-H', 'FL3-H', 'FL4-H']);
  });
  it.runIf(hasShared)('of the five public files are told by their light alone, as their list has it', async () => {
    const names = ['FL1-H', 'FL2-H', 'FL3-H', 'FL4-H'];
    const files = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => {
        const columns = await readLinear(corpusFile(`RGLab-flowCore/060909.00${n}`), names);
        return { id: `00${n}`, name: `060909.00${n}`, role: 'sample' as const, light: controlLight(columns) };
      }),
    );
    const found = recogniseControls(
      files,
      names.map((name, i) => channel(name, i + 1)),
    );
    expect(found.unstained).toBe('001');
    expect(found.tubes.map(({ id, detector, by }) => `${detector} ${id} ${by}`)).toEqual([
      'FL1-H 002 light',
      'FL2-H 003 light',
      'FL3-H 005 light',
      'FL4-H 004 light',
    ]);
  });
});
