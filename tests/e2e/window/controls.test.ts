import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { type SampleOrder, simulateSample } from '../../../test-data/simulate-sample.ts';
import { at, openByDialog, quiet, sampleRow } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

/* FMO controls of a run, used from the window. LYMPHO_PICTURES names a folder for pictures. */

let folder: string;
let running: RunningApp | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-controls-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function simulate(name: string, order: Partial<SampleOrder>): Promise<string> {
  const { content } = simulateSample({ culture: 'resting-blood', seed: 1, events: 4000, instrument: 'modern', ...order });
  const file = path.join(folder, name);
  await writeFile(file, encodeFcs(content));
  return file;
}

describe('controls of a run', () => {
  it.each(['en', 'ja'] as const)('tell automatic gates where negatives end, until it is undone (%s)', async (language) => {
    const sample = await simulate('sample.fcs', { seed: 2 });
    const fmo = await simulate('fmo.fcs', { seed: 3, omits: ['CD56'] });
    running = await launchApp({ language });
    const { page } = running;
    await openByDialog(running, [sample, fmo]);
    await sampleRow(page, 1).click();
    await at(page, 'tab-details').click();
    await at(page, 'metadata-role').click();
    await at(page, 'menu-fmo').click();
    await at(page, 'metadata-omits').fill('CD56');
    await page.keyboard.press('Enter');
    await quiet(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(language === 'en' ? 'unstained controls' : '未染色');
    await page.keyboard.press('Enter');
    await sampleRow(page, 0).click();
    await quiet(page);
    await at(page, 'tab-gate').click();
    await at(page, 'population-Singlets/Live/Lymphocytes/NK').click();
    const evidence = at(page, 'evidence');
    await evidence.getByText('fmo.fcs').first().waitFor();
    const pictures = process.env['LYMPHO_PICTURES'];
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `controls-${language}.png`) });
    await page.keyboard.press('Control+z');
    await quiet(page);
    expect(await evidence.innerText()).not.toContain('fmo.fcs');
    expect(running.complaints).toEqual([]);
  });
});
