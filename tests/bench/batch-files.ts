import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { emptyBook } from '../../core/study/overrides/override-book.ts';
import type { BatchTask } from '../../headless/batch/batch-jobs.ts';
import { startWorkers } from '../../headless/batch/batch-pool.ts';

const WARM_UP = 8;

/** Milliseconds a file of a batch as the product does it: workers, their modules and memory are there from the first file on. */
export async function measureBatch(paths: readonly string[], protocolText: string, workers: number, files: number): Promise<number> {
  const pool = startWorkers({ protocolText, protocolSha256: digest(Buffer.from(protocolText)) }, workers);
  const tasks = paths.map((path): BatchTask => {
    const sha256 = digest(readFileSync(path));
    return { paths: [path], name: path, sha256, dataSha256: sha256, dataset: 0, metadata: { role: 'sample' }, overrides: emptyBook };
  });
  const run = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => pool.run('analyse', tasks[i % tasks.length]!)));
  await run(WARM_UP);
  const start = performance.now();
  await run(files);
  const each = (performance.now() - start) / files;
  pool.dispose();
  return each;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
