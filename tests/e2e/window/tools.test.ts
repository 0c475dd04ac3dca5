import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet, shownCount, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';
import { expectSameAsAnalyse } from './session-numbers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-tools-'));
const session = path.join(folder, 'tools.lymphoscope');
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

/** A point of the plot of all events, in parts of its data area from the lower left. */
async function point(x: number, y: number): Promise<readonly [number, number]> {
  const box = await tileOf(running.page, '').locator('.tile-frame').boundingBox();
  if (box === null) throw new Error('no plot');
  return [box.x + x * box.width, box.y + (1 - y) * box.height];
}

/** The tool that is taken up. */
const tool = () => running.page.locator('[data-testid^="tool-"][aria-pressed="true"]').getAttribute('data-testid');

it('draws freehand with the pencil, in one pull; the arrow is back after it', async () => {
  const { page } = running;
  await at(page, 'tool-pencil').click();
  await page.mouse.move(...(await point(0.5, 0.7)));
  await page.mouse.down();
  for (let i = 1; i <= 40; i++) {
    const turn = (2 * Math.PI * i) / 40;
    await page.mouse.move(...(await point(0.37 + 0.13 * Math.cos(turn), 0.7 + 0.13 * Math.sin(turn))));
  }
  await page.mouse.up();
  await at(page, 'name-gate').fill('Lasso');
  await page.keyboard.press('Enter');
  await at(page, 'population-Lasso').waitFor();
  await quiet(page);
  expect(await shownCount(page, 'Lasso')).toBeGreaterThan(100);
  expect(await tool()).toBe('tool-select');
  // its corners can be typed
  await at(page, 'population-Lasso').click();
  await page.locator('[data-testid="bounds-vertices"] summary').click();
  expect(await page.locator('[data-testid^="bound-"]').count()).toBeGreaterThan(8);
  await expectSameAsAnalyse(running, session);
});

it('sets a spider with one press, whose arms turn; no event is lost', async () => {
  const { page } = running;
  await at(page, 'tool-spider').click();
  await page.mouse.click(...(await point(0.4, 0.4)));
  await quiet(page);
  const names = (
    await page.locator('[data-testid^="population-"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-testid') ?? ''))
  )
    .map((id) => id.slice('population-'.length))
    .filter((name) => /^\S+[+-]\S+[+-]$/.test(name) && !name.includes('/'));
  expect(names).toHaveLength(4);
  const counts = () => Promise.all(names.map((name) => shownCount(page, name)));
  const upright = await counts();
  const all = await shownCount(page, '');
  expect(upright.reduce((sum, count) => sum + count, 0)).toBe(all);
  await at(page, 'bound-arm-1').fill('60');
  await page.keyboard.press('Enter');
  await quiet(page);
  await page.mouse.move(0, 0);
  const turned = await counts();
  expect(turned).not.toEqual(upright);
  expect(turned.reduce((sum, count) => sum + count, 0)).toBe(all);
  await expectSameAsAnalyse(running, session);
});

it('halves a histogram with the bisector, at a percentile that is typed', async () => {
  const { page } = running;
  await at(page, 'plot-histogram').click();
  await quiet(page);
  expect(await at(page, 'tool-polygon').count()).toBe(0);
  await at(page, 'tool-bisector').click();
  await page.mouse.click(...(await point(0.5, 0.5)));
  await quiet(page);
  const channel = (await page.locator('[data-testid^="population-"][aria-selected="true"]').getAttribute('data-testid'))!.slice(
    'population-'.length,
    -1,
  );
  const all = await shownCount(page, '');
  const [low, high] = [await shownCount(page, `${channel}-`), await shownCount(page, `${channel}+`)];
  expect(low + high).toBe(all);
  await at(page, 'bounds-as-percentile').click();
  await page.locator('[data-testid="bound-0-0"]:not([disabled])').waitFor();
  await at(page, 'bound-0-0').fill('25');
  await page.keyboard.press('Enter');
  await quiet(page);
  expect(await shownCount(page, `${channel}-`)).toBe(Math.round(all / 4));
  await expectSameAsAnalyse(running, session);
  await at(page, 'plot-density').click();
  await quiet(page);
  expect(await at(page, 'tool-bisector').count()).toBe(0);
});

it('closes a polygon by a double click, on its first corner and by Space; Esc gives it up', async () => {
  const { page } = running;
  const corners = [
    [0.3, 0.5],
    [0.5, 0.5],
    [0.45, 0.9],
  ] as const;
  const ends = {
    Doubled: async () => page.mouse.dblclick(...(await point(0.25, 0.9))),
    Returned: async () => page.mouse.click(...(await point(...corners[0]))),
    Spaced: () => page.keyboard.press('Space'),
  } as const;
  for (const [name, end] of Object.entries(ends)) {
    await at(page, 'tool-polygon').click();
    for (const [x, y] of corners) await page.mouse.click(...(await point(x, y)));
    await end();
    await at(page, 'name-gate').fill(name);
    await page.keyboard.press('Enter');
    await at(page, `population-${name}`).waitFor();
    await quiet(page);
    expect(await shownCount(page, name)).toBeGreaterThan(0);
    expect(await tool()).toBe('tool-select');
  }
  expect(await shownCount(page, 'Returned')).toBe(await shownCount(page, 'Spaced'));
  await at(page, 'tool-polygon').click();
  for (const [x, y] of corners) await page.mouse.click(...(await point(x, y)));
  await page.keyboard.press('Escape');
  expect(await at(page, 'name-gate').count()).toBe(0);
  await page.keyboard.press('Escape');
  expect(await tool()).toBe('tool-select');
  await expectSameAsAnalyse(running, session);
});

it('nudges a gate by a step of the axis with an arrow, and by ten with Shift', async () => {
  const { page } = running;
  await at(page, 'population-Returned').click();
  const left = async () => (await page.getByTestId('handle-vertex-0').first().boundingBox())?.x ?? Number.NaN;
  const before = await left();
  // an axis has 256 steps
  const step = ((await tileOf(page, '').locator('.tile-frame').boundingBox())?.width ?? 0) / 256;
  await tileOf(page, '').getByTestId('surface').focus();
  await page.keyboard.press('ArrowRight');
  await quiet(page);
  expect((await left()) - before).toBeCloseTo(step, 0);
  await page.keyboard.press('Shift+ArrowRight');
  await quiet(page);
  expect((await left()) - before).toBeCloseTo(11 * step, 0);
  await page.waitForTimeout(700);
  await quiet(page);
  await expectSameAsAnalyse(running, session);
});
