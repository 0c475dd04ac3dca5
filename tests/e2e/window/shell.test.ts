import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { writeBenchSample } from '../../../test-data/bench-sample.ts';
import { at, drawPolygon, openByDialog, quiet, sampleRow, shownCount, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const samples = path.resolve('test-data', 'samples');
const sample = path.join(samples, 'simulated-cik.fcs');
const corners = [
  [0.05, 0.05],
  [0.6, 0.05],
  [0.6, 0.7],
] as const;

let folder: string;
let running: RunningApp | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-shell-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function launch(options: Parameters<typeof launchApp>[0] = {}): Promise<RunningApp> {
  running = await launchApp(options);
  return running;
}

describe('the empty window', () => {
  it('opens the simulated samples, both data sets of an LMD file, and compares them', async () => {
    const { page, complaints } = await launch();
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
    expect(await page.getByText('(2/2)').count()).toBeGreaterThan(0);
    await at(page, 'centre-composition').click();
    await page.locator('.chart-bars .bars path').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks nothing of the network', async () => {
    const { page } = await launch();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
    expect(asked.filter((url) => !url.startsWith('app://lymphoscope/') && !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual(
      [],
    );
    expect(asked.length).toBeGreaterThan(5);
  });
});

describe('files', () => {
  it('with HTML, prototype names and control characters in their keywords show as text', async () => {
    const hostile = path.join(folder, 'hostile <img src=x onerror=alert(1)> %00.fcs');
    await writeFile(hostile, hostileFile());
    const { page, complaints } = await launch();
    await openByDialog(await current(), [hostile]);
    await sampleRow(page, 0).click();
    await page.getByTestId('tab-details').click();
    await expect.poll(() => at(page, 'metadata-lot').inputValue(), { timeout: 30_000 }).toBe('<b>x</b>__proto__');
    expect(await page.locator('img, b:has-text("x")').count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(Object.prototype, 'polluted'))).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it('that are refused say why; the others are there, and what is whole can be opened', async () => {
    const broken = path.join(folder, 'broken.fcs');
    const bytes = await readFile(sample);
    await writeFile(broken, bytes.subarray(0, bytes.length - 20_000));
    const { page } = await launch();
    await answerOpenDialog(await current(), [broken, sample]);
    await at(page, 'open-files').click();
    await waitForSamples(page, 1);
    const notice = at(page, 'notice').filter({ hasText: 'broken.fcs' });
    expect(await notice.getAttribute('data-code')).toBe('data-truncated');
    await notice.getByRole('button').first().click();
    await waitForSamples(page, 2);
  });

  it('twice are said to be there already', async () => {
    const copy = path.join(folder, 'another name.fcs');
    await copyFile(sample, copy);
    const { page } = await launch();
    await openByDialog(await current(), [sample]);
    await answerOpenDialog(await current(), [copy]);
    await at(page, 'add-files').click();
    await page.locator('[data-testid="notice"][data-code="sample-exists"]').waitFor();
    expect(await page.locator('[data-testid^="sample-row-"]').count()).toBe(1);
  });

  it('with the same events under another name and keyword are said to be so', async () => {
    const renamed = path.join(folder, 'renamed.fcs');
    const bytes = await readFile(sample);
    const at = bytes.indexOf('SIM-');
    bytes.write('SIX-', at, 'latin1');
    await writeFile(renamed, bytes);
    const { page } = await launch();
    await openByDialog(await current(), [sample, renamed]);
    const notice = page.locator('[data-testid="notice"][data-code="events-duplicate"]');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('renamed.fcs');
  });

  it('come by the command line; one that is missing says so, and the others are opened', async () => {
    const missing = path.join(folder, 'not there.fcs');
    const { page } = await launch({ args: [missing, sample] });
    await waitForSamples(page, 1);
    expect(await page.locator('[data-code="file-not-found"]').innerText()).toContain('not there.fcs');
    await answerOpenDialog(await current(), [path.join(samples, 'simulated-lak-3-day.fcs'), missing]);
    await at(page, 'add-files').click();
    await waitForSamples(page, 2);
    expect(await page.locator('[data-code="file-not-found"]').count()).toBe(1);
  });

  it('that moved are found again by their digest', async () => {
    const study = path.join(folder, 'study');
    await mkdir(study);
    await copyFile(sample, path.join(study, 'a.fcs'));
    const { page } = await launch();
    await openByDialog(await current(), [path.join(study, 'a.fcs')]);
    await drawPolygon(page, '', corners, 'G');
    const count = await shownCount(page, 'G');
    await answerSaveDialog(await current(), path.join(study, 's.lymphoscope'));
    await at(page, 'save').click();
    await page.locator('[data-unsaved="false"]').waitFor();
    await rename(path.join(study, 'a.fcs'), path.join(folder, 'moved.fcs'));
    await running?.close();

    const again = await launch({ args: [path.join(study, 's.lymphoscope')] });
    await again.page.locator('[data-state="missing"]').waitFor();
    await answerOpenDialog(again, [path.join(samples, 'simulated-lak-3-day.fcs')]);
    await at(again.page, 'relink-0').click();
    await again.page.locator('[data-testid="notice"][data-code="sample-differs"]').waitFor();
    await answerOpenDialog(again, [path.join(folder, 'moved.fcs')]);
    await at(again.page, 'relink-0').click();
    await waitForSamples(again.page, 1);
    expect(await shownCount(again.page, 'G')).toBe(count);
  });
});

describe('a narrow window', () => {
  it.each(['en', 'ja'] as const)('has all of its buttons in sight (%s)', async (language) => {
    const { app, page } = await launch({ language });
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
    await page.waitForFunction(() => innerWidth === 1024);
    const box = await at(page, 'export-pdf').boundingBox();
    expect(box!.x + box!.width).toBeLessThanOrEqual(1024);
    if (process.env['LYMPHO_PICTURES'])
      await page.screenshot({ path: path.join(process.env['LYMPHO_PICTURES'], `narrow-${language}.png`) });
  });
});

describe('work in the background', () => {
  it('shows where it is, can be stopped, and leaves what was there', { timeout: 120_000 }, async () => {
    const large = path.join(folder, 'large.fcs');
    await writeBenchSample(large, { events: 2_000_000, channels: 16, seed: 3 });
    const { page } = await launch();
    await openByDialog(await current(), [sample]);
    await answerOpenDialog(await current(), [large]);
    await at(page, 'add-files').click();
    await page.locator('[data-testid="status"][data-busy="true"]').waitFor();
    await at(page, 'cancel').click();
    await page.locator('[data-testid="status"][data-busy="false"]').waitFor();
    expect(await page.locator('[data-testid^="sample-row-"]').count()).toBe(1);
    expect(await sampleRow(page, 0).getAttribute('data-state')).toBe('ready');
    await rm(large);
  });

  it('survives the end of a worker', async () => {
    const { page } = await launch();
    await openByDialog(await current(), [sample]);
    await Promise.all(
      page.workers().map((worker) =>
        worker.evaluate(() => {
          setTimeout(() => {
            throw new Error('made to end');
          });
        }),
      ),
    );
    await page.waitForFunction(() => true);
    await drawPolygon(page, '', corners, 'After');
    expect(await shownCount(page, 'After')).toBeGreaterThan(0);
  });
});

describe('the person', () => {
  it('changes language and theme, finds commands by typing, and sees the audit', async () => {
    const { page } = await launch();
    await openByDialog(await current(), [sample]);
    await page.keyboard.press('Control+k');
    await at(page, 'palette-search').fill('監査');
    await page.keyboard.press('Enter');
    await at(page, 'audit').waitFor();
    expect(await at(page, 'audit').innerText()).toContain('simulated-cik.fcs');
    await page.keyboard.press('Escape');
    await at(page, 'language').click();
    await at(page, 'language-ja').click();
    await page.getByText('細胞集団').first().waitFor();
    await at(page, 'theme').click();
    await at(page, 'theme-dark').click();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
  });

  it('is asked before unsaved work is closed', async () => {
    const { page, app } = await launch();
    await openByDialog(await current(), [sample]);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await at(page, 'closing').waitFor();
    await page.keyboard.press('Escape');
    await at(page, 'closing').waitFor({ state: 'detached' });
    await quiet(page);
  });
});

async function current(): Promise<RunningApp> {
  if (running === undefined) throw new Error('not started');
  return running;
}

/** A small file whose names and keywords are made to do harm where they are taken for anything but text. */
function hostileFile(): Uint8Array {
  const values = Float32Array.from({ length: 400 }, (_, i) => 1000 + ((i * 7919) % 50_000));
  const names = ['FSC-A', 'SSC-A', '__proto__', '<script>alert(1)</script>'];
  const keywords = new Map([
    ['LYMPHOSCOPE LOT', '<b>x</b>__proto__'],
    ['__proto__', '{"polluted":true}'],
    ['constructor', 'polluted'],
    ['$CYT', '\u0007\u001b[31m<img src=x onerror=alert(1)>'],
  ]);
  return encodeFcs([
    {
      version: 'FCS3.1',
      channels: names.map((name) => ({ name, bits: 32, range: 262_144 })),
      eventCount: values.length,
      datatype: 'F',
      byteOrder: 'little',
      keywords,
      columns: names.map(() => values),
    },
  ]);
}
