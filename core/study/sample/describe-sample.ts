import { readMetadata } from '../../data/metadata/metadata-keywords.ts';
import { maskValue } from '../../data/metadata/personal-keywords.ts';
import type { SampleIdentity } from '../../data/metadata/sample-identity.ts';
import type { SampleMetadata } from '../../data/metadata/sample-metadata.ts';
import { dimensionsOf, type UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { PreparedSample } from './prepared-sample.ts';
import type { ByteIdentity, ReadTable } from './raw-sample.ts';

/** Who and what a sample is: its file by its bytes, its metadata, the keywords that a report may show. */
export function describeSample(
  { file, dataset }: ReadTable,
  { metadata, report }: Protocol,
  { sha256, dataSha256 }: ByteIdentity,
  { metadata: given = {}, group }: { readonly metadata?: Partial<SampleMetadata>; readonly group?: string | null | undefined } = {},
): SampleIdentity {
  const { keywords } = dataset;
  const instrument = {
    cytometer: keywords.get('$CYT'),
    serial: keywords.get('$CYTSN'),
    date: keywords.get('$DATE') ?? keywords.get('$BEGINDATETIME'),
  };
  return {
    file,
    sha256,
    ...(dataSha256 !== undefined && { dataSha256 }),
    dataset: dataset.index,
    fcsVersion: dataset.version,
    eventCount: dataset.eventCount,
    metadata: readMetadata(keywords, metadata, given),
    ...(group === undefined ? {} : { group }),
    keywords: report.keywords.flatMap((name) => {
      const value = keywords.get(name.toUpperCase());
      return value === undefined ? [] : [{ name, ...maskValue(name, value) }];
    }),
    instrument: Object.fromEntries(Object.entries(instrument).filter(([, value]) => value !== undefined && value.trim() !== '')),
  };
}

/** The channels that a protocol gates in or reports, by panel name. */
export const usedChannels = ({ channel }: PreparedSample, { strategy, statistics }: Protocol): readonly UsedChannel[] =>
  [...new Set([...dimensionsOf(strategy), ...statistics.medians])].flatMap((id) => channel(id)?.used ?? []);
