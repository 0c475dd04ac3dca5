import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { type AtlOrder, simulateAtl } from '../../../test-data/simulate-atl.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

/* Residual leukaemic cells in the window. LYMPHO_PICTURES names a folder for pictures of them. */

let folder: string;
let running: RunningApp | undefined;
const files: string[] = [];
const truths = new Map<string, number>();

async function tube(name: string, order: Omit<AtlOrder, 'events'>, role?: string): Promise<void> {
  const { content, truth } = simulateAtl({ events: 130_000, ...order });
  const said = content.map((one) => ({
    ...one,
    keywords: new Map([...(one.keywords ?? []), ...(role === undefined ? [] : [['LYMPHOSCOPE ROLE', role] as const])]),
  }));
  const file = path.join(folder, name);
  await writeFile(file, encodeFcs(said));
  files.push(file);
  truths.set(name, truth.residual);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-residual-'));
  const lot = { lot: 'SIM-ATL-1' };
  await tube('day0.fcs', { culture: 'resting-blood', seed: 1, residual: 5e-3, day: 0, ...lot });
  await tube('day7.fcs', { culture: 'lak-3-day', seed: 2, residual: 1e-3, day: 7, ...lot });
  await tube('day14.fcs', { culture: 'expanded-nk', seed: 3, residual: 0, day: 14, ...lot });
  await tube('blank.fcs', { culture: 'expanded-nk', seed: 4, residual: 0, lot: 'SIM-BLANK' }, 'blank');
}, 120_000);
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function picture(page: Page, name: string, scroll?: string): Promise<void> {
  const pictures = process.env['LYMPHO_PICTURES'];
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  if (scroll !== undefined)
    await at(page, scroll).evaluate((element) =>
      element.matches('.page') ? element.scrollTo(0, 0) : element.scrollIntoView({ block: 'start' }),
    );
  await quiet(page);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

const cellsOf = { 0: '5e7', 7: '2e8', 14: '1e9' } as const;

describe('residual leukaemic cells', () => {
  it.each(['ja', 'en'] as const)('are followed over a lot, day by day, to a PDF (%s)', { timeout: 240_000 }, async (language) => {
    running = await launchApp({ language });
    const { page, app } = running;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await at(page, 'theme').click();
    await at(page, language === 'ja' ? 'theme-dark' : 'theme-light').click();
    await page.keyboard.press('Control+9');
    await at(page, 'residual-no-plan').waitFor();
    await page.keyboard.press('Control+1');
    await openByDialog(running, files);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('edit.protocol')?.click());
    await at(page, 'protocol-atl-product').click();
    await quiet(page);
    await at(page, 'centre-residual').click();
    const found = at(page, 'residual-found');
    await found.waitFor({ timeout: 120_000 });
    for (const [day, cells] of Object.entries(cellsOf)) {
      await at(page, `residual-day-${day}`).click();
      await at(page, 'residual-cells').fill(cells);
      await at(page, 'residual-cells').press('Enter');
      await expect.poll(() => found.getAttribute('data-stale'), { timeout: 60_000 }).toBe('false');
      await quiet(page);
    }
    expect(await found.getAttribute('data-stale')).toBe('false');
    expect(await found.getAttribute('data-days')).toBe('3');
    const course = await at(page, 'residual-course').innerText();
    expect(course).toContain(language === 'ja' ? '個の残存細胞を否定できません' : 'cannot be excluded');
    // the day with cells: as many as were put in
    await at(page, 'residual-day-7').click();
    await page.waitForFunction(
      () =>
        document.querySelectorAll(
          '[data-testid="residual-day"] svg.document-figure image, [data-testid="residual-day"] svg.document-figure path',
        ).length > 20,
    );
    const day = await at(page, 'residual-day').innerText();
    const counted = Number(/(\d+)\s+([\d,]+)/.exec(day.slice(day.indexOf('day7.fcs')))?.[1] ?? 'NaN');
    expect(Math.abs(counted - (truths.get('day7.fcs') ?? 0))).toBeLessThanOrEqual(6);
    const look = language === 'ja' ? 'dark' : 'light';
    await picture(page, `residual-course-${language}-${look}`, 'residual');
    await picture(page, `residual-day-${language}-${look}`, 'residual-day');
    const out = path.join(folder, `course-${language}.pdf`);
    await answerSaveDialog(running, out);
    await at(page, 'residual-pdf').click();
    await page.locator('[data-testid="status"]', { hasText: path.basename(out) }).waitFor({ timeout: 60_000 });
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
    const dayOut = path.join(folder, `day-${language}.pdf`);
    await answerSaveDialog(running, dayOut);
    await at(page, 'residual-day-pdf').click();
    await page.locator('[data-testid="status"]', { hasText: path.basename(dayOut) }).waitFor({ timeout: 60_000 });
    // a plan of the laboratory's own: with a limit that so few events cannot exclude, nothing is told, and what was counted stays
    const own = path.join(folder, 'own-plan.json');
    const { residual } = JSON.parse(await readFile(path.join('core', 'study', 'protocol', 'atl-product.json'), 'utf8'));
    await writeFile(own, JSON.stringify({ ...residual, name: 'Own', title: undefined, revision: 4, limit: 1e-6, cellsCv: 0.1 }));
    await answerOpenDialog(running, [own]);
    await at(page, 'residual-load-plan').click();
    await page.getByText(language === 'ja' ? 'Own(第4版)' : 'Own, revision 4').waitFor({ timeout: 60_000 });
    expect(await at(page, 'residual-course').innerText()).toContain(language === 'ja' ? '判定不能' : 'inconclusive');
    await page.keyboard.press('Control+z');
    await expect.poll(() => found.getAttribute('data-stale'), { timeout: 60_000 }).toBe('false');
    // an archive without such results says so; kept there, they are the same
    await at(page, 'residual-archive').click();
    await page.getByText(language === 'ja' ? 'アーカイブに残存細胞の結果がありません' : 'The archive keeps no result').waitFor();
    await at(page, 'residual-session').click();
    const counts = async () => (await at(page, 'residual-course').locator('tbody').allInnerTexts()).join('\n');
    const inSession = await counts();
    await at(page, 'residual-keep').click();
    await page.locator('[data-testid="status"]', { hasText: language === 'ja' ? '3件' : 'archive: 3' }).waitFor();
    await at(page, 'residual-archive').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="residual-keep"]') === null);
    await at(page, 'residual-course').waitFor();
    expect(await counts()).toBe(inSession);
    await picture(page, `residual-archive-${language}-${look}`, 'residual');
    expect(running.complaints).toEqual([]);
    const keep = process.env['LYMPHO_PICTURES'];
    if (keep !== undefined) for (const file of [out, dayOut]) await writeFile(path.join(keep, path.basename(file)), await readFile(file));
  });
});
