import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProtocol } from '../../../core/study/protocol/protocol.ts';
import { importFiles } from '../../../headless/archive/import/import-files.ts';
import { openArchive } from '../../../headless/archive/open-archive.ts';
import { type PostgresServer, postgresMissing, startPostgres } from '../../archive/postgres-server.ts';
import { at } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

const samples = path.resolve(import.meta.dirname, '../../../test-data/samples');
const names = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-resting-blood.fcs'];

const { metadata: keywords } = parseProtocol(await readFile(path.resolve(samples, '../../core/study/protocol/nk-t.json'), 'utf8'));

let folder = '';
let userFolder = '';
let running: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-places-window-'));
  userFolder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-places-user-'));
  for (const name of names) await copyFile(path.join(samples, name), path.join(folder, name));
  running = await launchApp({ userFolder });
});
afterAll(async () => {
  await running?.close();
  for (const made of [folder, userFolder]) await rm(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const idle = () => running.page.locator('[data-testid="archive"][data-busy="false"]').waitFor({ timeout: 90_000 });
const total = async () => at(running.page, 'runs-found').getAttribute('data-total');
async function pick(text: string | RegExp): Promise<void> {
  await at(running.page, 'archive-switch').click();
  await running.page.getByRole('menu').getByText(text).first().click();
  await idle();
}
const place = () => at(running.page, 'archive-place');

describe('batches and reports of chosen runs', () => {
  it('gates with choices: controls and siblings help, gates without their marker are left out', async () => {
    const { page } = running;
    await at(page, 'open-archive').click();
    await answerOpenDialog(running, [folder]);
    await at(page, 'import-folder').click();
    await at(page, 'archive-runs').waitFor({ timeout: 60_000 });
    await at(page, 'gate-again-with').click();
    await at(page, 'batch-same-run').click();
    await at(page, 'menu-folder').click();
    await at(page, 'batch-absent').click();
    await at(page, 'menu-leave-out').click();
    await at(page, 'batch-begin').click();
    await page.locator('[data-testid="batch-1"][data-state="finished"]').waitFor({ timeout: 90_000 });
    expect(await at(page, 'batch-1').getAttribute('data-failed')).toBe('0');
    await idle();
  });

  it('writes the report of a chosen run, and the table of it', async () => {
    const { page } = running;
    await at(page, 'archive-tab-runs').click();
    await at(page, 'tick-simulated-cik.fcs').check();
    const pdf = path.join(folder, 'cik.pdf');
    await answerSaveDialog(running, pdf);
    await at(page, 'archive-reports').click();
    await idle();
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    await answerSaveDialog(running, path.join(folder, 'cik.csv'));
    await at(page, 'archive-table').click();
    await idle();
    const files = (await readFile(path.join(folder, 'cik.csv'), 'utf8')).split('\r\n').slice(1, -1);
    expect(new Set(files.map((line) => line.split(',')[0]))).toEqual(new Set(['simulated-cik.fcs']));
  });

  it('leaves nothing where a report is stopped', async () => {
    const { page } = running;
    await at(page, 'tick-all').check();
    // a quick machine may be done before it is told to stop: then it is tried again
    const isThere: boolean[] = [];
    while (isThere.at(-1) !== false && isThere.length < 8) {
      const file = path.join(folder, `stopped-${isThere.length}.pdf`);
      await answerSaveDialog(running, file);
      await at(page, 'archive-reports').click();
      await at(page, 'cancel')
        .click({ timeout: 5000 })
        .catch(() => undefined);
      await idle();
      isThere.push(existsSync(file));
    }
    expect(isThere.at(-1)).toBe(false);
    expect((await readdir(folder)).filter((name) => name.includes('stopped'))).toHaveLength(isThere.length - 1);
    expect(await page.locator('[data-testid="notice"]').count()).toBe(0);
  });
});

describe('other archives', () => {
  it('opens the file of another one, and goes back to its own', async () => {
    const { page } = running;
    const other = path.join(folder, 'other.db');
    await (await openArchive(other, { create: true })).close();
    await answerOpenDialog(running, [other]);
    await pick('Open an archive file…');
    await at(page, 'archive-empty').waitFor();
    expect(await place().innerText()).toContain('other.db');
    await pick('On this computer');
    expect(await total()).toBe('3');
  });

  it('says what keeps one shut, and stays where it was', async () => {
    const { page } = running;
    await answerOpenDialog(running, [path.join(folder, 'simulated-cik.fcs')]);
    await pick('Open an archive file…');
    await page.getByText(/is no archive of this software/).waitFor();
    expect(await place().getAttribute('data-place')).toBe('own');
    expect(await total()).toBe('3');
  });

  describe.skipIf(postgresMissing !== undefined)('on a server', () => {
    let server: PostgresServer;
    let url = '';
    beforeAll(async () => {
      server = await startPostgres();
      url = await server.newDatabase();
      const archive = await openArchive(url, { create: true });
      await importFiles(archive, [path.join(folder, 'simulated-cik.fcs')], { keywords, now: () => new Date().toISOString() });
      await archive.close();
    });
    afterAll(() => server?.remove());

    it('is reached by its address, remembered over a restart, and forgotten when told', async () => {
      let { page } = running;
      await at(page, 'archive-switch').click();
      await at(page, 'menu-server').click();
      await at(page, 'server-address').fill('db.example');
      await at(page, 'server-connect').click();
      await at(page, 'server-problem').waitFor();
      await at(page, 'server-address').fill(url);
      await at(page, 'server-connect').click();
      await page.locator('[data-testid="server-dialog"]').waitFor({ state: 'detached' });
      await idle();
      expect(await total()).toBe('1');
      await running.close();
      running = await launchApp({ userFolder });
      page = running.page;
      await at(page, 'open-archive').click();
      await page.locator('[data-testid="runs-found"][data-total="1"]').waitFor();
      await pick(/^Remove .* from the list/);
      await page.locator('[data-testid="runs-found"][data-total="3"]').waitFor();
      expect(await place().getAttribute('data-place')).toBe('own');
      expect(running.complaints).toEqual([]);
    });
  });
});
