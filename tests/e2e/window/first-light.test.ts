import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleFile } from '../../cli/run-cli.ts';
import { corpusFile, hasShared } from '../../shared-data.ts';
import { at, drawPolygon, openByDialog, quiet, shownCount, waitForSamples } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { analysedCounts, save } from './session-numbers.ts';

/* A day's work in the real window, from a file of a real instrument to a report. */

const real = hasShared ? corpusFile('DavidRach-Luciernaga/INF149_Ctrl_Tetramer_Unmixed.fcs') : '';
const file = existsSync(real) ? real : sampleFile('simulated-expanded-nk.fcs');
const corners = [
  [0.05, 0.05],
  [0.72, 0.08],
  [0.66, 0.7],
  [0.2, 0.62],
] as const;

let running: RunningApp | undefined;
let folder: string | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe.each(['en', 'ja'] as const)('from a file to a report (%s)', (language) => {
  it('draws, counts, saves, undoes, survives a kill, and reports', { timeout: 240_000 }, async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-work-'));
    const name = language === 'ja' ? '手描きゲート' : 'By hand';
    const copy = path.join(folder, language === 'ja' ? '検体 1.fcs' : 'sample 1.fcs');
    await copyFile(file, copy);
    const userFolder = path.join(folder, 'user');
    running = await launchApp({ language, userFolder });
    const { page } = running;
    await openByDialog(running, [copy]);
    await drawPolygon(page, '', corners, name);
    const count = await shownCount(page, name);
    expect(count).toBeGreaterThan(100);

    // saved, the command line counts the same
    const session = path.join(folder, 'work.lymphoscope');
    await save(running, session);
    expect(analysedCounts(session).get(name)).toBe(count);

    // undone and done again
    await at(page, 'undo').click();
    await at(page, `population-${name}`).waitFor({ state: 'detached' });
    await at(page, 'redo').click();
    await at(page, `population-${name}`).waitFor();
    await quiet(page);
    expect(await shownCount(page, name)).toBe(count);

    // a second gate, never saved by hand; then the program is killed
    const second = `${name} B`;
    await drawInNewPlot(page, name, second);
    const secondCount = await shownCount(page, `${name}/${second}`);
    await waitForFile(path.join(userFolder, 'autosave.lymphoscope'), second);
    const program = running.app.process();
    program.kill('SIGKILL');
    await once(program, 'exit');

    running = await launchApp({ language, userFolder });
    await at(running.page, 'restore-autosave').click();
    await waitForSamples(running.page, 1);
    expect(await shownCount(running.page, name)).toBe(count);
    expect(await shownCount(running.page, `${name}/${second}`)).toBe(secondCount);

    // the report, read back
    const pdf = path.join(folder, 'report.pdf');
    await answerSaveDialog(running, pdf);
    await at(running.page, 'export-pdf').click();
    await at(running.page, 'report-write').click();
    await running.page.locator('[data-testid="status"]', { hasText: 'report.pdf' }).waitFor({ timeout: 60_000 });
    const text = pdfText(pdf);
    expect(text).toContain(name);
    expect(text).toContain(count.toLocaleString('en-US'));
    expect(text).toContain(language === 'ja' ? '研究用' : 'Research use only');
    expect(running.complaints).toEqual([]);
  });
});

/** A population without a plot of its own yet is opened from the tree first. */
async function drawInNewPlot(page: RunningApp['page'], population: string, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await at(page, `population-${population}`).dblclick();
  await quiet(page);
  await drawPolygon(page, population, corners, name);
}

async function waitForFile(file: string, content: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.includes(content)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no autosave with "${content}"`);
}

function pdfText(pdf: string): string {
  const { stdout, error } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return stdout;
}
