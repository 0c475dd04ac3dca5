import { expect, it, vi } from 'vitest';
import type { Pool, RunOptions } from '../../../../core/base/workers/pool.ts';
import { workerLost } from '../../../../core/base/workers/problems.ts';
import type { FileToken } from '../../../../core/contract/bridge.ts';
import type { SampleAnalysis } from '../../../../core/study/sample/sample-analysis.ts';
import { createAnalyst } from '../../../../renderer/engine/analyst.ts';
import type { Columns } from '../../../../renderer/engine/columns.ts';
import type { EngineJobs } from '../../../../renderer/engine/jobs.ts';
import { isGating } from '../../../../renderer/store/selectors.ts';
import { createWindowStore, setView } from '../../../../renderer/store/store.ts';

const key = 'token 0';

function analystOver(run: (options: RunOptions) => Promise<{ analysis: SampleAnalysis }>) {
  const store = createWindowStore('en');
  const source = { key, token: 'token' as FileToken, name: 'a.fcs', size: 1, dataset: 0, mode: 'default', pending: false } as const;
  const facts = { eventCount: 1, channels: [], datasetCount: 1, findings: [], metadata: { role: 'sample' } } as const;
  const sha256 = 'a'.repeat(64);
  store.setState(({ results }) => ({
    results: { ...results, samples: new Map([[key, { ...source, phase: 'loaded', fraction: 1, facts, sha256 }]]) },
  }));
  const runs = vi.fn(run);
  const pool = { runLatest: (_key: string, _name: string, _args: unknown, options: RunOptions) => runs(options) };
  const columns = { get: () => ({ affinity: key, sample: { identity: { sha256, findings: [] } } }) };
  const problems: string[] = [];
  const analyst = createAnalyst(
    { store, pool: pool as unknown as Pool<EngineJobs>, columns: columns as unknown as Columns, software: '' },
    ({ code }) => problems.push(code),
  );
  store.subscribe(analyst.sync);
  const result = () => store.getState().results.samples.get(key);
  const isBusy = () => isGating(store.getState(), result() as NonNullable<ReturnType<typeof result>>);
  return { store, analyst, runs, problems, result, isBusy };
}

const never = ({ signal }: RunOptions) =>
  new Promise<{ analysis: SampleAnalysis }>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

it('is busy no more once a person gave an analysis up, and takes it up again when the sample is chosen', async () => {
  const { store, analyst, runs, isBusy, result } = analystOver(never);
  analyst.sync();
  expect(isBusy()).toBe(true);
  analyst.cancel();
  await vi.waitFor(() => expect(isBusy()).toBe(false));
  expect(result()?.problem).toBeUndefined();
  analyst.sync();
  expect(runs).toHaveBeenCalledTimes(1);
  setView(store, { selected: key });
  expect(runs).toHaveBeenCalledTimes(2);
  expect(isBusy()).toBe(true);
});

it('tries once more where a worker was lost, then says so and stops', async () => {
  const { analyst, runs, problems, isBusy } = analystOver(() => Promise.reject(workerLost('analyse', undefined)));
  analyst.sync();
  await vi.waitFor(() => expect(problems).toEqual(['worker-lost']));
  expect(runs).toHaveBeenCalledTimes(2);
  analyst.sync();
  expect(runs).toHaveBeenCalledTimes(2);
  expect(isBusy()).toBe(false);
});

it('keeps what came of it, with what made it', async () => {
  const value = {} as SampleAnalysis;
  const { analyst, result, isBusy } = analystOver(() => Promise.resolve({ analysis: value }));
  analyst.sync();
  await vi.waitFor(() => expect(isBusy()).toBe(false));
  expect(result()?.analysis?.value).toBe(value);
});
