import type { AnalyseOptions, Host } from './analyse.ts';
import type { ByteSource } from './base/byte-source.ts';
import { channelsOf, keyedGates } from './gating/evaluate/fixed-gates.ts';
import { layOutStrategy } from './gating/strategy/strategy-layout.ts';
import { evaluateShared, type Helper, mediansShared, SHARED_FROM } from './statistics/helper-thread/share-work.ts';
import { shareColumns } from './statistics/helper-thread/shared-columns.ts';
import { planMedians } from './statistics/measure.ts';
import { emptyBook, withOverrides } from './study/overrides/override-book.ts';
import type { Protocol } from './study/protocol/protocol.ts';
import { analysePrepared } from './study/sample/analyse-prepared.ts';
import { absentBy, gatePrepared } from './study/sample/gate-prepared.ts';
import { channelsNeeded, type PreparedSample, prepareSample } from './study/sample/prepared-sample.ts';
import { type RawSample, readTable, withChecksum } from './study/sample/raw-sample.ts';
import type { SampleAnalysis } from './study/sample/sample-analysis.ts';

/** Another thread, and the digests of the file, which it takes while the file is read here. */
export interface BesideHost extends Host {
  readonly beside: Helper;
  readonly digests: Promise<Pick<RawSample, 'sha256' | 'dataSha256'>>;
  readonly turn: () => Promise<void>;
}

/**
 * The same as `analyseSample`, number for number, by two threads: the other one digests the file, and evaluates gates and counts events in
 * the blocks that it claims.
 * @throws Problem for whatever is wrong with the file, the panel or the protocol
 */
export async function analyseBeside(
  source: ByteSource,
  protocol: Protocol,
  host: BesideHost,
  options: AnalyseOptions = {},
): Promise<SampleAnalysis> {
  // its failure is said where its digests are asked for
  host.digests.catch(() => undefined);
  const read = await readTable(source, host.pool, {
    ...options,
    channels: (dataset) => channelsNeeded(protocol, dataset),
    hasScratch: true,
  });
  try {
    const prepared = prepareSample({ ...read, sha256: '' }, protocol, host.pool);
    try {
      const { overrides = emptyBook } = options;
      const key = async () => ({
        sha256: (await host.digests).sha256,
        dataset: read.dataset.index,
        protocolSha256: host.protocolSha256,
      });
      const strategy = overrides.entries.length === 0 ? protocol.strategy : withOverrides(protocol.strategy, overrides, await key());
      const used = { ...protocol, strategy: [...strategy] };
      const done = read.table.eventCount < SHARED_FROM ? undefined : await doShared(prepared, used, host, options);
      const raw = { ...read, ...(await host.digests), findings: await withChecksum(source, read, options.signal) };
      return analysePrepared({ ...prepared, raw }, used, host, { ...options, ...(done === undefined ? {} : { done }) }).analysis;
    } finally {
      prepared.release();
    }
  } finally {
    read.table.release();
  }
}

async function doShared(sample: PreparedSample, protocol: Protocol, { beside, turn }: BesideHost, { absent, signal }: AnalyseOptions) {
  const { raw, columns, matrix, memo } = sample;
  const work = { beside, turn, columns, shared: shareColumns(raw.table, raw.dataset.channels, matrix), signal };
  const { populations: slots } = layOutStrategy(
    protocol.strategy,
    ({ dimensions }) => dimensions.filter((dimension) => sample.channel(dimension) === undefined),
    true,
  );
  const gates = keyedGates([...new Set(slots.map(({ gate }) => gate))], channelsOf(sample.channel), memo);
  for (const [key, members] of await evaluateShared(gates, work)) memo.members.set(key, members);
  const gated = gatePrepared(sample, protocol, {
    ...absentBy(protocol, absent),
    ...(signal === undefined ? {} : { signal }),
  });
  const channels = protocol.statistics.medians.flatMap((id) => sample.channel(id) ?? []);
  const { sources, groups, tableOf } = planMedians(gated.populations, channels, columns, protocol.statistics);
  const found = [];
  for (const labels of groups) found.push(await mediansShared(sources, labels, work));
  return { gated, medians: tableOf(found) };
}
