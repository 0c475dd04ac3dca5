import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { analyseSample } from '../../core/analyse.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { openFile } from '../../headless/files/file-source.ts';
import { helperHashes } from '../../headless/helper-thread/helper-hashes.ts';
import { HELPER_FROM_BYTES, oneTurn, startHelper } from '../../headless/helper-thread/helper-pool.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { engineProtocol } from '../bench/engine-protocol.ts';
import { root } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-helper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a large file is analysed by two threads as by one, to the last digit', async () => {
  const file = path.join(folder, 'large.fcs');
  await writeBenchSample(file, { events: 400_000 });
  const shipped = readFileSync(path.join(root, 'core', 'study', 'protocol', 'nk-t.json'), 'utf8');
  const pool = startHelper();
  expect(pool).toBeDefined();
  try {
    for (const protocol of [engineProtocol(shipped), parseProtocol(shipped)]) {
      const source = await openFile(file);
      expect(source.size).toBeGreaterThan(HELPER_FROM_BYTES);
      const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: '' };
      const alone = await analyseSample(source, protocol, host);
      const { createHash } = helperHashes(pool!);
      const helped = await analyseSample(source, protocol, { ...host, createHash }, { helper: { pool: pool!, turn: oneTurn } });
      expect(helped).toEqual(alone);
      await source.close();
    }
  } finally {
    pool?.dispose();
  }
}, 120_000);
