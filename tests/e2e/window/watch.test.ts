import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleFile } from '../../cli/run-cli.ts';
import { at } from './gestures.ts';
import { launchApp } from './harness.ts';

const pictures = process.env['PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

it.each(['en', 'ja'] as const)('new files of a watched folder get their verdict while the window watches (%s)', async (language) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-watch-'));
  const [share, out] = [path.join(folder, 'cytometer'), path.join(folder, 'certificates')];
  for (const one of [share, out]) mkdirSync(one);
  copyFileSync(sampleFile('simulated-cik.fcs'), path.join(share, 'before.fcs'));
  const running = await launchApp({ language, userFolder: path.join(folder, 'user') });
  const { page, app } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await at(page, 'open-files').waitFor();
  // the folder that is watched, then that of certificates
  await app.evaluate(
    ({ dialog }, folders) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folders.shift() ?? ''] });
    },
    [share, out],
  );
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('view.archive')?.click());
  await at(page, 'archive-tab-watch').click();
  await at(page, 'watch-form').waitFor();
  expect(await at(page, 'watch-switch').isDisabled()).toBe(true);
  await at(page, 'watch-name').fill('Aria');
  await at(page, 'watch-files').fill('*.fcs');
  await at(page, 'watch-named').fill('{lot}_d{day}');
  await at(page, 'watch-writes').check();
  await picture(page, `watch-form-${language}`);
  await at(page, 'watch-add').click();
  await at(page, 'watch-rule-Aria').waitFor();
  await at(page, 'watch-switch').click();
  await page.locator('[data-testid="watch-state"]', { hasText: language === 'ja' ? '起動中' : 'while this program runs' }).waitFor();
  copyFileSync(sampleFile('simulated-expanded-nk.fcs'), path.join(share, 'B7_d14.fcs'));
  const row = page.locator('[data-testid^="verdict-"]', { hasText: 'B7_d14.fcs' });
  await row.waitFor();
  expect(await row.getAttribute('data-verdict')).toBe('look');
  await picture(page, `watch-${language}`);
  expect((await readdir(out)).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  expect(existsSync(path.join(out, 'Aria.csv'))).toBe(true);
  expect(await page.locator('[data-testid^="verdict-"]').count()).toBe(1); // what was there before the rule is left alone
  await at(page, 'watch-switch').click();
  await page.locator('[data-testid="watch-switch"]', { hasText: language === 'ja' ? '開始' : 'Start' }).waitFor();
  await at(page, 'watch-remove-Aria').click();
  await at(page, 'watch-rule-Aria').waitFor({ state: 'detached' });
  expect(running.complaints).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
