import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import { answerOpenDialog, launchApp, type RunningApp } from '../e2e/window/harness.ts';
import { corpusFiles, outlineOf } from '../golden/corpus-table.ts';
import { corpusFile } from '../shared-data.ts';
import { askWorker, bridgeValue, urlOf } from './page.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ window: 'fixture' });
});
afterAll(() => running?.close());

describe.skipIf(corpusFiles.length === 0)('the corpus in a Web Worker, bit for bit', () => {
  it.each(corpusFiles)('$file', async ({ file, datasets, salvage }) => {
    await answerOpenDialog(running, [corpusFile(file)]);
    const [opened] = await bridgeValue<BridgeFile[]>(running.page, 'openSamples');
    if (opened === undefined) throw new Error('not opened');
    const read = (mode: 'default' | 'salvage', kernels: boolean) =>
      askWorker(running.page, { kind: 'read-fcs', url: urlOf(opened), bytes: opened.bytes, mode, kernels });
    const outlines = (list: typeof datasets) => ({ datasets: list.map((dataset) => outlineOf(file, dataset)) });
    for (const kernels of [true, false]) {
      const expected = datasets[0]?.refuse ? { refused: expect.any(String) } : outlines(datasets);
      expect(await read('default', kernels)).toEqual(expected);
      if (salvage) expect(await read('salvage', kernels)).toEqual(outlines(salvage));
    }
  });
});
