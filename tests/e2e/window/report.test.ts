import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BridgeFile } from '../../../core/contract/bridge.ts';
import { bridgeValue, callBridge } from '../../electron/page.ts';
import { at, openByDialog, sampleRow } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const samples = path.resolve('test-data', 'samples');
const names = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-gamma-delta-t.fcs'];

let folder: string;
let running: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-report-'));
  running = await launchApp();
  await openByDialog(
    running,
    names.map((name) => path.join(samples, name)),
  );
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const textOf = (pdf: string): string => spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' }).stdout;
const pagesOf = (pdf: string): number => textOf(pdf).split('\f').length - 1;

async function write(file: string): Promise<void> {
  await answerSaveDialog(running, file);
  await at(running.page, 'report-write').click();
  await at(running.page, 'report-done').waitFor({ timeout: 60_000 });
  expect(await at(running.page, 'report-done').innerText()).toContain(path.basename(file));
}

it('asks of which samples: the shown one unless somebody chooses others', async () => {
  const { page } = running;
  await sampleRow(page, 1).click();
  await at(page, 'export-pdf').click();
  expect(await at(page, 'report-sample-0').isChecked()).toBe(false);
  expect(await at(page, 'report-sample-1').isChecked()).toBe(true);
  const one = path.join(folder, 'one.pdf');
  await write(one);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  await at(page, 'report-all').click();
  const all = path.join(folder, 'all.pdf');
  await write(all);
  await page.keyboard.press('Escape');
  expect(pagesOf(all)).toBeGreaterThan(2 * pagesOf(one));
});

it('holds the parts that were asked for', async () => {
  const { page } = running;
  await page.keyboard.press('Control+p');
  for (const annex of ['gates', 'populations', 'call', 'findings']) await at(page, `report-${annex}`).uncheck();
  const bare = path.join(folder, 'bare.pdf');
  await write(bare);
  await page.keyboard.press('Escape');
  expect(textOf(bare)).not.toMatch(/Annex \d ·/);
  await page.keyboard.press('Control+p');
  await at(page, 'report-certificate').uncheck();
  expect(await at(page, 'report-write').isDisabled()).toBe(true);
  await at(page, 'report-record').check();
  const record = path.join(folder, 'record.pdf');
  await write(record);
  expect(textOf(record)).toContain('Analysis record');
  expect(textOf(record)).not.toContain('Signatures');
});

it('leads to the file, and opens nothing else', async () => {
  const { page, app } = running;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = async (file) => {
      opened.push(`open ${file}`);
      return '';
    };
    shell.showItemInFolder = (file) => void opened.push(`show ${file}`);
  });
  await at(page, 'report-open').click();
  await at(page, 'report-reveal').click();
  const record = path.join(folder, 'record.pdf');
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([`open ${record}`, `show ${record}`]);
  const [sample] = await bridgeValue<BridgeFile[]>(page, 'sampleFiles');
  expect(await callBridge(page, 'openReport', sample?.token)).toMatchObject({ ok: false, problem: { code: 'not-a-report' } });
  await page.keyboard.press('Escape');
});

it('is given up while samples are analysed, and leaves no file', async () => {
  const { page } = running;
  await page.keyboard.press('Control+p');
  await at(page, 'report-all').click();
  const given = path.join(folder, 'given-up.pdf');
  await answerSaveDialog(running, given);
  await at(page, 'report-write').click();
  await at(page, 'report-cancel').click({ timeout: 5000 });
  await at(page, 'report').waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  expect(existsSync(given)).toBe(false);
  expect(running.complaints).toEqual([]);
});
