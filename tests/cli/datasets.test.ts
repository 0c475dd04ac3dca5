import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import { runCli, sampleFile } from './run-cli.ts';

interface Entry {
  readonly file: string;
  readonly dataset?: number;
  readonly events?: number;
  readonly composition?: { readonly parts: readonly { readonly role: string; readonly percent: number }[] };
  readonly error?: { readonly code: string };
}
const filesOf = (out: string): readonly Entry[] => (JSON.parse(out) as { readonly files: readonly Entry[] }).files;

const lmd = sampleFile('simulated-general-method.lmd');
const SECOND = 91_073;
let folder = '';
const place = (name: string): string => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-datasets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of several data sets', () => {
  it('is analysed as a whole, in its order, and in part where one is asked for', () => {
    const wells = (['resting-blood', 'expanded-nk', 'cik'] as const).map((culture) => encodeFcsOf(culture));
    writeFileSync(place('plate.fcs'), encodeFcs(wells));
    for (const [i, well] of wells.entries()) writeFileSync(place(`well-${i}.fcs`), encodeFcs([well]));
    const partsOf = ({ composition }: Entry) => composition?.parts.map(({ role, percent }) => [role, percent]);
    const plate = filesOf(runCli(['analyse', '--json', place('plate.fcs')]).out);
    const alone = filesOf(runCli(['analyse', '--json', ...[0, 1, 2].map((i) => place(`well-${i}.fcs`))]).out);
    expect(plate.map(({ dataset }) => dataset)).toEqual([0, 1, 2]);
    expect(plate.map(partsOf)).toEqual(alone.map(partsOf));
    expect(filesOf(runCli(['analyse', '--json', '--dataset', '2', place('plate.fcs')]).out).map(partsOf)).toEqual([partsOf(alone[1]!)]);
    expect(filesOf(runCli(['analyse', '--json', '--same-run', place('plate.fcs')]).out).map(({ dataset }) => dataset)).toEqual([0, 1, 2]);
    const text = runCli(['analyse', place('plate.fcs')]).out;
    for (const n of [1, 2, 3]) expect(text).toContain(`plate.fcs [${n}]`);
    const report = runCli(['report', '--json', place('plate.fcs'), '--out', place('plate.pdf')]);
    expect([report.code, filesOf(report.out).length]).toEqual([0, 3]);
  });

  it.each([
    ['its HEADER', SECOND + 10, 'x'],
    ['its version', SECOND, 'FCS9.9'],
    ['its number of channels', undefined, '$PAR'],
  ])('loses only the one that cannot be read: %s', (_, at, damage) => {
    const bytes = readFileSync(lmd);
    bytes.write(damage === '$PAR' ? '$XXX' : damage, at ?? bytes.indexOf('$PAR', SECOND), 'latin1');
    writeFileSync(place('bad.lmd'), bytes);
    const run = runCli(['analyse', '--json', place('bad.lmd'), lmd]);
    const [first, second, ...others] = filesOf(run.out);
    const whole = filesOf(runCli(['analyse', '--json', lmd]).out);
    expect(first?.composition).toEqual(whole[0]?.composition);
    if (second?.file === lmd) expect(run.code).toBe(0);
    else {
      expect(second).toMatchObject({ dataset: 1, error: { code: expect.any(String) } });
      expect([run.code, others.length]).toEqual([1, 2]);
      const imported = runCli(['archive', 'import', '--json', '--archive', place(`${at}.db`), place('bad.lmd'), lmd]);
      expect(JSON.parse(imported.out)).toMatchObject({ added: 3, failed: [{ code: second?.error?.code }] });
    }
  });

  it('of which one has to be repaired is read strictly in the others', () => {
    const whole = filesOf(runCli(['analyse', '--json', lmd]).out);
    expect(whole.map(({ dataset }) => dataset)).toEqual([0, 1]);
    const strict = filesOf(runCli(['analyse', '--json', '--strict', lmd]).out);
    expect(strict.map(({ dataset }) => dataset)).toEqual([0, 1]);
  });
});

describe('a lot of two donors', () => {
  it('is refused where it comes second, and the others are done', () => {
    const table = place('samples.csv');
    writeFileSync(table, 'file,donor\nsimulated-cik.fcs,D1\nsimulated-lak-3-day.fcs,D2\nsimulated-general-method.fcs,D1\n');
    const files = ['simulated-cik.fcs', 'simulated-lak-3-day.fcs', 'simulated-general-method.fcs'].map(sampleFile);
    const run = runCli(['analyse', '--json', '--metadata', table, '--lot', 'L1', ...files]);
    expect([run.code, filesOf(run.out).map(({ error }) => error?.code)]).toEqual([1, [undefined, 'lot-other-donor', undefined]]);
  });
});

function encodeFcsOf(culture: 'resting-blood' | 'expanded-nk' | 'cik') {
  const [content] = simulateSample({ culture, seed: 3, events: 4000, instrument: 'modern', lot: culture }).content;
  return content!;
}
