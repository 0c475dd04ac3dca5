import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, doubleClick, drag, drawPolygon, openByDialog, quiet, shownCount, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
});
afterAll(() => running?.close());

/** Draws with a tool by one drag, and takes the name that is suggested or another. */
async function drawByDrag(tool: string, from: readonly [number, number], to: readonly [number, number], name: string): Promise<void> {
  const { page } = running;
  await at(page, `tool-${tool}`).click();
  await drag(page, '', from, to);
  await at(page, 'name-gate').fill(name);
  await page.keyboard.press('Enter');
  await at(page, `population-${name}`).waitFor();
  await quiet(page);
}

it('draws a rectangle, moves it and pulls at its side; the statistics follow', async () => {
  const { page } = running;
  await drawByDrag('rectangle', [0.15, 0.15], [0.45, 0.5], 'Box');
  const drawn = await shownCount(page, 'Box');
  expect(drawn).toBeGreaterThan(0);
  await drag(page, '', [0.3, 0.32], [0.62, 0.86]);
  await quiet(page);
  const moved = await shownCount(page, 'Box');
  expect(moved).not.toBe(drawn);
  await at(page, 'undo').click();
  await quiet(page);
  expect(await shownCount(page, 'Box')).toBe(drawn);
  // its left side to the left: it can only gain
  await drag(page, '', [0.15, 0.325], [0.02, 0.325]);
  await quiet(page);
  expect(await shownCount(page, 'Box')).toBeGreaterThanOrEqual(drawn);
});

it('a drag with Shift makes the gate this sample’s own, for a reason that is there already; it says who did it', async () => {
  const { page } = running;
  await at(page, 'population-Box').click();
  expect(await at(page, 'evidence').textContent()).toMatch(/Drawn by .+, \d{4}-\d{2}-\d{2} /);
  const shared = await shownCount(page, 'Box');
  await page.keyboard.down('Shift');
  await drag(page, '', [0.25, 0.32], [0.4, 0.5]);
  await page.keyboard.up('Shift');
  await quiet(page);
  expect(await shownCount(page, 'Box')).not.toBe(shared);
  expect(await at(page, 'evidence').textContent()).toMatch(/Placed in this sample by .+: Moved by hand/);
  await at(page, 'revert-override').click();
  await quiet(page);
  expect(await shownCount(page, 'Box')).toBe(shared);
});

it('draws an ellipse, turns it at the end of an axis, and takes it back', async () => {
  const { page } = running;
  await drawByDrag('ellipse', [0.2, 0.2], [0.6, 0.5], 'Oval');
  const drawn = await shownCount(page, 'Oval');
  expect(drawn).toBeGreaterThan(0);
  await drag(page, '', [0.6, 0.35], [0.7, 0.7]);
  await quiet(page);
  expect(await shownCount(page, 'Oval')).not.toBe(drawn);
  await page.keyboard.press('Delete');
  await at(page, 'population-Oval').waitFor({ state: 'detached' });
  await quiet(page);
  await at(page, 'population-Box').click();
});

