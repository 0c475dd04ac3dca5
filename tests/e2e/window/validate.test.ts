import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveSession, writeSamples } from '../../fixtures/persons-sessions.ts';
import { at } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

let folder: string;
let running: RunningApp;
let sessions: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-validate-window-'));
  const samples = await writeSamples(folder, 5);
  const save = (name: string, by: string, up: (file: number) => number) => saveSession(path.join(folder, name), samples, by, up).file;
  sessions = [
    save('sato.lymphoscope', 'sato', (i) => 0.22 + 0.02 * i),
    save('suzuki.lymphoscope', 'suzuki', (i) => -0.1 - 0.02 * i),
    save('sato-2.lymphoscope', 'sato', (i) => 0.24 + 0.01 * i),
  ];
  running = await launchApp();
}, 180_000);
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('automatic gates are held against sessions of two persons, and one page says it', { timeout: 120_000 }, async () => {
  const { page, app } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('validate.own')?.click());
  await answerOpenDialog(running, sessions.slice(0, 1));
  await at(page, 'validate-choose').click();
  await page.locator('[data-testid="notice"]', { hasText: 'Choose two sessions or more' }).waitFor();
  await answerOpenDialog(running, sessions);
  await at(page, 'validate-choose').click();
  await at(page, 'validated').waitFor({ timeout: 60_000 });
  const said = await at(page, 'validated').innerText();
  expect(said).toContain('Repeatability of sato');
  expect(await at(page, 'agreement-chart').getAttribute('data-points')).toBe('5');
  const to = process.env['LYMPHO_PICTURES'];
  if (to !== undefined) await page.screenshot({ path: path.join(to, 'validate.png') });
  const out = path.join(folder, 'page.pdf');
  await answerSaveDialog(running, out);
  await at(page, 'validate-pdf').click();
  await page.locator('[data-testid="status"]', { hasText: 'page.pdf' }).waitFor({ timeout: 60_000 });
  expect(readFileSync(out, 'latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  expect(running.complaints).toEqual([]);
});
