import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, runCli, sampleFile } from '../../cli/run-cli.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const files = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-gamma-delta-t.fcs', 'simulated-general-method.fcs'];
const nk = 'Singlets/Live/Lymphocytes/NK';
let running: RunningApp;
let folder: string;
let counts: ReadonlyMap<string, { readonly count: number; readonly percent: number }>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-statistics-'));
  running = await launchApp();
  await openByDialog(running, files.map(sampleFile));
  await quiet(running.page);
  counts = new Map(
    files.map((name) => {
      const one = jsonOf(runCli(['analyse', sampleFile(name), '--json'])).files[0]?.populations.find(({ path: known }) => known === nk);
      return [name, { count: one!.count, percent: one!.percentOfParent! }];
    }),
  );
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = () => running.page.locator('[data-testid^="statistics-row-"]');
const column = (statistic: string) => JSON.stringify([nk, statistic]);
/** What a column shows, from the first row down. */
async function shown(statistic: string): Promise<readonly string[]> {
  const heads = await running.page
    .locator('[data-testid^="statistics-head-"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-testid')));
  const place = heads.indexOf(`statistics-head-${column(statistic)}`);
  return rows().evaluateAll((all, i) => all.map((row) => row.children[i]?.textContent ?? ''), place);
}

describe('the table of all samples', () => {
  it('shows what the command line counts, sorted as is asked', async () => {
    const { page } = running;
    await page.keyboard.press('Control+t');
    await at(page, 'statistics-table').waitFor();
    expect(await rows().count()).toBe(4);
    const head = page.locator(`[data-testid='statistics-head-${column('count')}']`);
    await head.click();
    const most = [...counts.values()].map(({ count }) => count).sort((a, b) => b - a);
    expect(await shown('count')).toEqual(most.map((count) => count.toLocaleString('en')));
    await head.click();
    expect(await shown('count')).toEqual(most.toReversed().map((count) => count.toLocaleString('en')));
    const percents = [...counts.values()].toSorted((a, b) => a.count - b.count).map(({ percent }) => Number(percent.toPrecision(3)));
    expect((await shown('percent-of-parent')).map(Number)).toEqual(percents);
    if (process.env['LYMPHO_PICTURES']) await page.screenshot({ path: path.join(process.env['LYMPHO_PICTURES'], 'statistics.png') });
  });

  it('is filtered, and shows other statistics of other populations', async () => {
    const { page } = running;
    await at(page, 'statistics-filter').fill('cik');
    await expect.poll(() => rows().count()).toBe(1);
    expect(await at(page, 'statistics-shown').innerText()).toBe('1 of 4 samples');
    await at(page, 'statistics-filter').fill('');
    await at(page, 'statistics-choose').click();
    await at(page, 'statistic-percent-of:Singlets').check();
    await expect.poll(async () => (await shown('percent-of:Singlets')).length).toBe(4);
    const [first] = await shown('percent-of:Singlets');
    expect(Number(first)).toBeGreaterThan(0);
  });

  it('says while its numbers are of before, and lets none of them out', async () => {
    const { page } = running;
    const seen = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const look = () => {
            const isOld = document.querySelector('[data-testid^="statistics-row-"].stale') !== null;
            const isShut = document.querySelector<HTMLButtonElement>('[data-testid="statistics-export"]')?.disabled === true;
            if (isOld && isShut) resolve(true);
          };
          new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, childList: true });
          setTimeout(() => resolve(false), 20_000);
        }),
    );
    await page.locator(`[data-testid="population-${nk}"]`).click();
    await page.keyboard.press('F2');
    await page.keyboard.type('Killers');
    await page.keyboard.press('Enter');
    expect(await seen).toBe(true);
    await quiet(page);
    await page.keyboard.press('Control+z');
    await quiet(page);
    await expect.poll(() => page.locator('[data-testid^="statistics-row-"].stale').count()).toBe(0);
  });

  it('leaves as CSV in full precision, to the clipboard as it is read', async () => {
    const { page } = running;
    const file = path.join(folder, 'table.csv');
    await answerSaveDialog(running, file);
    await at(page, 'statistics-export').click();
    await page.locator('[data-testid="status"]', { hasText: 'table.csv' }).waitFor();
    const text = await readFile(file, 'utf8');
    for (const { percent } of counts.values()) expect(text).toContain(String(percent));
    await at(page, 'statistics-copy').click();
    await page.locator('[data-testid="status"]', { hasText: 'clipboard' }).waitFor();
    const copied = await running.app.evaluate(({ clipboard }) => (clipboard as unknown as { readonly readText: () => string }).readText());
    expect(copied.split('\r\n')).toHaveLength(5);
    expect(copied).toContain('simulated-cik.fcs\t');
    // no separators of thousands: another locale would take them for decimals
    for (const { count } of counts.values()) expect(copied).toContain(`\t${count}\t`);
    const xlsx = path.join(folder, 'table.xlsx');
    await answerSaveDialog(running, xlsx);
    await at(page, 'statistics-export').click();
    await page.locator('[data-testid="status"]', { hasText: 'table.xlsx' }).waitFor();
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
  });
});
