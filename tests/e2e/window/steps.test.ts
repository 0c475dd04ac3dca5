import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet, shownCount } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [path.resolve('test-data', 'samples', 'simulated-cik.fcs')]);
});
afterAll(() => running?.close());

it('adds an automatic gate below a population, tunes it, and takes both back', async () => {
  const { page } = running;
  await at(page, 'add-step').click();
  await at(page, 'add-step-kind').click();
  await at(page, 'menu-bright').click();
  await at(page, 'add-step-population-0').fill('Bright');
  await page.keyboard.press('Enter');
  await at(page, 'add-step-done').click();
  await at(page, 'population-Bright').waitFor();
  await quiet(page);
  const placed = await shownCount(page, 'Bright');
  expect(placed).toBeGreaterThan(0);
  // the settings are those of the selected population's step
  const spread = at(page, 'setting-spread');
  expect(await spread.inputValue()).toBe('2.5');
  await spread.fill('nothing');
  expect(await spread.getAttribute('aria-invalid')).toBe('true');
  await spread.fill('1');
  await page.keyboard.press('Enter');
  await quiet(page);
  expect(await spread.inputValue()).toBe('1');
  await at(page, 'undo').click();
  await quiet(page);
  expect(await spread.inputValue()).toBe('2.5');
  expect(await shownCount(page, 'Bright')).toBe(placed);
  await at(page, 'undo').click();
  await at(page, 'population-Bright').waitFor({ state: 'detached' });
});
