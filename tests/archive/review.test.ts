import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../../core/base/engine.ts';
import { mapCoordinates } from '../../core/gating/gates/gates.ts';
import { THUMBNAIL_BINS, unpackCounts } from '../../core/statistics/histograms/thumbnail.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { beginBatch } from '../../headless/archive/batches.ts';
import { checkArchive } from '../../headless/archive/check.ts';
import { acceptBatch, listDecisions, rollBack } from '../../headless/archive/decisions.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { importFiles } from '../../headless/archive/import/import-files.ts';
import { judgeRuns } from '../../headless/archive/judge-runs.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import { reviewOf } from '../../headless/archive/review.ts';
import { thumbnailsOfGate } from '../../headless/archive/thumbnails.ts';
import { makeThumbnails } from '../../headless/batch/make-thumbnails.ts';
import { beginMoved } from '../../headless/batch/move-gates.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { root, sampleFile } from '../cli/run-cli.ts';
import { at } from './archive-support.ts';

const names = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-lak-3-day.fcs'];
const text = readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8');
const protocol = parseProtocol(text);
const now = () => at(30);
const nk = 'Singlets/Live/Lymphocytes/NK';
const deciding = { reason: 'because', by: 'me', at: at(40) };

let folder = '';
let archive: Archive;
/** Of a batch under a protocol of its own. */
async function gated(revision: number) {
  const { sha256 } = await keepProtocol(archive.db, JSON.stringify({ ...JSON.parse(text), revision }), 'me', now());
  const batch = await beginBatch(archive, { protocolSha256: sha256, engine: ENGINE, query: '', respectPauses: false, by: 'me', at: now() });
  await runBatch(archive, batch, { jobs: 1, now });
  return batch;
}
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-review-'));
  for (const name of names) copyFileSync(sampleFile(name), path.join(folder, name));
  archive = await openArchive(path.join(folder, 'archive.db'), { create: true });
  await importFiles(archive, [folder], { keywords: protocol.metadata, now });
  await gated(101);
}, 120_000);
afterAll(async () => {
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a review of the archive', () => {
  it('has one gate of each run, with a picture of the very events that the result counts', async () => {
    const review = await reviewOf(archive.db, { query: '' }, undefined);
    expect(review).toMatchObject({ batch: null, population: nk });
    expect(review.runs.map(({ name }) => name).sort()).toEqual(names);
    const pictures = await thumbnailsOfGate(
      archive.db,
      review.runs.map(({ result }) => result),
      () => nk,
    );
    for (const { result, facts } of review.runs) {
      const picture = pictures.get(result);
      const counts = unpackCounts(picture!.counts, THUMBNAIL_BINS ** 2)!;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(facts?.counted.parentCount);
      expect(picture?.x.channel.id).toBe('CD3');
    }
  });

  it('draws again from the files what was never drawn, and nothing else', async () => {
    const ids = (await archive.db.selectFrom('results').select('id').execute()).map(({ id }) => id);
    const before = await archive.db.selectFrom('thumbnails').selectAll().orderBy('result_id').execute();
    await archive.db.deleteFrom('thumbnails').execute();
    expect(await makeThumbnails(archive, ids, { jobs: 1 })).toEqual({ made: 3, left: 0 });
    expect(await archive.db.selectFrom('thumbnails').selectAll().orderBy('result_id').execute()).toEqual(before);
  });

  it('accepts single runs of a batch; what was sent back does not stand, also when the rest is accepted', async () => {
    const batch = await gated(102);
    const { runs } = await reviewOf(archive.db, { batch }, nk);
    expect(runs.map(({ change }) => change)).toEqual([0, 0, 0]);
    const [first, second, third] = runs.map(({ result }) => result);
    const judging = { batch: batch.id, population: nk, ...deciding };
    await judgeRuns(archive, { ...judging, verdict: 'accepted', results: [first!] });
    await judgeRuns(archive, { ...judging, verdict: 'returned', results: [second!], reason: 'another tube' });
    const standing = async () => (await archive.db.selectFrom('current_results').select('result_id').execute()).map((row) => row.result_id);
    expect(await standing()).toEqual(expect.arrayContaining([first]));
    expect(await standing()).not.toContain(second);
    await acceptBatch(archive, batch.id, deciding);
    expect(await standing()).toEqual(expect.arrayContaining([first, third]));
    expect(await standing()).not.toContain(second);
    const judged = new Map((await reviewOf(archive.db, { batch }, nk)).runs.map((run) => [run.result, run.judged]));
    expect(judged.get(first!)).toMatchObject({ verdict: 'accepted', by: 'me', at: at(40) });
    expect(judged.get(second!)).toMatchObject({ verdict: 'returned', reason: 'another tube' });
    expect(judged.get(third!)).toBeUndefined();
  });

  it('keeps a gate that was moved with its run, and gates that run again as a batch of its own', async () => {
    const before = (await reviewOf(archive.db, { batch: await gated(104) }, nk)).runs;
    const run = before[0]!;
    const placed = run.facts!.placed;
    const to = mapCoordinates(placed.gate, [(position) => position - 0.25, (position) => position])!;
    const moved = await beginMoved(archive, {
      gates: [{ result: run.result, population: nk, to }],
      reason: 'too far left',
      by: 'me',
      at: at(50),
    });
    expect(await runBatch(archive, moved, { jobs: 1, now })).toEqual({ total: 1, done: 1, failed: 0 });
    const [again] = (await reviewOf(archive.db, { batch: moved }, nk)).runs;
    expect(again).toMatchObject({ id: run.id, batch: moved.id });
    expect(again?.facts?.placed.own).toMatchObject({ by: 'me', reason: 'too far left' });
    expect(again?.facts?.placed.gate).toEqual(to);
    expect(again?.facts?.counted.count).not.toBe(run.facts?.counted.count);
    expect(again?.change).not.toBe(0);
  });

  it('does not move gates of results of several protocols at once', async () => {
    const [one] = (await reviewOf(archive.db, { batch: await gated(105) }, nk)).runs;
    const [other] = (await reviewOf(archive.db, { batch: await gated(106) }, nk)).runs;
    const gates = [one, other].map((run) => ({ result: run!.result, population: nk, to: run!.facts!.placed.gate }));
    await expect(beginMoved(archive, { gates, reason: 'x', by: 'me', at: at(50) })).rejects.toMatchObject({ code: 'moved-apart' });
  });

  it('forgets a judgement with the decision that is rolled back, and the log tells everything', async () => {
    const batch = await gated(103);
    const [run] = (await reviewOf(archive.db, { batch }, nk)).runs;
    const judging = { batch: batch.id, population: nk, ...deciding };
    const { id } = await judgeRuns(archive, { ...judging, verdict: 'accepted', results: [run!.result] });
    await rollBack(archive, id, deciding);
    expect((await reviewOf(archive.db, { batch }, nk)).runs.every(({ judged }) => judged === undefined)).toBe(true);
    expect((await listDecisions(archive.db))[0]?.kind).toBe('roll-back');
    expect((await checkArchive(archive)).faults).toEqual([]);
  });
});
