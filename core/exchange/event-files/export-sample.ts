import type { Host } from '../../analyse.ts';
import type { ByteSource } from '../../base/byte-source.ts';
import type { Caution } from '../../base/caution.ts';
import type { CompensationUsed } from '../../data/compensation/compensation-used.ts';
import type { Values } from '../../data/events/event-table.ts';
import { openSampleColumns } from '../../data/events/sample-columns.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import { gatePrepared } from '../../study/sample/gate-prepared.ts';
import { type PreparedSample, prepareSample } from '../../study/sample/prepared-sample.ts';
import { type RawSample, type ReadSampleOptions, readSample } from '../../study/sample/raw-sample.ts';
import type { ShardColumns } from './event-blocks.ts';
import { formatFor } from './export-channels.ts';
import { exportCsv } from './export-csv.ts';
import { exportFcs } from './export-fcs.ts';
import { refuseExport } from './export-problems.ts';
import type { ExportFormat, ExportRequest } from './export-request.ts';

export interface ExportSampleOptions
  extends Omit<ReadSampleOptions, 'channels'>,
    Omit<ExportRequest, 'population' | 'compensated' | 'provenance'> {
  /** Path of a population of the protocol's strategy, such as "Cells/Single cells"; all events where absent. */
  readonly population?: string;
  /** `skip`: gates whose markers the sample lacks are left out, as the window does; refused where absent. */
  readonly absent?: 'skip';
  readonly at: Date;
}

export interface SampleExport {
  readonly events: number;
  readonly format: ExportFormat;
  /** The file, piece by piece: bytes of FCS, text of CSV. */
  readonly pieces: Iterable<Uint8Array | string>;
  /** Keywords that FCS cannot hold. */
  readonly leftOut: readonly string[];
  readonly findings: RawSample['findings'];
  /** How sure the population is, and why: what analysing the sample says of it. */
  readonly light?: Light;
  readonly cautions: readonly Caution[];
  /** Gives back all memory; the pieces may not be asked for afterwards. */
  release(): void;
}

/**
 * Reads, gates where a population is asked for, and lays out the file to be written. Nothing is exported that was not computed
 * from these bytes by this protocol. Throws a `Problem` as reading, gating and writing do.
 */
export async function exportSample(
  source: ByteSource,
  protocol: Protocol,
  host: Host,
  options: ExportSampleOptions,
): Promise<SampleExport> {
  const raw = await readSample(source, host, options);
  const identity = await identityOf(raw);
  const prepared = prepareSample(raw, protocol, host.pool);
  const linear = openSampleColumns(raw.table, raw.dataset.channels, undefined, host.pool);
  const release = (): void => {
    linear.release();
    prepared.release();
    raw.table.release();
  };
  try {
    const { at, population: path, absent: _, ...wanted } = options;
    if (options.values === 'compensated' && prepared.compensation.source === 'none') refuseExport('export-not-compensated', {});
    const population = path === undefined || path === '' ? undefined : populationAt(path, prepared, protocol, options.absent);
    const compensation = options.values === 'compensated' ? matrixText(prepared.compensation, raw.dataset, protocol) : undefined;
    const request: ExportRequest = {
      ...wanted,
      format: formatFor(raw.dataset, options.format),
      ...(population && { population }),
      ...(options.values === 'compensated' && { compensated: prepared.compensation.channels }),
      provenance: {
        software: host.software,
        protocol: `${protocol.name} (${protocol.revision})`,
        protocolSha256: host.protocolSha256,
        sourceFile: source.name.split(/[\\/]/).at(-1) ?? '',
        sourceSha256: identity.sha256,
        dataset: raw.dataset.index,
        at,
        repairs: repairsOf(raw),
        ...(compensation !== undefined && { compensation }),
      },
    };
    const valuesOf = { stored: prepared.columns, linear, compensated: prepared.columns };
    const shards = shardsOf(raw, valuesOf[options.values], options.values);
    const fcs = request.format === 'csv' ? undefined : exportFcs(raw.dataset, shards, request);
    return {
      format: request.format,
      events: population?.count ?? raw.dataset.eventCount,
      pieces: fcs?.pieces ?? exportCsv(raw.dataset, shards, request),
      leftOut: fcs?.leftOut ?? [],
      findings: [...raw.findings, ...identity.findings, ...prepared.findings],
      ...(population?.light && { light: population.light }),
      cautions: population?.cautions ?? [],
      release,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Gives the memory back where the file has changed. */
const identityOf = ({ identity, table }: RawSample) =>
  identity.catch((error: unknown) => {
    table.release();
    throw error;
  });

/** Repairs of this reading, and those that an earlier export tells of. */
function repairsOf({ findings, dataset }: RawSample): readonly string[] {
  const before = (dataset.keywords.get('LYMPHOSCOPE_REPAIRS') ?? '').split(',').filter((code) => code !== '');
  return [...new Set([...before, ...findings.filter(({ kind }) => kind === 'repair').map(({ code }) => code)])];
}

function populationAt(path: string, sample: PreparedSample, protocol: Protocol, absent: 'skip' | undefined): Population {
  const { populations } = gatePrepared(sample, protocol, absent && { absent });
  const known = populations.map((population) => population.path).filter((known) => known !== '');
  const found = populations.filter((population) => population.path === path || population.path.endsWith(`/${path}`));
  const exact = found.find((population) => population.path === path) ?? (found.length === 1 ? found[0] : undefined);
  return exact ?? refuseExport('export-population-absent', { path, known: known.join(', ') });
}

function shardsOf({ table, dataset }: RawSample, columns: PreparedSample['columns'], values: ExportRequest['values']): ShardColumns[] {
  return table.shards.map(({ firstEvent, eventCount, columns: stored }, shard) => ({
    firstEvent,
    eventCount,
    columns: dataset.channels.map((_, channel): Values => {
      const column = values === 'stored' ? stored[channel] : columns.linear(channel)[shard];
      if (column === undefined) throw new Error(`channel ${channel} was not read`);
      return column;
    }),
  }));
}

function matrixText(used: CompensationUsed, dataset: FcsDataset, protocol: Protocol): string {
  const { compensation } = protocol;
  if (compensation.use === 'matrix') {
    const { channels, matrix } = compensation;
    return [channels.length, ...channels, ...matrix.flat()].join(',');
  }
  return dataset.keywords.get(used.keyword ?? '') ?? '';
}
