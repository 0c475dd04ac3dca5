import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { Problem } from '../../../../../core/base/problem.ts';
import { JobCancelled } from '../../../../../core/base/workers/cancelled.ts';
import { createPool, type Pool, poolSize } from '../../../../../core/base/workers/pool.ts';
import { serveJobs } from '../../../../../core/base/workers/serve-jobs.ts';
import { messagePort } from '../../../../../headless/host/worker-port.ts';
import { jobs } from './support-jobs.ts';

let open: Pool<typeof jobs> | undefined;
let workerEnds: MessagePort[] = [];

/** A pool whose workers live in this thread. */
function poolHere(size: number): Pool<typeof jobs> {
  workerEnds = [];
  open = createPool<typeof jobs>({
    size,
    spawn: () => {
      const { port1, port2 } = new MessageChannel();
      serveJobs(jobs, messagePort(port2));
      workerEnds.push(port2);
      return messagePort(port1);
    },
  });
  return open;
}
afterEach(() => open?.dispose());

const settled = (promise: Promise<unknown>) =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

describe('a run', () => {
  it('gives what its job gives, checked by type from end to end', async () => {
    const pool = poolHere(2);
    expectTypeOf(pool.run<'add'>).returns.resolves.toEqualTypeOf<number>();
    expectTypeOf(pool.run<'wait'>).returns.resolves.toEqualTypeOf<string>();
    expectTypeOf(pool.run<'add'>)
      .parameter(1)
      .toEqualTypeOf<{ readonly a: number; readonly b: number }>();
    expect(await pool.run('add', { a: 1, b: 2 })).toBe(3);
    expect(await Promise.all([1, 2, 3, 4, 5].map((a) => pool.run('add', { a, b: a })))).toEqual([2, 4, 6, 8, 10]);
    expect(workerEnds).toHaveLength(2);
  });

  it('tells how far it is, never backwards', async () => {
    const seen: number[] = [];
    await poolHere(1).run('wait', { steps: 5 }, { onProgress: (fraction) => seen.push(fraction) });
    expect(seen).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('fails with the Problem that the job threw, whole', async () => {
    const error: unknown = await poolHere(1)
      .run('refuse', 'Cells/T')
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ code: 'gate-unknown', values: { gate: 'G' }, place: { path: 'Cells/T' } });
    expect(error instanceof Problem && error.in('ja')).toBe('ゲートGがありません。');
  });

  it('fails with a bug as a problem of the job, with what it was and where it was', async () => {
    const pool = poolHere(1);
    const error: unknown = await pool.run('fail', 'off by one').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'analysis-crashed', cause: { name: 'RangeError', message: 'off by one' } });
    expect(error instanceof Problem && error.cause instanceof Error && error.cause.stack).toContain('support-jobs');
    expect(await settled(pool.run('unsendable', undefined as never))).toMatchObject({ error: { cause: { name: 'DataCloneError' } } });
    expect(await settled(pool.run('add', { a: () => 1, b: 2 } as never))).toMatchObject({ error: { name: 'DataCloneError' } });
    expect(await settled(pool.run('toString' as never, undefined as never))).toMatchObject({
      error: { message: expect.stringContaining('no job') },
    });
    expect(await pool.run('add', { a: 1, b: 1 })).toBe(2);
  });
});

describe('cancelling', () => {
  it('answers at once, with the reason, and frees the worker', async () => {
    const pool = poolHere(1);
    const stop = new AbortController();
    const running = settled(pool.run('wait', { steps: 10_000 }, { signal: stop.signal }));
    const waiting = settled(pool.run('wait', { steps: 10_000 }, { signal: stop.signal }));
    expect(pool.load()).toEqual({ running: 1, waiting: 1 });
    stop.abort(new Error('enough'));
    expect(pool.load().waiting).toBe(0);
    expect(await running).toMatchObject({ error: { message: 'enough' } });
    expect(await waiting).toMatchObject({ error: { message: 'enough' } });
    expect(await pool.run('add', { a: 1, b: 1 })).toBe(2);
    expect(pool.load()).toEqual({ running: 0, waiting: 0 });
    expect(await settled(pool.run('add', { a: 1, b: 1 }, { signal: stop.signal }))).toMatchObject({ error: { message: 'enough' } });
  });

  it('the newest of a key wins; other keys go on', async () => {
    const pool = poolHere(2);
    const drafts = [1, 2, 3, 4].map((steps) => settled(pool.runLatest('plot 1', 'wait', { steps: steps === 4 ? 3 : 10_000 })));
    const other = settled(pool.runLatest('plot 2', 'wait', { steps: 2 }));
    expect(await Promise.all(drafts.slice(0, 3))).toEqual(Array.from({ length: 3 }, () => ({ error: expect.any(JobCancelled) })));
    expect(await drafts[3]).toEqual({ value: 'waited 3' });
    expect(await other).toEqual({ value: 'waited 2' });
    expect(await pool.runLatest('plot 1', 'wait', { steps: 1 })).toBe('waited 1');
  });

  it('is seen by functions that ask a signal', async () => {
    expect(await poolHere(1).run('seesSignal', undefined)).toEqual({ aborted: false, reason: true });
  });
});

describe('a pool', () => {
  it('takes what is urgent first, the rest in order', async () => {
    const pool = poolHere(1);
    const order: string[] = [];
    const run = (name: string, priority: number) => pool.run('wait', { steps: 1 }, { priority }).then(() => order.push(name));
    await Promise.all([run('first', 0), run('low', -1), run('normal', 0), run('urgent', 1), run('urgent too', 1)]);
    expect(order).toEqual(['first', 'urgent', 'urgent too', 'normal', 'low']);
  });

  it('outlives a worker: its run is lost with a Problem, a new one takes the next', async () => {
    const pool = poolHere(1);
    const lost = settled(pool.run('wait', { steps: 10_000 }));
    const next = settled(pool.run('add', { a: 2, b: 2 }));
    workerEnds[0]?.close();
    expect(await lost).toMatchObject({ error: { name: 'Problem', code: 'worker-lost', values: { job: 'wait' } } });
    expect(await next).toEqual({ value: 4 });
    expect(workerEnds).toHaveLength(2);
  });

  it('rejects runs whose worker cannot be started, one after another', async () => {
    const pool = createPool<typeof jobs>({
      size: 1,
      spawn: () => {
        throw new Error('no threads left');
      },
    });
    const runs = await Promise.all(Array.from({ length: 3 }, () => settled(pool.run('add', { a: 1, b: 1 }))));
    expect(runs).toMatchObject(Array.from({ length: 3 }, () => ({ error: { message: 'no threads left' } })));
  });

  it('disposed, cancels what runs and waits, and takes nothing more', async () => {
    const pool = poolHere(1);
    const runs = [1, 2, 3].map(() => settled(pool.run('wait', { steps: 10_000 })));
    pool.dispose();
    for (const run of runs) expect(await run).toEqual({ error: expect.any(JobCancelled) });
    expect(await settled(pool.run('add', { a: 1, b: 1 }))).toEqual({ error: expect.any(JobCancelled) });
  });

  it('has a size between one and eight', () => expect([0, 1, 2, 64].map(poolSize)).toEqual([1, 1, 2, 8]));
});
