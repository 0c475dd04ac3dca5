import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet, shownCount } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

const samples = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs'].map((name) => path.resolve('test-data', 'samples', name));

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, samples);
  await at(running.page, 'sample-row-0').click();
  await quiet(running.page);
});
afterAll(() => running?.close());

const tile = () => running.page.locator('[data-testid="tile-Singlets/Live/Lymphocytes-CD3-CD56"]');
const shown = () => tile().getByTestId('legend').locator('text').allTextContents();

async function command(words: string): Promise<void> {
  await running.page.keyboard.press('Control+k');
  await at(running.page, 'palette-search').fill(words);
  await running.page.keyboard.press('Enter');
}

const counts = (): Promise<readonly string[]> => running.page.locator('[data-testid^="count-"]').allInnerTexts();

it('draws the same population of another sample over a histogram, with a legend that counts it', async () => {
  const { page } = running;
  const before = await counts();
  await tile().scrollIntoViewIfNeeded();
  await tile().locator('.tile-name').click();
  await at(page, 'plot-histogram').click();
  await quiet(page);
  await command('overlays');
  await at(page, 'overlay-sample-0').check();
  await page.keyboard.press('Escape');
  await tile().locator('.histogram-layer').waitFor();
  const [text] = await shown();
  expect(text).toContain('nk.fcs');
  // the number is that of the other sample itself
  await at(page, 'sample-row-1').click();
  await quiet(page);
  const other = await shownCount(page, 'Singlets/Live/Lymphocytes');
  expect(text).toContain(other.toLocaleString('en-US'));
  await at(page, 'sample-row-0').click();
  await quiet(page);
  expect(await counts()).toEqual(before);
});

it('colours the populations of a plot, in contours too', async () => {
  const { page } = running;
  await command('overlays');
  await at(page, 'overlay-none').click();
  await page.keyboard.press('Escape');
  await at(page, 'plot-dot').click();
  await quiet(page);
  await command('colour the populations');
  await tile().getByTestId('layers').waitFor();
  const legend = await shown();
  for (const name of ['NK', 'NKT-like', 'T']) {
    const count = await shownCount(page, `Singlets/Live/Lymphocytes/${name}`);
    expect(legend).toContain(`${name} ${count.toLocaleString('en-US')}`);
  }
  const colours = await tile()
    .getByTestId('layers')
    .locator('path')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('fill')));
  expect(new Set(colours).size).toBe(colours.length);
  await at(page, 'plot-contour').click();
  await quiet(page);
  await tile().getByTestId('layers').locator('path[stroke="#0072b2"]').first().waitFor();
  await command('colour the populations');
  await tile().getByTestId('layers').waitFor({ state: 'detached' });
});

it('shows a population in the plots of all its ancestors, until it is not wanted any more', async () => {
  const { page } = running;
  await at(page, 'population-Singlets/Live/Lymphocytes/NK').click();
  await page.keyboard.press('Control+b');
  const count = await shownCount(page, 'Singlets/Live/Lymphocytes/NK');
  const legends = page.getByTestId('legend');
  await legends.nth(2).waitFor();
  for (const text of await legends.locator('text').allTextContents()) expect(text).toBe(`NK ${count.toLocaleString('en-US')}`);
  await page.keyboard.press('Control+b');
  await legends.first().waitFor({ state: 'detached' });
});

it('colours dots by a third marker, with its scale', async () => {
  const { page } = running;
  await tile().locator('.tile-name').click();
  await command('overlays');
  await at(page, 'colour-by').click();
  await page.getByRole('option', { name: /CD8/ }).click();
  await page.keyboard.press('Escape');
  await quiet(page);
  await tile().getByTestId('third-legend').waitFor();
  expect((await tile().getByTestId('third-legend').locator('text').allTextContents()).join(' ')).toContain('CD8');
  const drawn = await tile()
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(
        Uint32Array.from({ length: data.length / 4 }, (_, i) => data[4 * i]! * 65_536 + data[4 * i + 1]! * 256 + data[4 * i + 2]!),
      ).size;
    });
  expect(drawn).toBeGreaterThan(20);
  expect(running.complaints).toEqual([]);
});
