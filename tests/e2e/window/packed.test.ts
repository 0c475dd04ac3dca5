import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { runCli } from '../../cli/run-cli.ts';
import { at, drawPolygon, openByDialog, quiet, shownCount, waitForSamples } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { analysedCounts } from './session-numbers.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

let folder: string;
let running: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-packed-'));
});
afterEach(() => running?.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pick(words: string): Promise<void> {
  await running.page.keyboard.press('Control+k');
  await at(running.page, 'palette-search').fill(words);
  await running.page.keyboard.press('Enter');
}

it('is saved with its data, and opened where neither the session nor the data are', async () => {
  const study = path.join(folder, 'study');
  await mkdir(study);
  await copyFile(sample, path.join(study, '検体.fcs'));
  running = await launchApp();
  await openByDialog(running, [path.join(study, '検体.fcs')]);
  const corners = [
    [0.05, 0.05],
    [0.6, 0.05],
    [0.6, 0.7],
  ] as const;
  await drawPolygon(running.page, '', corners, 'Packed');
  const count = await shownCount(running.page, 'Packed');
  await at(running.page, 'population-Packed').dblclick();
  await quiet(running.page);
  const plots = await running.page.locator('.tile').count();
  const packed = path.join(folder, 'sent.zip');
  await answerSaveDialog(running, packed);
  await pick('save as packed session');
  await running.page.locator('[data-testid="status"]', { hasText: 'sent.zip' }).waitFor();
  expect(await running.page.locator('[data-unsaved="true"]').count()).toBe(1);
  await running.close();
  await rm(study, { recursive: true });

  running = await launchApp();
  const parent = path.join(folder, 'received');
  await mkdir(parent);
  await running.app.evaluate(
    ({ dialog }, [file, into]) => {
      dialog.showOpenDialog = async (...args: readonly unknown[]) => {
        const options = args.at(-1) as { properties?: readonly string[] };
        return { canceled: false, filePaths: [options.properties?.includes('openDirectory') === true ? into : file] };
      };
    },
    [packed, parent] as const,
  );
  await pick('open packed session');
  await waitForSamples(running.page, 1);
  expect(await shownCount(running.page, 'Packed')).toBe(count);
  expect(await running.page.locator('.tile').count()).toBe(plots);
  expect(await running.page.locator('[data-unsaved="false"]').count()).toBe(1);
  expect(existsSync(path.join(parent, 'sent', 'data', '検体.fcs'))).toBe(true);
  expect(analysedCounts(path.join(parent, 'sent', 'sent.lymphoscope')).get('Packed')).toBe(count);
  // a second time nothing is written over
  await pick('open packed session');
  await running.page.locator('[data-testid="notice"][data-code="packed-there"]').waitFor();
  expect(running.complaints).toEqual([]);

  // and on the command line, from one to the other
  const again = path.join(folder, 'again.zip');
  expect(runCli(['session', 'pack', path.join(parent, 'sent', 'sent.lymphoscope'), '--out', again]).code).toBe(0);
  const unpacked = runCli(['session', 'unpack', again, '--out', path.join(folder, 'cli')]);
  expect(unpacked.out.trim()).toBe(path.join(folder, 'cli', 'cli.lymphoscope'));
  expect(analysedCounts(unpacked.out.trim()).get('Packed')).toBe(count);
  const refused = runCli(['session', 'unpack', sample, '--out', path.join(folder, 'none')]);
  expect([refused.code === 0, refused.err]).toEqual([false, expect.stringContaining('packed-no-zip')]);
});
