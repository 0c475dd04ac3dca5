import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { describeFinding } from '../../core/base/finding.ts';
import { Problem } from '../../core/base/problem.ts';
import { fcsFindings } from '../../core/data/fcs/findings.ts';
import { digestEvents, digestFile } from '../../core/data/fcs/read/digest.ts';
import { watchIdentity } from '../../core/data/fcs/read/identity.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import { watchBytes } from '../../core/data/fcs/read/watched-source.ts';
import { createMemoryPool, type MemoryPool } from '../../core/data/memory/memory-pool.ts';
import { builtKernels } from '../kernel-module.ts';
import { corpusFile } from '../shared-data.ts';
import { corpusFiles, outlineOf } from './corpus-table.ts';

const createSha256 = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
};
/** With the compiled kernels, and with their plain references. */
const pools = [createMemoryPool(2 ** 28, builtKernels()), createMemoryPool(2 ** 28)];
const sourceOf = (file: string) => bytesSource(file, new Uint8Array(readFileSync(corpusFile(file))));

describe.skipIf(corpusFiles.length === 0)('the corpus, bit for bit', () => {
  it.each(corpusFiles)('$file', async ({ file, sha256, datasets, salvage }) => {
    const source = sourceOf(file);
    expect(await digestFile(source, createSha256)).toBe(sha256);
    if (datasets[0]?.refuse) {
      await expect(openFcs(source)).rejects.toBeInstanceOf(Problem);
      if (!salvage) await expect(openFcs(source, { mode: 'salvage' })).rejects.toBeInstanceOf(Problem);
    }
    for (const pool of pools) {
      if (!datasets[0]?.refuse) expect(await readAll(pool, file)).toEqual(datasets.map((dataset) => outlineOf(file, dataset)));
      if (salvage) expect(await readAll(pool, file, 'salvage')).toEqual(salvage.map((dataset) => outlineOf(file, dataset)));
    }
  });

  it('has no file whose check sum is wrong', async () => {
    for (const { file } of corpusFiles.filter(({ datasets }) => !datasets[0]?.refuse)) {
      const source = watchBytes(sourceOf(file));
      const finish = await watchIdentity(source, (await openFcs(source)).datasets, createSha256);
      const { datasets } = await finish();
      expect([file, datasets.flatMap(({ findings }) => findings)]).toEqual([file, []]);
    }
  });

  it('says what it repaired in sentences of both languages', async () => {
    for (const { file, datasets } of corpusFiles.filter(({ datasets }) => !datasets[0]?.refuse)) {
      const opened = await openFcs(sourceOf(file));
      expect(opened.datasets.length).toBe(datasets.length);
      for (const finding of [...opened.findings, ...opened.datasets.flatMap((dataset) => dataset.findings)]) {
        for (const language of ['en', 'ja'] as const) expect(describeFinding(fcsFindings, finding, language)).not.toMatch(/\{|\}/);
      }
    }
  });
});

async function readAll(pool: MemoryPool, file: string, mode: 'default' | 'salvage' = 'default') {
  const source = sourceOf(file);
  const { datasets } = await openFcs(source, { mode });
  const found = [];
  for (const dataset of datasets) {
    const events = await readEvents(dataset, source, { pool });
    found.push({
      events: dataset.eventCount,
      names: dataset.channels.map(({ name }) => name),
      eventsSha256: await digestEvents(events, dataset, createSha256),
    });
    events.release();
  }
  return found;
}
