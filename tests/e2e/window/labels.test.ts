import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, drag, openByDialog, quiet, shownCount, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { expectSameAsAnalyse } from './session-numbers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-labels-'));
const session = path.join(folder, 'labels.lymphoscope');
const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const boxOf = async (id: string) => {
  const box = await running.page.getByTestId(id).first().boundingBox();
  if (box === null) throw new Error(`no ${id}`);
  return box;
};

it('keeps labels where they are put, their numbers and the colour of a gate, in the session', async () => {
  const { page } = running;
  await at(page, 'tool-rectangle').click();
  await drag(page, '', [0.2, 0.3], [0.6, 0.8]);
  await at(page, 'name-gate').fill('Box');
  await page.keyboard.press('Enter');
  await at(page, 'population-Box').waitFor();
  await quiet(page);
  const before = await boxOf('label-Box');
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width / 2 + 30, before.y + before.height / 2 + 70, { steps: 4 });
  await page.mouse.up();
  const moved = await boxOf('label-Box');
  expect(Math.abs(moved.x - before.x - 30)).toBeLessThan(2);
  expect(Math.abs(moved.y - before.y - 70)).toBeLessThan(2);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Labels say: events');
  await page.keyboard.press('Enter');
  const count = await shownCount(page, 'Box');
  expect(await page.getByTestId('label-Box').first().textContent()).toContain(`· ${count.toLocaleString('en')}`);
  await at(page, 'population-Box').click();
  await at(page, 'colour-vermilion').click();
  expect(
    await page
      .getByTestId('gate-Box')
      .first()
      .evaluate((line) => getComputedStyle(line).stroke),
  ).toBe('rgb(213, 94, 0)');
  // the figure is dressed alike
  const figure = path.join(folder, 'figure.svg');
  await answerSaveDialog(running, figure);
  await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.export-figure')?.click());
  await at(page, 'figure-svg').click();
  await at(page, 'figure-save').click();
  await page.locator('[data-testid="status"]', { hasText: 'figure.svg' }).waitFor();
  const svg = readFileSync(figure, 'utf8');
  expect(svg).toContain('#d55e00');
  expect(svg).toContain(`· ${count.toLocaleString('en')}`);
  await page.mouse.move(0, 0);
  if (process.env['LYMPHO_PICTURES'] !== undefined)
    await page.screenshot({ path: path.join(process.env['LYMPHO_PICTURES'], 'labels.png') });
  const shown = await boxOf('label-Box');
  await expectSameAsAnalyse(running, session);
  await running.close();

  running = await launchApp();
  await answerOpenDialog(running, [session]);
  await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.open-session')?.click());
  await waitForSamples(running.page, 1);
  const again = await boxOf('label-Box');
  expect([again.x, again.y].map(Math.round)).toEqual([shown.x, shown.y].map(Math.round));
  expect(
    await running.page
      .getByTestId('gate-Box')
      .first()
      .evaluate((line) => getComputedStyle(line).stroke),
  ).toBe('rgb(213, 94, 0)');
});
