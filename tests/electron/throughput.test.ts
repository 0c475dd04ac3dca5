import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import { answerOpenDialog, launchApp } from '../e2e/window/harness.ts';
import { askWorker, bridgeValue, urlOf } from './page.ts';

const mebibytes = 400;

it('streams a large file into shared memory of a worker; the speed is printed, not judged', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-large-'));
  const file = path.join(folder, 'large.fcs');
  const block = patternBlock();
  const handle = await open(file, 'w');
  for (let i = 0; i < mebibytes; i++) await handle.write(block);
  await handle.close();
  const sum = Number((BigInt(sumOf(block)) * BigInt(mebibytes)) % 2n ** 32n);
  const running = await launchApp({ window: 'fixture' });
  await answerOpenDialog(running, [file]);
  const [opened] = await bridgeValue<BridgeFile[]>(running.page, 'openSamples');
  if (opened === undefined) throw new Error('not opened');
  const speeds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const answer = await askWorker(running.page, { kind: 'stream', url: urlOf(opened), bytes: opened.bytes });
    expect(answer).toMatchObject({ bytes: opened.bytes, sum });
    if (typeof answer === 'object' && answer !== null && 'milliseconds' in answer)
      speeds.push(Math.round(opened.bytes / 1e6 / (Number(answer.milliseconds) / 1e3)));
  }
  await running.close();
  await rm(folder, { recursive: true, force: true });
  process.stderr.write(`token -> worker: ${speeds.join(', ')} MB/s\n`);
});

/** One mebibyte. */
function patternBlock(): Uint8Array {
  const words = new Uint32Array(2 ** 18);
  for (let i = 0; i < words.length; i++) words[i] = Math.imul(i, 2654435761);
  return new Uint8Array(words.buffer);
}

const sumOf = (bytes: Uint8Array): number => new Uint32Array(bytes.buffer).reduce((sum, word) => (sum + word) >>> 0, 0);
