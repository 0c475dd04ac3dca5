import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedFolder } from '../../shared-data.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const samples = path.resolve(import.meta.dirname, '../../../test-data/samples');
const hostile = path.join(sharedFolder, 'hostile');
let folder = '';
let running: RunningApp;
const place = (name: string): string => path.join(folder, name);
const notices = async () =>
  running.page.locator('[data-testid="notice"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-code')));
const command = async (words: string) => {
  await running.page.keyboard.press('Control+k');
  await at(running.page, 'palette-search').fill(words);
  await running.page.keyboard.press('Enter');
};
const sampleRows = () => running.page.locator('[data-testid^="sample-row-"]');

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-trust-'));
  for (const name of ['simulated-cik.fcs', 'simulated-expanded-nk.fcs']) copyFileSync(path.join(samples, name), place(name));
  running = await launchApp({});
});
afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('unsaved work', () => {
  it('is asked about before another session is opened, and before a new one is begun', async () => {
    const { page } = running;
    await openByDialog(running, [place('simulated-cik.fcs')]);
    await answerSaveDialog(running, place('mine.lymphoscope'));
    await command('Save session as');
    await expect.poll(() => existsSync(place('mine.lymphoscope'))).toBe(true);
    await openByDialog(running, [place('simulated-expanded-nk.fcs')]);
    await answerOpenDialog(running, [place('mine.lymphoscope')]);
    await command('Open session');
    await at(page, 'closing').waitFor();
    await page.keyboard.press('Escape');
    expect(await sampleRows().count()).toBe(2);
    await command('New session');
    await at(page, 'save-and-close').click();
    await expect.poll(() => sampleRows().count()).toBe(0);
    expect(JSON.parse(readFileSync(place('mine.lymphoscope'), 'utf8')).document.samples).toHaveLength(2);
    await command('Recent sessions');
    await at(page, 'recent-session').first().click();
    await expect.poll(() => sampleRows().count()).toBe(2);
    await quiet(page);
    expect(await notices()).toEqual([]);
  });
});

describe.skipIf(!existsSync(hostile))('sessions that somebody changed', () => {
  it('are said to be, for as long as they are open; one of before is sealed for a reason', async () => {
    const { page } = running;
    const open = async (name: string) => {
      copyFileSync(path.join(hostile, `${name}.lymphoscope`), place(`${name}.lymphoscope`));
      await answerOpenDialog(running, [place(`${name}.lymphoscope`)]);
      await command('Open session');
      await quiet(page);
    };
    await open('gate-moved');
    await expect.poll(notices).toEqual(['audit-differs']);
    expect(await at(page, 'dismiss').count()).toBe(0);
    await open('good');
    await expect.poll(notices).toEqual(['session-unsealed']);
    await page.getByText('Seal…', { exact: true }).click();
    await at(page, 'seal-reason').fill('reviewed on paper');
    await at(page, 'seal-now').click();
    await expect.poll(notices).toEqual([]);
    await command('Save session');
    await expect.poll(() => readFileSync(place('good.lymphoscope'), 'utf8').includes('"seal"')).toBe(true);
    // changed on disk afterwards: found without a key
    writeFileSync(
      place('good.lymphoscope'),
      readFileSync(place('good.lymphoscope'), 'utf8').replace('reviewed on paper', 'reviewed by phone'),
    );
    await command('Recent sessions');
    await at(page, 'recent-session').first().click();
    await expect.poll(notices).toEqual(['audit-other-head']);
  });
});

describe('a gate with others below it', () => {
  it('says what goes with it, and comes back by undo', async () => {
    const { page } = running;
    await openByDialog(running, [place('simulated-cik.fcs')]);
    const rows = page.locator('[data-testid^="population-"]');
    const before = await rows.count();
    await rows.nth(1).click();
    await page.keyboard.press('Delete');
    await at(page, 'removing').waitFor();
    expect(await at(page, 'removing').innerText()).toMatch(/\d+ populations below it go with it, in every sample of the session \(1\)/);
    await page.keyboard.press('Escape');
    expect(await rows.count()).toBe(before);
    await page.keyboard.press('Delete');
    await at(page, 'remove-all').click();
    await quiet(page);
    await expect.poll(() => rows.count()).toBeLessThan(before);
    await page.keyboard.press('Control+z');
    await quiet(page);
    await expect.poll(() => rows.count()).toBe(before);
  });
});

describe('a new archive', () => {
  it('is made where nothing is, and nowhere else', async () => {
    const { page } = running;
    await command('Archive');
    await at(page, 'archive').waitFor();
    const pick = async (label: string) => {
      await at(page, 'archive-switch').click();
      await page.getByText(label).click();
    };
    writeFileSync(place('there.db'), 'somebody else');
    await answerSaveDialog(running, place('there.db'));
    await pick('New archive…');
    await expect.poll(notices).toEqual(['archive-exists']);
    expect(readFileSync(place('there.db'), 'utf8')).toBe('somebody else');
    await answerSaveDialog(running, place('new.db'));
    await pick('New archive…');
    await expect.poll(() => existsSync(place('new.db'))).toBe(true);
    await expect.poll(() => at(page, 'archive-place').innerText()).toContain('new.db');
  });
});
