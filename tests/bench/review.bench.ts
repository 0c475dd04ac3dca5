import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ENGINE } from '../../core/base/engine.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { gateDistances, peersByRole } from '../../core/study/review/gate-distance.ts';
import { beginBatch } from '../../headless/archive/batches.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { importFiles } from '../../headless/archive/import/import-files.ts';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { reviewOf } from '../../headless/archive/review.ts';
import { thumbnailsOfGate } from '../../headless/archive/thumbnails.ts';
import { makeThumbnails } from '../../headless/batch/make-thumbnails.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench, rowOf } from './bench-output.ts';

/**
 * Review of a batch of LYMPHO_BENCH_RUNS (300) runs of 50,000 x 16 events: until the first 100 runs have their facts, distances and pictures, and until all
 * have; the pictures as the batch stored them, and drawn from the files of 24 runs and of all. Bytes are those of the pictures of all gates of one run.
 */
const runs = Number(process.env['LYMPHO_BENCH_RUNS'] ?? 300);
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 50_000);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-review-'));
const text = readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');
const now = () => new Date().toISOString();

try {
  for (let i = 0; i < runs; i++) await writeBenchSample(path.join(folder, `run-${i}.fcs`), { events, channels: 16, seed: i + 1 });
  const archive = await openArchive(path.join(folder, 'bench.archive'), { create: true });
  await importFiles(archive, [folder], { keywords: parseProtocol(text).metadata, now });
  const { sha256 } = await keepProtocol(archive.db, text, 'bench', now());
  const batch = await beginBatch(archive, {
    ...{ protocolSha256: sha256, engine: ENGINE, query: '', respectPauses: false, by: 'bench', at: now() },
  });
  const gating = performance.now();
  await runBatch(archive, batch, { jobs: 2, now });
  const gated = performance.now() - gating;

  const start = performance.now();
  const review = await reviewOf(archive.db, { batch }, undefined);
  gateDistances(review.runs, peersByRole);
  const facts = performance.now() - start;
  const results = review.runs.map(({ result }) => result);
  const gate = () => review.population ?? '';
  const first = await thumbnailsOfGate(archive.db, results.slice(0, 100), gate);
  const firstShown = performance.now() - start;
  for (let from = 100; from < results.length; from += 100) await thumbnailsOfGate(archive.db, results.slice(from, from + 100), gate);
  const allShown = performance.now() - start;
  const stored = await archive.db.selectFrom('thumbnails').select('pictures').limit(50).execute();

  await archive.db.deleteFrom('thumbnails').execute();
  const again = performance.now();
  await makeThumbnails(archive, results.slice(0, 24), { jobs: 2 });
  const some = performance.now() - again;
  const { made } = await makeThumbnails(archive, results.slice(24), { jobs: 2 });
  const all = performance.now() - again;
  await archive.close();
  printBench('review', [
    rowOf('runs', '', [review.runs.length]),
    rowOf('batch-with-pictures-runs-per-s', '1/s', [(1000 * runs) / gated]),
    rowOf('facts-and-distances-ms', 'ms', [facts]),
    rowOf('first-100-ms', 'ms', [firstShown]),
    rowOf('first-100-found', '', [first.size]),
    rowOf('all-ms', 'ms', [allShown]),
    rowOf('pictures-of-a-run-bytes', 'B', [stored.reduce((sum, { pictures }) => sum + pictures.length, 0) / Math.max(1, stored.length)]),
    rowOf('from-files-24-ms', 'ms', [some]),
    rowOf('from-files-all-ms', 'ms', [all]),
    rowOf('from-files-made', '', [made + Math.min(24, results.length)]),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
