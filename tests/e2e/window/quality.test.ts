import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { simulateSample } from '../../../test-data/simulate-sample.ts';
import { at, openByDialog, quiet, sampleRow } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

/* Acquisition quality of a file, and the samples of a session over time. LYMPHO_PICTURES names a folder for pictures of them. */

let folder: string;
let running: RunningApp | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-quality-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Order {
  readonly name: string;
  readonly seed: number;
  readonly events?: number;
  readonly culture?: 'expanded-nk' | 'cik';
  readonly keywords?: readonly (readonly [string, string])[];
  readonly change?: (columns: readonly Float32Array[], names: readonly string[]) => void;
  readonly withoutTime?: boolean;
}

/** Writes a simulated file, with a fault where one is asked for. */
async function simulate({
  name,
  seed,
  events = 3000,
  culture = 'expanded-nk',
  keywords = [],
  change,
  withoutTime = false,
}: Order): Promise<string> {
  const [content] = simulateSample({ culture, seed, events, instrument: 'modern', keywords: new Map(keywords) }).content;
  if (content === undefined) throw new Error('no data set');
  const columns = content.columns.map((column) => Float32Array.from(column, Number));
  change?.(
    columns,
    content.channels.map((channel) => channel.name),
  );
  const from = withoutTime ? 1 : 0;
  const file = path.join(folder, name);
  await writeFile(file, encodeFcs([{ ...content, channels: content.channels.slice(from), columns: columns.slice(from) }]));
  return file;
}

/** A stream off its place for a while: scatter is weaker. */
function weaken(columns: readonly Float32Array[], names: readonly string[]): void {
  names.forEach((name, channel) => {
    const column = columns[channel];
    if (column !== undefined && /^(FSC|SSC)-/.test(name)) for (let i = 12_000; i < 18_000; i++) column[i]! *= 0.6;
  });
}

const simulateReference = (run: number): Promise<string> =>
  simulate({
    name: `reference-${run + 1}.fcs`,
    seed: 100 + run,
    events: 2000,
    keywords: [
      ['$DATE', `${String(run + 1).padStart(2, '0')}-APR-2026`],
      ['SAMPLE ROLE', 'reference'],
    ],
    ...(run === 20 && { change: dim }),
  });

/** Every detector but the clock gives half of what it gave. */
function dim(columns: readonly Float32Array[], names: readonly string[]): void {
  names.forEach((name, channel) => {
    const column = columns[channel];
    if (column !== undefined && name !== 'Time') for (let i = 0; i < column.length; i++) column[i]! *= 0.5;
  });
}

async function picture({ page }: RunningApp, name: string): Promise<void> {
  const into = process.env['LYMPHO_PICTURES'];
  if (into === undefined) return;
  await mkdir(into, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await at(page, 'theme').click();
    await at(page, `theme-${theme}`).click();
    await page.screenshot({ path: path.join(into, `${name}-${theme}.png`) });
  }
}

describe.each(['en', 'ja'] as const)('the quality page (%s)', (language) => {
  it('says the verdict, finds the fault, says that there is no clock, and marks the list', { timeout: 120_000 }, async () => {
    const faulty = await simulate({ name: 'faulty.fcs', seed: 1, events: 40_000, change: weaken });
    const timeless = await simulate({ name: 'timeless.fcs', seed: 2, events: 8000, withoutTime: true });
    running = await launchApp({ language });
    const { page, complaints } = running;
    await openByDialog(running, [faulty, timeless]);
    await sampleRow(page, 0).click();
    expect(await page.locator('.sample [data-verdict]').count()).toBe(0);
    await at(page, 'centre-quality').click();
    await page.locator('[data-testid="quality"] [data-verdict="review"]').waitFor();
    expect(await page.locator('[data-code="signal-unstable"]').count()).toBeGreaterThan(0);
    expect(await at(page, 'trace-flow-rate').count()).toBe(1);
    expect(await page.locator('.small-chart [data-flagged]').count()).toBeGreaterThan(0);
    expect(await sampleRow(page, 0).locator('[data-verdict="review"]').count()).toBe(1);
    await picture(running, `quality-${language}`);

    await sampleRow(page, 1).click();
    await page.locator('[data-code="no-time"]').waitFor();
    expect(await at(page, 'trace-flow-rate').count()).toBe(0);
    await quiet(page);
    expect(complaints).toEqual([]);
  });
});

describe.each(['en', 'ja'] as const)('the trends page (%s)', (language) => {
  it('charts lots and controls in order of time, and says what breaks a rule or is too few', { timeout: 180_000 }, async () => {
    const files: string[] = [];
    for (let i = 0; i < 13; i++)
      files.push(
        await simulate({
          name: `lot-${i + 1}.fcs`,
          seed: 10 + i,
          culture: i === 12 ? 'cik' : 'expanded-nk',
          keywords: [['$DATE', `${String(i + 1).padStart(2, '0')}-MAR-2026`]],
        }),
      );
    files.push(await simulate({ name: 'undated.fcs', seed: 40 }));
    running = await launchApp({ language });
    const { page, complaints } = running;
    await openByDialog(running, files.slice(0, 5));
    await at(page, 'centre-trends').click();
    expect(await at(page, 'trends').innerText()).toContain('5');
    expect(await at(page, 'trend-nk').count()).toBe(0);
    await openByDialog(running, files.slice(5));
    await page.locator('[data-state="ready"]').nth(13).waitFor();
    await at(page, 'trend-nk').waitFor();
    expect(await at(page, 'trend-nk').locator('[data-breach]').last().innerText()).toContain('2026-03-13 lot-13.fcs');
    // one reference is said to be too few; 21 of them are charted, and the last, on weaker detectors, pauses the group
    const references: string[] = [];
    for (let i = 0; i < 21; i++) references.push(await simulateReference(i));
    await openByDialog(running, references.slice(0, 1));
    await page.locator('[data-state="ready"]').nth(14).waitFor();
    expect(await page.locator('[data-runs="1"]').innerText()).toContain('20');
    await openByDialog(running, references.slice(1));
    await page.locator('[data-state="ready"]').nth(34).waitFor();
    await page.locator('[data-runs="21"] ~ .small-charts .small-chart').first().waitFor();
    await picture(running, `trends-${language}`);
    await at(page, 'trend-nk').locator('[data-breach] button').last().click();
    await page.locator('.sample.is-selected', { hasText: 'lot-13' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
