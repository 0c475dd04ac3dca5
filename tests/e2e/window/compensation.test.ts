import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMatrixFile } from '../../../core/exchange/formats/matrix-file.ts';
import { runCli, sampleFile } from '../../cli/run-cli.ts';
import { corpusFile, hasShared } from '../../shared-data.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const tube = (n: number): string => corpusFile(`RGLab-flowCore/060909.00${n}`);
const pictures = process.env['LYMPHO_PICTURES'];

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-compensation-'));
  running = await launchApp();
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const command = (id: string) => running.app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id);
const picture = async (name: string) => {
  if (pictures !== undefined) await running.page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

describe.runIf(hasShared)('compensation from single stains', () => {
  it('tubes are recognised, gates moved, and the matrix is that of the command line', { timeout: 90_000 }, async () => {
    const { page, app } = running;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await openByDialog(running, [1, 2, 3, 4, 5].map(tube));
    await quiet(page);
    await command('compensation.from-controls');
    const use = page.locator('[data-testid="controls-use"]:not([disabled])');
    await use.waitFor();
    await at(page, 'controls-histogram').waitFor();
    await picture('controls');
    // by keys: the positive gate begins higher, so fewer events are positive
    const before = await at(page, 'controls-positives-FL1-H').innerText();
    await at(page, 'controls-handle-positive-min').focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid="controls-positives-FL1-H"]:not(.stale)')?.textContent !== old,
      before,
    );
    await use.waitFor();
    await picture('controls-moved');
    await at(page, 'controls-positive-auto').click();
    await page.waitForFunction(
      (old) => document.querySelector('[data-testid="controls-positives-FL1-H"]:not(.stale)')?.textContent === old,
      before,
    );
    await at(page, 'controls-name').fill('FACSCalibur 2006');
    await page.keyboard.press('Enter');
    await use.click();
    await at(page, 'compensation').waitFor();
    await page.locator('[data-testid="compensation"]', { hasText: 'FACSCalibur 2006' }).waitFor();
    await picture('controls-used');
    const written = path.join(folder, 'window.csv');
    await answerSaveDialog(running, written);
    await at(page, 'matrix-export').click();
    await page.locator('[data-testid="status"]', { hasText: 'window.csv' }).waitFor();
    const cli = path.join(folder, 'cli.csv');
    const run = runCli([
      'spillover',
      `FL1-H=${tube(2)}`,
      `FL2-H=${tube(3)}`,
      `FL3-H=${tube(5)}`,
      `FL4-H=${tube(4)}`,
      '--unstained',
      tube(1),
      '--out',
      cli,
    ]);
    expect(run.code).toBe(0);
    expect(readMatrixFile(await readFile(written, 'utf8')).matrix).toEqual(readMatrixFile(await readFile(cli, 'utf8')).matrix);
    await at(page, 'show-pairs').click();
    await page.locator('[data-testid="pairs"][data-ready="true"]').waitFor();
    await at(page, 'pairs-pictures').focus();
    // over the diagonal
    await page.keyboard.press('ArrowDown');
    expect(await at(page, 'pairs-pictures').getAttribute('aria-label')).toBe('Pair FL3-H across, FL2-H upwards');
    await at(page, 'pair-plot').waitFor();
    await picture('pairs');
    await at(page, 'compensation-file').click();
    await page.keyboard.press('Escape');
    expect(running.complaints).toEqual([]);
  });
});

describe('events of a population', () => {
  it('leave the window as a table with one row an event', { timeout: 60_000 }, async () => {
    const { page } = running;
    await openByDialog(running, [sampleFile('simulated-expanded-nk.fcs')]);
    await page.locator('[data-testid^="sample-row-"]', { hasText: 'expanded-nk' }).click();
    await quiet(page);
    const nk = page.locator('[data-testid^="population-"][data-testid$="/NK"]');
    await nk.click();
    const count = Number((await nk.innerText()).match(/\n([\d,]+)\s/)?.[1]?.replaceAll(',', ''));
    await command('population.export-events');
    await at(page, 'events-csv').click();
    await at(page, 'events-compensated').click();
    await picture('events');
    const out = path.join(folder, 'nk.csv');
    await answerSaveDialog(running, out);
    await at(page, 'events-write').click();
    await page.locator('[data-testid="status"]', { hasText: 'nk.csv' }).waitFor();
    const lines = (await readFile(out, 'utf8')).trim().split(/\r?\n/);
    expect(lines[0]).toContain('Comp-');
    expect(lines.filter((line) => /^[-\d]/.test(line)).length).toBe(count);
    expect(running.complaints).toEqual([]);
  });
});
