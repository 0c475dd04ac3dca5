import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
});
afterAll(() => running?.close());

const tile = () => running.page.locator('[data-testid="tile-Singlets/Live/Lymphocytes-CD3-CD56"]');
const counts = (): Promise<readonly string[]> => running.page.locator('[data-testid^="count-"]').allInnerTexts();

async function show(kind: string): Promise<void> {
  await at(running.page, `plot-${kind}`).click();
  await quiet(running.page);
}

/** A command by the palette. */
async function command(words: string): Promise<void> {
  await running.page.keyboard.press('Control+k');
  await at(running.page, 'palette-search').fill(words);
  await running.page.keyboard.press('Enter');
}

/** The colours of the drawn pixels, how often each. */
const colours = (): Promise<number> =>
  tile()
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(
        Uint32Array.from({ length: data.length / 4 }, (_, i) => data[4 * i]! * 65_536 + data[4 * i + 1]! * 256 + data[4 * i + 2]!),
      ).size;
    });

it('shows events as a density, as dots, in contours and as a zebra; no number depends on it', async () => {
  const before = await counts();
  await tile().scrollIntoViewIfNeeded();
  await tile().locator('.tile-name').click();
  expect(await colours()).toBeGreaterThan(20);
  await show('dot');
  expect(await colours()).toBe(2);
  await show('contour');
  expect(await tile().locator('.drawn path').count()).toBe(19);
  expect(await colours()).toBe(2);
  await command('outliers of contours');
  await tile().locator('canvas').waitFor({ state: 'detached' });
  await command('outliers of contours');
  await tile().locator('canvas').waitFor();
  await show('zebra');
  expect(await tile().locator('.drawn path[fill="none"]').count()).toBe(0);
  expect(await counts()).toEqual(before);
});

it('shows a histogram with an axis of events, percent of the maximum or unit area, smoothed or not, and its sum', async () => {
  const { page } = running;
  await show('histogram');
  expect(await tile().getByTestId('axis-y').innerText()).toBe('Events, smoothed');
  await tile().getByTestId('axis-y').click();
  await at(page, 'histogram-modal').click();
  await at(page, 'histogram-counted').click();
  await page.keyboard.press('Escape');
  expect(await tile().getByTestId('axis-y').innerText()).toBe('% of maximum');
  const labels = await tile().locator('.axis text').allTextContents();
  expect(labels).toContain('100');
  await show('cdf');
  expect(await tile().getByTestId('axis-y').innerText()).toBe('Cumulative %');
  await show('density');
});

it('colours a density by its logarithm, equalised or linear, in viridis or the classic colours, and remembers it', async () => {
  const { page } = running;
  const kept = () => JSON.parse(readFileSync(path.join(running.userFolder, 'settings.json'), 'utf8')).preferences;
  await command('density colours linear');
  await command('density colours equalised');
  await at(page, 'ramp').click();
  await page.getByRole('option', { name: /classic/i }).click();
  await expect.poll(kept).toEqual({ scaling: 'equalised', ramp: 'classic' });
  await command('density colours by the logarithm');
  expect(await colours()).toBeGreaterThan(20);
  // a test reads the picture more often than a person does
  expect(running.complaints.filter((text) => !text.includes('willReadFrequently'))).toEqual([]);
});
