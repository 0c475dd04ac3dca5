import type { ByteSource } from '../../../core/base/byte-source.ts';
import type { Problem } from '../../../core/base/problem.ts';
import type { FcsDataset } from '../../../core/data/fcs/fcs-file.ts';
import { watchIdentity } from '../../../core/data/fcs/read/identity.ts';
import { openFcs } from '../../../core/data/fcs/read/open.ts';
import { watchBytes } from '../../../core/data/fcs/read/watched-source.ts';
import { acquiredOn } from '../../../core/data/metadata/acquired-on.ts';
import { keptKeywords } from '../../../core/data/metadata/kept-keywords.ts';
import { type MetadataKeywords, readMetadata } from '../../../core/data/metadata/metadata-keywords.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { createSha256 } from '../../host/host.ts';
import { sha256Of } from '../digests.ts';
import type { ReadRun } from '../runs.ts';

export interface ReadFile {
  readonly sha256: string;
  /** Why a data set behind the runs cannot be read. */
  readonly broken?: Problem;
  readonly runs: readonly ReadRun[];
}

/** What a file holds, one run a data set: headers and digests, no events. `kept` are keywords that the laboratory has its archive keep. Throws the Problem of a file that is no FCS. */
export async function readRuns(
  source: ByteSource,
  name: string,
  keywords: MetadataKeywords,
  given: Partial<SampleMetadata>,
  { kept, signal }: { readonly kept: ReadonlySet<string>; readonly signal?: AbortSignal | undefined },
): Promise<ReadFile> {
  const watched = watchBytes(source);
  const file = await openFcs(watched, { keepsWhole: true, ...(signal === undefined ? {} : { signal }) });
  const finish = await watchIdentity(watched, file.datasets, createSha256);
  const { sha256, datasets } = await finish(signal);
  const runs = file.datasets.map((dataset, i) => describe(dataset, datasets[i]?.dataSha256 ?? ''));
  return { sha256, runs, ...(file.broken === undefined ? {} : { broken: file.broken }) };

  function describe(dataset: FcsDataset, dataSha256: string): ReadRun {
    const of = (keyword: string): string | null => dataset.keywords.get(keyword)?.trim() || null;
    return {
      sha256,
      dataset: dataset.index,
      data_sha256: dataSha256,
      name,
      size: (source.original ?? source).size,
      fcs_version: dataset.version,
      events: dataset.eventCount,
      cytometer: of('$CYT'),
      serial: of('$CYTSN'),
      acquired_on: acquiredOn(of('$DATE') ?? of('$BEGINDATETIME') ?? undefined) ?? null,
      panel: dataset.channels.map(({ marker, name: channel }) => marker ?? channel).join(', '),
      keywords: JSON.stringify(keptKeywords(dataset.keywords, sha256Of, kept)),
      metadata: readMetadata(dataset.keywords, keywords, given),
    };
  }
}
