import type { ByteSource } from './base/byte-source.ts';
import { ENGINE } from './base/engine.ts';
import { classify } from './biology/classification/classify.ts';
import { declarationOf } from './biology/classification/posterior.ts';
import { composeSample } from './biology/features/composition.ts';
import { measureFeatures } from './biology/features/measure-features.ts';
import { listFeatures } from './biology/features/named-features.ts';
import type { SampleMetadata } from './data/metadata/sample-metadata.ts';
import { checkGating } from './gating/checks/check-gating.ts';
import type { GatedSample } from './gating/strategy/population.ts';
import { picturesOf } from './statistics/histograms/plot-gates.ts';
import { emptyBook, type OverrideBook, withOverrides } from './study/overrides/override-book.ts';
import type { Protocol } from './study/protocol/protocol.ts';
import { summariseQuality } from './study/sample/assess-prepared.ts';
import { countSample } from './study/sample/count-sample.ts';
import { describeSample, usedChannels } from './study/sample/describe-sample.ts';
import { absentBy } from './study/sample/gate-prepared.ts';
import { type GateSampleOptions, gateSample } from './study/sample/gate-sample.ts';
import { holdBack } from './study/sample/hold-back.ts';
import { manualGates } from './study/sample/manual-gates.ts';
import type { PreparedSample } from './study/sample/prepared-sample.ts';
import type { ByteIdentity, ReadingHost, ReadSampleOptions } from './study/sample/raw-sample.ts';
import type { SampleAnalysis } from './study/sample/sample-analysis.ts';
import { withSample } from './study/sample/with-sample.ts';

/** What names the software and the protocol in every result. */
export interface Provenance {
  readonly software: string;
  readonly protocolSha256: string;
}

/** What the host hands in: nothing of it decides a number. */
export interface Host extends ReadingHost, Provenance {}

export interface AnalyseOptions extends AnalysePreparedOptions, Omit<ReadSampleOptions, 'channels' | 'signal'> {
  /** What persons decided about gates of this file under this protocol: it stands above the protocol's gates. */
  readonly overrides?: OverrideBook;
  /** Gets the populations with their members, and the sample, while these are in memory; events of the data set. */
  readonly onGated?: (gated: GatedSample, eventCount: number, sample: PreparedSample) => Promise<void> | void;
}

export interface AnalysePreparedOptions extends GateSampleOptions {
  readonly metadata?: Partial<SampleMetadata>;
  /** In a session with groups: the name of the one that gates the sample; `null` where none does. */
  readonly group?: string | null | undefined;
  /** Pictures of every gate. */
  readonly plots?: boolean;
  /** The quality of the acquisition too. */
  readonly quality?: boolean;
}

/**
 * One sample from bytes to a culture method: read, compensate and scale, gate, count, compose, classify. The command line and batches call
 * this; the window, which keeps samples in memory, calls its second half, so that both give the same numbers.
 * @throws Problem for whatever is wrong with the file, the panel or the protocol
 */
export async function analyseSample(
  source: ByteSource,
  protocol: Protocol,
  host: Host,
  options: AnalyseOptions = {},
): Promise<SampleAnalysis> {
  return withSample(source, protocol, host, options, async (sample) => {
    const { identity, dataset } = sample.raw;
    const { overrides = emptyBook } = options;
    // who has no overrides need not wait for the last byte of the file
    const sha256 = overrides.entries.length === 0 ? '' : (await identity).sha256;
    const key = { sha256, dataset: dataset.index, protocolSha256: host.protocolSha256 };
    const own = { ...protocol, strategy: [...withOverrides(protocol.strategy, overrides, key)] };
    const { analysis, gated } = await analysePrepared(sample, own, host, identity, options);
    await options.onGated?.(gated, dataset.eventCount, sample);
    return analysis;
  });
}

/** A sample that was read, compensated and put on its scales: gated, counted, composed and classified. */
export async function analysePrepared(
  sample: PreparedSample,
  protocol: Protocol,
  provenance: Provenance,
  identity: ByteIdentity | Promise<ByteIdentity>,
  options: AnalysePreparedOptions = {},
): Promise<{ readonly analysis: SampleAnalysis; readonly gated: GatedSample }> {
  const { interval } = protocol.statistics;
  const { gated, absent } = await gateSample(sample, protocol, options);
  const { populations, ...counts } = await countSample(sample, gated, protocol, options);
  const composed = composeSample(populations, interval);
  const { features, withheld } = measureFeatures(composed, populations, interval);
  // what is withheld is withheld everywhere
  const composition = features.has('nk') ? composed : undefined;
  const bytes = await identity;
  const manual = manualGates(sample, protocol, gated.populations, absentBy(protocol, options.absent));
  const holds = holdBack(sample, gated, withheld);
  const described = describeSample(sample.raw, protocol, bytes, options);
  const analysis: SampleAnalysis = {
    sample: described,
    protocol: { name: protocol.name, revision: protocol.revision, sha256: provenance.protocolSha256 },
    software: { name: 'Lymphoscope', version: provenance.software, engine: ENGINE },
    findings: [...sample.raw.findings, ...bytes.findings, ...sample.findings, ...gated.findings, ...checkSample(sample, gated)],
    compensation: sample.compensation,
    channels: usedChannels(sample, protocol),
    populations,
    ...(manual.length === 0 ? {} : { manual }),
    ...(options.quality === true ? { quality: summariseQuality(sample, protocol) } : {}),
    ...(absent.length === 0 ? {} : { absent }),
    ...counts,
    composition,
    features: listFeatures(features),
    withheld,
    ...(holds.length === 0 ? {} : { holds }),
    classification: classify(protocol.classifier, features, declarationOf(described.metadata), holds),
    plots: options.plots === true ? picturesOf(gated.populations, sample.channel, sample.columns) : [],
  };
  return { analysis, gated };
}

const checkSample = ({ columns, marker }: PreparedSample, gated: GatedSample) => checkGating(gated, columns, marker);
