import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BridgeFile, OpenedSession } from '../../core/contract/bridge.ts';
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from '../e2e/window/harness.ts';
import { askWorker, bridgeValue, callBridge, urlOf } from './page.ts';

const samples = path.join('test-data', 'samples');
const sampleName = 'simulated-cik.fcs';

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-files-'));
  running = await launchApp({ window: 'fixture' });
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('bytes of a token', () => {
  it('reach a worker as they are, whole and in part', async () => {
    const { page } = running;
    const files = await bridgeValue<BridgeFile[]>(page, 'sampleFiles');
    const sample = files.find(({ name }) => name === sampleName);
    if (sample === undefined) throw new Error('no simulated sample');
    const bytes = await readFile(path.join(samples, sampleName));
    expect(sample.bytes).toBe(bytes.byteLength);
    expect(await askWorker(page, { kind: 'fetch', url: urlOf(sample) })).toEqual({
      status: 200,
      bytes: bytes.byteLength,
      sha256: sha256(bytes),
    });
    const part = bytes.subarray(1000, 5001);
    expect(await askWorker(page, { kind: 'fetch', url: urlOf(sample), range: 'bytes=1000-5000' })).toMatchObject({
      bytes: part.byteLength,
      sha256: sha256(part),
    });
  });

  it('come from files with names of any script', async () => {
    const file = path.join(folder, '培養 14日 #1 %41?.fcs');
    const bytes = await readFile(path.join(samples, sampleName));
    await writeFile(file, bytes);
    await answerOpenDialog(running, [file]);
    const [opened] = await bridgeValue<BridgeFile[]>(running.page, 'openSamples');
    expect(opened?.name).toBe(path.basename(file));
    expect(await askWorker(running.page, { kind: 'fetch', url: opened === undefined ? '' : urlOf(opened) })).toMatchObject({
      sha256: sha256(bytes),
    });
  });

  it('are refused for a folder and for a file that is gone', async () => {
    await answerOpenDialog(running, [folder]);
    expect(await callBridge(running.page, 'openSamples')).toMatchObject({ ok: true, value: [{ problem: { code: 'not-a-file' } }] });
    await answerOpenDialog(running, [path.join(folder, 'gone.fcs')]);
    expect(await callBridge(running.page, 'openSamples')).toMatchObject({ ok: true, value: [{ problem: { code: 'file-not-found' } }] });
    await answerOpenDialog(running, []);
    expect(await callBridge(running.page, 'openSamples')).toEqual({ ok: true, value: [] });
  });
});

describe('sessions', () => {
  it('are saved with their files, opened, and survive a move and a loss', async () => {
    const { page } = running;
    const place = path.join(folder, 'study');
    await mkdir(place);
    await writeFile(path.join(place, 'a.fcs'), await readFile(path.join(samples, sampleName)));
    await answerOpenDialog(running, [path.join(place, 'a.fcs')]);
    const [sample] = await bridgeValue<BridgeFile[]>(page, 'openSamples');
    if (sample === undefined) throw new Error('not opened');
    const text = JSON.stringify({ samples: [{ file: sample.token }] });
    await answerSaveDialog(running, path.join(place, 'study.lymphoscope'));
    const saved = await bridgeValue<BridgeFile>(page, 'saveSession', undefined, text);
    expect(saved.name).toBe('study.lymphoscope');

    const again = await bridgeValue<OpenedSession>(page, 'openSession', saved.token);
    expect(again).toMatchObject({ text, samples: [{ token: sample.token, name: 'a.fcs', found: true }] });
    expect(await bridgeValue<BridgeFile>(page, 'saveSession', saved.token, text)).toMatchObject({ token: saved.token });
    expect(await bridgeValue<BridgeFile[]>(page, 'recentFiles')).toMatchObject([{ name: 'study.lymphoscope' }]);

    const moved = path.join(folder, 'moved');
    await rename(place, moved);
    await answerOpenDialog(running, [path.join(moved, 'study.lymphoscope')]);
    const afterMove = await bridgeValue<OpenedSession>(page, 'openSession');
    expect(afterMove.samples).toMatchObject([{ token: sample.token, found: true, bytes: sample.bytes }]);

    await rename(path.join(moved, 'a.fcs'), path.join(folder, 'elsewhere.fcs'));
    const afterLoss = await bridgeValue<OpenedSession>(page, 'openSession');
    expect(afterLoss.samples).toMatchObject([{ token: sample.token, found: false }]);
    await answerOpenDialog(running, [path.join(folder, 'elsewhere.fcs')]);
    expect(await bridgeValue<BridgeFile>(page, 'relink', sample.token)).toMatchObject({ token: sample.token, name: 'elsewhere.fcs' });
    expect(await askWorker(page, { kind: 'fetch', url: urlOf(sample) })).toMatchObject({ bytes: sample.bytes });
  });

  it('never go over a sample', async () => {
    const [sample] = await bridgeValue<BridgeFile[]>(running.page, 'sampleFiles');
    expect(await callBridge(running.page, 'saveSession', sample?.token, '{}')).toMatchObject({
      ok: false,
      problem: { code: 'not-a-session' },
    });
  });

  it('keep an autosave for the next start', async () => {
    const { page, userFolder } = running;
    expect(await bridgeValue(page, 'readAutosave')).toBeNull();
    await bridgeValue(page, 'writeAutosave', '{"edits":[]}');
    expect((await stat(path.join(userFolder, 'autosave.lymphoscope'))).isFile()).toBe(true);
    expect(await bridgeValue(page, 'appInfo')).toMatchObject({ autosave: true });
    expect(await bridgeValue(page, 'readAutosave')).toEqual({ text: '{"edits":[]}', samples: [], anchors: [] });
    await bridgeValue(page, 'clearAutosave');
    expect(await bridgeValue(page, 'readAutosave')).toBeNull();
  });
});

it('writes a text where the dialog points, and nothing when it is cancelled', async () => {
  const file = path.join(folder, 'table.csv');
  await answerSaveDialog(running, file);
  expect(await bridgeValue(running.page, 'saveText', 'table.csv', '名前,値\n')).toMatchObject({ name: 'table.csv' });
  expect(await readFile(file, 'utf8')).toBe('名前,値\n');
  await answerSaveDialog(running, undefined);
  expect(await bridgeValue(running.page, 'saveText', 'table.csv', 'x')).toBeNull();
  await answerSaveDialog(running, path.join(folder, 'table.csv', 'below-a-file.csv'));
  expect(await callBridge(running.page, 'saveText', 'x.csv', 'x')).toMatchObject({ ok: false });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
