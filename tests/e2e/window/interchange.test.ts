import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, runCli, sampleFile } from '../../cli/run-cli.ts';
import { corpusFile, hasShared, sharedFolder } from '../../shared-data.ts';
import { at, drawPolygon, openByDialog, quiet, shownCount } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-interchange-'));
  running = await launchApp();
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

async function command(id: string): Promise<void> {
  await running.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
}

describe('gates of other programs', () => {
  it('leave as Gating-ML that the command line counts alike, and come in again', async () => {
    const { page } = running;
    const file = sampleFile('simulated-cik.fcs');
    await openByDialog(running, [file]);
    await drawPolygon(
      page,
      '',
      [
        [0.05, 0.05],
        [0.7, 0.1],
        [0.5, 0.6],
      ],
      'Hand',
    );
    const count = await shownCount(page, 'Hand');
    const written = path.join(folder, 'gates.xml');
    await answerSaveDialog(running, written);
    await command('file.export-gating-ml');
    await page.locator('[data-testid="status"]', { hasText: 'gates.xml' }).waitFor();
    expect(await readFile(written, 'utf8')).toContain('Gating-ML');
    const gated = jsonOf(runCli(['gate', file, '--strategy', written, '--json'])).files[0];
    expect(gated?.populations.find(({ path: known }) => known === 'Hand')?.count).toBe(count);

    if ((await at(page, 'interchange').count()) > 0) await at(page, 'interchange-close').click();
    await answerOpenDialog(running, [written]);
    await command('file.import-gates');
    await at(page, 'interchange').waitFor();
    await at(page, 'interchange-close').click();
    await quiet(page);
    expect(await shownCount(page, 'Hand')).toBe(count);
  });

  it.runIf(hasShared)("come from a FlowJo workspace, with our counts beside FlowJo's", async () => {
    const { page } = running;
    await openByDialog(running, [corpusFile('whitews-FlowKit/test_data_diamond_01.fcs')]);
    await page.locator('[data-testid^="sample-row-"]', { hasText: 'diamond' }).click();
    await answerOpenDialog(running, [path.join(sharedFolder, 'flowjo', 'diamond', 'simple_diamond_example_quad_gate.wsp')]);
    await command('file.import-gates');
    await page.locator('[data-testid="reconciliation"][data-ready="true"]').waitFor();
    const text = await at(page, 'reconciliation').innerText();
    for (const count of ['49,671', '50,596', '50,330', '49,403']) expect(text).toContain(count);
    await at(page, 'interchange-close').click();
    await quiet(page);
  });

  it('are refused with a sentence and a line where the file is broken', async () => {
    const { page } = running;
    const broken = path.join(folder, 'broken.wsp');
    await writeFile(broken, '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<Workspace>&a;</Workspace>');
    await answerOpenDialog(running, [broken]);
    await command('file.import-gates');
    const notice = page.locator('[data-testid="notice"]').last();
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/line/);
  });
});

describe('compensation', () => {
  it('shows the matrix, the pair of a coefficient, and takes another value', async () => {
    const { page } = running;
    while ((await at(page, 'dismiss').count()) > 0) await at(page, 'dismiss').first().click();
    await openByDialog(running, [sampleFile('simulated-expanded-nk.fcs')]);
    await page.locator('[data-testid^="sample-row-"]', { hasText: 'expanded-nk' }).click();
    await quiet(page);
    await command('edit.compensation');
    await at(page, 'matrix-0-1').click();
    await at(page, 'pair-plot').waitFor();
    await at(page, 'spill-value').fill('12.5');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="matrix-0-1"]', { hasText: '12.5' }).waitFor();
    expect(await at(page, 'compensation-matrix').getAttribute('aria-pressed')).toBe('true');
    const written = path.join(folder, 'matrix.csv');
    await answerSaveDialog(running, written);
    await at(page, 'matrix-export').click();
    await page.locator('[data-testid="status"]', { hasText: 'matrix.csv' }).waitFor();
    expect(await readFile(written, 'utf8')).toContain('0.125');
    await at(page, 'compensation-file').click();
    await page.locator('[data-testid="matrix-0-1"]').filter({ hasNotText: '12.5' }).waitFor();
    await answerOpenDialog(running, [written]);
    await at(page, 'matrix-import').click();
    await page.locator('[data-testid="matrix-0-1"]', { hasText: '12.5' }).waitFor();
    await page.keyboard.press('Escape');
    await quiet(page);
  });
});
