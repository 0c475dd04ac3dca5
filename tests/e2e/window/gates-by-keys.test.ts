import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openByDialog, quiet, shownCount, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';
import { expectSameAsAnalyse } from './session-numbers.ts';

/* A gate of every kind without a pointer. LYMPHO_PICTURES names a folder for pictures. */

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-keys-'));
const session = path.join(folder, 'keys.lymphoscope');
const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await openByDialog(running, [sample]);
  await tileOf(running.page, '').getByTestId('surface').focus();
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The machine may be busy. */
const patience = { timeout: 20_000 };

const press = (key: string): Promise<void> => running.page.keyboard.press(key);

/** Moves the cursor to a place in steps of the plot, 256 each way, from its lower left corner. */
async function goTo(x: number, y: number): Promise<void> {
  await press('Home');
  await press('Shift+Home');
  for (const [key, steps] of [
    ['ArrowRight', x],
    ['ArrowUp', y],
  ] as const) {
    for (let i = 0; i < Math.floor(steps / 10); i++) await press(`Shift+${key}`);
    for (let i = 0; i < steps % 10; i++) await press(key);
  }
}

async function nameIt(name: string): Promise<void> {
  await at(running.page, 'name-gate').fill(name);
  await press('Enter');
  await at(running.page, `population-${name}`).waitFor();
  await quiet(running.page);
}

async function picture(name: string): Promise<void> {
  const pictures = process.env['LYMPHO_PICTURES'];
  if (pictures !== undefined) await running.page.screenshot({ path: path.join(pictures, `by-keys-${name}.png`) });
}

it.each([
  ['rectangle', 'r'],
  ['ellipse', 'e'],
] as const)('draws a %s from corner to corner', async (tool, key) => {
  const { page } = running;
  await press(key);
  await goTo(40, 38);
  await press('Enter');
  await goTo(125, 131);
  await picture(tool);
  expect(await at(page, 'reading').innerText()).toMatch(/^From FSC-A [\d,]+ · FSC-H [\d,]+ to FSC-A [\d,]+ · FSC-H [\d,]+$/);
  await press('Enter');
  await nameIt(tool);
  expect(await shownCount(page, tool)).toBeGreaterThan(0);
  // the focus is in the plot again
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('surface');
});

const corners: readonly (readonly [number, number])[] = [
  [40, 38],
  [130, 45],
  [200, 200],
  [120, 150],
];

it('draws a polygon from corner to corner; Backspace takes the last back, Enter on the first closes', async () => {
  await press('p');
  for (const corner of corners) {
    await goTo(...corner);
    await press('Enter');
  }
  await goTo(10, 250);
  await press('Enter');
  expect(await at(running.page, 'reading').innerText()).toMatch(/^Corners set: 5\./);
  await press('Backspace');
  await goTo(...corners[0]!);
  await picture('polygon');
  await press('Enter');
  await nameIt('polygon');
  expect(await shownCount(running.page, 'polygon')).toBeGreaterThan(0);
});

it('draws freehand from corner to corner; Enter twice closes', async () => {
  await press('f');
  for (const corner of corners) {
    await goTo(...corner);
    await press('Enter');
  }
  await press('Enter');
  await nameIt('pencil');
  expect(await shownCount(running.page, 'pencil')).toBe(await shownCount(running.page, 'polygon'));
});

it('Escape gives a drawing up, then the tool', async () => {
  const { page } = running;
  await press('p');
  await goTo(20, 20);
  await press('Enter');
  expect(await page.locator('.sketch').count()).toBe(1);
  await press('Escape');
  expect(await page.locator('.sketch').count()).toBe(0);
  expect(await at(page, 'tool-polygon').getAttribute('aria-pressed')).toBe('true');
  await press('Escape');
  expect(await at(page, 'tool-select').getAttribute('aria-pressed')).toBe('true');
});

const heard = (): Promise<string> => running.page.locator('.tile.is-active [data-testid="spoken"]').innerText();

