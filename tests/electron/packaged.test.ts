import { access, copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../../core/base/engine.ts';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import { wholeCertificate } from '../../core/contract/report-parts.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, packagedProgram, type RunningApp } from '../e2e/window/harness.ts';
import { simulatedAnalyses } from './analyses.ts';
import { bridgeValue, callBridge, urlOf } from './page.ts';

if (packagedProgram === undefined) process.stderr.write('skipped: the packaged program is tested by npm run test:packaged\n');

describe.skipIf(packagedProgram === undefined)('the packaged program', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await launchApp({ window: 'packaged' });
  });
  afterAll(() => running?.close());

  it('has the fuses of a release, but for the inspector that drives this test', async () => {
    const wire = await getCurrentFuseWire(packagedProgram ?? '');
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    for (const fuse of off) expect(wire[fuse]).toBe('0'.charCodeAt(0));
    for (const fuse of on) expect(wire[fuse]).toBe('1'.charCodeAt(0));
  });

  it('holds one app, in its archive', async () => {
    const resources = path.join(path.dirname(packagedProgram ?? ''), 'resources');
    await access(path.join(resources, 'app.asar'));
    await expect(access(path.join(resources, 'default_app.asar'))).rejects.toThrow();
  });

  it('brings its own licence, and those of others', async () => {
    const beside = (name: string) => readFile(path.join(path.dirname(packagedProgram ?? ''), name), 'utf8');
    expect(await beside('LICENSE.lymphoscope.txt')).toContain('MIT');
    const notices = await beside('THIRD-PARTY-NOTICES.txt');
    for (const part of ['react', 'libsql', 'pdfkit', 'zod', '@expo-google-fonts/noto-sans-jp', 'SIL OPEN FONT LICENSE'])
      expect(notices).toContain(part);
  });

  it('says where its runtime is old', async () => {
    const { oldRuntime } = await bridgeValue<{ oldRuntime: boolean }>(running.page, 'appInfo');
    expect(path.basename(packagedProgram ?? '').includes('old-runtime')).toBe(oldRuntime);
  });

  it('shows an isolated page without complaint, and no developer tools', async () => {
    expect(await running.page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(running.complaints).toEqual([]);
    expect(await bridgeValue(running.page, 'appInfo')).toMatchObject({ packaged: true });
    const tools = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      return contents?.isDevToolsOpened();
    });
    expect(tools).toBe(false);
  });

  it('reads the simulated samples out of its archive', async () => {
    const files = await bridgeValue<BridgeFile[]>(running.page, 'sampleFiles');
    expect(files.length).toBeGreaterThan(3);
    const sizes = await running.page.evaluate(
      (urls) => Promise.all(urls.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength)),
      files.map(urlOf),
    );
    expect(sizes).toEqual(files.map(({ bytes }) => bytes));
  });

  it('writes a report, with the fonts that it ships', async () => {
    const file = path.join(running.userFolder, 'report.pdf');
    await answerSaveDialog(running, file);
    expect(await callBridge(running.page, 'exportReport', await simulatedAnalyses(), 'ja', 'report.pdf', wholeCertificate)).toMatchObject({
      ok: true,
    });
    await access(file);
  });

  it('keeps an archive with the native database that it ships, and gates in threads of its own', async () => {
    const { page } = running;
    const samples = path.resolve(import.meta.dirname, '../../test-data/samples');
    const folder = path.join(running.userFolder, 'runs');
    await mkdir(folder);
    for (const name of ['simulated-cik.fcs', 'simulated-lak-3-day.fcs']) await copyFile(path.join(samples, name), path.join(folder, name));
    const protocol = await readFile(path.resolve(import.meta.dirname, '../../core/study/protocol/nk-t.json'), 'utf8');
    await answerOpenDialog(running, [folder]);
    expect(await bridgeValue(page, 'importFolder', protocol)).toMatchObject({ added: 2, failed: [] });
    const { id } = await bridgeValue<{ id: string }>(page, 'beginBatch', '', {
      protocol,
      gates: { placed: [], takenBack: [] },
      respectPauses: false,
    });
    expect(await bridgeValue(page, 'continueBatch', id)).toEqual({ total: 2, done: 2, failed: 0 });
    const { batches } = await bridgeValue<{ batches: { engine: string }[] }>(page, 'archiveLists');
    expect(batches[0]?.engine).toBe(ENGINE);
  });
});
