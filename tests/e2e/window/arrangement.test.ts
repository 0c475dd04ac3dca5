import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { at, doubleClick, drawPolygon, openByDialog, quiet, sampleRow, shownCount, tileOf, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');
const lymphocytes = 'Singlets/Live/Lymphocytes';

let folder: string;
let running: RunningApp | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-arrangement-'));
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function begin(): Promise<RunningApp> {
  running = await launchApp();
  await resize(running, 1280, 800);
  await openByDialog(running, [sample]);
  return running;
}

const resize = async ({ app, page }: RunningApp, width: number, height: number) => {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const);
  await page.waitForFunction((wanted) => innerWidth === wanted, width);
};

/** What stands in the grid, in order. */
const shownPlots = (page: Page) => page.locator('.tile').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-testid')));

async function pick(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await at(page, 'palette-search').fill(words);
  await page.keyboard.press('Enter');
}

/** Whether the middle of an element lies in what the grid shows of it. */
async function isInSight(page: Page, population: string): Promise<boolean> {
  const [grid, tile] = await Promise.all([at(page, 'plots').boundingBox(), tileOf(page, population).boundingBox()]);
  if (grid === null || tile === null) return false;
  return tile.y >= grid.y - 6 && tile.y + tile.height <= grid.y + grid.height + 6;
}

