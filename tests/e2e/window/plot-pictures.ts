import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { plotKinds } from '../../../core/study/arrangement/plot.ts';
import { at, drag, openByDialog, quiet, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

/*
 * Every kind of plot and of gate in the real window, in light, dark and high contrast, run by `npm run screenshots -- --plots FOLDER [FILE.fcs]`: look at them.
 */

const [folder = path.join('out', 'plots'), file = path.join('test-data', 'samples', 'simulated-cik.fcs')] = process.argv.slice(2);
const themes = ['light', 'dark', 'contrast'] as const;

await mkdir(folder, { recursive: true });
const running = await launchApp();
const { page } = running;
await openByDialog(running, [path.resolve(file)]);
for (const theme of themes) {
  await at(page, 'theme').click();
  await at(page, `theme-${theme}`).click();
  const tiles = page.locator('.tile');
  // lymphocytes by lineage, in what ships
  const tile = tiles.nth(Math.min(3, (await tiles.count()) - 1));
  await tile.scrollIntoViewIfNeeded();
  await tile.locator('.tile-name').click();
  for (const kind of plotKinds) {
    await at(page, `plot-${kind}`).click();
    await quiet(page);
    await page.mouse.move(0, 0);
    await tile.screenshot({ path: path.join(folder, `${theme}-${kind}.png`) });
  }
  await at(page, 'plot-dot').click();
  await overlay('colour the populations');
  await tile.getByTestId('legend').waitFor();
  await tile.screenshot({ path: path.join(folder, `${theme}-populations.png`) });
  await at(page, 'plot-contour').click();
  await quiet(page);
  await tile.getByTestId('layers').waitFor();
  await tile.screenshot({ path: path.join(folder, `${theme}-contours-over.png`) });
  await at(page, 'plot-histogram').click();
  await quiet(page);
  await tile.locator('.histogram-layer').first().waitFor();
  await tile.screenshot({ path: path.join(folder, `${theme}-histograms-over.png`) });
  await overlay('colour the populations');
  await overlay('overlays');
  await at(page, 'colour-by').click();
  await page.getByRole('option').nth(3).click();
  await page.screenshot({ path: path.join(folder, `${theme}-dialog.png`) });
  await page.keyboard.press('Escape');
  await quiet(page);
  await tile.getByTestId('third-legend').waitFor();
  await tile.screenshot({ path: path.join(folder, `${theme}-third.png`) });
  await tile.getByTestId('scale-of-x').click();
  await page.screenshot({ path: path.join(folder, `${theme}-scale.png`) });
  await page.keyboard.press('Escape');
  await at(page, 'plot-density').click();
  await quiet(page);
}
await drawGates(running);
for (const theme of themes) {
  await at(page, 'theme').click();
  await at(page, `theme-${theme}`).click();
  await page.mouse.move(0, 0);
  await tileOf(page, '').screenshot({ path: path.join(folder, `${theme}-gates.png`) });
}
await running.close();
process.exit(0);

/** A command by the palette. */
async function overlay(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await at(page, 'palette-search').fill(words);
  await page.keyboard.press('Enter');
}

/** One gate of each tool on all events. */
async function drawGates({ page: window }: RunningApp): Promise<void> {
  await tileOf(window, '').scrollIntoViewIfNeeded();
  const places = [
    ['rectangle', [0.1, 0.1], [0.35, 0.4]],
    ['ellipse', [0.4, 0.15], [0.7, 0.5]],
  ] as const;
  for (const [tool, from, to] of places) {
    await at(window, `tool-${tool}`).click();
    await drag(window, '', from, to);
    await at(window, 'name-gate').fill(tool);
    await window.keyboard.press('Enter');
    await quiet(window);
  }
}
