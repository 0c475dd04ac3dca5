import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { toLinear } from '../../../../../core/data/events/scale-values.ts';
import type { FcsDataset } from '../../../../../core/data/fcs/fcs-file.ts';
import { digestEvents } from '../../../../../core/data/fcs/read/digest.ts';
import { openFcs } from '../../../../../core/data/fcs/read/open.ts';
import { readEvents } from '../../../../../core/data/fcs/read/read-events.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { type ExportSampleOptions, exportSample } from '../../../../../core/exchange/event-files/export-sample.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';

const createSha256 = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
};
export const pool = createMemoryPool(2 ** 30);
export const protocol = parseProtocol(readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host = { pool, createHash: createSha256, software: 'test', protocolSha256: '0'.repeat(64) };

const usual: ExportSampleOptions = {
  format: 'fcs3.1',
  values: 'stored',
  single: false,
  maskNames: false,
  at: new Date('2026-01-02T03:04:05Z'),
};

/** The exported file as bytes. */
export async function exported(bytes: Uint8Array, options: Partial<ExportSampleOptions> = {}, by = protocol) {
  const made = await exportSample(bytesSource('/some/where/source.fcs', bytes), by, host, { ...usual, ...options });
  try {
    const pieces = [...made.pieces].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
    return { bytes: new Uint8Array(Buffer.concat(pieces)), events: made.events, leftOut: made.leftOut };
  } finally {
    made.release();
  }
}

export interface ReadBack {
  readonly dataset: FcsDataset;
  readonly stored: string;
  /** SHA-256 of the linear values of each channel. */
  readonly linear: readonly string[];
}

export async function readBack(bytes: Uint8Array, index = 0): Promise<ReadBack> {
  const source = bytesSource('back.fcs', bytes);
  const dataset = (await openFcs(source, { mode: 'default' })).datasets[index];
  if (!dataset) throw new Error('no data set');
  const table = await readEvents(dataset, source, { pool });
  const linear = dataset.channels.map((channel, i) => {
    const hash = createHash('sha256');
    for (const shard of table.shards) {
      const column = shard.columns[i];
      if (column) hash.update(toLinear(column, channel, shard.eventCount));
    }
    return hash.digest('hex');
  });
  const stored = await digestEvents(table, dataset, createSha256);
  table.release();
  return { dataset, stored, linear };
}
