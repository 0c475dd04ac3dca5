import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type Pool } from '../../../../../core/base/workers/pool.ts';
import { spawnThread } from '../../../../../headless/host/worker-port.ts';
import type { jobs } from './support-jobs.ts';

/** Real threads cannot run TypeScript in every Node that is supported: the worker is bundled as it would be for delivery. */
let folder: string;
let pool: Pool<typeof jobs>;
let spawned = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jobs-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(new URL('support-thread.ts', import.meta.url)),
      outDir: folder,
      rollupOptions: { output: { format: 'es', entryFileNames: 'worker.mjs' } },
    },
  });
  pool = createPool<typeof jobs>({
    size: 1,
    spawn: () => {
      spawned++;
      return spawnThread(pathToFileURL(path.join(folder, 'worker.mjs')));
    },
  });
});
afterAll(async () => {
  pool.dispose();
  await rm(folder, { recursive: true });
});

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
const shared = () => new Int32Array(new SharedArrayBuffer(4));

describe('a pool of real threads', () => {
  it('writes into the memory that was handed in', async () => {
    const words = shared();
    const seen: number[] = [];
    expect(await pool.run('count', { words, upTo: 500_000 }, { onProgress: (fraction) => seen.push(fraction) })).toBe(500_000);
    expect(words[0]).toBe(499_999);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('stops a loop that is busy', async () => {
    const words = shared();
    const stop = new AbortController();
    const run = caught(pool.run('count', { words, upTo: 1e12 }, { signal: stop.signal, onProgress: () => stop.abort() }));
    expect(await run).toMatchObject({ name: 'AbortError' });
    expect(await pool.run('add', { a: 1, b: 2 })).toBe(3);
    const stoppedAt = words[0];
    expect(await pool.run('add', { a: 1, b: 2 })).toBe(3);
    expect(words[0]).toBe(stoppedAt);
    expect(spawned).toBe(1);
  });

  it('gives Problems back as Problems', async () => {
    expect(await caught(pool.run('refuse', 'X'))).toMatchObject({ name: 'Problem', code: 'gate-unknown', place: { path: 'X' } });
  });

  it('replaces a thread that ended', async () => {
    expect(await caught(pool.run('exit', 3))).toMatchObject({ code: 'worker-lost', message: expect.stringContaining('exit code 3') });
    expect(await pool.run('add', { a: 1, b: 2 })).toBe(3);
    expect(spawned).toBe(2);
  });
});
