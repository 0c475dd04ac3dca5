import type { CancelSignal } from '../../base/cancel-signal.ts';
import { classify } from '../../biology/classification/classify.ts';
import { declarationOf } from '../../biology/classification/posterior.ts';
import { composeSample } from '../../biology/features/composition.ts';
import { measureFeatures } from '../../biology/features/measure-features.ts';
import { listFeatures } from '../../biology/features/named-features.ts';
import { readMetadata } from '../../data/metadata/metadata-keywords.ts';
import { maskValue } from '../../data/metadata/personal-keywords.ts';
import type { SampleIdentity } from '../../data/metadata/sample-identity.ts';
import type { SampleMetadata } from '../../data/metadata/sample-metadata.ts';
import { checkGating } from '../../gating/checks/check-gating.ts';
import { absentPopulations } from '../../gating/strategy/absent-populations.ts';
import type { GatedSample } from '../../gating/strategy/population.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { dimensionsOf, type ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { describePopulations } from '../../statistics/describe-populations.ts';
import { figurePicture } from '../../statistics/histograms/figure-picture.ts';
import { plotGates } from '../../statistics/histograms/plot-gates.ts';
import { type MedianTable, measurePopulations } from '../../statistics/measure.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { absentBy, gatePrepared } from './gate-prepared.ts';
import type { PreparedSample } from './prepared-sample.ts';
import type { RawSample } from './raw-sample.ts';
import type { SampleAnalysis } from './sample-analysis.ts';

/** What names the software and the protocol in every result. */
export interface Provenance {
  readonly software: string;
  readonly protocolSha256: string;
}

export interface AnalysePreparedOptions {
  readonly metadata?: Partial<SampleMetadata>;
  readonly plots?: boolean;
  /** Gates whose markers the sample lacks; as the protocol says where absent. */
  readonly absent?: 'refuse' | 'skip';
  /** Asked before each gate and each channel, and for each few thousand events. */
  readonly signal?: CancelSignal;
  /** What was done of it before. */
  readonly done?: { readonly gated: GatedSample; readonly medians: MedianTable };
}

/** Gates, counts, composes and classifies a prepared sample: the same for the command line and the window. */
export function analysePrepared(
  sample: PreparedSample,
  protocol: Protocol,
  provenance: Provenance,
  options: AnalysePreparedOptions = {},
): { readonly analysis: SampleAnalysis; readonly gated: GatedSample } {
  const { raw, columns } = sample;
  const channel = (id: string) => {
    options.signal?.throwIfAborted();
    return sample.channel(id);
  };
  const partly = absentBy(protocol, options.absent);
  const gated =
    options.done?.gated ??
    gatePrepared(sample, protocol, {
      channel,
      ...partly,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  const missingOf = ({ dimensions }: GateNode) => dimensions.filter((id) => channel(id) === undefined);
  const absent = partly.absent === 'skip' ? absentPopulations(protocol.strategy, missingOf, gated.refused) : [];
  const reported = protocol.statistics.medians.flatMap((id) => channel(id) ?? []);
  const populations = measurePopulations(gated.populations, reported, columns, protocol.statistics, {
    signal: options.signal,
    medians: options.done?.medians,
  });
  const { reported: requests = [] } = protocol.statistics;
  const described = {
    populations: gated.populations,
    columns,
    channel,
    uncompensated: (of: ScaledChannel) => columns.linear(uncompensated(of)),
  };
  const composition = composeSample(populations, protocol.statistics.interval);
  const used = [...new Set([...dimensionsOf(protocol.strategy), ...protocol.statistics.medians])].flatMap((id) => channel(id)?.used ?? []);
  const identity = identify(raw, protocol, options.metadata);
  const { features, withheld } = measureFeatures(composition, populations, protocol.statistics.interval);
  const analysis: SampleAnalysis = {
    sample: identity,
    protocol: { name: protocol.name, revision: protocol.revision, sha256: provenance.protocolSha256 },
    software: { name: 'Lymphoscope', version: provenance.software },
    findings: [
      ...raw.findings,
      ...sample.findings,
      ...gated.findings,
      ...checkGating(gated, columns, (id) => (sample.isRead(id) ? channel(id) : undefined)),
    ],
    compensation: sample.compensation,
    channels: used,
    populations,
    ...(absent.length === 0 ? {} : { absent }),
    ...(requests.length === 0 ? {} : { statistics: describePopulations(requests, described, protocol.statistics) }),
    composition,
    features: listFeatures(features),
    withheld,
    classification: classify(protocol.classifier, features, declarationOf(identity.metadata)),
    plots:
      options.plots === true
        ? [...plotGates(gated.populations, channel, columns), ...listed(figurePicture(gated.populations, channel, columns))]
        : [],
  };
  return { analysis, gated };
}

const listed = <T>(found: T | undefined): readonly T[] => (found === undefined ? [] : [found]);

const uncompensated = ({ index }: ScaledChannel) => ({ kind: 'channel', channel: index, factor: 1 }) as const;

function identify(
  { file, sha256, dataSha256, dataset }: RawSample,
  protocol: Protocol,
  given: Partial<SampleMetadata> = {},
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
    metadata: readMetadata(keywords, protocol.metadata, given),
    keywords: protocol.report.keywords.flatMap((name) => {
      const value = keywords.get(name.toUpperCase());
      return value === undefined ? [] : [{ name, ...maskValue(name, value) }];
    }),
    instrument: Object.fromEntries(Object.entries(instrument).filter(([, value]) => value !== undefined && value.trim() !== '')),
  };
}
