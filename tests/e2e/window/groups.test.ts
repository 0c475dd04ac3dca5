import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, runCli } from '../../cli/run-cli.ts';
import { at, drag, openByDialog, quiet, sampleRow, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { save } from './session-numbers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-groups-'));
const session = path.join(folder, 'groups.lymphoscope');
const names = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-lak-3-day.fcs', 'simulated-resting-blood.fcs'];
const pictures = process.env['LYMPHO_PICTURES'];

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await openByDialog(
    running,
    names.map((name) => path.resolve('test-data', 'samples', name)),
  );
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await running.page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** How many events of each sample a population holds, and the group that each is said to be gated by. */
async function ofSamples(page: Page, population: string): Promise<readonly (readonly [group: string, count: number])[]> {
  const rows: [string, number][] = [];
  for (const index of names.keys()) {
    await sampleRow(page, index).click();
    await quiet(page);
    const chip = at(page, `sample-group-${index}`);
    const group = (await chip.count()) > 0 ? (await chip.innerText()).trim() : '';
    rows.push([group, Number((await at(page, `count-${population}`).innerText()).replaceAll(',', ''))]);
  }
  return rows;
}

async function newGroup(page: Page, name: string, role: string): Promise<void> {
  await at(page, 'new-group').click();
  await at(page, 'group-name').fill(name);
  await at(page, 'group-role-0-fmo').uncheck();
  await at(page, `group-role-0-${role}`).check();
  await picture(`dialog-${name}`);
  await at(page, 'group-save').click();
  await at(page, `group-${name}`).waitFor();
}

it('a gate moved for one of two groups moves there only: in the window, saved, for the command line, and back again', async () => {
  const { page } = running;
  // two samples become controls in the grid, with cells of a spreadsheet
  await sampleRow(page, 2).click();
  await sampleRow(page, 3).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+Shift+D');
  await at(page, 'grid-0-role').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'FMO control\tplate 1\r\nfmo\tplate 1\r\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await picture('grid');
  await at(page, 'grid-save').click();
  await quiet(page);
  await newGroup(page, 'Cells', 'sample');
  await newGroup(page, 'Controls', 'fmo');
  expect(await at(page, 'group-count-Cells').innerText()).toBe('2');
  expect(await at(page, 'group-count-Controls').innerText()).toBe('2');
  await at(page, 'group-all').click();

  await sampleRow(page, 3).click();
  await quiet(page);
  await at(page, 'tool-rectangle').click();
  await drag(page, '', [0.1, 0.3], [0.5, 0.95]);
  await at(page, 'name-gate').fill('Box');
  await page.keyboard.press('Enter');
  await at(page, 'population-Box').waitFor();
  const before = await ofSamples(page, 'Box');
  expect(before.map(([group]) => group)).toEqual(['Cells', 'Cells', 'Controls', 'Controls']);

  await at(page, 'population-Box').click();
  await at(page, 'scope-group').click();
  await drag(page, '', [0.3, 0.6], [0.4, 0.6]);
  await quiet(page);
  await at(page, 'grouped-Box').waitFor();
  await picture('moved');
  const moved = await ofSamples(page, 'Box');
  expect(moved.slice(0, 2)).toEqual(before.slice(0, 2));
  for (const i of [2, 3]) expect(moved[i]?.[1]).not.toBe(before[i]?.[1]);

  await save(running, session);
  const analysed = jsonOf(runCli(['analyse', session, '--json'])).files as unknown as readonly {
    readonly group: string | null;
    readonly populations: readonly { readonly path: string; readonly count: number }[];
  }[];
  const counted = analysed.map(({ group, populations }) => [group, populations.find((one) => one.path === 'Box')?.count]);
  expect(counted).toEqual(moved);
  expect(runCli(['analyse', session]).out).toContain('gated by group: Controls');

  await at(page, 'undo').click();
  await quiet(page);
  expect(await ofSamples(page, 'Box')).toEqual(before);
  await at(page, 'redo').click();
  await quiet(page);

  // opened again it is as it was saved, and the gate can go back to that of all
  await answerOpenDialog(running, [session]);
  await page.keyboard.press('Control+Shift+O');
  await at(page, 'close-without').click();
  await waitForSamples(page, names.length);
  expect(await ofSamples(page, 'Box')).toEqual(moved);
  await at(page, 'population-Box').click();
  await at(page, 'revert-override').click();
  await quiet(page);
  expect(await ofSamples(page, 'Box')).toEqual(before);
  expect(running.complaints).toEqual([]);
}, 240_000);

async function command(words: string): Promise<void> {
  const { page } = running;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await quiet(page);
}

it('samples and gates are dropped on a group by hand, its place counts, and several samples are pooled into one', async () => {
  const { page } = running;
  await at(page, 'group-all').click();
  await at(page, 'new-group').click();
  await at(page, 'group-name').fill('Picked');
  await at(page, 'group-remove-0').click();
  await at(page, 'group-save').click();
  await at(page, 'group-Picked').waitFor();
  await at(page, 'group-all').click();
  await sampleRow(page, 0).dragTo(at(page, 'group-Picked'));
  await quiet(page);
  // the group above gates it still, until this one comes first
  expect(await at(page, 'sample-group-0').innerText()).toContain('Cells');
  await at(page, 'group-Picked').click();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await at(page, 'group-all').click();
  expect(await at(page, 'sample-group-0').innerText()).toContain('Picked');
  expect(await at(page, 'group-count-Cells').innerText()).toBe('1');

  const before = await ofSamples(page, 'Box');
  await sampleRow(page, 3).click();
  await at(page, 'population-Box').click();
  await at(page, 'scope-sample').click();
  await drag(page, '', [0.3, 0.6], [0.36, 0.6]);
  await quiet(page);
  await at(page, 'population-Box').dragTo(at(page, 'group-Picked'));
  await quiet(page);
  const after = await ofSamples(page, 'Box');
  expect(after[0]?.[1]).not.toBe(before[0]?.[1]);
  expect(after.slice(1, 3)).toEqual(before.slice(1, 3));

  await answerSaveDialog(running, path.join(folder, 'pooled.fcs'));
  await sampleRow(page, 0).click();
  await sampleRow(page, 1).click({ modifiers: ['Control'] });
  await command('Pool the selected samples');
  await waitForSamples(page, names.length + 1);
  await quiet(page);
  expect(await at(page, 'count-').innerText()).toBe('9,000');
  await picture('pooled');
  expect(running.complaints).toEqual([]);
}, 240_000);
