import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENGINE } from '../../core/base/engine.ts';
import { keepPlate } from '../../core/study/killing/kept-plate.ts';
import { measurePlate } from '../../core/study/killing/measure-plate.ts';
import { beginBatch } from '../../headless/archive/batches.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import { selectPlates, writePlate } from '../../headless/archive/plate-results.ts';
import { compareBatch } from '../../headless/batch/compare-batch.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { simulatedAssay, simulatePlate, twoPurities } from '../../test-data/simulate-plate.ts';
import { root } from '../cli/run-cli.ts';
import { at } from './archive-support.ts';

const now = () => at(30);
const assay = simulatedAssay('calcein');
/** Its next revision. */
const strict = { ...assay, revision: assay.revision + 1, limits: { ...assay.limits!, spontaneous: [0.001, 0.002] as [number, number] } };
let folder = '';
let archive: Archive;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-plates-'));
  archive = await openArchive(path.join(folder, 'archive.db'), { create: true });
});
afterAll(async () => {
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

const plateOf = (number: number) => ({
  ...simulatePlate({ name: `plate ${number}`, seed: number, assay, killers: twoPurities(number), cv: 0.04 }),
  date: `2026-03-0${number}`,
});
const keep = (number: number, change: (kept: ReturnType<typeof keepPlate>) => ReturnType<typeof keepPlate> = (kept) => kept) => {
  const plate = plateOf(number);
  return writePlate(archive.db, change(keepPlate(plate, measurePlate(plate, plate.assay!), ENGINE)), { by: 'me', at: now() });
};

async function batchOf(query: string) {
  const { sha256 } = await keepProtocol(archive.db, readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8'), 'me', now());
  const batch = await beginBatch(archive, { protocolSha256: sha256, engine: ENGINE, query, respectPauses: false, by: 'me', at: now() });
  await runBatch(archive, batch, { jobs: 1, now });
  return batch;
}

it('measures the plates of its query again by the definition of today, and says whose lysis, units or verdict are others', async () => {
  // an earlier engine was 5 points higher and found this plate invalid; the others are as this one measures them
  await keep(1, (kept) => ({
    ...kept,
    engine: '1',
    verdict: 'invalid',
    lysis: kept.lysis.map((row) => ({ ...row, lysis: row.lysis + 5 })),
    units: kept.units!.map((row) => ({ ...row, of: { state: 'too-few-ratios' as const } })),
  }));
  await keep(2);
  const [plate] = (await selectPlates(archive.db, 'name="plate 1" verdict=invalid')).map(({ kept }) => kept);
  const batch = await batchOf('lot=SIM-ANK-1');
  const { plates } = await compareBatch(archive, batch);
  expect(plates).toMatchObject({ measured: 1, failed: [] });
  const [change] = plates.changes;
  expect(change).toMatchObject({ name: 'plate 1', engines: ['1', ENGINE], verdict: ['invalid', 'good'] });
  expect(change!.lysis).toHaveLength(plate!.lysis.length);
  for (const { before, after } of change!.lysis) expect(before! - after!).toBeCloseTo(5, 9);
  expect(change!.units.length).toBeGreaterThan(0);

  // what it gave stands from now on, and is what a second one finds unchanged
  expect((await selectPlates(archive.db, '')).map(({ kept: { engine } }) => engine)).toEqual([ENGINE, ENGINE]);
  expect((await compareBatch(archive, await batchOf(''))).plates).toMatchObject({ measured: 2, changes: [] });
  expect((await compareBatch(archive, await batchOf(''), { against: batch })).plates).toMatchObject({ measured: 1, changes: [] });
});

it('takes the highest revision of a definition, and none that is no revision of it', async () => {
  const other = { ...assay, revision: assay.revision + 7, hours: assay.hours + 20 };
  for (const [number, definition] of [
    [3, strict],
    [4, other],
  ] as const) {
    const plate = { ...plateOf(number), assay: definition, hours: definition.hours };
    await writePlate(archive.db, keepPlate(plate, measurePlate(plate, definition), ENGINE), { by: 'me', at: now() });
  }
  const { plates } = await compareBatch(archive, await batchOf('lot=SIM-ANK-1|SIM-ANK-4'));
  expect(plates.measured).toBe(2);
  expect(plates.changes).toEqual([
    expect.objectContaining({ name: 'plate 1', verdict: ['good', 'invalid'], revisions: [assay.revision, assay.revision + 1], lysis: [] }),
  ]);
});

it('names a plate that this engine had given otherwise, and ends all the same', async () => {
  const plate = { ...plateOf(5), assay: strict };
  const kept = keepPlate(plate, measurePlate(plate, strict), ENGINE);
  await writePlate(archive.db, { ...kept, lysis: kept.lysis.map((row) => ({ ...row, lysis: row.lysis + 1 })) }, { by: 'me', at: now() });
  const { plates } = await compareBatch(archive, await batchOf('lot=SIM-ANK-5'));
  expect(plates).toMatchObject({ measured: 0, failed: [{ name: 'plate 5', code: 'plate-kept-otherwise' }] });
});
