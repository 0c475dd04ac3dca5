import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quantile, row } from '../../benchmark/rows/bench-row.ts';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { at } from '../e2e/window/gestures.ts';
import { answerOpenDialog, launchApp } from '../e2e/window/harness.ts';
import { askWorker, bridgeValue, urlOf } from '../electron/page.ts';
import { printBench, rowOf } from './bench-output.ts';
import { measureWindowDrag } from './window-drag.ts';
import { dragParts } from './window-drag-parts.ts';

/** 5 million x 16 simulated events in the real window: how long one waits, and whether the window ever stands still. */
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 2);
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 5_000_000);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-'));
const file = path.join(folder, 'simulated-5m.fcs');

interface Opening {
  readonly first: number;
  readonly exact: number;
  readonly open: number;
  readonly block: number;
}

try {
  await writeBenchSample(file, { events, channels: 16, seed: 1 });
  const openings: Opening[] = [];
  const speeds: number[] = [];
  const drags: Awaited<ReturnType<typeof measureWindowDrag>>[] = [];
  for (let i = 0; i < repeats; i++) {
    openings.push(await measureOpening());
    speeds.push(await measureBytes());
    drags.push(await measureWindowDrag(file, folder));
  }
  const moments = drags.flatMap((drag) => drag.moments);
  const frames = moments.map(({ moved, drawn }) => drawn - moved);
  const values = (key: keyof Opening) => openings.map((opening) => opening[key]);
  printBench('window', [
    rowOf(
      'open-5m-seconds',
      's',
      values('open').map((ms) => ms / 1000),
    ),
    rowOf('first-picture-ms', 'ms', values('first')),
    rowOf('exact-picture-ms', 'ms', values('exact')),
    rowOf('longest-block-ms', 'ms', values('block')),
    rowOf('bytes-to-worker-mb-per-s', 'MB/s', speeds),
    rowOf('drag-5m-median-ms', 'ms', frames),
    row('drag-5m-p95-ms', 'ms', quantile(frames, 0.95), frames),
    rowOf(
      'drag-5m-first-ms',
      'ms',
      drags.map(({ first }) => first),
    ),
    rowOf(
      'drag-5m-about-median-ms',
      'ms',
      drags.flatMap(({ about }) => about),
    ),
    rowOf(
      'drag-5m-first-exact-ms',
      'ms',
      drags.map(({ firstExact }) => firstExact),
    ),
    rowOf(
      'drag-5m-release-to-final-ms',
      'ms',
      drags.map(({ release }) => release),
    ),
    rowOf(
      'drag-5m-longest-block-ms',
      'ms',
      drags.map(({ block }) => block),
    ),
    rowOf(
      'drag-5m-first-picture-ms',
      'ms',
      drags.map(({ firstPicture }) => firstPicture),
    ),
    rowOf(
      'drag-5m-first-cpu-ms',
      'ms',
      drags.map(({ firstCpu }) => firstCpu),
    ),
    rowOf(
      'drag-5m-floor-median-ms',
      'ms',
      drags.flatMap(({ floor }) => floor),
    ),
    ...(['page', 'compositor', 'rest'] as const).map((part) =>
      rowOf(
        `drag-5m-cpu-${part}-ms`,
        'ms',
        drags.map(({ cpu }) => cpu[part]),
      ),
    ),
    ...Object.entries(dragParts).map(([part, [from, to]]) =>
      rowOf(
        `drag-5m-part-${part}-ms`,
        'ms',
        // a move that the first events answered asked no worker
        moments.map((moment) => moment[to] - moment[from]).filter(Number.isFinite),
      ),
    ),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function measureOpening(): Promise<Opening> {
  const running = await launchApp();
  const { page } = running;
  await answerOpenDialog(running, [file]);
  await at(page, 'open-files').waitFor();
  await page.evaluate(watchTheWindow);
  await at(page, 'open-files').click();
  const done = await page.waitForFunction(
    () => {
      const seen = Reflect.get(globalThis, 'seen') as { first?: number; exact?: number; open?: number; block: number };
      return seen.first !== undefined && seen.exact !== undefined && seen.open !== undefined ? seen : undefined;
    },
    undefined,
    { timeout: 300_000 },
  );
  const seen = (await done.jsonValue()) as Opening;
  await running.close();
  return seen;
}

/** Runs in the page: notes when things are first seen after the press, and the longest time in which nothing else could run. */
function watchTheWindow(): void {
  const seen: { first?: number; exact?: number; open?: number; block: number } = { block: 0 };
  Reflect.set(globalThis, 'seen', seen);
  let begun: number | undefined;
  let last = performance.now();
  addEventListener('click', () => (begun ??= performance.now()), { capture: true, once: true });
  const beat = () => {
    const now = performance.now();
    if (begun !== undefined) {
      seen.block = Math.max(seen.block, now - last - 4);
      const waited = now - begun;
      const tile = document.querySelector('.tile canvas.tile-canvas');
      if (tile !== null) seen.first ??= waited;
      if (document.querySelector('.tile[data-ready="true"]') !== null) seen.exact ??= waited;
      if (document.querySelector('[data-state="ready"]') !== null) seen.open ??= waited;
    }
    last = performance.now();
    setTimeout(beat, 4);
  };
  beat();
}

/** The way that the reader takes, from the app's scheme into shared memory of a worker. */
async function measureBytes(): Promise<number> {
  const running = await launchApp({ window: 'fixture' });
  await answerOpenDialog(running, [file]);
  const [opened] = await bridgeValue<BridgeFile[]>(running.page, 'openSamples');
  if (opened === undefined) throw new Error('not opened');
  const answer = await askWorker(running.page, { kind: 'stream', url: urlOf(opened), bytes: opened.bytes });
  await running.close();
  const { milliseconds } = answer as { readonly milliseconds: number };
  return opened.bytes / 1e6 / (milliseconds / 1e3);
}