describe('plots', () => {
  it('are added, duplicated, moved by hand and by keys, resized, maximised and closed', async () => {
    const { page, complaints } = await begin();
    const before = await shownPlots(page);
    await at(page, `population-${lymphocytes}/NK`).click();
    await tileOf(page, lymphocytes).locator('.tile-head').click();
    await page.keyboard.press('Control+n');
    await page.keyboard.press('Control+d');
    await quiet(page);
    const place = before.findIndex((id) => id?.startsWith(`tile-${lymphocytes}-`));
    const nk = `tile-${lymphocytes}/NK-CD3-CD56`;
    expect((await shownPlots(page)).slice(place, place + 3)).toEqual([before[place], nk, nk]);
    expect(await shownPlots(page)).toHaveLength(before.length + 2);
    expect(await at(page, nk).first().getByTestId('tile-count').innerText()).toBe(
      (await shownCount(page, `${lymphocytes}/NK`)).toLocaleString('en-US'),
    );

    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    expect((await shownPlots(page)).slice(place, place + 3)).toEqual([nk, before[place], nk]);
    // the first plot is dragged at its head behind the second one
    await tileOf(page, '').scrollIntoViewIfNeeded();
    const [head, other] = await Promise.all([
      tileOf(page, '').locator('.tile-head').boundingBox(),
      page.locator('.tile').nth(1).boundingBox(),
    ]);
    if (head === null || other === null) throw new Error('no plot');
    await page.mouse.move(head.x + 8, head.y + 10);
    await page.mouse.down();
    await page.mouse.move(other.x + other.width - 30, other.y + other.height / 2, { steps: 8 });
    await page.mouse.up();
    expect((await shownPlots(page)).slice(0, 2)).toEqual([before[1], before[0]]);

    const first = page.locator('.plot-cell').first();
    const narrow = await first.boundingBox();
    const corner = await first.getByTestId('resize-tile').boundingBox();
    if (narrow === null || corner === null) throw new Error('no corner');
    await page.mouse.move(corner.x + 7, corner.y + 7);
    await page.mouse.down();
    await page.mouse.move(corner.x + narrow.width * 0.9, corner.y + 4, { steps: 6 });
    await page.mouse.up();
    await quiet(page);
    expect((await first.boundingBox())?.width).toBeCloseTo(narrow.width * 2, -1);
    await first.locator('.tile-head').click();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    expect((await first.boundingBox())?.width).toBeCloseTo(narrow.width, -1);

    await page.keyboard.press('Control+m');
    await quiet(page);
    expect(await page.locator('.tile').count()).toBe(1);
    expect((await page.locator('.tile').boundingBox())?.width).toBeGreaterThan(narrow.width * 1.9);
    await at(page, 'maximise-tile').click();
    await quiet(page);
    expect(await page.locator('.tile').count()).toBe(before.length + 2);
    await page.keyboard.press('Control+w');
    await quiet(page);
    expect(await page.locator('.tile').count()).toBe(before.length + 1);
    await pick(page, 'one plot a gate');
    expect(await shownPlots(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it('of a population come into sight beside its parent’s by a double click in its gate or on its row', async () => {
    const { page } = await begin();
    await drawPolygon(
      page,
      '',
      [
        [0.05, 0.05],
        [0.6, 0.05],
        [0.6, 0.7],
      ],
      'Corner',
    );
    // its row, the last of the tree, is in sight
    const [row, list] = await Promise.all([at(page, 'population-Corner').boundingBox(), at(page, 'populations').boundingBox()]);
    if (row === null || list === null) throw new Error('no row');
    expect(row.y + row.height).toBeLessThanOrEqual(list.y + list.height + 1);
    expect(await isInSight(page, '')).toBe(true);
    const head = (await page.locator('.centre-head').boundingBox())?.y;
    await doubleClick(page, '', [0.4, 0.2]);
    await quiet(page);
    const plots = await shownPlots(page);
    const parent = plots.findLastIndex((id) => id?.startsWith('tile--') === true);
    expect(plots[plots.findIndex((id) => id?.startsWith('tile-Corner-'))]).toBeDefined();
    expect(plots.findIndex((id) => id?.startsWith('tile-Corner-'))).toBeLessThanOrEqual(parent + 1);
    expect(await isInSight(page, 'Corner')).toBe(true);
    expect(await tileOf(page, 'Corner').getAttribute('class')).toContain('is-active');

    await at(page, `population-${lymphocytes}/NK`).dblclick();
    await quiet(page);
    expect(await isInSight(page, `${lymphocytes}/NK`)).toBe(true);
    const after = await shownPlots(page);
    const nk = after.findIndex((id) => id?.startsWith(`tile-${lymphocytes}/NK-`));
    expect(after[nk - 1]).toMatch(new RegExp(`^tile-${lymphocytes}-`));
    await at(page, 'population-Corner').dblclick();
    expect(await isInSight(page, 'Corner')).toBe(true);
    // the grid alone has moved
    expect((await page.locator('.centre-head').boundingBox())?.y).toBe(head);
    expect(await shownPlots(page)).toEqual(after);
  });
});

describe('samples and keys', () => {
  it('a double click on a sample shows all of its events by scatter; stepping keeps plots and selection; no key fires while a text is composed', async () => {
    running = await launchApp();
    const { page } = running;
    await openByDialog(running, [sample, path.resolve('test-data', 'samples', 'simulated-expanded-nk.fcs')]);
    await sampleRow(page, 1).dblclick();
    await quiet(page);
    expect((await shownPlots(page))[0]).toBe('tile--FSC-A-SSC-A');
    expect(await tileOf(page, '').getAttribute('class')).toContain('is-active');
    const plots = await shownPlots(page);
    await at(page, `population-${lymphocytes}`).click();
    await page.keyboard.press('PageUp');
    await quiet(page);
    expect(await sampleRow(page, 0).getAttribute('aria-selected')).toBe('true');
    expect(await shownPlots(page)).toEqual(plots);
    expect(await at(page, `population-${lymphocytes}`).getAttribute('aria-selected')).toBe('true');
    const press = (isComposing: boolean) =>
      page.evaluate((composing) => void dispatchEvent(new KeyboardEvent('keydown', { key: 'r', isComposing: composing })), isComposing);
    await press(true);
    expect(await at(page, 'tool-rectangle').getAttribute('aria-pressed')).toBe('false');
    await press(false);
    expect(await at(page, 'tool-rectangle').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the arrangement', () => {
  it('is saved with the session, and opened again: plots, sizes, panels', async () => {
    const { page } = await begin();
    const file = path.join(folder, 'arranged.lymphoscope');
    await answerSaveDialog(await current(), file);
    await page.keyboard.press('Control+s');
    await page.locator('[data-unsaved="false"]').waitFor();
    // the edge is dragged, the right side folded, a plot made larger: the session is unsaved by that alone
    const edge = await at(page, 'edge-left').boundingBox();
    if (edge === null) throw new Error('no edge');
    await page.mouse.move(edge.x, edge.y + 200);
    await page.mouse.down();
    await page.mouse.move(edge.x + 60, edge.y + 200, { steps: 5 });
    await page.mouse.up();
    await page.locator('[data-unsaved="true"]').waitFor();
    await at(page, 'fold-right').click();
    await tileOf(page, 'Singlets').locator('.tile-head').click();
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await quiet(page);
    const [plots, left] = [await shownPlots(page), await at(page, 'samples').boundingBox()];
    expect(left?.width).toBeCloseTo(320, -1);
    await page.keyboard.press('Control+s');
    await page.locator('[data-unsaved="false"]').waitFor();
    const { arrangement } = JSON.parse(await readFile(file, 'utf8')).document;
    expect(arrangement.panels).toMatchObject({ left: { width: expect.closeTo(320, -1) }, right: { folded: true } });
    expect(arrangement.plots.filter(({ size }: { size?: unknown }) => size !== undefined)).toHaveLength(1);
    await running?.close();

    running = await launchApp({ args: [file] });
    await resize(running, 1280, 800);
    await waitForSamples(running.page, 1);
    expect(await shownPlots(running.page)).toEqual(plots);
    expect((await at(running.page, 'samples').boundingBox())?.width).toBeCloseTo(320, -1);
    expect(await at(running.page, 'fold-right').getAttribute('aria-expanded')).toBe('false');
    expect(await running.page.locator('[data-unsaved="false"]').count()).toBe(1);
    expect(running.complaints).toEqual([]);
  });

  it('and an edit are there again after the program was killed in their midst', async () => {
    const userFolder = await mkdtemp(path.join(folder, 'user-'));
    running = await launchApp({ userFolder });
    const { page, app } = running;
    await openByDialog(running, [sample]);
    await drawPolygon(
      page,
      '',
      [
        [0.05, 0.05],
        [0.6, 0.05],
        [0.6, 0.7],
      ],
      'Kept',
    );
    const count = await shownCount(page, 'Kept');
    await at(page, 'population-Kept').dblclick();
    await tileOf(page, 'Singlets').getByTestId('close-tile').click({ force: true });
    await quiet(page);
    const plots = await shownPlots(page);
    await keptAutosave(userFolder, ({ arrangement }) => arrangement?.plots?.length === plots.length);
    // a gate is in the hand
    const frame = await tileOf(page, '').locator('.tile-frame').boundingBox();
    if (frame === null) throw new Error('no plot');
    await page.mouse.move(frame.x + frame.width * 0.4, frame.y + frame.height * 0.8);
    await page.mouse.down();
    await page.mouse.move(frame.x + frame.width * 0.5, frame.y + frame.height * 0.6, { steps: 4 });
    app.process().kill('SIGKILL');
    await new Promise((resolve) => app.process().once('exit', resolve));

    running = await launchApp({ userFolder });
    await at(running.page, 'restore-autosave').click();
    await waitForSamples(running.page, 1);
    expect(await shownPlots(running.page)).toEqual(plots);
    expect(await shownCount(running.page, 'Kept')).toBe(count);
    expect(await running.page.locator('[data-unsaved="true"]').count()).toBe(1);
  });

  it('is kept in the protocol: another session with it begins so', async () => {
    const { page } = await begin();
    for (const population of ['Singlets', 'Singlets/Live']) await tileOf(page, population).getByTestId('close-tile').click({ force: true });
    const plots = await shownPlots(page);
    await pick(page, 'keep this arrangement');
    await page.locator('[data-testid="status"]', { hasText: 'begin with this arrangement' }).waitFor();
    await quiet(page);
    expect(await shownPlots(page)).toEqual(plots);
    const protocol = path.join(folder, 'protocol.json');
    await answerSaveDialog(await current(), protocol);
    await pick(page, 'export protocol');
    await expect.poll(() => readFile(protocol, 'utf8').catch(() => '{}')).toContain('"plots"');
    expect(JSON.parse(await readFile(protocol, 'utf8')).plots).toHaveLength(plots.length);
    await pick(page, 'one plot a gate');
    expect((await shownPlots(page)).length).toBe(plots.length + 2);
    await pick(page, 'arrangement of the protocol');
    expect(await shownPlots(page)).toEqual(plots);
    await running?.close();

    const other = await begin();
    expect((await shownPlots(other.page)).length).toBe(plots.length + 2);
    await answerOpenDialog(other, [protocol]);
    await pick(other.page, 'import gates');
    await expect.poll(() => shownPlots(other.page)).toEqual(plots);
  });
});

/** Waits until the automatic copy says so. */
async function keptAutosave(userFolder: string, says: (document: { arrangement?: { plots?: readonly unknown[] } }) => boolean) {
  const read = async () => {
    const text = await readFile(path.join(userFolder, 'autosave.lymphoscope'), 'utf8').catch(() => undefined);
    return text !== undefined && says(JSON.parse(text).document);
  };
  await expect.poll(read, { timeout: 10_000 }).toBe(true);
}

async function current(): Promise<RunningApp> {
  if (running === undefined) throw new Error('not started');
  return running;
}
