import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { at, drawPolygon, openByDialog, quiet, sampleRow, shownCount, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';
import { analysedCounts } from './session-numbers.ts';

const samples = path.resolve('test-data', 'samples');
const sample = path.join(samples, 'simulated-cik.fcs');
const corners = [
  [0.1, 0.1],
  [0.6, 0.1],
  [0.6, 0.6],
] as const;

let folder: string;
let plain: string;
let running: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-plain-'));
  plain = path.join(folder, 'a long name of a run without any marker, well B07.fcs');
  await writeFile(plain, withoutMarkers());
});
afterEach(() => running?.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('manual gating', () => {
  it('begins with all events by scatter: nothing is gated, nothing is called, and drawn gates count as on the command line', async () => {
    running = await launchApp();
    const { page } = running;
    await at(page, 'protocol').click();
    await page.getByRole('option', { name: 'Manual gating' }).click();
    expect(await page.locator('[data-unsaved="true"]').count()).toBe(0);
    await openByDialog(running, [sample]);
    expect(await page.locator('.tile').count()).toBe(1);
    expect(await page.locator('.tile').getAttribute('data-testid')).toBe('tile--FSC-A-SSC-A');
    expect(await page.locator('[data-testid^="population-"]').count()).toBe(1);
    expect(await at(page, 'classification').count()).toBe(0);
    expect(await at(page, 'unfit').count()).toBe(0);
    expect(await page.locator('.sample-call').count()).toBe(0);
    await drawPolygon(page, '', corners, 'Mine');
    const file = path.join(folder, 'manual.lymphoscope');
    await answerSaveDialog(running, file);
    await page.keyboard.press('Control+s');
    await page.locator('[data-unsaved="false"]').waitFor();
    expect(analysedCounts(file).get('Mine')).toBe(await shownCount(page, 'Mine'));
  });
});

describe('a protocol that does not fit', () => {
  it('is said in one neutral line, with the way to another one', async () => {
    running = await launchApp();
    const { page } = running;
    await openByDialog(running, [plain]);
    expect(await at(page, 'unfit').innerText()).toContain('does not fit this file');
    expect(await at(page, 'classification').count()).toBe(0);
    expect(await page.locator('.is-not-met').count()).toBe(0);
    expect(await page.locator('.sample-call').innerText()).toBe('protocol does not fit');
    await at(page, 'unfit-protocol').click();
    await at(page, 'protocol-manual').click();
    await at(page, 'unfit').waitFor({ state: 'detached' });
    await quiet(page);
    expect(await page.locator('.sample-call').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await at(page, 'unfit').waitFor();
  });
});

describe('lists', () => {
  it('have the data sets of one file side by side', async () => {
    running = await launchApp();
    const { page } = running;
    await answerOpenDialog(running, [
      path.join(samples, 'simulated-general-method.lmd'),
      sample,
      path.join(samples, 'simulated-lak-3-day.fcs'),
    ]);
    await at(page, 'open-files').click();
    await waitForSamples(page, 4);
    const names = await page.locator('.sample-name .file-name').evaluateAll((all) => all.map((one) => one.getAttribute('title')));
    const first = names.indexOf('simulated-general-method.lmd (1/2)');
    expect(first).toBeGreaterThanOrEqual(0);
    expect(names[first + 1]).toBe('simulated-general-method.lmd (2/2)');
  });

  it('of findings begin with the shown sample and the gravest, are filtered, and lead to what they are about', async () => {
    running = await launchApp();
    const { page } = running;
    await openByDialog(running, [sample, plain]);
    await sampleRow(page, 1).click();
    await at(page, 'show-findings').click();
    const heads = page.locator('.findings-sample .file-name');
    expect(await heads.first().getAttribute('title')).toBe(path.basename(plain));
    // the end of a long name stays in sight
    expect(await heads.first().locator('.file-name-tail').getAttribute('data-text')).toBe('well B07.fcs');
    await sampleRow(page, 0).click();
    expect(await heads.first().getAttribute('title')).toBe('simulated-cik.fcs');
    for (const part of await page.locator('[data-testid="findings-of"] ul').all()) {
      const severities = await part.locator('li').evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-severity'))));
      expect(severities).toEqual(severities.toSorted((a, b) => a - b));
    }
    await at(page, 'findings-search').fill('skipped');
    expect(await page.locator('.finding').count()).toBeGreaterThan(0);
    expect(await page.locator('.finding:not([data-code="gate-skipped"])').count()).toBe(0);
    await at(page, 'findings-search').fill('threshold');
    await at(page, 'finding-jump').first().click();
    expect(await page.locator('[role="treeitem"][aria-selected="true"]').getAttribute('data-testid')).toMatch(/NK$/);
  });

  it('of notices lie over the plots and leave them where they are', async () => {
    running = await launchApp();
    const { page } = running;
    await openByDialog(running, [sample]);
    const before = await page.locator('.tile').first().boundingBox();
    await answerOpenDialog(running, [path.join(folder, 'gone.fcs')]);
    await at(page, 'add-files').click();
    await at(page, 'notice').waitFor();
    expect(await page.locator('.tile').first().boundingBox()).toEqual(before);
    await at(page, 'dismiss').click();
    await at(page, 'notice').waitFor({ state: 'detached' });
    expect(running.complaints).toEqual([]);
  });
});

/** Scatter and two dyes that nobody named. */
function withoutMarkers(): Uint8Array {
  const values = Float32Array.from({ length: 3000 }, (_, i) => 2000 + ((i * 7919) % 60_000));
  return encodeFcs([
    {
      version: 'FCS3.1',
      channels: ['FSC-A', 'SSC-A', 'FL1-A', 'FL2-A'].map((name) => ({ name, bits: 32, range: 262_144 })),
      eventCount: values.length,
      datatype: 'F',
      byteOrder: 'little',
      keywords: new Map([['$CYT', 'any']]),
      columns: [values, values.toReversed(), values, values.toReversed()],
    },
  ]);
}
