import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBenchSample } from '../../../test-data/bench-sample.ts';
import { seedRandom } from '../../../test-data/random.ts';
import { countForProof, proofSeed } from '../../proof.ts';
import { at } from './gestures.ts';
import { answerOpenDialog, launchApp, type RunningApp } from './harness.ts';

const KILLS = 2;
// enough that the batch outlives the kills
const RUNS = 30;

let folder = '';
let userFolder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-killed-runs-'));
  userFolder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-killed-user-'));
  const first = path.join(folder, 'run-0.fcs');
  await writeBenchSample(first, { events: 10_000, channels: 8 });
  const bytes = await readFile(first);
  // every run is another one: a few bytes of its events differ
  for (let i = 1; i < RUNS; i++) {
    bytes.writeUInt16LE(i, Math.floor(bytes.length / 2));
    await writeFile(path.join(folder, `run-${i}.fcs`), bytes);
  }
});
afterAll(async () => {
  for (const made of [folder, userFolder]) await rm(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The whole program at once, as when the power goes: no process of it lives on to write anything. */
async function kill({ app }: RunningApp): Promise<void> {
  const program = app.process();
  const gone = once(program, 'exit');
  const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid));
  for (const pid of [program.pid ?? 0, ...pids]) if (pid > 0) tryKill(pid);
  await gone;
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it went with another one
  }
}

it('a batch goes on where it was after the app was killed in the midst of it', { timeout: 90_000 + KILLS * 60_000 }, async () => {
  let running = await launchApp({ userFolder });
  await at(running.page, 'open-archive').click();
  await answerOpenDialog(running, [folder]);
  await at(running.page, 'import-folder').click();
  await at(running.page, 'archive-runs').waitFor({ timeout: 60_000 });
  await at(running.page, 'gate-again').click();
  const random = seedRandom(proofSeed);
  let before = 0;
  let amid = 0;
  for (let killed = 0; killed < KILLS; killed++) {
    await setTimeout(200 + random.uniform() * 1500);
    await kill(running);
    running = await launchApp({ userFolder });
    const { page } = running;
    await at(page, 'open-archive').click();
    await at(page, 'archive-tab-batches').click();
    const batch = page.locator('[data-testid^="batch-"]').first();
    await batch.waitFor();
    const state = await batch.getAttribute('data-state');
    const done = Number(await batch.getAttribute('data-done'));
    expect(done).toBeGreaterThanOrEqual(before);
    before = done;
    if (state === 'finished') break;
    expect(state).toBe('open');
    amid += 1;
    await at(page, 'continue-batch').click();
  }
  await running.page.locator('[data-testid="batch-1"][data-state="finished"]').waitFor({ timeout: 120_000 });
  countForProof('appsKilled', amid);
  const batch = at(running.page, 'batch-1');
  expect(await batch.getAttribute('data-done')).toBe(String(RUNS));
  expect(await running.page.locator('[data-testid="batch-2"]').count()).toBe(0);
  await running.close();
});
