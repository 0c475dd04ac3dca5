import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, runCli, sampleFile } from '../../cli/run-cli.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const files = ['simulated-expanded-nk.fcs', 'simulated-cik.fcs', 'simulated-gamma-delta-t.fcs'].map(sampleFile);
let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-layout-'));
  running = await launchApp();
  await openByDialog(running, files);
  await quiet(running.page);
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const ready = () => running.page.locator('[data-testid="layout-paper"][data-ready="true"]').waitFor();
const pictures = process.env['LYMPHO_PICTURES'];
const picture = async (name: string) => {
  if (pictures) await running.page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

/** The texts of a PDF, page by page. */
const textsOf = (file: string): readonly string[] =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);

describe('a layout', () => {
  it('begins with the plots of the window, a page for each sample', async () => {
    const { page } = running;
    await page.keyboard.press('Control+7');
    await at(page, 'layout-new').click();
    await ready();
    expect(await at(page, 'layout-page-number').innerText()).toBe('1 of 3');
    await picture('layout-first');
    await at(page, 'layout-next').click();
    await ready();
    expect(await at(page, 'layout-page-number').innerText()).toBe('2 of 3');
  });

  it('is arranged by hand and by keys, and with text', async () => {
    const { page } = running;
    const first = at(page, 'layout-item 2');
    const before = await first.boundingBox();
    await first.click();
    await first.press('ArrowRight');
    const after = await first.boundingBox();
    expect(after!.x).toBeGreaterThan(before!.x + 40);
    await first.press('ArrowLeft');
    await at(page, 'layout-item 1').click();
    await at(page, 'layout-item-text').fill('Lot {lot}, page {page}/{pages}');
    await ready();
    await at(page, 'layout-add').click();
    await at(page, 'layout-add-legend').click();
    await at(page, 'layout-item 7').waitFor();
    await picture('layout-arranged');
  });

  it('leaves as PDF with the numbers of the command line, and as PNG', async () => {
    const { page } = running;
    const file = path.join(folder, 'pages.pdf');
    await answerSaveDialog(running, file);
    await at(page, 'layout-pdf').click();
    await page.locator('[data-testid="status"]', { hasText: 'pages.pdf' }).waitFor();
    const pages = textsOf(file);
    expect(pages).toHaveLength(3);
    for (const [i, sample] of files.entries()) {
      const analysed = jsonOf(runCli(['analyse', sample, '--json'])).files[0];
      const nk = analysed?.populations.find(({ path: known }) => known.endsWith('/NK'));
      expect(pages[i]).toContain(nk!.count.toLocaleString('en'));
      expect(pages[i]).toContain(`page ${i + 1}/3`);
    }
    const png = path.join(folder, 'page.png');
    await answerSaveDialog(running, png);
    await at(page, 'layout-more').click();
    await at(page, 'layout-png').click();
    await page.locator('[data-testid="status"]', { hasText: 'page.png' }).waitFor();
    expect((await readFile(png)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('is kept with the session, and as a template for others', async () => {
    const { page } = running;
    const template = path.join(folder, 'mine.layout.json');
    await answerSaveDialog(running, template);
    await at(page, 'layout-more').click();
    await at(page, 'layout-save').click();
    await page.locator('[data-testid="status"]', { hasText: 'mine.layout.json' }).waitFor();
    await answerOpenDialog(running, [template]);
    await at(page, 'layout-more').click();
    await at(page, 'layout-open').click();
    await at(page, 'layout-choose').filter({ hasText: 'Layout 1 2' }).waitFor();
    const session = path.join(folder, 'kept.lymphoscope');
    await answerSaveDialog(running, session);
    await page.keyboard.press('Control+s');
    await page.locator('[data-testid="status"], .title-bar', { hasText: 'kept' }).first().waitFor();
    await expect.poll(async () => readFile(session, 'utf8').catch(() => '')).toContain('lymphoscope-layout');
    expect((await readFile(session, 'utf8')).match(/lymphoscope-layout/g)).toHaveLength(2);
    await answerOpenDialog(running, [session]);
    await page.keyboard.press('Control+Shift+O');
    await quiet(page);
    await page.keyboard.press('Control+7');
    await ready();
    expect(await at(page, 'layout-choose').innerText()).toContain('Layout 1');
  });

  it('has a page for each lot, of which items show one sample', async () => {
    const { page } = running;
    await at(page, 'layout-repeat').click();
    await at(page, 'menu-once').click();
    await ready();
    expect(await at(page, 'layout-page-number').innerText()).toBe('1 of 1');
    await at(page, 'layout-item 3').click();
    await at(page, 'layout-item-sample').fill('2');
    await at(page, 'layout-item-sample').press('Enter');
    await ready();
    await picture('layout-all');
  });
});
