import type { ByteSource } from '../../base/byte-source.ts';
import type { CreateHash } from '../../data/fcs/read/digest.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { channelsNeeded, type PreparedSample, prepareSample } from './prepared-sample.ts';
import { type ReadSampleOptions, readSample } from './raw-sample.ts';

/**
 * Reads the channels of one data set that a protocol needs and prepares them. `use` gets the sample while its memory is there.
 * @throws Problem for whatever is wrong with the file, the panel or the protocol
 */
export async function withSample<Result>(
  source: ByteSource,
  protocol: Protocol,
  host: { readonly pool: MemoryPool; readonly createHash: CreateHash },
  options: Omit<ReadSampleOptions, 'channels'>,
  use: (prepared: PreparedSample) => Result | Promise<Result>,
): Promise<Result> {
  const raw = await readSample(source, host.pool, host.createHash, {
    ...options,
    channels: (dataset) => channelsNeeded(protocol, dataset),
    hasScratch: true,
  });
  try {
    const prepared = prepareSample(raw, protocol, host.pool);
    try {
      return await use(prepared);
    } finally {
      prepared.release();
    }
  } finally {
    raw.table.release();
  }
}
