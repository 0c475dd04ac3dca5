import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedRuns } from '../../../test-data/planted-runs.ts';
import { jsonOf, runCli } from '../../cli/run-cli.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

/* Review by keys alone: what is wrong stands first, is sent back or mended, and the rest is accepted. The whole archive of 300 runs: tests/property/review.test.ts. */

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-review-'));
const runs = [...plantedRuns({ count: 18, ofEach: 1, events: 4000, seed: 7 })];
const faulty = (fault: string): string => runs.find((run) => run.fault === fault)?.name ?? '';
let running: RunningApp;
beforeAll(async () => {
  for (const { name, bytes } of runs) writeFileSync(path.join(folder, name), bytes());
  running = await launchApp();
  await openByDialog(
    running,
    runs.map(({ name }) => path.join(folder, name)),
  );
  await quiet(running.page);
}, 120_000);
afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const items = () => running.page.locator('[data-testid^="review-run-"]');
const names = () => items().evaluateAll((all) => all.map((one) => one.getAttribute('data-testid')?.replace('review-', '')));
const distanceOf = async (name: string) => Number(await at(running.page, `review-${name}`).getAttribute('data-distance'));
const verdictOf = (name: string) => at(running.page, `review-${name}`).getAttribute('data-verdict');
const picture = (name: string) =>
  process.env['LYMPHO_PICTURES'] ? running.page.screenshot({ path: path.join(process.env['LYMPHO_PICTURES'], `${name}.png`) }) : undefined;

/** Arrows until a sample is the active one. */
async function goTo(name: string): Promise<void> {
  const { page } = running;
  await page.keyboard.press('Home');
  for (let i = (await names()).indexOf(name); i > 0; i--) await page.keyboard.press('ArrowRight');
  await page.locator(`.is-active[data-testid="review-${name}"]`).waitFor();
}

it('finds, sends back, mends and accepts by keys alone', async () => {
  const { page } = running;
  await page.keyboard.press('Control+8');
  await at(page, 'review-grid').waitFor();
  await expect.poll(() => items().count()).toBe(18);
  await page.waitForFunction(() => document.querySelectorAll('.review-item canvas').length === 18);
  const planted = ['swapped-tube', 'wrong-matrix', 'drifted-instrument'].map(faulty);
  expect((await names()).slice(0, 7)).toEqual(expect.arrayContaining(planted));
  await picture('review');

  // one is sent back with a reason
  await goTo(faulty('swapped-tube'));
  await page.keyboard.press('r');
  await page.keyboard.type('another tube');
  await page.keyboard.press('Enter');
  await expect.poll(() => verdictOf(faulty('swapped-tube'))).toBe('returned');

  // a gate is moved by hand: it stands apart now; undone, it does not
  const moved = faulty('shifted-gate');
  const before = await distanceOf(moved);
  await goTo(moved);
  await page.keyboard.press('Enter');
  await at(page, 'review-large').waitFor();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await picture('review-large');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => distanceOf(moved), { timeout: 20_000 }).toBeGreaterThan(before + 4);
  await page.keyboard.press('Control+z');
  await expect.poll(() => distanceOf(moved), { timeout: 20_000 }).toBe(before);

  // its gate becomes that of two others, in one step that is undone in one
  await goTo(moved);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('g');
  await page.keyboard.type('the same day');
  await page.keyboard.press('Enter');
  await expect.poll(() => at(page, 'review-reason').count()).toBe(0);
  await picture('review-applied');
  await page.keyboard.press('Control+z');
  await quiet(page);
  await expect.poll(() => page.locator('.review-item.stale').count(), { timeout: 20_000 }).toBe(0);

  // all others are accepted at once; the one that was sent back shows among those
  // samples that are counted anew after the undo are left out, and said to be: they are accepted once more
  const acceptOthers = async () => {
    await page.keyboard.press('Control+a');
    await goTo(faulty('swapped-tube'));
    await page.keyboard.press('Space');
    await page.keyboard.press('a');
    return at(page, 'review-count').innerText();
  };
  await expect.poll(acceptOthers, { timeout: 20_000, interval: 1000 }).toContain('18 judged');
  expect(await verdictOf(faulty('swapped-tube'))).toBe('returned');
  await picture('review-judged');

  // who, when and why are in the session
  const session = path.join(folder, 'review.lymphoscope');
  await answerSaveDialog(running, session);
  await page.keyboard.press('Control+Shift+s');
  await expect.poll(() => readSession(session)?.reviews?.length, { timeout: 20_000 }).toBe(18);
  const reviews = readSession(session)?.reviews ?? [];
  expect(reviews.filter(({ verdict }) => verdict === 'returned')).toEqual([expect.objectContaining({ reason: 'another tube' })]);
  const together = readSession(session)?.audit.flatMap(({ action }) => (action.type === 'gates/change' ? action.edits : []));
  expect(together?.map(({ scope }) => scope.reason)).toEqual(['the same day', 'the same day']);
  expect(jsonOf(runCli(['session', 'check', session, '--json']))).toBeDefined();
}, 180_000);

