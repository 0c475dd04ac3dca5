import type { ByteSource } from '../../base/byte-source.ts';
import type { Finding } from '../../base/finding.ts';
import { type TableForm, tableCells } from '../../base/tables/write-table.ts';
import { has } from '../../data/events/bitmask.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import type { Evaluator } from '../../gating/evaluate/evaluators.ts';
import type { GatedSample, Population } from '../../gating/strategy/population.ts';
import { measurePopulations } from '../../statistics/measure.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { gatePrepared } from './gate-prepared.ts';
import type { PreparedSample } from './prepared-sample.ts';
import { type ByteIdentity, openDataset, type ReadingHost, type ReadSampleOptions, type ReadTable } from './raw-sample.ts';
import { withSample } from './with-sample.ts';

export interface GatedFile<Chosen> {
  readonly raw: ReadTable;
  readonly identity: ByteIdentity;
  readonly prepared: PreparedSample;
  readonly chosen: Chosen;
  readonly findings: readonly Finding[];
  readonly gated: { readonly [E in Evaluator]: GatedSample };
  readonly results: { readonly [E in Evaluator]: readonly PopulationResult[] };
}

/**
 * Reads one data set and gates it by a strategy that is chosen once its header is known, by both evaluators.
 * `use` gets the outcome while its memory is there.
 */
export async function gateFileBy<Chosen extends { readonly protocol: Protocol }, Result>(
  source: ByteSource,
  host: ReadingHost,
  options: Omit<ReadSampleOptions, 'channels'>,
  choose: (dataset: FcsDataset) => Chosen,
  use: (gated: GatedFile<Chosen>) => Result | Promise<Result>,
): Promise<Result> {
  const chosen = choose((await openDataset(source, options)).dataset);
  const { protocol } = chosen;
  return withSample(source, protocol, host, options, async (prepared) => {
    const { raw } = prepared;
    const identity = await raw.identity;
    const gated = eachOnce((evaluator) => gatePrepared(prepared, protocol, { evaluator, collect: true }));
    const results = eachOnce((evaluator) => measurePopulations(gated[evaluator].populations, [], protocol.statistics, new Map()));
    // gates first: what is odd about a channel is known once it was asked for
    const { findings: ofGates } = gated.exact;
    const findings = [...raw.findings, ...identity.findings, ...prepared.findings, ...ofGates];
    return use({ raw, identity, prepared, chosen, findings, gated, results });
  });
}

/** Made when first asked for. */
function eachOnce<T>(make: (evaluator: Evaluator) => T): { readonly [E in Evaluator]: T } {
  const made = new Map<Evaluator, T>();
  const get = (evaluator: Evaluator): T => {
    const value = made.get(evaluator) ?? make(evaluator);
    made.set(evaluator, value);
    return value;
  };
  return {
    get exact() {
      return get('exact');
    },
    get flowjo() {
      return get('flowjo');
    },
    get 'flowjo-11'() {
      return get('flowjo-11');
    },
  };
}

/** One line an event, in the order of the file: whether each population holds it. */
export function* memberships(populations: readonly Population[], eventCount: number, form?: TableForm): Generator<string> {
  for (let event = 0; event < eventCount; event++)
    yield `${tableCells(
      populations.map(({ members }) => (has(members, event) ? 1 : 0)),
      form,
    )}\n`;
}
