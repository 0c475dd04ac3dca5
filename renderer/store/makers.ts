import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';

/** What a sample's results follow from. */
export interface Makers {
  /** Of the file. */
  readonly sha256: string | undefined;
  readonly protocol: Protocol;
  readonly metadata: SampleMetadata;
}
