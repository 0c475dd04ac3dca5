import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { at, quiet, waitForSamples } from './gestures.ts';
import { answerSaveDialog, launchApp } from './harness.ts';

it.each(['en', 'ja'] as const)(
  'the tutorial leads from simulated files to a report, and each step sees when it is done, %s',
  async (language) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-tutorial-'));
    const running = await launchApp({ language });
    const { page } = running;
    const isDone = (step: string) => at(page, `step-${step}`).getAttribute('data-done');
    const leads = async (step: string, next: string | undefined) => {
      await expect.poll(() => isDone(step), { timeout: 30_000 }).toBe('true');
      if (next !== undefined) expect(await at(page, `step-${next}`).getAttribute('aria-current')).toBe('step');
    };
    const doIt = () => at(page, 'tutorial-do').click();

    await at(page, 'open-tutorial').click();
    expect(await at(page, 'step-open').getAttribute('aria-current')).toBe('step');
    await doIt();
    await waitForSamples(page, 10);
    await leads('open', 'gated');
    await at(page, 'population-Singlets/Live').click();
    await leads('gated', 'details');
    await doIt();
    await at(page, 'metadata-lot').fill('NK-2026-041');
    await at(page, 'metadata-lot').press('Enter');
    await leads('details', 'moved');
    await at(page, 'tab-gate').click();
    const bound = page.locator('input[data-testid^="bound-"]').first();
    await bound.fill('0.4');
    await bound.press('Enter');
    await leads('moved', 'undone');
    await quiet(page);
    await doIt();
    await leads('undone', 'called');
    await doIt();
    await leads('called', 'quality');
    await doIt();
    await leads('quality', 'reviewed');
    await doIt();
    await page.locator('.review-item').first().click();
    await page.keyboard.press('a');
    await leads('reviewed', 'saved');
    const session = path.join(folder, 'first.lymphoscope');
    await answerSaveDialog(running, session);
    await doIt();
    await leads('saved', 'reported');
    const certificate = path.join(folder, 'first.pdf');
    await doIt();
    await answerSaveDialog(running, certificate);
    await at(page, 'report-write').click();
    await at(page, 'report-done').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await leads('reported', undefined);
    expect([existsSync(session), existsSync(certificate)]).toEqual([true, true]);
    await at(page, 'tutorial-close').click();
    expect(await at(page, 'tutorial').count()).toBe(0);
    expect(running.complaints).toEqual([]);
    await running.close();
    await rm(folder, { recursive: true, force: true });
  },
);