it('passes from gate to gate and to their handles, and moves either; a hand and keys are one step of undo', async () => {
  const { page } = running;
  await at(page, 'population-rectangle').click();
  await tileOf(page, '').getByTestId('surface').focus();
  const drawn = await shownCount(page, 'rectangle');
  await press('g');
  await expect.poll(heard, patience).toMatch(/^ellipse: [\d,]+ events, [\d.]+ % of the parent\. FSC-A/);
  await press('Shift+G');
  await expect.poll(heard, patience).toMatch(/^rectangle: /);
  await press('Shift+ArrowUp');
  await press('Shift+ArrowUp');
  await picture('moved');
  await press('Enter');
  await quiet(page);
  await expect.poll(() => shownCount(page, 'rectangle'), patience).not.toBe(drawn);
  const moved = await shownCount(page, 'rectangle');
  await expect.poll(heard, patience).toContain(`rectangle: ${moved.toLocaleString('en-US')} events`);
  await at(page, 'undo').click();
  await quiet(page);
  await expect.poll(() => shownCount(page, 'rectangle'), patience).toBe(drawn);
  await tileOf(page, '').getByTestId('surface').focus();
  await press('h');
  await expect.poll(heard, patience).toMatch(/^Handle 1 of 8: FSC-A/);
  expect(await page.locator('.handle.is-held').count()).toBe(1);
  // what keys hold is kept after half a second without one, which a busy machine may take between two presses: it is tried again then
  for (let tries = 1; ; tries++) {
    await press('Shift+ArrowLeft');
    await press('Escape');
    await quiet(page);
    if (tries === 5 || (await shownCount(page, 'rectangle')) === drawn) break;
    await at(page, 'undo').click();
    await quiet(page);
    await tileOf(page, '').getByTestId('surface').focus();
    await press('h');
  }
  expect(await shownCount(page, 'rectangle')).toBe(drawn);
  for (let i = 0; i < 4; i++) await press('Shift+ArrowLeft');
  await picture('handle');
  await press('Enter');
  await quiet(page);
  await expect.poll(() => shownCount(page, 'rectangle'), patience).not.toBe(drawn);
  // the gate as a whole again, chosen still
  await press('Escape');
  expect(await page.locator('.handle.is-held').count()).toBe(0);
});

it('keeps what keys hold when the focus leaves the plot', async () => {
  const { page } = running;
  const before = await shownCount(page, 'rectangle');
  await tileOf(page, '').getByTestId('surface').focus();
  await press('Shift+ArrowUp');
  await page.locator('[data-testid="undo"]').focus();
  await quiet(page);
  await expect.poll(() => shownCount(page, 'rectangle'), patience).not.toBe(before);
  await tileOf(page, '').getByTestId('surface').focus();
});

it.each([
  ['quadrant', 'q'],
  ['curly quadrant', 'c'],
  ['spider quadrant', 's'],
] as const)('sets a %s with one press', async (_kind, key) => {
  const { page } = running;
  const before = await page.locator('[data-testid^="count-"]').count();
  await press(key);
  await goTo(100, 90);
  await press('Enter');
  await page
    .locator('[data-testid^="count-"]')
    .nth(before + 3)
    .waitFor();
  await quiet(page);
});

it('draws a range and a bisector on a histogram', async () => {
  const { page } = running;
  await at(page, 'plot-histogram').click();
  await quiet(page);
  await tileOf(page, '').getByTestId('surface').focus();
  await press('n');
  await goTo(60, 0);
  await press('Enter');
  for (let i = 0; i < 8; i++) await press('Shift+ArrowRight');
  await picture('range');
  await press('Enter');
  await nameIt('range');
  expect(await shownCount(page, 'range')).toBeGreaterThan(0);
  await press('b');
  await goTo(90, 0);
  await press('Enter');
  await at(page, 'population-FSC-A+').waitFor();
  await quiet(page);
  expect((await shownCount(page, 'FSC-A+')) + (await shownCount(page, 'FSC-A-'))).toBe(await shownCount(page, ''));
});

it('counts what the command line counts', () => expectSameAsAnalyse(running, session));

it('without a complaint of the page', () => expect(running.complaints).toEqual([]));
