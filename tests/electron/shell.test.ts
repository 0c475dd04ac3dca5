import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import { wholeCertificate } from '../../core/contract/report-parts.ts';
import { answerSaveDialog, launchApp, programOf, type RunningApp } from '../e2e/window/harness.ts';
import { simulatedSample as sample, simulatedAnalyses } from './analyses.ts';
import { bridgeValue, callBridge, collectPushes, pushed } from './page.ts';

let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function launch(...options: Parameters<typeof launchApp>): Promise<RunningApp> {
  running = await launchApp({ window: 'fixture', ...options[0] });
  return running;
}

describe('files that others ask to open', () => {
  it('come from the command line, also before the page listens', async () => {
    const { page } = await launch({ args: [sample, '/etc/passwd'] });
    await collectPushes(page, 'onOpenRequested');
    expect(await pushed(page, 'onOpenRequested')).toMatchObject([
      [[{ name: 'simulated-cik.fcs' }, { name: 'passwd', problem: { code: 'not-fcs' } }]],
    ]);
  });

  it('come from a second start, which ends at once', async () => {
    const { page, userFolder, app } = await launch();
    await collectPushes(page, 'onOpenRequested');
    const { program, args } = programOf('fixture');
    const second = spawn(program, [...args, `--user-data-dir=${userFolder}`, sample], { stdio: 'ignore' });
    await once(second, 'exit');
    expect(await pushed(page, 'onOpenRequested')).toMatchObject([[[{ name: 'simulated-cik.fcs' }]]]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('language and menu', () => {
  it('starts in the language of --lang and keeps the one that was chosen', async () => {
    const userFolder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-user-'));
    const { page, app } = await launch({ language: 'ja', userFolder });
    const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(await bridgeValue(page, 'appInfo')).toMatchObject({ language: 'ja' });
    expect(await labels()).toEqual(['ファイル', '編集', '検体', 'ゲート', '表示', 'ヘルプ']);
    await bridgeValue(page, 'changePreferences', { language: 'en' }, []);
    expect(await labels()).toEqual(['File', 'Edit', 'Sample', 'Gate', 'View', 'Help']);
    expect(JSON.parse(await readFile(path.join(userFolder, 'settings.json'), 'utf8'))).toMatchObject({ preferences: { language: 'en' } });
    await rm(userFolder, { recursive: true, force: true });
  });

  it('sends its commands to the page', async () => {
    const { page, app } = await launch();
    await collectPushes(page, 'onMenuCommand');
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('edit.undo')?.click());
    expect(await pushed(page, 'onMenuCommand')).toEqual([['edit.undo']]);
  });
});

describe('closing', () => {
  it('asks the page while something is unsaved, and goes through when told', async () => {
    const { page, app } = await launch();
    await collectPushes(page, 'onCloseRequested');
    await bridgeValue(page, 'setUnsaved', true);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await pushed(page, 'onCloseRequested')).toEqual([[]]);
    const closed = page.waitForEvent('close');
    await callBridge(page, 'closeWindow').catch(() => undefined);
    await closed;
  });
});

describe('report', () => {
  it('is written by the utility process where the dialog points', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-report-'));
    const { page, app } = await launch();
    const file = path.join(folder, 'report.pdf');
    await answerSaveDialog({ app }, file);
    expect(
      await bridgeValue<BridgeFile>(page, 'exportReport', await simulatedAnalyses(), 'ja', 'report.pdf', wholeCertificate),
    ).toMatchObject({
      name: 'report.pdf',
    });
    expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(await callBridge(page, 'exportReport', '[{}]', 'ja', 'x.pdf', wholeCertificate)).toMatchObject({
      ok: false,
      problem: { code: 'analyses-invalid' },
    });
    await rm(folder, { recursive: true, force: true });
  });
});
