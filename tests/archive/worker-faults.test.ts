import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { beginBatch } from '../../headless/archive/batches.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { importFiles } from '../../headless/archive/import/import-files.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import { startWorkers } from '../../headless/batch/batch-pool.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { spawnThread } from '../../headless/host/worker-port.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { seedRandom } from '../../test-data/random.ts';
import { root } from '../cli/run-cli.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { at } from './archive-support.ts';

const KILLS = 3;
const RUNS = 16;
const text = readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8');
const strategy = [{ dimensions: ['FSC-A'], gate: { kind: 'rectangle', ranges: [{ min: 0.1 }] }, populations: [{ name: 'Cells' }] }];
const plain = JSON.stringify({ ...JSON.parse(text), strategy });

let folder = '';
let archive: Archive;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-worker-faults-'));
  for (let i = 0; i < RUNS; i++) await writeBenchSample(path.join(folder, `run-${i}.fcs`), { events: 20_000, channels: 8, seed: i + 1 });
  archive = await openArchive(path.join(folder, 'archive.db'), { create: true });
  await importFiles(archive, [folder], { keywords: parseProtocol(text).metadata, now: () => at(0) });
});
afterAll(async () => {
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a worker that dies at any moment costs no run and doubles none', { timeout: 60_000 + KILLS * 20_000 }, async () => {
  const random = seedRandom(proofSeed);
  const { sha256 } = await keepProtocol(archive.db, plain, 'me', at(0));
  for (let kill = 0; kill < KILLS; kill++) {
    const engine = `killed-${kill}`;
    const batch = await beginBatch(archive, { protocolSha256: sha256, engine, query: '', respectPauses: false, by: 'me', at: at(0) });
    let spawned = 0;
    const workers: typeof startWorkers = (setting, size) =>
      startWorkers(setting, size, (given) => {
        const port = spawnThread(new URL('../../dist/headless/batch/batch-worker.js', import.meta.url), given);
        // one death a batch: a run is tried again once
        if (spawned++ === 0) setTimeout(() => port.close(), random.uniform() * 600);
        return port;
      });
    expect(await runBatch(archive, batch, { jobs: 2, now: () => at(1), workers })).toEqual({ total: RUNS, done: RUNS, failed: 0 });
    const rows = await archive.db.selectFrom('results').select('run_id').where('engine', '=', engine).execute();
    expect(new Set(rows.map(({ run_id }) => run_id)).size).toBe(RUNS);
    expect(rows).toHaveLength(RUNS);
    countForProof('workersKilled', 1);
  }
});
