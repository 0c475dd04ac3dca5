import type { ByteSource } from '../../base/byte-source.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { channelsNeeded, type PreparedSample, prepareSample } from './prepared-sample.ts';
import { type RawSample, type ReadingHost, type ReadSampleOptions, readSample } from './raw-sample.ts';

/** A sample that is prepared, and the bytes that it was read from. */
export interface ReadSample extends PreparedSample {
  readonly raw: RawSample;
}

/**
 * Reads the channels of one data set that a protocol needs and prepares them. `use` gets the sample while its memory is there.
 * @throws Problem for whatever is wrong with the file, the panel or the protocol
 */
export async function withSample<Result>(
  source: ByteSource,
  protocol: Protocol,
  host: ReadingHost,
  options: Omit<ReadSampleOptions, 'channels'>,
  use: (sample: ReadSample) => Result | Promise<Result>,
): Promise<Result> {
  const raw = await readSample(source, host, { ...options, channels: (dataset) => channelsNeeded(protocol, dataset), hasScratch: true });
  try {
    const prepared = prepareSample(raw, protocol, host.pool);
    try {
      const result = await use(Object.assign(prepared, { raw }));
      await raw.identity;
      return result;
    } finally {
      prepared.release();
    }
  } finally {
    raw.table.release();
  }
}
