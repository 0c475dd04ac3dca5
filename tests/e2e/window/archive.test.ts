import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, drag, openByDialog, quiet } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const samples = path.resolve(import.meta.dirname, '../../../test-data/samples');
const names = [
  'simulated-cik.fcs',
  'simulated-expanded-nk.fcs',
  'simulated-lak-3-day.fcs',
  'simulated-resting-blood.fcs',
  'simulated-general-method.fcs',
];

let folder = '';
let running: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-archive-window-'));
  for (const name of names) await copyFile(path.join(samples, name), path.join(folder, name));
  await writeFile(path.join(folder, '壊れた.fcs'), 'no flow cytometry, but long enough to hold a header if it were one, which it is not');
  running = await launchApp();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const idle = () => running.page.locator('[data-testid="archive"][data-busy="false"]').waitFor({ timeout: 90_000 });

/** Only where somebody wants to look at them. */
async function picture(name: string): Promise<void> {
  const to = process.env['LYMPHO_PICTURES'];
  if (to !== undefined) await running.page.screenshot({ path: path.join(to, `archive-${name}.png`) });
}

async function finishBatch(number: number): Promise<void> {
  await running.page.locator(`[data-testid="batch-${number}"][data-state="finished"]`).waitFor({ timeout: 90_000 });
  await idle();
}

describe('the archive in the window', () => {
  it('needs no set-up: a folder is imported, what cannot be read is named', async () => {
    const { page } = running;
    await at(page, 'open-archive').click();
    await at(page, 'archive-empty').waitFor();
    await answerOpenDialog(running, [folder]);
    await at(page, 'import-folder').click();
    await at(page, 'archive-runs').waitFor({ timeout: 60_000 });
    expect(await at(page, 'runs-found').getAttribute('data-total')).toBe('5');
    expect(await at(page, 'imported').innerText()).toContain('壊れた.fcs');
  });

  it('finds runs and keeps a query', async () => {
    const { page } = running;
    await at(page, 'archive-query').fill('day>=14');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="runs-found"][data-total="3"]').waitFor();
    await at(page, 'kept-queries').click();
    await page.getByText('Keep this query…').click();
    await at(page, 'query-name').fill('old ones');
    await page.keyboard.press('Enter');
    await at(page, 'archive-query').fill('');
    await page.locator('[data-testid="runs-found"][data-total="5"]').waitFor();
    await at(page, 'kept-queries').click();
    await page.getByText('old ones', { exact: true }).click();
    await page.locator('[data-testid="runs-found"][data-total="3"]').waitFor();
    await at(page, 'archive-query').fill('foo=1');
    await page.keyboard.press('Enter');
    await page.getByText('The query is not understood').waitFor();
    await at(page, 'archive-query').fill('');
    await page.locator('[data-testid="runs-found"][data-total="5"]').waitFor();
  });

  it('gates them as a batch', async () => {
    const { page } = running;
    await at(page, 'leave-archive').click();
    await openByDialog(running, [path.join(folder, 'simulated-cik.fcs')]);
    await at(page, 'tool-rectangle').click();
    await drag(page, '', [0.1, 0.05], [0.6, 0.5]);
    await at(page, 'name-gate').fill('Box');
    await page.keyboard.press('Enter');
    await quiet(page);
    await at(page, 'centre-archive').click();
    await idle();
    await picture('runs');
    await at(page, 'gate-again').click();
    await finishBatch(1);
    expect(await at(page, 'batch-1').getAttribute('data-done')).toBe('5');
    await at(page, 'archive-tab-runs').click();
    await page.getByText('Expanded NK').waitFor();
  });

  it('shows what a changed protocol changes, and lets it be accepted with a reason', async () => {
    const { page } = running;
    await at(page, 'leave-archive').click();
    await quiet(page);
    await drag(page, '', [0.3, 0.3], [0.4, 0.36]);
    await quiet(page);
    await at(page, 'centre-archive').click();
    await idle();
    await at(page, 'archive-tab-runs').click();
    await at(page, 'gate-again').click();
    await finishBatch(2);
    await at(page, 'changes-2').click();
    await at(page, 'changes').waitFor();
    await idle();
    await picture('changes');
    expect(Number(await at(page, 'changed-runs').getAttribute('data-count'))).toBe(5);
    await at(page, 'decision-reason').fill('doublets are wanted in this study');
    await at(page, 'accept-batch').click();
    await at(page, 'decision-2').waitFor();
    expect(await at(page, 'decision-2').getAttribute('data-kind')).toBe('accept');
    expect(await at(page, 'decision-2').innerText()).toContain('doublets are wanted');
  });

  it('hands over a report and a table', async () => {
    const { page } = running;
    await at(page, 'archive-tab-batches').click();
    await picture('batches');
    const pdf = path.join(folder, 'batch.pdf');
    await answerSaveDialog(running, pdf);
    await at(page, 'report-2').click();
    await idle();
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    await answerSaveDialog(running, path.join(folder, 'results'));
    await at(page, 'table-2').click();
    await idle();
    expect((await stat(path.join(folder, 'results.xlsx'))).size).toBeGreaterThan(5000);
  });

  it('takes the acceptance back with a reason', async () => {
    const { page } = running;
    await at(page, 'archive-tab-decisions').click();
    await at(page, 'roll-back-2').click();
    await at(page, 'roll-back-reason').fill('not agreed after all');
    await at(page, 'roll-back-now').click();
    await at(page, 'decision-3').waitFor();
    await picture('decisions');
    expect(await at(page, 'decision-3').getAttribute('data-kind')).toBe('roll-back');
    expect(running.complaints).toEqual([]);
  });
});
