import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBenchSample } from '../../../test-data/bench-sample.ts';
import { at, drag, openByDialog, quiet, shownCount, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';
import { expectSameAsAnalyse } from './session-numbers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-hold-'));
const sample = path.join(folder, 'many.fcs');
const session = path.join(folder, 'held.lymphoscope');

let running: RunningApp;
beforeAll(async () => {
  await writeBenchSample(sample, { events: 600_000, channels: 8, seed: 3 });
  running = await launchApp();
  await openByDialog(running, [sample]);
}, 120_000);
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that the tree, the strip above the plots and the inspector said of the gate, frame by frame. */
interface Frame {
  readonly count: string;
  readonly percent: string;
  readonly isStale: boolean;
  readonly status: string;
  readonly bound: string;
}

it('says at once about how many a held gate holds, then exactly; let go of, that number stands', async () => {
  const { page } = running;
  await at(page, 'tool-rectangle').click();
  await drag(page, '', [0.15, 0.15], [0.45, 0.5]);
  await at(page, 'name-gate').fill('Box');
  await page.keyboard.press('Enter');
  await at(page, 'population-Box').waitFor();
  await quiet(page);
  // the first events are planned for when nothing else is to be done
  await page.waitForTimeout(1500);
  const before = await shownCount(page, 'Box');
  const frame = await tileOf(page, '').locator('.tile-frame').boundingBox();
  if (frame === null) throw new Error('no plot');
  await page.evaluate(() => {
    const seen: object[] = [];
    Reflect.set(globalThis, 'seen', seen);
    const text = (id: string) => document.querySelector(`[data-testid="${id}"]`);
    const look = () => {
      const count = text('count-Box');
      const bound = text('bound-0-min');
      seen.push({
        count: count?.textContent ?? '',
        percent: text('percent-Box')?.textContent ?? '',
        isStale: count?.classList.contains('stale') === true,
        status: text('status')?.textContent ?? '',
        bound: bound instanceof HTMLInputElement ? bound.value : '',
      });
      requestAnimationFrame(look);
    };
    look();
  });
  const framesSeen = () => page.evaluate(() => Reflect.get(globalThis, 'seen') as Frame[]);
  await page.mouse.move(frame.x + 0.25 * frame.width, frame.y + 0.7 * frame.height);
  await page.mouse.down();
  await page.mouse.move(frame.x + 0.3 * frame.width, frame.y + 0.65 * frame.height, { steps: 3 });
  await page.waitForFunction(() => /~\d/.test(JSON.stringify(Reflect.get(globalThis, 'seen'))));
  const exact = (count: string) => /^[\d,]+$/.test(count);
  await page.waitForFunction((was) => {
    const text = document.querySelector('[data-testid="count-Box"]')?.textContent ?? '';
    return /^[\d,]+$/.test(text) && text !== was;
  }, before.toLocaleString('en'));
  await page.waitForTimeout(300);
  const held = (await framesSeen()).at(-1)!;
  expect(exact(held.count)).toBe(true);
  expect(held.status).toContain('Moving Box: exact');
  await page.mouse.move(frame.x + 0.34 * frame.width, frame.y + 0.6 * frame.height);
  await page.mouse.up();
  const released = (await framesSeen()).length;
  await quiet(page);
  const all = await framesSeen();
  const about = all.filter(({ count }) => count.startsWith('~'));
  // about is near to what was counted later, and said to be so
  expect(about.at(-1)!.status).toMatch(/Moving Box: about, by the first 32,768 of 600,000 events/);
  const counted = Number(held.count.replaceAll(',', ''));
  expect(Math.abs(Number(about.at(-1)!.count.replace(/[~,]/g, '')) - counted)).toBeLessThan(0.05 * counted);
  // never without a number, and never a number of before as if it were sure
  expect(all.every(({ count }) => /^~?[\d,]+$/.test(count))).toBe(true);
  expect(all.every(({ percent }) => !percent.startsWith('–'))).toBe(true);
  expect(new Set(all.map(({ bound }) => bound)).size).toBeGreaterThan(2);
  const final = await shownCount(page, 'Box');
  const sure = all.slice(released).filter(({ isStale }) => !isStale);
  expect(sure.every(({ count }) => count === final.toLocaleString('en'))).toBe(true);

  await expectSameAsAnalyse(running, session);
});
