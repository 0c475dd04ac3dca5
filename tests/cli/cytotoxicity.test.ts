import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { simulatedAssay, simulatePlate, twoPurities } from '../../test-data/simulate-plate.ts';
import { root, runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cytotoxicity-'));
const at = (name: string) => path.join(folder, name);
const assay = simulatedAssay('calcein');
const plates = [1, 2, 3].map((donor) => at(`plate-${donor}.json`));

beforeAll(() => {
  for (const [i, file] of plates.entries())
    writeFileSync(
      file,
      JSON.stringify(simulatePlate({ name: `plate ${i + 1}`, seed: i + 1, assay, killers: twoPurities(i + 1), cv: 0.04 })),
    );
});

describe('cytotoxicity', () => {
  it('gives the same numbers as JSON, table and PDF', () => {
    const [table, pdf] = [at('lysis.csv'), at('plate.pdf')];
    const run = runCli(['cytotoxicity', plates[0]!, '--json', '--out', table]);
    expect(run.code).toBe(0);
    const [plate] = JSON.parse(run.out).plates;
    expect(plate.verdict).toBe('good');
    const [effector] = plate.effectors;
    expect(effector.rows).toHaveLength(6);
    const csv = readFileSync(table, 'utf8');
    expect(csv).toContain(String(effector.rows[0].lysis.value));
    expect(csv).toContain(String(effector.units[0].axes.total.value));
    expect(runCli(['cytotoxicity', plates[0]!, '--out', pdf, '--lang', 'ja']).code).toBe(0);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it("takes a table of wells with a definition beside it and a reader's grid", () => {
    const definition = at('k562.json');
    writeFileSync(definition, JSON.stringify(assay));
    const wells = at('layout.csv');
    const rows = Array.from({ length: 12 }, (_, i) => `A${i + 1},${i < 6 ? 'target-alone' : 'maximum'},,`);
    writeFileSync(wells, ['well,role,lot,et', ...rows, 'B1,test,L1,20', 'B2,test,L1,20', 'B3,test,L1,20'].join('\n'));
    const grid = at('reader.txt');
    const line = (letter: string, values: readonly number[]) => [letter, ...values].join('\t');
    const rest = [...'CDEFGH'].map((letter) => line(letter, Array(12).fill(1)));
    const first = line('A', [402, 388, 415, 395, 409, 391, 4012, 3950, 4105, 3988, 4051, 3894]);
    writeFileSync(grid, [first, line('B', [1850, 1920, 1790, ...Array(9).fill(1)]), ...rest].join('\r\n'));
    const run = runCli(['cytotoxicity', wells, '--assay', definition, '--signals', grid, '--hours', '4', '--json']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out).plates[0].effectors[0].rows[0].lysis.value).toBeCloseTo(40.37037, 4);
    expect(runCli(['cytotoxicity', wells])).toMatchObject({ code: 2, err: expect.stringContaining('[plate-no-assay') });
  });

  it('compares methods, and says whether purity is all of it', () => {
    const run = runCli(['cytotoxicity', 'compare', ...plates, '--by', 'method', '--json']);
    expect(run.code).toBe(0);
    const { sentences, pairs } = JSON.parse(run.out);
    expect(pairs).toHaveLength(2);
    expect(sentences[0]).toContain('it is one of purity');
    expect(runCli(['cytotoxicity', 'compare', ...plates, '--lang', 'ja']).out).toContain('純度による差です');
  });

  it('keeps plates in an archive once, finds them by what they say, and finds the runs of their lots', () => {
    const archive = at('lab.archive');
    const samples = path.join(root, 'test-data', 'samples');
    expect(runCli(['archive', 'import', '--archive', archive, path.join(samples, 'simulated-cik.fcs')]).code).toBe(0);
    const keep = () => JSON.parse(runCli(['cytotoxicity', ...plates, '--archive', archive, '--json']).out).plates;
    expect(keep().map(({ archive: { isNew } }: { archive: { isNew: boolean } }) => isNew)).toEqual([true, true, true]);
    expect(runCli(['cytotoxicity', plates[0]!, '--archive', archive, '--json']).out).toContain('"isNew":false');
    const found = (query: string) => JSON.parse(runCli(['archive', 'plates', query, '--archive', archive, '--json']).out).plates.length;
    expect([found('lysis>=20 target=K562 lot=SIM-ANK-2'), found('lysis>=20 target=Daudi')]).toEqual([1, 0]);
    expect(runCli(['archive', 'plates', '--again', '--archive', archive]).out).toContain('3 plates measured again; 0 differ.');
    // a run is found by the plates of its lot
    const lot = 'SIM-C-007';
    const runs = (query: string) =>
      JSON.parse(runCli(['archive', 'list', 'runs', '--query', query, '--archive', archive, '--json']).out).rows.length;
    const own = JSON.parse(readFileSync(plates[0]!, 'utf8').replaceAll('SIM-ANK-1', lot));
    writeFileSync(at('own.json'), JSON.stringify({ ...own, name: 'own' }));
    expect(runCli(['cytotoxicity', at('own.json'), '--archive', archive]).code).toBe(0);
    expect(runs('lysis>=20 target=K562')).toBe(1);
    expect(runCli(['archive', 'check', '--archive', archive]).code).toBe(0);
  });

  it('keeps the rest of a plate where a well cannot be read', () => {
    const plate = JSON.parse(readFileSync(plates[0]!, 'utf8'));
    const spoilt = plate.wells.findIndex(({ role }: { role: string }) => role === 'test');
    plate.wells[spoilt].signal = '0 (pipet error)';
    writeFileSync(at('spoilt.json'), JSON.stringify(plate));
    const run = runCli(['cytotoxicity', at('spoilt.json'), '--json', '--lang', 'ja']);
    expect(run.code).toBe(1);
    const [read] = JSON.parse(run.out).plates;
    expect(read.problems[0]).toMatchObject({ error: { code: 'plate-reading', message: expect.stringContaining('pipet error') } });
    expect(read.effectors.map(({ rows }: { rows: object[] }) => rows.length)).toEqual([0, 6]);
    expect(read.verdict).toBe('invalid');
  });
});
