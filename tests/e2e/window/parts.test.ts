import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

/* How far everything is by keys: parts of the window, plots, rows of buttons. */

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
});
afterAll(() => running?.close());

const press = (key: string): Promise<void> => running.page.keyboard.press(key);

/** Which part of the window has the focus, and what there. */
const focused = (): Promise<string> =>
  running.page.evaluate(() => {
    const one = document.activeElement;
    const part = one?.closest('[data-part]');
    const name = part?.getAttribute('data-testid') ?? part?.getAttribute('aria-label') ?? part?.className ?? '';
    return `${name}: ${one?.getAttribute('data-testid') ?? one?.textContent ?? ''}`;
  });

/** How many presses of Tab lead once through the window. */
async function stops(): Promise<number> {
  const { page } = running;
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  let count = 0;
  for (; count < 200; count++) {
    await press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body || document.activeElement === null)) break;
    const isFirst = await page.evaluate((at) => {
      const one = document.activeElement as HTMLElement;
      if (at === 0) Reflect.set(globalThis, 'firstStop', one);
      return at > 0 && Reflect.get(globalThis, 'firstStop') === one;
    }, count);
    if (isFirst) break;
  }
  return count;
}

it('F6 goes from part to part and back to where the focus was', async () => {
  const { page } = running;
  await at(page, 'undo').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const heard: string[] = [];
  for (let i = 0; i < 7; i++) {
    await press('F6');
    heard.push(await focused());
  }
  expect(heard).toEqual([
    'title-bar: tool-select',
    'groups: new-group',
    'samples: add-files',
    'populations: population-',
    'Page: Plots: surface',
    'Inspector: tab-gate',
    'status-bar: show-findings',
  ]);
  await press('F6');
  await press('Shift+F6');
  await press('Shift+F6');
  expect(await focused()).toBe('Inspector: tab-gate');
  await press('Tab');
  const there = await focused();
  await press('Shift+F6');
  await press('F6');
  expect(await focused()).toBe(there);
});

it('F7 goes from plot to plot: the fourth is three presses away', async () => {
  const { page } = running;
  const tiles = await page.locator('.tile').evaluateAll((all) => all.map((one) => one.getAttribute('data-testid')));
  const here = () => page.evaluate(() => document.activeElement?.closest('.tile')?.getAttribute('data-testid'));
  await press('F7');
  expect(await here()).toBe(tiles[0]);
  for (let i = 0; i < 3; i++) await press('F7');
  expect(await here()).toBe(tiles[3]);
  await press('Shift+F7');
  expect(await here()).toBe(tiles[2]);
  expect(await page.locator('.tile.is-active').getAttribute('data-testid')).toBe(tiles[2]);
});

it('the window has as many stops however many plots there are', async () => {
  const { page } = running;
  const many = await stops();
  expect(await page.locator('.tile').count()).toBeGreaterThan(6);
  for (let i = 0; i < 4; i++) {
    await press('F7');
    await press('Control+w');
    await quiet(page);
  }
  expect(await stops()).toBe(many);
  expect(many).toBeLessThan(70);
});

it('arrows pass along the tools, which are one stop', async () => {
  const { page } = running;
  await at(page, 'tool-select').focus();
  await press('ArrowRight');
  expect(await focused()).toBe('title-bar: tool-rectangle');
  await press('End');
  expect(await focused()).toBe('title-bar: plot-cdf');
  await press('Shift+Tab');
  await press('Tab');
  expect(await focused()).toBe('title-bar: plot-cdf');
});

it('names of files and populations are whole', async () => {
  const { page } = running;
  const heard = await page.locator('body').ariaSnapshot();
  expect(heard).not.toContain('simul ated');
  expect(await page.locator('.ancestry-sample').ariaSnapshot()).toContain('simulated-cik.fcs');
  expect(await at(page, 'sample-row-0').ariaSnapshot()).toContain('simulated-cik.fcs');
  const broken = await page.evaluate(() => {
    const names = [...document.querySelectorAll('[title]')].map((one) => [one.getAttribute('title') ?? '', one.textContent ?? ''] as const);
    return names.filter(([title, text]) => title !== text && title.replaceAll(/\s/g, '') === text.replaceAll(/\s/g, ''));
  });
  expect(broken).toEqual([]);
  const pictures = process.env['LYMPHO_PICTURES'];
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'parts.png') });
});

it('without a complaint of the page', () => expect(running.complaints).toEqual([]));
