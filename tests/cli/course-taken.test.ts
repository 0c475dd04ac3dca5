import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { simulateAtl } from '../../test-data/simulate-atl.ts';
import { simulatedAssay, simulatePlate, twoPurities } from '../../test-data/simulate-plate.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'course-taken-'));
const at = (name: string) => path.join(folder, name);
const archive = at('lab.archive');
const course = (...args: readonly string[]) => runCli(['course', ...args, '--archive', archive]);

interface Shown {
  readonly panels: readonly {
    readonly kind: string;
    readonly isProduct: boolean;
    readonly points: readonly { readonly id: string; readonly source: string }[];
  }[];
  readonly left: readonly { readonly source: string; readonly why: string }[];
}

it('runs of blood, residual results and plates stand on the time line without being typed, each with its source, wherever it is shown', () => {
  const { content } = simulateAtl({ culture: 'resting-blood', seed: 1, residual: 5e-3, day: 0, donor: 'SIM-D1', events: 60_000 });
  const keywords = new Map([...(content[0]!.keywords ?? []), ['LYMPHOSCOPE ROLE', 'blood'], ['$DATE', '01-JUN-2026']]);
  writeFileSync(at('blood.fcs'), encodeFcs([{ ...content[0]!, keywords }]));
  const nk = simulateSample({ culture: 'resting-blood', instrument: 'modern', panel: 'full', events: 20_000, seed: 2 }).content;
  const more = new Map([
    ...(nk[0]!.keywords ?? []),
    ['LYMPHOSCOPE ROLE', 'blood'],
    ['DONOR PSEUDONYM', 'SIM-D1'],
    ['$DATE', '03-JUN-2026'],
  ]);
  writeFileSync(at('nk.fcs'), encodeFcs([{ ...nk[0]!, keywords: more }]));
  expect(runCli(['archive', 'import', at('blood.fcs'), at('nk.fcs'), '--archive', archive]).code).toBe(0);
  // before a batch nothing stands for the run: it is named, and no number shown
  expect((JSON.parse(course('show', 'SIM-D1', '--json').out) as Shown).left).toEqual([
    { source: 'blood.fcs', why: 'not-valid' },
    { source: 'nk.fcs', why: 'not-valid' },
  ]);
  expect(runCli(['batch', '--archive', archive, '--protocol', 'nk-t']).code).toBe(0);
  expect(runCli(['residual', at('blood.fcs'), '--protocol', 'atl-blood', '--archive', archive]).code).toBe(0);
  const plate = simulatePlate({ name: 'plate 1', seed: 1, assay: simulatedAssay('calcein'), killers: twoPurities(1), cv: 0.04 });
  const effectors = plate.effectors.map(({ lot, ...effector }, i) => (i === 0 ? { ...effector, donor: 'SIM-D1' } : { ...effector, lot }));
  writeFileSync(at('plate.json'), JSON.stringify({ ...plate, date: '2026-06-02', effectors }));
  expect(runCli(['cytotoxicity', at('plate.json'), '--archive', archive]).code).toBe(0);
  const shown = JSON.parse(course('show', 'SIM-D1', '--json').out) as Shown;
  const kinds = shown.panels.map(({ kind }) => kind);
  for (const kind of ['nk-percent', 't-percent', 'residual', 'nk-activity']) expect(kinds).toContain(kind);
  expect(shown.panels.every(({ isProduct }) => !isProduct)).toBe(true);
  const points = shown.panels.flatMap((panel) => panel.points);
  expect(points.every(({ source }) => source !== '')).toBe(true);
  for (const name of ['course.csv', 'course.pdf', 'course.svg']) expect(course('show', 'SIM-D1', '--out', at(name)).code).toBe(0);
  const csv = readFileSync(at('course.csv'), 'utf8');
  for (const { id, source } of points) {
    expect(csv).toContain(id);
    expect(csv).toContain(source.split(',')[0]);
  }
}, 120_000);
