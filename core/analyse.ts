import type { ByteSource } from './base/byte-source.ts';
import type { CreateHash } from './data/fcs/read/digest.ts';
import type { MemoryPool } from './data/memory/memory-pool.ts';
import { emptyBook, type OverrideBook, withOverrides } from './study/overrides/override-book.ts';
import type { Protocol } from './study/protocol/protocol.ts';
import { type AnalysePreparedOptions, analysePrepared, type Provenance } from './study/sample/analyse-prepared.ts';
import type { ReadSampleOptions } from './study/sample/raw-sample.ts';
import type { SampleAnalysis } from './study/sample/sample-analysis.ts';
import { withSample } from './study/sample/with-sample.ts';

/** What the host hands in: nothing of it decides a number. */
export interface Host extends Provenance {
  readonly pool: MemoryPool;
  readonly createHash: CreateHash;
}

export interface AnalyseOptions extends Omit<ReadSampleOptions, 'channels'>, Omit<AnalysePreparedOptions, 'signal'> {
  /** What persons decided about gates of this file under this protocol: it stands above the protocol's gates. */
  readonly overrides?: OverrideBook;
}

/**
 * One sample from bytes to a classified culture: read, compensate, scale, gate, count, compose, classify.
 * The slow and simple path, exact in double precision: the oracle of every faster one.
 * @throws Problem for whatever is wrong with the file, the panel or the protocol
 */
export async function analyseSample(
  source: ByteSource,
  protocol: Protocol,
  host: Host,
  options: AnalyseOptions = {},
): Promise<SampleAnalysis> {
  return withSample(source, protocol, host, options, (prepared) => {
    const { sha256, dataset } = prepared.raw;
    const key = { sha256, dataset: dataset.index, protocolSha256: host.protocolSha256 };
    const strategy = withOverrides(protocol.strategy, options.overrides ?? emptyBook, key);
    return analysePrepared(prepared, { ...protocol, strategy: [...strategy] }, host, options).analysis;
  });
}
