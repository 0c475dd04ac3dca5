import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/byte-source.ts';
import { createMemoryPool, type MemoryPool } from '../../core/events/memory-pool.ts';
import { checkCrc } from '../../core/fcs/crc.ts';
import { digestEvents, digestFile } from '../../core/fcs/digest.ts';
import { fcsFindings } from '../../core/fcs/findings.ts';
import { openFcs } from '../../core/fcs/open.ts';
import { readEvents } from '../../core/fcs/read-events.ts';
import { describeFinding } from '../../core/finding.ts';
import { Problem } from '../../core/problem.ts';
import { builtKernels } from '../kernel-module.ts';

interface ExpectedDataset {
  readonly refuse?: true;
  readonly events: number;
  readonly names: readonly string[];
  readonly eventsSha256: string;
}
interface ExpectedFile {
  readonly file: string;
  readonly sha256: string;
  readonly datasets: readonly ExpectedDataset[];
  readonly salvage?: readonly ExpectedDataset[];
}

const corpus = join(process.env['LYMPHO_SHARED'] ?? '../shared', 'corpus');
const table = join(corpus, 'expected.json');
const files: readonly ExpectedFile[] = existsSync(table) ? JSON.parse(readFileSync(table, 'utf8')).files : [];
if (files.length === 0) console.warn(`corpus tests skipped: ${table} is missing (set LYMPHO_SHARED)`);

const createSha256 = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
};
/** With the compiled kernels, and with their plain twins. */
const pools = [createMemoryPool(2 ** 28, builtKernels()), createMemoryPool(2 ** 28)];
const sourceOf = (file: string) => bytesSource(file, new Uint8Array(readFileSync(join(corpus, file))));

describe.skipIf(files.length === 0)('the corpus, bit for bit', () => {
  it.each(files)('$file', async ({ file, sha256, datasets, salvage }) => {
    const source = sourceOf(file);
    expect(await digestFile(source, createSha256)).toBe(sha256);
    if (datasets[0]?.refuse) {
      await expect(openFcs(source)).rejects.toBeInstanceOf(Problem);
      if (!salvage) await expect(openFcs(source, { mode: 'salvage' })).rejects.toBeInstanceOf(Problem);
    }
    for (const pool of pools) {
      if (!datasets[0]?.refuse) expect(await readAll(pool, file)).toEqual(datasets.map((dataset) => outline(file, dataset)));
      if (salvage) expect(await readAll(pool, file, 'salvage')).toEqual(salvage.map((dataset) => outline(file, dataset)));
    }
  });

  it('has no file whose check sum is wrong', async () => {
    for (const { file } of files.filter(({ datasets }) => !datasets[0]?.refuse)) {
      const source = sourceOf(file);
      for (const dataset of (await openFcs(source)).datasets) expect([file, await checkCrc(dataset, source)]).toEqual([file, undefined]);
    }
  });

  it('says what it repaired in sentences of both languages', async () => {
    for (const { file, datasets } of files.filter(({ datasets }) => !datasets[0]?.refuse)) {
      const opened = await openFcs(sourceOf(file));
      expect(opened.datasets.length).toBe(datasets.length);
      for (const finding of [...opened.findings, ...opened.datasets.flatMap((dataset) => dataset.findings)]) {
        for (const language of ['en', 'ja'] as const) expect(describeFinding(fcsFindings, finding, language)).not.toMatch(/\{|\}/);
      }
    }
  });
});

/**
 * The table's own note says that doubled delimiters of this file are empty values; read so, TEXT has "$P6N", "FL1-A" in so
 * many bytes. The table's empty name comes from reading them as escapes.
 */
const corrected: { readonly [file: string]: readonly string[] } = {
  'RGLab-flowCore/0877408774.B08': ['FSC-H', 'SSC-H', 'FL1-H', 'FL2-H', 'FL3-H', 'FL1-A', 'FL4-H', 'Time'],
};

const outline = (file: string, { events, names, eventsSha256 }: ExpectedDataset) => ({
  events,
  names: corrected[file] ?? names,
  eventsSha256,
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
      eventsSha256: digestEvents(events, dataset, createSha256),
    });
    events.release();
  }
  return found;
}
