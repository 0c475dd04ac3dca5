import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, doubleClick, drag, openByDialog, quiet, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
});
afterAll(() => running?.close());

it('draws what follows from a held gate as it moves, and the same when it is let go of', async () => {
  const { page } = running;
  await at(page, 'tool-rectangle').click();
  await drag(page, '', [0.15, 0.15], [0.45, 0.5]);
  await at(page, 'name-gate').fill('Box');
  await page.keyboard.press('Enter');
  await at(page, 'population-Box').waitFor();
  await quiet(page);
  await doubleClick(page, '', [0.3, 0.3]);
  await tileOf(page, 'Box').waitFor();
  await quiet(page);
  const shownEvents = () => tileOf(page, 'Box').getByTestId('tile-count').textContent();
  const pixels = () =>
    page.evaluate(() => document.querySelector<HTMLCanvasElement>('[data-testid^="tile-Box-"] canvas.tile-canvas')?.toDataURL());
  const before = [await shownEvents(), await pixels()];
  const frame = await tileOf(page, '').locator('.tile-frame').boundingBox();
  if (frame === null) throw new Error('no plot');
  await page.mouse.move(frame.x + 0.25 * frame.width, frame.y + 0.7 * frame.height);
  await page.mouse.down();
  await page.mouse.move(frame.x + 0.35 * frame.width, frame.y + 0.6 * frame.height, { steps: 5 });
  await page.waitForFunction(
    (count) => document.querySelector('[data-testid^="tile-Box-"] [data-testid="tile-count"]')?.textContent !== count,
    before[0],
  );
  // the last place may still be on its way
  await page.waitForTimeout(500);
  const held = [await shownEvents(), await pixels()];
  expect(held[0]).toBe(await at(page, 'count-Box').textContent());
  expect(held[1]).not.toBe(before[1]);
  await page.mouse.up();
  await quiet(page);
  expect([await shownEvents(), await pixels()]).toEqual(held);
  expect(await at(page, 'count-Box').textContent()).toBe(held[0]);
  await at(page, 'undo').click();
  await quiet(page);
  expect([await shownEvents(), await pixels()]).toEqual(before);
});
