import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeBenchSample } from '../../../test-data/bench-sample.ts';
import { at } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp } from './harness.ts';

/* More samples than rows fit: here a few, LYMPHO_SAMPLES=1000 measures a laboratory's year. What is measured is printed. */

const SAMPLES = Number(process.env['LYMPHO_SAMPLES'] ?? 130);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-many-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`draws the rows in sight of ${SAMPLES} samples, and stays usable while they are gated`, async () => {
  const files = Array.from({ length: SAMPLES }, (_, i) => path.join(folder, `s-${String(i).padStart(4, '0')}.fcs`));
  for (const [i, file] of files.entries()) await writeBenchSample(file, { events: 500, channels: 12, seed: i + 1 });
  const running = await launchApp({});
  try {
    const { page } = running;
    const numbers: { [what: string]: number } = { samples: SAMPLES };
    const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      const before = performance.now();
      await work();
      numbers[what] = Math.round(performance.now() - before);
    };
    const rows = page.locator('[data-testid^="sample-row-"]');
    await answerOpenDialog(running, files);
    await timed('open and gate, ms', async () => {
      await at(page, 'open-files').click();
      await rows.first().waitFor();
      await page.waitForFunction(() => document.querySelector('[data-testid="status"]')?.textContent?.startsWith('Ready'), undefined, {
        timeout: 600_000,
      });
    });
    expect(await rows.count()).toBeLessThan(60);
    await rows.first().click();
    await page.keyboard.press('End');
    await at(page, `sample-row-${SAMPLES - 1}`).waitFor();
    await expect.poll(() => at(page, `sample-row-${SAMPLES - 1}`).getAttribute('aria-selected')).toBe('true');
    numbers['scroll frame, ms (95 %)'] = await page.evaluate(async () => {
      const list = document.querySelector('[data-testid="samples"] .panel-scroll');
      const frames: number[] = [];
      for (let i = 0, last = performance.now(); i < 40 && list !== null; i++) {
        list.scrollTop += i < 20 ? -300 : 300;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
      return Math.round(frames.sort((a, b) => a - b)[37] ?? 0);
    });
    await timed('first thumbnails, ms', async () => {
      await page.keyboard.press('Control+8');
      await page.waitForFunction(() => document.querySelectorAll('.review-item canvas').length > 5, undefined, { timeout: 60_000 });
    });
    // drawn while they are asked for, as those of the first page were
    await timed('all thumbnails, ms', async () => {
      await page.locator('[data-testid="review-page"][data-drawn="true"]').waitFor({ timeout: 600_000 });
    });
    await at(page, 'review-size-small').click();
    numbers['thumbnails in sight'] = await page.locator('.review-item').count();
    numbers['review frame, ms (95 %)'] = await page.evaluate(async () => {
      const list = document.querySelector('[data-testid="review-grid"]');
      const frames: number[] = [];
      for (let i = 0, last = performance.now(); i < 60 && list !== null; i++) {
        list.scrollTop += i < 30 ? 200 : -200;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
      return Math.round(frames.sort((a, b) => a - b)[56] ?? 0);
    });
    const session = path.join(folder, 'many.lymphoscope');
    await answerSaveDialog(running, session);
    await timed('save, ms', async () => {
      await page.keyboard.press('Control+Shift+s');
      await expect.poll(() => existsSync(session), { interval: 10 }).toBe(true);
    });
    process.stderr.write(`${JSON.stringify(numbers)}\n`);
  } finally {
    await running.close();
  }
}, 900_000);
