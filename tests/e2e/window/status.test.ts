import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, drawPolygon, quiet, waitForSamples } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { save } from './session-numbers.ts';

/* The line below the window is true: looked at in every frame of a day's work. */

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-status-'));

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await running.page.evaluate(() => {
    const said = new Set<string>();
    const untrue = new Set<string>();
    Object.assign(globalThis, { said, untrue });
    const look = () => {
      const status = document.querySelector('[data-testid="status"]');
      const words = status?.textContent ?? '';
      said.add(words.replaceAll(/\d[\d,]*/g, '0'));
      for (const one of document.querySelectorAll('[data-testid="spoken"]')) said.add(`spoken: ${one.textContent}`);
      if (status?.getAttribute('data-busy') === 'false') {
        if (document.querySelector('[data-state="working"]') !== null) untrue.add(`${words}: a sample is worked on`);
        const isRead = document.querySelector('.is-selected[data-state="ready"]') !== null;
        if (isRead && document.querySelector('.tile[data-ready="false"]') !== null) untrue.add(`${words}: a plot is drawn`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
});
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const heard = (name: 'said' | 'untrue'): Promise<readonly string[]> =>
  running.page.evaluate((of) => [...(Reflect.get(globalThis, of) as Set<string>)], name);

it('says what runs while files are read and gated, a gate is drawn, the session saved and a report written', async () => {
  const { page } = running;
  await at(page, 'open-samples').click();
  await waitForSamples(page, 10);
  const corners = [
    [0.1, 0.1],
    [0.9, 0.1],
    [0.5, 0.9],
  ] as const;
  await drawPolygon(page, '', corners, 'Drawn');
  await at(page, 'centre-quality').click();
  await at(page, 'quality').waitFor();
  await at(page, 'centre-plots').click();
  await quiet(page);
  await save(running, path.join(folder, 'status.lymphoscope'));
  await answerSaveDialog(running, path.join(folder, 'report.pdf'));
  await page.keyboard.press('Control+p');
  await at(page, 'report-write').click();
  await expect.poll(() => heard('said'), { timeout: 60_000 }).toContain('Writing the report');
  await quiet(page);
  const said = await heard('said');
  expect(said.some((words) => words.startsWith('Reading'))).toBe(true);
  expect(said.some((words) => words.startsWith('Gating'))).toBe(true);
  expect(said).toContain('Saving');
  expect(said).toContain('Judging the acquisition');
  expect(said).toContain('spoken: Gating');
  expect(said).toContain('spoken: Writing the report');
  expect(await heard('untrue')).toEqual([]);
});

it('without a complaint of the page', () => expect(running.complaints).toEqual([]));
