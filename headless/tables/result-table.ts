import type { AbsentPopulation } from '../../core/gating/strategy/absent-populations.ts';
import { lightOfGate } from '../../core/gating/strategy/population.ts';
import { type CountColumn, countColumns } from '../../core/statistics/count-columns.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { Database } from '../archive/database.ts';
import { piecesOf } from '../archive/pieces.ts';
import { chooseResults, type ResultChoice } from '../archive/result-source.ts';
import { analysisOf, resultsById, togetherOf } from '../archive/results.ts';
import type { RunResult } from '../archive/stale-results.ts';
import type { Table, TableColumn, TableRow } from './table.ts';

const PIECE = 100;

const fixed = [
  ['file', 'text'],
  ['dataset', 'integer'],
  ['sha256', 'text'],
  ['acquired', 'text'],
  ['cytometer', 'text'],
  ['donor', 'text'],
  ['lot', 'text'],
  ['culture_day', 'number'],
  ['role', 'text'],
  ['declared_method', 'text'],
  ['group', 'text'],
  ['method', 'text'],
  ['protocol', 'text'],
  ['protocol_revision', 'integer'],
  ['protocol_sha256', 'text'],
  ['engine', 'text'],
  ['same_run', 'integer'],
  ['population', 'text'],
  ['count', 'integer'],
  ['percent_of_parent', 'number'],
  ['interval_low', 'number'],
  ['interval_high', 'number'],
  ['interval_method', 'text'],
  ['percent_of_total', 'number'],
  ['gate', 'text'],
] as const satisfies readonly (readonly [string, TableColumn['kind']])[];

export interface TableOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** One row a run and population, in full precision, with what made each number; then the medians, a column a channel, and what is counted beyond. */
export async function resultTable(db: Database, choice: ResultChoice, { signal, onProgress }: TableOptions = {}): Promise<Table> {
  const chosen = await chooseResults(db, choice);
  const { channels, further } = await dynamicColumns(db, chosen);
  return {
    name: 'results',
    columns: [
      ...fixed.map(([name, kind]) => ({ name, kind })),
      ...channels.map((id) => ({ name: `median ${id}`, kind: 'number' as const })),
      ...further.map(({ name, kind }) => ({ name, kind })),
    ],
    rows: rows(),
  };
  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    let done = 0;
    for await (const [one, analysis] of eachAnalysis(db, chosen)) {
      signal?.throwIfAborted();
      yield rowsOf(one, analysis, channels, further);
      onProgress?.(++done, chosen.length);
    }
  }
}

async function* eachAnalysis(db: Database, chosen: readonly RunResult[]): AsyncGenerator<readonly [RunResult, SampleAnalysis]> {
  for (const piece of piecesOf(chosen, PIECE)) {
    const stored = await resultsById(
      db,
      piece.map(({ result }) => result.id),
    );
    for (const one of piece) {
      const row = stored.get(one.result.id);
      if (row !== undefined) yield [one, analysisOf(row)];
    }
  }
}

/** The channels that any result has medians of, and what any counts beyond populations. */
async function dynamicColumns(db: Database, chosen: readonly RunResult[]) {
  const channels = new Set<string>();
  const further = new Map<string, CountColumn>();
  for await (const [, analysis] of eachAnalysis(db, chosen)) {
    for (const { medians } of analysis.populations) for (const id of Object.keys(medians)) channels.add(id);
    for (const column of countColumns([analysis])) further.set(column.name, column);
  }
  return { channels: [...channels], further: [...further.values()] };
}

function rowsOf(
  { run, result }: RunResult,
  analysis: SampleAnalysis,
  channels: readonly string[],
  further: readonly CountColumn[],
): readonly TableRow[] {
  const { populations, absent = [], protocol } = analysis;
  const or = <T>(value: T | null): T | undefined => value ?? undefined;
  const about = [
    run.name,
    run.dataset + 1,
    run.sha256,
    or(run.acquired_on),
    or(run.cytometer),
    or(run.donor_id),
    or(run.lot_id),
    or(run.day),
    run.role,
    or(run.declared_method),
    result.group_id,
    result.method,
    protocol.name,
    protocol.revision,
    result.protocol_sha256,
    result.engine,
    togetherOf(result)?.length,
  ];
  const counted = populations.map(({ path, count, percentOfParent, interval, percentOfTotal, medians, gate }) => [
    ...about,
    path,
    count,
    path === '' ? undefined : percentOfParent,
    path === '' ? undefined : interval?.low,
    path === '' ? undefined : interval?.high,
    path === '' ? undefined : interval?.method,
    percentOfTotal,
    gate === undefined ? undefined : (lightOfGate(gate) ?? 'fixed'),
    ...channels.map((id) => medians[id]),
    ...further.map(({ value }) => value(analysis, path)),
  ]);
  return [...counted, ...absent.map((one) => absentRow(about, one, channels.length + further.length))];
}

/** Asked for, and not to be had: no number, and why. */
const absentRow = (about: TableRow, { path, missing }: AbsentPopulation, others: number): TableRow => [
  ...about,
  path,
  ...Array.from({ length: fixed.length - about.length - 2 }, () => undefined),
  `absent: ${missing.join(', ')}`,
  ...Array.from({ length: others }, () => undefined),
];
