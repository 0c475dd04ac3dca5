import type { CancelSignal } from '../../../base/cancel-signal.ts';
import type { Finding } from '../../../base/finding.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { watchCrc } from './crc.ts';
import { type CreateHash, digestFile, type Hash } from './digest.ts';
import type { WatchedSource } from './watched-source.ts';

/** What a file is by its bytes, whatever its name. */
export interface FileIdentity {
  /** SHA-256 of the whole file. */
  readonly sha256: string;
  /** Of each data set, in their order. */
  readonly datasets: readonly DatasetIdentity[];
}

interface DatasetIdentity {
  /** SHA-256 of the DATA bytes: the same events under another name, or with other keywords, have the same. */
  readonly dataSha256: string;
  /** What its check sum says. */
  readonly findings: readonly Finding[];
}

/**
 * Digests a file and some of its data sets as their bytes pass. What it gives has the rest pass, and ends the digests; it refuses a file that
 * has changed in the meantime. `createDataHash` is another hash for the DATA bytes.
 */
export async function watchIdentity(
  source: WatchedSource,
  datasets: readonly FcsDataset[],
  createHash: CreateHash,
  createDataHash = createHash,
): Promise<(signal?: CancelSignal) => Promise<FileIdentity>> {
  const { original } = source;
  const whole =
    original === undefined ? await watchHash(source, 0, source.size, createHash()) : { digest: () => digestFile(original, createHash) };
  const parts: { readonly hash: Hash; readonly crc: () => Finding | undefined }[] = [];
  for (const dataset of datasets) {
    const { begin, bytes } = dataset.layout;
    parts.push({ hash: await watchHash(source, begin, begin + bytes, createDataHash()), crc: await watchCrc(dataset, source) });
  }
  return async (signal) => {
    await source.finish(signal);
    const [sha256, ...digests] = await Promise.all([whole, ...parts.map(({ hash }) => hash)].map((hash) => hash.digest()));
    return {
      sha256: sha256 ?? '',
      datasets: parts.map(({ crc }, i) => ({ dataSha256: digests[i] ?? '', findings: [crc() ?? []].flat() })),
    };
  };
}

async function watchHash(source: WatchedSource, begin: number, end: number, hash: Hash): Promise<Hash> {
  await source.watch({ begin, end, see: (bytes) => void hash.update(bytes) });
  return hash;
}
