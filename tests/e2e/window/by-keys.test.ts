import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, quiet, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { analysedCounts } from './session-numbers.ts';

/* A day's work by keys alone, from the files to the report: nothing is clicked, and nothing is given the focus but by keys. */

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-by-keys-'));
const samples = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs'].map((name) => path.resolve('test-data', 'samples', name));
const session = path.join(folder, 'by-keys.lymphoscope');
const report = path.join(folder, 'by-keys.pdf');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await running.page.keyboard.press(key);
};
const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);
const focused = (): Promise<string | null | undefined> =>
  running.page.evaluate(() => document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid'));

async function picture(name: string): Promise<void> {
  const pictures = process.env['LYMPHO_PICTURES'];
  if (pictures !== undefined) await running.page.screenshot({ path: path.join(pictures, `day-${name}.png`) });
}

/** Goes on by a key until something has the focus. */
async function until(testId: string, key: string, most = 40): Promise<void> {
  for (let i = 0; i < most && (await focused()) !== testId; i++) await press(key);
  expect(await focused()).toBe(testId);
}

it('opens files', async () => {
  await answerOpenDialog(running, samples);
  await press('Control+o');
  await waitForSamples(running.page, 2);
});

it('steps through the samples, and to the plots', async () => {
  const { page } = running;
  await until('add-files', 'F6');
  await press('PageDown', 'PageUp');
  await quiet(page);
  await press('F7');
  expect(await focused()).toBe('surface');
});

it('draws a gate, names it, mends it', async () => {
  const { page } = running;
  await press('p', 'Home', 'Shift+Home', ...times(3, 'Shift+ArrowRight'), ...times(2, 'Shift+ArrowUp'), 'Enter');
  await press(...times(15, 'Shift+ArrowRight'), 'Enter', ...times(20, 'Shift+ArrowUp'), 'Enter', 'Enter');
  await at(page, 'name-gate').waitFor();
  await page.keyboard.type('By keys');
  await picture('named');
  await press('Enter');
  await at(page, 'population-By keys').waitFor();
  await quiet(page);
  expect(await focused()).toBe('surface');
  const drawn = await at(page, 'count-By keys').innerText();
  await press('h', 'h', ...times(6, 'Shift+ArrowLeft'), 'Enter');
  await quiet(page);
  await expect.poll(() => at(page, 'count-By keys').innerText(), { timeout: 20_000 }).not.toBe(drawn);
});

it('reviews a gate of all samples', async () => {
  const { page } = running;
  await press('Control+8');
  await at(page, 'review-grid').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.review-item canvas').length === 2);
  await quiet(page);
  await expect.poll(() => page.locator('.review-item.stale').count(), { timeout: 20_000 }).toBe(0);
  await until('review-grid', 'Tab');
  await press('Home', 'Control+a', 'a');
  await expect.poll(() => at(page, 'review-count').innerText(), { timeout: 20_000 }).toContain('2 judged');
});

it('saves, and writes the report', async () => {
  const { page } = running;
  await answerSaveDialog(running, session);
  await press('Control+s');
  await page.locator('[data-testid="session-name"][data-unsaved="false"]').waitFor();
  await press('Control+1');
  await quiet(page);
  await answerSaveDialog(running, report);
  await press('Control+p');
  await at(page, 'report').waitFor();
  await until('report-write', 'Tab');
  await press('Enter');
  await at(page, 'report-open').waitFor({ timeout: 120_000 });
  expect((await stat(report)).size).toBeGreaterThan(20_000);
  await picture('report');
  await press('Escape');
  expect(analysedCounts(session).get('By keys')).toBe(Number((await at(page, 'count-By keys').innerText()).replaceAll(',', '')));
});

it('without a complaint of the page', () => expect(running.complaints).toEqual([]));