it('counts while a gate is held, and a key gives the drag up', async () => {
  const { page } = running;
  const before = await shownCount(page, 'Box');
  const frame = await tileOf(page, '').locator('.tile-frame').boundingBox();
  if (frame === null) throw new Error('no plot');
  const point = (x: number, y: number) => [frame.x + x * frame.width, frame.y + (1 - y) * frame.height] as const;
  await page.mouse.move(...point(0.25, 0.3));
  await page.mouse.down();
  await page.mouse.move(...point(0.6, 0.9), { steps: 6 });
  await page.waitForFunction(
    (count) => document.querySelector('[data-testid="count-Box"]')?.textContent !== count,
    before.toLocaleString('en-US'),
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await quiet(page);
  expect(await shownCount(page, 'Box')).toBe(before);
});

it('names a gate in place and refuses the name of a sibling', async () => {
  const { page } = running;
  await at(page, 'tool-rectangle').click();
  await drag(page, '', [0.5, 0.5], [0.8, 0.9]);
  await at(page, 'name-gate').fill('Box');
  await page.keyboard.press('Enter');
  expect(await at(page, 'name-gate').getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Escape');
  await at(page, 'name-gate').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await at(page, 'population-Box').click();
  await page.keyboard.press('F2');
  await at(page, 'rename-population').fill('箱');
  await page.keyboard.press('Enter');
  await at(page, 'population-箱').waitFor();
  await quiet(page);
});

it('sets a quadrant with one press: four populations that lose no event', async () => {
  const { page } = running;
  await drawPolygon(
    page,
    '',
    [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.98, 0.98],
      [0.02, 0.98],
    ],
    'Whole',
  );
  await at(page, 'population-Whole').dblclick();
  await quiet(page);
  await tileOf(page, 'Whole').scrollIntoViewIfNeeded();
  await at(page, 'tool-quadrant').click();
  const frame = await tileOf(page, 'Whole').locator('.tile-frame').boundingBox();
  if (frame === null) throw new Error('no plot');
  await page.mouse.click(frame.x + frame.width * 0.35, frame.y + frame.height * 0.7);
  const parts = page.locator('[data-testid^="count-Whole/"]');
  await parts.nth(3).waitFor();
  await quiet(page);
  const counts = (await parts.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
  expect(counts).toHaveLength(4);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await shownCount(page, 'Whole'));
});

it('opens a population by a double click in its gate', async () => {
  const { page } = running;
  const tiles = await page.locator('.tile').count();
  await tileOf(page, '').scrollIntoViewIfNeeded();
  await doubleClick(page, '', [0.2, 0.3]);
  await page.waitForFunction((before) => document.querySelectorAll('.tile').length > before, tiles);
  await quiet(page);
  expect(await tileOf(page, '箱').getByTestId('tile-count').innerText()).toBe((await shownCount(page, '箱')).toLocaleString('en-US'));
});

it('shows a histogram and gates a range on it', async () => {
  const { page } = running;
  await tileOf(page, '').locator('.tile-name').click();
  await at(page, 'plot-histogram').click();
  await tileOf(page, '').locator('.histogram').waitFor();
  await quiet(page);
  await drawByDrag('range', [0.2, 0.5], [0.5, 0.5], 'Range');
  expect(await shownCount(page, 'Range')).toBeGreaterThan(0);
  await at(page, 'plot-density').click();
  await quiet(page);
});

it('shows another channel on an axis, chosen by its marker', async () => {
  const { page } = running;
  await tileOf(page, '').scrollIntoViewIfNeeded();
  await tileOf(page, '').getByTestId('axis-y').click();
  await at(page, 'channel-search').fill('cd56');
  await page.keyboard.press('Enter');
  await quiet(page);
  expect(await tileOf(page, '').getByTestId('axis-y').innerText()).toContain('CD56');
  await tileOf(page, '').getByTestId('axis-y').click();
  await at(page, 'channel-search').fill('ssc-a');
  await page.keyboard.press('Enter');
  await quiet(page);
});

it('tries a scale on an axis and sets it; no gate and no number moves', async () => {
  const { page } = running;
  const population = 'Singlets/Live/Lymphocytes';
  const before = await page.locator(`[data-testid^="count-${population}/"]`).allInnerTexts();
  const tile = page.locator(`[data-testid="tile-${population}-CD3-CD56"]`);
  await tile.scrollIntoViewIfNeeded();
  await tile.getByTestId('scale-of-x').click();
  await at(page, 'scale-arcsinh').click();
  await at(page, 'scale-M').fill('5');
  await page.keyboard.press('Enter');
  await quiet(page);
  await at(page, 'scale-apply').click();
  await tile.locator('.gate.is-foreign').first().waitFor();
  await quiet(page);
  expect(await page.locator(`[data-testid^="count-${population}/"]`).allInnerTexts()).toEqual(before);
  await at(page, 'undo').click();
  await quiet(page);
  expect(await tile.locator('.gate.is-foreign').count()).toBe(0);
});

it('fixes one scale a channel over all samples, but moves no gate that was drawn', async () => {
  const { page } = running;
  const before = await shownCount(page, '箱');
  await page.keyboard.press('Control+k');
  await at(page, 'palette-search').fill('fix the scales');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="status"]', { hasText: 'Scales are fixed' }).waitFor();
  await quiet(page);
  expect(await shownCount(page, '箱')).toBe(before);
  await at(page, 'undo').click();
  await quiet(page);
});

it('keeps a gate that was found automatically to this sample when a hand moves it', async () => {
  const { page } = running;
  const name = 'Singlets/Live/Lymphocytes';
  const before = await shownCount(page, name);
  await at(page, `population-${name}`).click();
  await page.getByTestId('bound-0-0').first().waitFor({ state: 'attached' });
  await page.locator('summary').first().click();
  await page.getByTestId('bound-0-0').fill('20000');
  await page.keyboard.press('Enter');
  await at(page, `overridden-${name}`).waitFor();
  await quiet(page);
  expect(await shownCount(page, name)).not.toBe(before);
  await at(page, 'revert-override').click();
  await quiet(page);
  expect(await shownCount(page, name)).toBe(before);
});

it('deletes a gate with a key, and everything can be undone', async () => {
  const { page } = running;
  await at(page, 'population-Whole').click();
  await page.keyboard.press('Delete');
  await at(page, 'remove-all').click(); // gates stand below it
  await at(page, 'population-Whole').waitFor({ state: 'detached' });
  await quiet(page);
  for (;;) {
    const undo = at(page, 'undo');
    if (await undo.isDisabled()) break;
    await undo.click();
  }
  expect(await at(page, 'sample-row-0').count()).toBe(0);
  expect(running.complaints).toEqual([]);
});
