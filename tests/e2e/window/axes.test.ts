import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');
const corpus = path.join(process.env['LYMPHO_SHARED'] ?? path.resolve('..', 'shared'), 'corpus');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
});
afterAll(() => running?.close());

const counts = (): Promise<readonly string[]> => running.page.locator('[data-testid^="count-"]').allInnerTexts();
const tile = () => running.page.locator('[data-testid="tile-Singlets/Live/Lymphocytes-CD3-CD56"]');
const numbers = async () => (await tile().locator('.axis').first().locator('text').allTextContents()).filter((text) => text !== '');

/** The ends of the axis that is open. */
async function ends(): Promise<readonly number[]> {
  const texts = [await at(running.page, 'range-min').inputValue(), await at(running.page, 'range-max').inputValue()];
  return texts.map((text) => Number(text.replaceAll(',', '').replace('\u2212', '-')));
}

it('types the ends of an axis; no gate and no number moves, and the rest is counted as off scale', async () => {
  const { page } = running;
  const before = await counts();
  await tile().scrollIntoViewIfNeeded();
  await tile().getByTestId('scale-of-x').click();
  const [, max] = await ends();
  await at(page, 'range-max').fill('20000');
  await page.keyboard.press('Enter');
  await quiet(page);
  expect((await ends())[1]).toBeCloseTo(20_000, 0);
  expect(max).toBeGreaterThan(20_000);
  await tile().getByTestId('off-scale').waitFor();
  expect(await counts()).toEqual(before);
  await at(page, 'range-automatic').click();
  await quiet(page);
  expect((await ends())[1]).toBe(max);
  await page.keyboard.press('Escape');
});

it('zooms with the wheel over an axis and by a drag along it; a double click gives it back', async () => {
  const { page } = running;
  const before = await numbers();
  const box = await tile().getByTestId('axis-numbers-x').boundingBox();
  if (box === null) throw new Error('no axis');
  const place = (share: number) => [box.x + share * box.width, box.y + box.height / 2] as const;
  await page.mouse.move(...place(0.5));
  await page.mouse.wheel(0, -120);
  await page.mouse.wheel(0, -120);
  await page.waitForFunction(() => document.querySelector('[data-testid="status"]')?.getAttribute('data-busy') === 'false');
  await quiet(page);
  await tile().getByTestId('scale-of-x').click();
  const wheeled = await ends();
  await page.keyboard.press('Escape');
  await page.mouse.move(...place(0.2));
  await page.mouse.down();
  await page.mouse.move(...place(0.6), { steps: 4 });
  await page.mouse.up();
  await quiet(page);
  await tile().getByTestId('scale-of-x').click();
  const dragged = await ends();
  await page.keyboard.press('Escape');
  expect(dragged[0]).toBeGreaterThan(wheeled[0]!);
  expect(dragged[1]).toBeLessThan(wheeled[1]!);
  await page.mouse.dblclick(...place(0.5));
  await quiet(page);
  expect(await numbers()).toEqual(before);
});

it('shows the same range on all plots of a channel, and by a command what is automatic again', async () => {
  const { page } = running;
  await tile().getByTestId('scale-of-x').click();
  await at(page, 'range-max').fill('30000');
  await page.keyboard.press('Enter');
  await quiet(page);
  await at(page, 'range-all-plots').click();
  await page.keyboard.press('Escape');
  await quiet(page);
  const others = page.locator('[data-testid^="tile-"][data-testid*="-CD3-"]');
  expect(await others.count()).toBeGreaterThan(0);
  await tile().locator('.tile-name').click();
  await page.keyboard.press('Control+0');
  await quiet(page);
  await tile().getByTestId('scale-of-x').click();
  expect(await at(page, 'range-automatic').isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
});

it('shows the words of a scale and tries FlowJo’s biexponential; set, no number moves', async () => {
  const { page } = running;
  const before = await counts();
  await tile().getByTestId('scale-of-x').click();
  expect(await at(page, 'scale-editor').innerText()).toContain('Linear width in decades (W)');
  await at(page, 'scale-biexponential').click();
  await quiet(page);
  expect(await at(page, 'scale-editor').innerText()).toContain('Extra negative decades');
  expect(await at(page, 'scale-editor').innerText()).toContain('Width basis');
  await at(page, 'scale-negative').fill('0.5');
  await page.keyboard.press('Enter');
  await quiet(page);
  await at(page, 'scale-apply').click();
  await quiet(page);
  expect(await counts()).toEqual(before);
  await at(page, 'undo').click();
  await quiet(page);
  expect(running.complaints).toEqual([]);
});

it.runIf(existsSync(corpus))('real files fill their plots', async () => {
  const { page } = running;
  await page.keyboard.press('Control+k');
  await at(page, 'palette-search').fill('one plot a gate');
  await page.keyboard.press('Enter');
  await openByDialog(running, [
    path.join(corpus, 'mahogny-facsanadu', '110_Worklist_009_Tube_001.fcs'),
    path.join(corpus, 'whitews-FlowIO', '100715.fcs'),
    path.join(corpus, 'gatocor-FlowCytometry', 'Compensation Controls_APC-R700 Stained Control_007.fcs'),
  ]);
  for (const row of [1, 2, 3]) {
    await at(page, `sample-row-${row}`).click();
    await quiet(page);
    if (process.env['LYMPHO_SHOTS']) await page.screenshot({ path: `${process.env['LYMPHO_SHOTS']}/row-${row}.png` });
    const plot = tileOf(page, '');
    // of the picture's width and height, between the outermost events
    const share = await plot.locator('canvas').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const events = Array.from({ length: width * height }, (_, i) => i).filter(
        (i) => data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]! < 740,
      );
      const [columns, rows] = [events.map((i) => i % width), events.map((i) => Math.floor(i / width))];
      const span = (places: number[]) => Math.max(...places.slice(0, 50_000)) - Math.min(...places.slice(0, 50_000));
      return [span(columns) / width, span(rows) / height];
    });
    expect(Math.min(...share)).toBeGreaterThan(0.7);
  }
});
