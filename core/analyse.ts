import type { PlotData, PlotGate, SampleAnalysis, SampleIdentity } from './analysis.ts';
import type { ByteSource } from './byte-source.ts';
import { classify } from './culture/classify.ts';
import { composeSample } from './culture/composition.ts';
import { measureFeatures } from './culture/features.ts';
import { chooseCompensation } from './events/choose-compensation.ts';
import type { MemoryPool } from './events/memory-pool.ts';
import { openSampleColumns, type SampleColumns } from './events/sample-columns.ts';
import { type CreateHash, digestFile } from './fcs/digest.ts';
import type { FcsDataset } from './fcs/fcs-file.ts';
import { openFcs } from './fcs/open.ts';
import { readEvents } from './fcs/read-events.ts';
import { gateSample, type Population } from './gating/gate-sample.ts';
import { dimensionsOf, type ScaledChannel, scaleChannel } from './gating/used-channels.ts';
import { resolvePanel } from './panel/resolve.ts';
import { plotPopulation } from './plot/plot-data.ts';
import { Problem } from './problem.ts';
import { readMetadata } from './session/metadata-keywords.ts';
import { findPersonalKeywords, maskValue } from './session/personal-keywords.ts';
import type { Protocol } from './session/protocol.ts';
import type { SampleMetadata } from './session/sample-metadata.ts';
import { measurePopulations } from './statistics/measure.ts';

/** What the host hands in: nothing of it decides a number. */
export interface Host {
  readonly pool: MemoryPool;
  readonly createHash: CreateHash;
  readonly software: string;
  readonly protocolSha256: string;
}

export interface AnalyseOptions {
  /** 0 for the first data set of the file. */
  readonly dataset?: number;
  readonly mode?: 'default' | 'strict' | 'salvage';
  /** What a person or a CSV says; it wins over keywords. */
  readonly metadata?: Partial<SampleMetadata>;
  readonly plots?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
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
  const { signal, onProgress } = options;
  const file = await openFcs(source, {
    ...(options.mode === undefined ? {} : { mode: options.mode }),
    ...(signal === undefined ? {} : { signal }),
  });
  const dataset = file.datasets[options.dataset ?? 0];
  if (dataset === undefined) throw noDataset(options.dataset ?? 0, file.datasets.length);
  const panel = resolvePanel(protocol.panel, dataset.channels);
  const chosen = chooseCompensation(protocol.compensation, dataset);
  const wanted = [...new Set([...dimensionsOf(protocol.strategy), ...protocol.statistics.medians])];
  const named = wanted.flatMap((id) => {
    const channel = panel.channels.get(id) ?? dataset.channels.find(({ name }) => name === id);
    return channel === undefined ? [] : [{ id, channel }];
  });
  const indices = new Set([...named.map(({ channel }) => channel.index - 1), ...(chosen.compensation?.channels ?? [])]);

  const table = await readEvents(dataset, source, {
    pool: host.pool,
    channels: [...indices].sort((a, b) => a - b),
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (fraction) => onProgress(fraction / 2) }),
  });
  const columns = openSampleColumns(table, dataset.channels, chosen.compensation, host.pool);
  try {
    const channels = new Map(
      named.map(({ id, channel }) => {
        const compensated = chosen.compensation?.channels.includes(channel.index - 1) === true;
        return [id, scaleChannel(id, channel, columns, compensated, protocol.transforms[id])];
      }),
    );
    const gated = gateSample(protocol.strategy, columns, (id) => channels.get(id));
    signal?.throwIfAborted();
    const reported = protocol.statistics.medians.flatMap((id) => channels.get(id) ?? []);
    const populations = measurePopulations(gated.populations, reported, columns, protocol.statistics);
    const composition = composeSample(populations, protocol.statistics.interval);
    const plots = options.plots === true ? plotGates(gated.populations, channels, columns) : [];
    const sha256 = await digestFile(source, host.createHash);
    onProgress?.(1);
    return {
      sample: identify(source, sha256, dataset, protocol, options.metadata),
      protocol: { name: protocol.name, revision: protocol.revision, sha256: host.protocolSha256 },
      software: { name: 'Lymphoscope', version: host.software },
      findings: [
        ...file.findings,
        ...dataset.findings,
        ...findPersonalKeywords(dataset.keywords),
        ...chosen.findings,
        ...panel.findings,
        ...gated.findings,
      ],
      compensation: chosen.used,
      channels: [...channels.values()].map(({ used }) => used),
      populations,
      composition,
      classification: classify(protocol.classifier, measureFeatures(composition, populations, protocol.statistics.interval)),
      plots,
    };
  } finally {
    columns.release();
    table.release();
  }
}

/** One picture a gate, drawn on the population that it stands below. */
function plotGates(
  populations: readonly Population[],
  channels: ReadonlyMap<string, ScaledChannel>,
  columns: SampleColumns,
): readonly PlotData[] {
  const byGate = new Map<unknown, Population[]>();
  for (const population of populations) {
    if (population.placed === undefined) continue;
    const siblings = byGate.get(population.placed.gate) ?? [];
    byGate.set(population.placed.gate, [...siblings, population]);
  }
  return [...byGate.values()].flatMap((members): PlotData[] => {
    const { placed, parent } = members[0] as Population;
    const [x, y] = (placed?.dimensions ?? []).map((dimension) => channels.get(dimension));
    if (placed === undefined || parent === undefined || x === undefined) return [];
    const gate: PlotGate = {
      gate: placed.gate,
      ...(placed.automatic === undefined ? {} : { light: placed.automatic.light }),
      populations: members.map(({ name, count }) => ({
        name,
        percentOfParent: parent.count === 0 ? undefined : (100 * count) / parent.count,
      })),
    };
    return [plotPopulation(parent, [gate], x, y ?? companionOf(x, channels), columns)];
  });
}

/** What a gate on one channel is drawn against: side scatter, as is usual, or a lineage marker where there is none. */
function companionOf(x: ScaledChannel, channels: ReadonlyMap<string, ScaledChannel>): ScaledChannel {
  return ['SSC', 'CD3', 'CD56'].flatMap((id) => channels.get(id) ?? []).find((channel) => channel.index !== x.index) ?? x;
}

function identify(
  source: ByteSource,
  sha256: string,
  dataset: FcsDataset,
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
    file: source.name,
    sha256,
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

function noDataset(asked: number, held: number): Problem {
  return new Problem(
    'no-such-dataset',
    {
      en: 'Data set {asked} was asked for; the file holds {held}.',
      ja: 'データセット {asked} が指定されましたが、このファイルには {held} 個しかありません。',
    },
    { asked: asked + 1, held },
  );
}
