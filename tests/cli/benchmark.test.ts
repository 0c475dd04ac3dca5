import { expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const shared = ['blood-median-points', 'blood-max-points', 'extreme-max-points', 'absent-max-percent'];

it('prints its rows and every scenario beside its baselines', () => {
  const run = runCli(['benchmark', 'autogating', '--small', '--repeats', '1', '--json', '--corpus', 'nowhere']);
  expect(run.code).toBe(0);
  const { bench, rows, table } = JSON.parse(run.out);
  expect(bench).toBe('autogating');
  const values = new Map<string, number>(rows.map(({ key, value }: { key: string; value: number }) => [key, value]));
  for (const key of [...shared, ...['fixed', 'mindensity', 'mixture1d'].flatMap((name) => shared.map((of) => `${name}-${of}`))])
    expect(values.has(key)).toBe(true);
  for (const key of [
    'interval-coverage-percent',
    'green-wrong-upper95-percent',
    'clean-false-removal-percent',
    'fault-balanced-accuracy-percent',
  ])
    expect(values.has(key)).toBe(true);
  for (const kind of [
    'monocytes',
    'saturated-doublets',
    'off-scale-piles',
    'dim-cd56',
    'whole-blood',
    'pre-gated',
    'mass-cytometry',
    'gains',
  ])
    for (const name of ['nk-median-points', 't-max-points', 'green-percent', 'withheld-percent', 'green-off-percent', 'coverage-percent'])
      expect(values.has(`kind-${kind}-${name}`)).toBe(true);
  // simulated samples of 4,000 events: within what is promised
  expect(values.get('blood-median-points')).toBeLessThan(0.5);
  expect(values.get('blood-max-points')).toBeLessThan(2);
  expect(values.get('clean-false-removal-percent')).toBeLessThan(0.5);
  expect(table[0]).toHaveProperty(['methods', 'mindensity', 'nk']);
}, 120_000);

it('classifies: every key, rightly where it calls, and nobody from outside', () => {
  const run = runCli(['benchmark', 'classification', '--small', '--json', '--corpus', 'nowhere']);
  expect(run.code).toBe(0);
  const { bench, rows } = JSON.parse(run.out);
  expect(bench).toBe('classification');
  const values = new Map<string, number>(rows.map(({ key, value }: { key: string; value: number }) => [key, value]));
  for (const [i, panel] of ['A', 'B', 'C', 'D'].entries()) {
    expect(values.get(`right-among-called-${panel}`)).toBeGreaterThanOrEqual(95);
    expect(values.get(`called-${panel}`)).toBeGreaterThanOrEqual([20, 30, 55, 65][i]!);
  }
  expect(values.get('out-of-profile-called')).toBeLessThanOrEqual(1);
  expect(values.get('rest-vs-lak-called-A')).toBe(0);
  expect(values.get('flipped')).toBe(0);
  expect(values.get('median-events')).toBeGreaterThan(1000);
}, 240_000);
