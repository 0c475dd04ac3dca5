import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { at, quiet, sampleRow, waitForSamples } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

/* Culture methods in the window, in Japanese, end to end. LYMPHO_PICTURES names a folder for pictures of them. */

let folder: string;
let running: RunningApp | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-culture-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function picture(page: Page, name: string, scroll?: string): Promise<void> {
  const pictures = process.env['LYMPHO_PICTURES'];
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  if (scroll !== undefined) await at(page, scroll).scrollIntoViewIfNeeded();
  await quiet(page);
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** The row of the list whose file is the expanded NK product on the modern analyser. */
const rowOf = (page: Page, name: string) => page.locator('[data-testid^="sample-"]', { hasText: name }).first();

describe('culture methods', () => {
  it('declare, read the call and its reasons, edit a profile, see which calls would change: in Japanese', async () => {
    running = await launchApp({ language: 'ja' });
    const { page, app, complaints } = running;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
    await rowOf(page, 'expanded-nk.fcs').click();
    await at(page, 'centre-culture').click();
    const call = at(page, 'culture-call');
    await expect.poll(() => call.getAttribute('data-group')).toBe('expanded-nk');
    expect(await call.textContent()).toContain('拡大培養NK');

    // declare another method: the call stays, the declaration is contradicted
    await at(page, 'declared-method').click();
    await page.getByRole('option', { name: '一般法(抗CD3抗体+IL-2)' }).click();
    await expect.poll(() => call.getAttribute('data-verdict')).toBe('not-consistent');
    expect(await call.getAttribute('data-group')).toBe('expanded-nk');
    await at(page, 'declared-method').click();
    await page.getByRole('option', { name: '拡大培養NK(フィーダーなし)' }).click();
    await at(page, 'declared-day').fill('21');
    await at(page, 'declared-day').press('Enter');
    await expect.poll(() => call.getAttribute('data-verdict')).toBe('consistent');
    await picture(page, 'culture-call-ja');

    // counts give growth
    await at(page, 'declared-seededCells').fill('２e7');
    await at(page, 'declared-seededCells').press('Enter');
    await at(page, 'declared-cells').fill('1.2e10');
    await at(page, 'declared-cells').press('Enter');
    await expect.poll(() => at(page, 'growth').textContent()).toContain('600');
    // the simulated lots of the same instrument stand for their methods, as events
    await expect.poll(() => at(page, 'side-by-side').getAttribute('data-events')).toBe('6');
    await picture(page, 'culture-side-by-side-ja', 'side-by-side');
    await picture(page, 'culture-ternary-ja', 'ternary');
    await picture(page, 'culture-contributions-ja', 'contributions');

    // a figure as a file of its own
    const svg = path.join(folder, 'methods.svg');
    await answerSaveDialog(running, svg);
    await at(page, 'side-by-side-save').click();
    await expect.poll(() => readFile(svg, 'utf8').catch(() => '')).toContain('</svg>');
    const text = await readFile(svg, 'utf8');
    expect(text).toContain('この検体');
    expect(text).not.toContain('var(--');
    expect(text.match(/<image/g)).toHaveLength(6);

    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);

    // a stricter limit is tried on every sample before it is kept
    await at(page, 'edit-method').scrollIntoViewIfNeeded();
    await at(page, 'edit-method').click();
    await page.getByRole('option', { name: '拡大培養NK(フィーダーなし)' }).click();
    await at(page, 'limit-0-atLeast').fill('85');
    await at(page, 'limit-0-atLeast').press('Enter');
    await expect.poll(() => at(page, 'changed-calls').getAttribute('data-count')).not.toBe('0');
    expect(await at(page, 'changed-calls').textContent()).toContain('申告された培養法と不整合');
    expect(await call.getAttribute('data-verdict')).toBe('consistent');
    await picture(page, 'culture-edit-ja', 'profile-editor');
    await at(page, 'apply-profiles').click();
    await expect.poll(() => call.getAttribute('data-verdict')).toBe('not-consistent');
    await page.keyboard.press('Control+z');
    await expect.poll(() => call.getAttribute('data-verdict')).toBe('consistent');
    expect(complaints).toEqual([]);
  }, 120_000);

  it('leave ANK inactive until a person confirms it from ten lots', async () => {
    running = await launchApp({ language: 'en' });
    const { page, complaints } = running;
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
    await sampleRow(page, 0).click();
    await page.keyboard.press('Control+Shift+U');
    await at(page, 'edit-method').click();
    await page.getByRole('option', { name: 'ANK (lab-defined)' }).click();
    expect(await at(page, 'profile-active').isDisabled()).toBe(true);
    await at(page, 'confirmed-by').fill('Y. Yamada');
    await at(page, 'confirmed-by').press('Enter');
    await at(page, 'confirmed-lots').fill('12');
    await at(page, 'confirmed-lots').press('Enter');
    await at(page, 'profile-active').check();
    await picture(page, 'culture-ank-en', 'profile-editor');
    await at(page, 'apply-profiles').click();
    await expect
      .poll(() => page.locator('[data-testid="method-table"] [data-method="ank"]').getAttribute('data-status'))
      .not.toBe('inactive');
    await picture(page, 'culture-page-en', 'culture-call');
    expect(complaints).toEqual([]);
  }, 120_000);

  it('take a sample of the list as the same-day reference, or say why it cannot be one', async () => {
    running = await launchApp({ language: 'ja' });
    const { page, complaints } = running;
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
    const said = page.locator('.culture-reference');
    await rowOf(page, 'expanded-nk.fcs').click();
    await at(page, 'centre-culture').click();
    await rowOf(page, 'resting-blood.fcs').click({ button: 'right' });
    await at(page, 'menu-toggle-reference').click();
    await rowOf(page, 'expanded-nk.fcs').click();
    await expect.poll(() => said.textContent()).toContain('simulated-resting-blood.fcs');
    await picture(page, 'culture-reference-ja');
    await rowOf(page, 'calibur.fcs').click();
    await expect.poll(() => said.textContent()).toContain('装置');
    await picture(page, 'culture-reference-refused-ja');
    expect(complaints).toEqual([]);
  }, 120_000);
});
