import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeEvents } from '../../../headless/archive/ledger.ts';
import { writeObservations } from '../../../headless/archive/observations.ts';
import { openArchive } from '../../../headless/archive/open-archive.ts';
import { simulateCourse } from '../../../test-data/simulate-course.ts';
import { at } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

/* The time line of a donor. LYMPHO_PICTURES names a folder for pictures of it. */

const simulated = [
  simulateCourse({ donor: 'SIM-D1', seed: 1 }),
  simulateCourse({ donor: 'SIM-D2', seed: 1, changesRatio: true, courses: 2 }),
];
let folder: string;
let running: RunningApp;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-course-'));
  const { db, close } = await openArchive(path.join(folder, 'archive.db'), { create: true });
  for (const { events, observations } of simulated) {
    await writeEvents(db, events, { at: '2026-12-01T00:00:00Z', today: '2026-12-01' });
    await writeObservations(db, observations, '2026-12-01T00:00:00Z');
  }
  await close();
}, 120_000);
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function picture(page: Page, name: string): Promise<void> {
  const pictures = process.env['LYMPHO_PICTURES'];
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

const spanOf = async (page: Page): Promise<number> => {
  const stage = at(page, 'course-stage');
  return Number(await stage.getAttribute('data-to')) - Number(await stage.getAttribute('data-from'));
};

it('answers by keys alone what the peak fever after the seventh dose was, and the NK activity before it', {
  timeout: 120_000,
}, async () => {
  running = await launchApp({ language: 'ja', userFolder: folder });
  const { page, app } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await at(page, 'open-files').waitFor();
  await page.keyboard.press('Control+k');
  await at(page, 'palette-search').waitFor();
  await page.keyboard.insertText('経過を表示');
  await page.keyboard.press('Enter');
  await at(page, 'course-read').waitFor();
  const isThere = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['testid'] === 'course-stage');
  for (let tabs = 0; tabs < 60 && !(await isThere()); tabs++) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
  await page.keyboard.press('Home');
  const seventh = simulated[0]!.truth[6]!;
  const read = at(page, 'course-read');
  for (let n = 1; n <= 7; n++) {
    await page.keyboard.press('PageDown');
    await expect.poll(() => read.innerText()).toContain(`${n}回目の投与`);
  }
  const said = await read.innerText();
  expect(said).toContain(seventh.dose);
  expect(said).toContain(`${seventh.peak!.toFixed(1)} °C`);
  expect(said).toContain(String(seventh.nkBefore));
  await expect.poll(() => at(page, 'spoken').first().innerText()).toContain(seventh.dose);

  // from years to hours and back, by keys, by the wheel, by what is typed
  const whole = await spanOf(page);
  expect(whole).toBeGreaterThan(600);
  for (let i = 0; i < 12; i++) await page.keyboard.press('+');
  await expect.poll(() => spanOf(page)).toBeLessThan(0.5);
  await page.keyboard.press('0');
  await expect.poll(() => spanOf(page)).toBe(whole);
  const box = (await at(page, 'course-stage').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.mouse.wheel(0, -100);
  await expect.poll(() => spanOf(page)).toBeCloseTo(whole * 0.8, 6);
  await at(page, 'course-from').fill('令和6年6月3日');
  await at(page, 'course-to').fill('2024-07-20');
  await page.keyboard.press('Enter');
  await expect.poll(() => spanOf(page)).toBe(48);
  await picture(page, 'course-zoomed-ja');
  await at(page, 'course-all').click();
  await at(page, 'course-dates-era').click();
  await expect.poll(() => at(page, 'course-read').innerText()).toContain('R6.');
  await expect.poll(() => at(page, 'course-panel-table').count(), { timeout: 20_000 }).toBe(6);

  // what is shown and in which order is the person's, and stays so
  await at(page, 'course-parts').locator('summary').click();
  await at(page, 'course-up-1').click();
  await at(page, 'course-parts').locator('input').nth(2).click();
  await expect.poll(() => at(page, 'course-panel-table').count()).toBe(5);
  await expect.poll(() => at(page, 'course-stage').getAttribute('data-parts')).toMatch(/^NK活性/);
  await picture(page, 'course-parts-ja');
  await page.evaluate(axe.source);
  const broken = await page.evaluate(async () => {
    const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
    return (await run('[data-testid="course"]')).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`);
  });
  expect(broken).toEqual([]);

  // a laboratory that changed its E:T: two panels
  await at(page, 'course-donor').click();
  await page.getByRole('option', { name: 'SIM-D2', exact: true }).click();
  await expect.poll(() => at(page, 'course-read').innerText(), { timeout: 20_000 }).toContain('10:1');
  await picture(page, 'course-two-ja');

  // a fever sheet: columns told once, each doubt with its row and column, the good ones only where a person says so
  const sheet = path.join(folder, 'sheet.csv');
  await writeFile(
    sheet,
    ['日付,時刻,体温,CRP', '令和8年6月1日,9:00,36.6,<0.05', '2026/6/1,12:00,98.6,', '2026/6/1,15:00,38.2,1.2'].join('\n'),
  );
  await answerOpenDialog(running, [sheet]);
  await at(page, 'import-open').click();
  await at(page, 'import-columns').waitFor();
  const hold = async (column: number, name: string) => {
    await at(page, `import-column-${column}`).click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await hold(0, '行の日付');
  await hold(1, '行の時刻');
  await hold(2, '体温');
  await hold(3, 'CRP');
  await expect.poll(() => at(page, 'import-found').innerText()).toBe('取り込み可能 4件、要確認 1件');
  expect(await at(page, 'import-doubts').innerText()).toMatch(/3\s+体温\s+.*華氏.*course-fahrenheit/);
  expect(await at(page, 'import-take').isDisabled()).toBe(true);
  await at(page, 'import-name').fill('病棟の体温表');
  await at(page, 'import-keep').click();
  await page.locator('[data-testid="status"]', { hasText: '病棟の体温表' }).waitFor();
  await picture(page, 'course-import-ja');
  await at(page, 'import-good').click();
  await at(page, 'import-take').click();
  await page.locator('[data-testid="status"]', { hasText: '4件を追加しました' }).waitFor();
  await expect.poll(() => at(page, 'course-document').innerText(), { timeout: 20_000 }).toContain('sheet.csv, 4');
  // what leaves is logged, with its dates moved
  const out = path.join(folder, 'out.csv');
  await answerSaveDialog(running, out);
  await at(page, 'export-shift').click();
  await at(page, 'course-table').click();
  await page.locator('[data-testid="status"]', { hasText: 'out.csv' }).waitFor();
  const written = await readFile(out, 'utf8');
  expect(written).not.toContain('2024-06-02');
  expect(written).not.toContain('sheet.csv');
  expect(running.complaints).toEqual([]);
});
