import { copyFileSync, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { at, drag, drawPolygon, openByDialog, quiet, shownCount } from './gestures.ts';
import { answerSaveDialog, launchApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');
const corners = [
  [0.3, 0.2],
  [0.8, 0.2],
  [0.6, 0.7],
] as const;

it.each(['en', 'ja'] as const)('tells what was changed from what to what, and goes back to any point (%s)', async (language) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-history-'));
  const running = await launchApp({ language });
  const { page } = running;
  await openByDialog(running, [sample]);
  await drawPolygon(page, '', corners, 'Drawn');
  const drawn = await shownCount(page, 'Drawn');
  await drag(page, '', [0.57, 0.35], [0.45, 0.3]);
  await quiet(page);
  const moved = await shownCount(page, 'Drawn');
  expect(moved).not.toBe(drawn);
  await page.keyboard.press('Control+k');
  await at(page, 'palette-search').fill('監査');
  await page.keyboard.press('Enter');
  const acts = at(page, 'audit-act');
  await acts.first().waitFor();
  // the newest first: the gate by its name, with its corners before and after
  const newest = await acts.first().locator('td').allInnerTexts();
  expect(newest[3]).toBe('Drawn');
  for (const value of newest.slice(4, 6)) expect(value).toMatch(/FSC\S* [\d.,]+–[\d.,]+/);
  expect(newest[4]).not.toBe(newest[5]);
  const all = await acts.count();
  await at(page, 'audit-search').fill('Drawn');
  await expect.poll(() => acts.count()).toBe(2);
  if (process.env['PICTURES'] !== undefined) await page.screenshot({ path: path.join(process.env['PICTURES'], `history-${language}.png`) });
  const pdf = path.join(folder, 'audit.pdf');
  await answerSaveDialog(running, pdf);
  await at(page, 'audit-pdf').click();
  await expect.poll(() => existsSync(pdf), { timeout: 20_000 }).toBe(true);
  if (process.env['PICTURES'] !== undefined) copyFileSync(pdf, path.join(process.env['PICTURES'], `history-${language}.pdf`));
  // the second newest: the gate as it was drawn
  await acts.nth(1).locator('[data-testid="audit-go"]').click();
  await at(page, 'audit-search').fill('');
  await expect.poll(() => acts.count()).toBe(all + 1);
  expect(await at(page, 'audit-go').first().innerText()).toBe(language === 'ja' ? 'ここまで進める' : 'Forward to here');
  await page.keyboard.press('Escape');
  await quiet(page);
  expect(await shownCount(page, 'Drawn')).toBe(drawn);
  await page.keyboard.press('Control+y');
  await quiet(page);
  expect(await shownCount(page, 'Drawn')).toBe(moved);
  expect(running.complaints).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});
