import type { Page } from 'playwright-core';
import { answerOpenDialog, type RunningApp } from './harness.ts';

/* What a person does in the real window; each waits for what the window shows, never for a time. */

export const at = (page: Page, testId: string) => page.locator(`[data-testid="${testId}"]`);

/** Opens files by the dialog and waits until the list shows each of them as read and gated. */
export async function openByDialog(running: RunningApp, files: readonly string[]): Promise<void> {
  const { page } = running;
  await answerOpenDialog(running, files);
  const empty = at(page, 'open-files');
  await ((await empty.count()) > 0 ? empty : at(page, 'add-files')).click();
  await waitForSamples(page, files.length);
}

export async function waitForSamples(page: Page, count: number): Promise<void> {
  await page
    .locator('[data-state="ready"]')
    .nth(count - 1)
    .waitFor({ timeout: 60_000 });
  await quiet(page);
}

/** Waits until nothing is running and every plot shows the exact picture. */
export async function quiet(page: Page): Promise<void> {
  // what was just pressed is answered by the frame after the next: until then nothing says that it is at work
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        setTimeout(done, 300);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      }),
  );
  await page.waitForFunction(
    () => {
      const status = document.querySelector('[data-testid="status"]');
      const tiles = [...document.querySelectorAll('.tile')];
      return status?.getAttribute('data-busy') === 'false' && tiles.every((tile) => tile.getAttribute('data-ready') === 'true');
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** The first plot of a population. */
export const tileOf = (page: Page, population: string) => page.locator(`[data-testid^="tile-${population}-"]`).first();

/** A point of a plot's data area, in parts of it from the lower left. */
async function pointIn(page: Page, population: string, [x, y]: readonly [number, number]): Promise<readonly [number, number]> {
  const box = await tileOf(page, population).locator('.tile-frame').boundingBox();
  if (box === null) throw new Error(`no plot of "${population}"`);
  return [box.x + x * box.width, box.y + (1 - y) * box.height];
}

/** Draws a polygon with the mouse, closes it with Enter and names it. */
export async function drawPolygon(
  page: Page,
  population: string,
  corners: readonly (readonly [number, number])[],
  name: string,
): Promise<void> {
  await tileOf(page, population).scrollIntoViewIfNeeded();
  await at(page, 'tool-polygon').click();
  for (const corner of corners) await page.mouse.click(...(await pointIn(page, population, corner)));
  await page.keyboard.press('Enter');
  await at(page, 'name-gate').fill(name);
  await page.keyboard.press('Enter');
  await at(page, `population-${population === '' ? name : `${population}/${name}`}`).waitFor();
  await quiet(page);
}

/** Presses at one point of a plot, moves to another and lets go. */
export async function drag(page: Page, population: string, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const [a, b] = [await pointIn(page, population, from), await pointIn(page, population, to)];
  await page.mouse.move(...a);
  await page.mouse.down();
  await page.mouse.move((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, { steps: 4 });
  await page.mouse.move(...b, { steps: 4 });
  await page.mouse.up();
}

export async function doubleClick(page: Page, population: string, point: readonly [number, number]): Promise<void> {
  await page.mouse.dblclick(...(await pointIn(page, population, point)));
}

/** The number of events that the tree shows for a population. */
export async function shownCount(page: Page, path: string): Promise<number> {
  return Number((await at(page, `count-${path}`).innerText()).replaceAll(',', ''));
}

/** A sample of the list, by its place. */
export const sampleRow = (page: Page, index: number) => at(page, `sample-row-${index}`);
