import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../../core/base/problem.ts';
import { type PooledPart, poolSamples } from '../../core/exchange/event-files/pool-samples.ts';
import { openDataset, readSample } from '../../core/study/sample/raw-sample.ts';
import { openFile } from '../files/file-source.ts';
import { writeWhole } from '../files/write-file.ts';
import { createPool, createSha256, softwareVersion } from '../host/host.ts';

/** A data set of a file that is to be pooled; its bytes have to be those of the digest. */
export interface PoolSource {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly dataset: number;
  readonly mode: 'default' | 'salvage';
}

/**
 * All events of several samples as one FCS file, whole or not at all; one sample at a time is in memory. Throws as reading and `poolSamples` do, and
 * `sample-differs` where a file holds other bytes than it did.
 */
export async function poolEvents(sources: readonly PoolSource[], out: string): Promise<{ readonly events: number }> {
  const pooling = poolSamples(await Promise.all(sources.map(describe)), { software: softwareVersion(), at: new Date() });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield pooling.head;
    const pool = createPool();
    for (const [i, of] of sources.entries()) {
      const source = await openFile(of.path);
      try {
        const raw = await readSample(source, { pool, createHash: createSha256 }, of);
        try {
          if ((await raw.identity).sha256 !== of.sha256) throw new Problem('sample-differs', differs, { file: of.name });
          yield* pooling.rows(i, raw, pool);
        } finally {
          raw.table.release();
        }
      } finally {
        await source.close();
      }
    }
    yield pooling.tail;
  }
  await writeWhole(out, (stream) => pipeline(Readable.from(pieces()), stream));
  return { events: pooling.eventCount };
}

async function describe({ path, name, sha256, dataset: index, mode }: PoolSource): Promise<PooledPart> {
  const source = await openFile(path);
  try {
    const { file, dataset } = await openDataset(source, { dataset: index, mode });
    const repairs = [...file.findings, ...dataset.findings].filter(({ kind }) => kind === 'repair').map(({ code }) => code);
    return { file: name, sha256, dataset, repairs };
  } finally {
    await source.close();
  }
}

const differs = {
  en: '{file} holds other bytes than the sample of the session.',
  ja: '{file}の内容が、セッションに記録された検体と異なります。',
};
