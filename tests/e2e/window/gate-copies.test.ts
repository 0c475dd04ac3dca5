import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, drag, openByDialog, quiet, sampleRow, shownCount } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';
import { expectSameAsAnalyse } from './session-numbers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-copies-'));
const session = path.join(folder, 'copies.lymphoscope');
const samples = ['simulated-cik.fcs', 'simulated-resting-blood.fcs'].map((name) => path.resolve('test-data', 'samples', name));

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, samples);
  await sampleRow(running.page, 0).click();
  await quiet(running.page);
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function drawBox(from: readonly [number, number], to: readonly [number, number], name: string): Promise<void> {
  const { page } = running;
  await at(page, 'tool-rectangle').click();
  await drag(page, '', from, to);
  await at(page, 'name-gate').fill(name);
  await page.keyboard.press('Enter');
  await at(page, `population-${name}`).waitFor();
  await quiet(page);
}

/** A command by its words, as a person finds it in the palette. */
async function command(words: string): Promise<void> {
  const { page } = running;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await quiet(page);
}

it('combines populations that are chosen in the tree', async () => {
  const { page } = running;
  await drawBox([0.1, 0.3], [0.45, 0.95], 'Left');
  await drawBox([0.3, 0.3], [0.7, 0.95], 'Right');
  const [left, right, all] = [await shownCount(page, 'Left'), await shownCount(page, 'Right'), await shownCount(page, '')];
  await at(page, 'population-Left').click();
  await at(page, 'population-Right').click({ modifiers: ['Control'] });
  await command('Population in all chosen ones');
  const both = await shownCount(page, 'Left and Right');
  await at(page, 'population-Left').click();
  await at(page, 'population-Right').click({ modifiers: ['Control'] });
  await at(page, 'population-Right').click({ button: 'right' });
  await at(page, 'menu-or').click();
  await quiet(page);
  expect(await shownCount(page, 'Left or Right')).toBe(left + right - both);
  await at(page, 'population-Left').click();
  await command('All others of the parent');
  expect(await shownCount(page, 'not Left')).toBe(all - left);
  expect(both).toBeGreaterThan(0);
  await sampleRow(page, 0).click();
  await expectSameAsAnalyse(running, session);
  for (let i = 0; i < 3; i++) await at(page, 'undo').click();
  await at(page, 'population-not Left').waitFor({ state: 'detached' });
  for (let i = 0; i < 3; i++) await at(page, 'redo').click();
  await quiet(page);
  expect(await shownCount(page, 'Left and Right')).toBe(both);
});

it('pastes a copy below another population, and moves what was cut', async () => {
  const { page } = running;
  const [left, both] = [await shownCount(page, 'Left'), await shownCount(page, 'Left and Right')];
  await at(page, 'population-Left').click();
  await page.keyboard.press('Control+c');
  await at(page, 'population-Right').click();
  await page.keyboard.press('Control+v');
  await at(page, 'population-Right/Left').waitFor();
  await quiet(page);
  expect(await shownCount(page, 'Right/Left')).toBe(both);
  // cut, it stays until it is pasted; the combinations go on meaning it
  await at(page, 'population-Right/Left').click();
  await page.keyboard.press('Control+x');
  expect(await shownCount(page, 'Right/Left')).toBe(both);
  await at(page, 'population-').first().click();
  await page.keyboard.press('Control+v');
  await at(page, 'population-Right/Left').waitFor({ state: 'detached' });
  await quiet(page);
  expect(await shownCount(page, 'Left (2)')).toBe(left);
  await at(page, 'undo').click();
  await quiet(page);
  expect(await shownCount(page, 'Left')).toBe(left);
  await expectSameAsAnalyse(running, session);
});

it('gives a gate to another sample by a drag, says in how many it is tailored, and takes it back', async () => {
  const { page } = running;
  await sampleRow(page, 1).click();
  await quiet(page);
  const shared = await shownCount(page, 'Left');
  await sampleRow(page, 0).click();
  await quiet(page);
  // this sample's own place first
  await page.keyboard.down('Shift');
  await drag(page, '', [0.2, 0.5], [0.26, 0.5]);
  await page.keyboard.up('Shift');
  await quiet(page);
  // the suggested reason may be edited
  await at(page, 'population-Left').click();
  expect(await at(page, 'evidence').textContent()).toContain('Moved by hand');
  await at(page, 'scope-reason').fill('Debris of this donor');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="evidence"]', { hasText: 'Debris of this donor' }).waitFor();
  await quiet(page);
  await at(page, 'population-Left').dragTo(sampleRow(page, 1));
  await page.locator('[data-testid="status"]', { hasText: 'given to 1 samples' }).waitFor();
  await sampleRow(page, 1).click();
  await quiet(page);
  await at(page, 'population-Left').click();
  expect(await shownCount(page, 'Left')).not.toBe(shared);
  expect((await at(page, 'evidence').textContent())?.slice(0, 200)).toContain('Copied from simulated-cik.fcs');
  expect(await at(page, 'tailored').textContent()).toContain('samples 2');
  await at(page, 'revert-override').click();
  await quiet(page);
  expect(await shownCount(page, 'Left')).toBe(shared);
  expect(await at(page, 'tailored').textContent()).toContain('samples 1');
  // everybody's: the first sample shares it again
  await sampleRow(page, 0).click();
  await quiet(page);
  const own = await shownCount(page, 'Left');
  await at(page, 'population-Left').click();
  await page.keyboard.press('Control+Shift+g');
  await at(page, 'tailored').waitFor({ state: 'detached' });
  await quiet(page);
  expect(await shownCount(page, 'Left')).toBe(own);
  await expectSameAsAnalyse(running, session);
});