it('guides through the gates in order, beside accepted samples, and asks why a gate goes far from them', async () => {
  const { page } = running;
  await at(page, `review-${runs.find(({ fault }) => fault === undefined)?.name}`).click();
  await page.keyboard.press('Enter');
  await at(page, 'guide-step').waitFor();
  await expect.poll(() => at(page, 'guide-score').innerText()).toContain('accepted samples');
  const step = await at(page, 'guide-step').innerText();
  await page.keyboard.press('n');
  await expect.poll(() => at(page, 'guide-step').innerText()).not.toBe(step);
  await page.keyboard.press('p');
  await expect.poll(() => at(page, 'guide-step').innerText()).toBe(step);
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => at(page, 'guide-score').innerText()).toContain('a reason is asked for');
  await picture('guided');
  await page.keyboard.press('Enter');
  await at(page, 'review-reason').waitFor();
  await page.keyboard.type('another antibody lot');
  await page.keyboard.press('Enter');
  await expect.poll(() => at(page, 'review-reason').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
}, 120_000);

it('follows a batch of the archive, whose decisions it writes', async () => {
  const { page } = running;
  await page.keyboard.press('Control+6');
  await at(page, 'archive-empty').waitFor();
  await answerOpenDialog(running, [folder]);
  await at(page, 'import-folder').click();
  await at(page, 'gate-again').click({ timeout: 60_000 });
  await page.locator('[data-testid="batch-1"][data-state="finished"]').waitFor({ timeout: 90_000 });
  await page.locator('[data-testid="archive"][data-busy="false"]').waitFor();
  const start = performance.now();
  await at(page, 'review-batch-1').click();
  await page.waitForFunction(() => document.querySelectorAll('.review-item canvas').length === 18);
  process.stderr.write(`${JSON.stringify({ 'review of a batch of 18, ms': Math.round(performance.now() - start) })}\n`);
  await picture('review-archive');
  await goTo(faulty('wrong-matrix'));
  await page.keyboard.press('r');
  await page.keyboard.type('without its matrix');
  await page.keyboard.press('Enter');
  await expect.poll(() => verdictOf(faulty('wrong-matrix'))).toBe('returned');
  await goTo(faulty('shifted-gate'));
  await page.keyboard.press('a');
  await expect.poll(() => verdictOf(faulty('shifted-gate'))).toBe('accepted');
  // a gate is moved: its run alone is gated again, and what came of it is accepted here
  const moved = faulty('drifted-instrument');
  const before = await distanceOf(moved);
  await goTo(moved);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => distanceOf(moved), { timeout: 60_000 }).not.toBe(before);
  await page.waitForFunction(() => document.querySelectorAll('.review-item canvas').length === 18);
  await page.keyboard.press('a');
  await expect.poll(() => verdictOf(moved)).toBe('accepted');
  await at(page, 'review-to-archive').click();
  await at(page, 'archive-tab-decisions').click();
  await page.getByText('without its matrix').waitFor();
}, 240_000);

interface Saved {
  readonly audit: readonly {
    readonly action: { readonly type: string; readonly edits: readonly { readonly scope: { readonly reason: string } }[] };
  }[];
  readonly reviews?: readonly { readonly verdict: string; readonly reason: string }[];
}
function readSession(file: string): Saved | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly document: Saved }).document;
  } catch {
    return undefined;
  }
}
