import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { writeEvents } from '../../headless/archive/ledger.ts';
import { writeObservations } from '../../headless/archive/observations.ts';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { simulateCourse } from '../../test-data/simulate-course.ts';
import { at } from '../e2e/window/gestures.ts';
import { launchApp } from '../e2e/window/harness.ts';
import { printBench, rowOf } from './bench-output.ts';

/** 10,000 temperatures and 500 observations of one donor in the real window: how long each step of a zoom holds the window up. */
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-'));

/** How long the window did nothing else while something was done: the longest task between two frames, in ms. */
async function longest(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const watch = { worst: 0, isOn: true };
    Reflect.set(globalThis, 'frameWatch', watch);
    const channel = new MessageChannel();
    let last = performance.now();
    // a message is answered between any two tasks: the time between two answers is that of the longest task
    channel.port1.onmessage = () => {
      const now = performance.now();
      watch.worst = Math.max(watch.worst, now - last);
      last = now;
      if (watch.isOn) channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
  await act();
  await page.waitForTimeout(150);
  return page.evaluate(() => {
    const watch = Reflect.get(globalThis, 'frameWatch') as { worst: number; isOn: boolean };
    watch.isOn = false;
    return watch.worst;
  });
}

try {
  const { events, observations } = simulateCourse({ donor: 'SIM-D1', seed: 1, courses: 15, temperatures: 11_000 });
  const { db, close } = await openArchive(path.join(folder, 'archive.db'), { create: true });
  await writeEvents(db, events, { at: '2026-12-01T00:00:00Z', today: '2045-12-01' });
  await writeObservations(db, observations, '2026-12-01T00:00:00Z');
  await close();
  const running = await launchApp({ userFolder: folder });
  const { page } = running;
  await at(page, 'open-files').waitFor();
  const first = await longest(page, async () => {
    await page.keyboard.press('Control+k');
    await at(page, 'palette-search').fill('Show the course of a donor');
    await page.keyboard.press('Enter');
    await at(page, 'course-read').waitFor();
    await page.waitForTimeout(1500);
  });
  await at(page, 'course-stage').focus();
  const steps: number[] = [];
  for (const key of [...Array<string>(14).fill('+'), ...Array<string>(6).fill('ArrowRight'), ...Array<string>(14).fill('-')])
    steps.push(await longest(page, () => page.keyboard.press(key)));
  const box = (await at(page, 'course-stage').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  for (let i = 0; i < 10; i++) steps.push(await longest(page, () => page.mouse.wheel(0, i < 5 ? -100 : 100)));
  printBench('window-course', [
    rowOf('observations', 'n', [observations.length]),
    rowOf('first-picture-longest-task-ms', 'ms', [first]),
    rowOf('zoom-step-median-ms', 'ms', steps),
    rowOf('zoom-step-longest-ms', 'ms', [Math.max(...steps)]),
    rowOf('zoom-steps-over-16-ms', 'n', [steps.filter((ms) => ms > 16).length]),
  ]);
  await running.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
