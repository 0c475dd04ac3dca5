import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusFile, hasShared } from '../../shared-data.ts';
import { at, drag, openByDialog, quiet, sampleRow, shownCount, tileOf } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';
import { expectSameAsAnalyse } from './session-numbers.ts';

/* A sample without a viability dye: its lymphocytes stand below the singlets, where the strategy has them below the living cells. */

const file = corpusFile('whitews-FlowIO/100715.fcs');
const within = 'Singlets/Lymphocytes';
const inStrategy = 'Singlets/Live/Lymphocytes';

describe.runIf(hasShared)('where a gate of the protocol is skipped', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-skipped-'));
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp();
    await openByDialog(running, [file, path.resolve('test-data', 'samples', 'simulated-cik.fcs')]);
    await sampleRow(running.page, 0).click();
    await quiet(running.page);
  });
  afterAll(async () => {
    await running?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const notices = () => running.page.locator('[role="alert"]').count();

  async function drawBelow(name: string): Promise<void> {
    const { page } = running;
    await at(page, `population-${within}`).dblclick();
    await quiet(page);
    await tileOf(page, within).scrollIntoViewIfNeeded();
    await at(page, 'tool-rectangle').click();
    await drag(page, within, [0.1, 0.1], [0.7, 0.9]);
    await at(page, 'name-gate').fill(name);
    await page.keyboard.press('Enter');
    await at(page, `population-${within}/${name}`).waitFor();
    await quiet(page);
  }

  it('gates are drawn, renamed, combined and pasted below it, and every sample has them', async () => {
    const { page } = running;
    await drawBelow('Mine');
    expect(await at(page, `population-${within}/Mine`).getAttribute('aria-selected')).toBe('true');
    const count = await shownCount(page, `${within}/Mine`);
    await at(page, `population-${within}/Mine`).click();
    await page.keyboard.press('F2');
    await at(page, 'rename-population').fill('Ours');
    await page.keyboard.press('Enter');
    await at(page, `population-${within}/Ours`).waitFor();
    await quiet(page);
    expect(await at(page, `population-${within}/Ours`).getAttribute('aria-selected')).toBe('true');
    expect(await shownCount(page, `${within}/Ours`)).toBe(count);
    await at(page, `population-${within}/Ours`).click({ button: 'right' });
    await at(page, 'menu-not').click();
    await at(page, `population-${within}/not Ours`).waitFor();
    await quiet(page);
    expect(await shownCount(page, `${within}/not Ours`)).toBe((await shownCount(page, within)) - count);
    await at(page, `population-${within}/Ours`).click();
    await page.keyboard.press('Control+c');
    await at(page, `population-${within}`).click();
    await page.keyboard.press('Control+v');
    await at(page, `population-${within}/Ours (2)`).waitFor();
    await quiet(page);
    expect(await notices()).toBe(0);
    await expectSameAsAnalyse(running, path.join(folder, 'skipped.lymphoscope'));
  });

  it('an arranged plot shows the same population in every sample', async () => {
    const { page } = running;
    await at(page, `population-${within}`).click();
    await page.keyboard.press('Control+n');
    await quiet(page);
    expect(await page.locator(`[data-testid^="tile-${within}-"]`).count()).toBeGreaterThan(0);
    await sampleRow(page, 1).click();
    await quiet(page);
    await at(page, `population-${inStrategy}/Ours`).waitFor();
    expect(await page.locator(`[data-testid^="tile-${inStrategy}-"]`).count()).toBeGreaterThan(0);
  });

  it('a gate of this sample alone is told as such, and moves here alone', async () => {
    const { page } = running;
    await sampleRow(page, 0).click();
    await quiet(page);
    await at(page, `population-${within}/Ours`).click();
    const before = await shownCount(page, `${within}/Ours`);
    await page.keyboard.down('Shift');
    await drag(page, within, [0.3, 0.7], [0.2, 0.5]);
    await page.keyboard.up('Shift');
    await quiet(page);
    await at(page, `overridden-${within}/Ours`).waitFor();
    const own = await shownCount(page, `${within}/Ours`);
    expect(own).not.toBe(before);
    await page.keyboard.press('Control+z');
    await quiet(page);
    expect(await shownCount(page, `${within}/Ours`)).toBe(before);
    await page.keyboard.press('Control+y');
    await quiet(page);
    expect(await shownCount(page, `${within}/Ours`)).toBe(own);
    await expectSameAsAnalyse(running, path.join(folder, 'skipped.lymphoscope'));
  });
});
