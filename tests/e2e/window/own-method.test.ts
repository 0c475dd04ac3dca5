import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { simulateSample } from '../../../test-data/simulate-sample.ts';
import { runCli, sampleFile } from '../../cli/run-cli.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

const LOTS = 16;
let folder: string;
let running: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-own-'));
  const [runs, user] = [path.join(folder, 'runs'), path.join(folder, 'user')];
  await mkdir(runs);
  await mkdir(user);
  const rows = ['file,role,lot,day,declaredMethod'];
  for (let i = 0; i < LOTS; i++) {
    const { content } = simulateSample({ culture: 'expanded-nk', seed: 100 + i, events: 3000, instrument: 'modern', lot: `ANK-${i}` });
    await writeFile(path.join(runs, `ank-${i}.fcs`), encodeFcs(content));
    rows.push(`ank-${i}.fcs,sample,ANK-${i},${i < 12 ? 14 : 21},ank`);
  }
  const table = path.join(folder, 'lots.csv');
  await writeFile(table, rows.join('\n'));
  const archive = path.join(user, 'archive.db');
  expect(runCli(['archive', 'import', '--archive', archive, runs, '--metadata', table]).code).toBe(0);
  expect(runCli(['batch', '--archive', archive, '--accept', 'first']).code).toBe(0);
  running = await launchApp({ userFolder: user });
}, 180_000);
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a profile of own lots', () => {
  it('is fitted to lots of the archive, seen lot by lot, refused for too few and approved', { timeout: 90_000 }, async () => {
    const { page, app } = running;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await openByDialog(running, [sampleFile('simulated-expanded-nk.fcs')]);
    await quiet(page);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('culture.fit-profile')?.click());
    await at(page, 'fit-method').click();
    await at(page, 'menu-ank').click();
    await page.locator('[data-testid="fit-said"]', { hasText: /Fitted to \d+ of/ }).waitFor();
    // a simulated lot may be such that it may not be called
    const boxes = page.locator('[data-testid^="fit-lot-"]');
    const count = await boxes.count();
    expect(count).toBeGreaterThan(10);
    await at(page, 'fit-chart-nk').waitFor();
    const to = process.env['LYMPHO_PICTURES'];
    if (to !== undefined) await page.screenshot({ path: path.join(to, 'fit-lots.png') });
    expect(await at(page, 'fit-lots').innerText()).not.toMatch(/Resting|T-cell product/);
    for (let i = 9; i < count; i++) await boxes.nth(i).click();
    await page
      .locator('[data-testid="fit-said"]', { hasText: '9 lots are declared as this method and chosen; at least 10 are needed' })
      .waitFor();
    expect(await at(page, 'fit-approve').isDisabled()).toBe(true);
    for (let i = 9; i < count; i++) await boxes.nth(i).click();
    await at(page, 'fit-by-day').click();
    await at(page, 'fit-chart-nk').waitFor();
    if (to !== undefined) await page.screenshot({ path: path.join(to, 'fit-days.png') });
    await at(page, 'fit-by').fill('director');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="fit-approve"]:not([disabled])').click();
    await at(page, 'fit').waitFor({ state: 'detached' });
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('edit.audit')?.click());
    await page.locator('[data-testid="audit"]', { hasText: 'Culture profiles set' }).filter({ hasText: 'ANK, ours, revision' }).waitFor();
    expect(running.complaints).toEqual([]);
  });
});
