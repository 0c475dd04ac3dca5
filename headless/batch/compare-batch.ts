import type { BatchComparison, Side } from '../../core/study/comparison/batch-comparison.ts';
import { compareAnalyses } from '../../core/study/comparison/compare-analyses.ts';
import { compareProtocols, type ProtocolChange } from '../../core/study/comparison/compare-protocols.ts';
import { createResidualComparison } from '../../core/study/comparison/compare-residual.ts';
import { type ComparedRun, createSummary } from '../../core/study/comparison/comparison-summary.ts';
import { comparePlateResults } from '../../core/study/killing/compare-kept.ts';
import type { KeptPlate } from '../../core/study/killing/kept-plate.ts';
import { identityOf } from '../../core/study/killing/standing-plates.ts';
import type { ResidualPlan } from '../../core/study/residual/residual-plan.ts';
import { platesOfBatch } from '../archive/batch-plates.ts';
import type { RunFailure } from '../archive/batches.ts';
import type { Database } from '../archive/database.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { piecesOf } from '../archive/pieces.ts';
import { analysisOf, resultsById } from '../archive/results.ts';
import type { Batch } from '../archive/schema.ts';

export interface CompareOptions {
  /** Compare with another batch instead of what stands. */
  readonly against?: Batch;
  readonly all?: boolean;
}

const PIECE = 100;

/** What a batch would change: each run's result in it beside the one that stands, or that another batch gave. */
export async function compareBatch({ db }: Archive, batch: Batch, { against, all = false }: CompareOptions = {}): Promise<BatchComparison> {
  const pairs = await pairsOf(db, batch, against);
  const summary = createSummary();
  const runs: ComparedRun[] = [];
  const sides = new Map<string, { readonly sha256: string; readonly engine: string }>();
  const residual = createResidualComparison();
  const planOf = plansIn(db);
  const overridden = new Map<string, Set<string>>();
  for (const piece of piecesOf(pairs.compared, PIECE)) {
    const results = await resultsById(
      db,
      piece.flatMap(({ before, after }) => [before, after]),
    );
    for (const { run, name, before, after } of piece) {
      const [old, fresh] = [results.get(before), results.get(after)];
      if (old === undefined || fresh === undefined) continue;
      const { protocol_sha256: sha256, engine } = old;
      sides.set(`${sha256} ${engine}`, { sha256, engine });
      overridden.set(sha256, (overridden.get(sha256) ?? new Set()).add(run));
      const [was, is] = [analysisOf(old), analysisOf(fresh)];
      const plans = [await planOf(sha256), await planOf(fresh.protocol_sha256)] as const;
      residual.add(name, { analysis: was, plan: plans[0] }, { analysis: is, plan: plans[1] });
      const compared = { id: run, name, ...compareAnalyses(was, is) };
      summary.add(compared);
      if (all || compared.changed) runs.push(compared);
    }
  }
  const versions = await Promise.all([...sides.values()].map((side) => sideOf(db, side.sha256, side.engine)));
  const [before] = versions;
  const after = await sideOf(db, batch.protocol_sha256, batch.engine);
  return {
    before: versions.length === 1 ? before : undefined,
    after,
    versions,
    residual: residual.changes(),
    changes: before === undefined || versions.length > 1 ? [] : await protocolChanges(db, before.protocolSha256, after.protocolSha256),
    plates: await platesOf(db, batch, against),
    summary: summary.summary(),
    runs,
    replaced: pairs.compared.filter((pair) => pair.before !== pair.after).length,
    first: pairs.first,
    failed: pairs.failed,
    overridesLeft: await overridesLeft(db, overridden, batch.protocol_sha256),
  };
}

async function pairsOf(db: Database, batch: Batch, against: Batch | undefined) {
  const rows = await db
    .selectFrom('batch_runs as b')
    .innerJoin('runs', 'runs.id', 'b.run_id')
    .leftJoin('current_results as c', 'c.run_id', 'b.run_id')
    .leftJoin('batch_runs as o', (join) => join.onRef('o.run_id', '=', 'b.run_id').on('o.batch_id', '=', against?.id ?? ''))
    .select(['b.run_id as run', 'runs.name as name', 'b.result_id as after', 'c.result_id as current', 'o.result_id as other'])
    .where('b.batch_id', '=', batch.id)
    .orderBy('b.ordinal')
    .execute();
  const done = rows.flatMap(({ run, name, after, current, other }) =>
    after === null ? [] : [{ run, name, after, before: against === undefined ? current : other }],
  );
  const compared = done.flatMap(({ before, ...row }) => (before === null ? [] : [{ ...row, before }]));
  return { compared, first: done.length - compared.length, failed: rows.length - done.length };
}

/** Plates as the batch gave them, beside what stood when it began or what another batch gave. */
async function platesOf(db: Database, batch: Batch, against: Batch | undefined): Promise<BatchComparison['plates']> {
  const own = await platesOfBatch(db, batch.id);
  const others = new Map<string, KeptPlate>();
  if (against !== undefined)
    for (const { after } of await platesOfBatch(db, against.id)) if (after !== undefined) others.set(identityOf(after), after);
  const pairs = own.flatMap(({ before: stood, after }) => {
    const before = against === undefined ? stood : after && others.get(identityOf(after));
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
  return {
    measured: pairs.length,
    changes: pairs.flatMap(({ before, after }) => comparePlateResults(before, after) ?? []),
    failed: own.flatMap(({ before, error }) => (error === null ? [] : [{ name: before.plate.name, ...(JSON.parse(error) as RunFailure) }])),
  };
}

async function sideOf(db: Database, sha256: string, engine: string): Promise<Side> {
  const { protocol } = await protocolVersion(db, sha256);
  return { protocolSha256: sha256, protocol: protocol.name, revision: protocol.revision, engine };
}

/** The residual cell plans of protocols, each looked up once. */
function plansIn(db: Database): (sha256: string) => Promise<ResidualPlan | undefined> {
  const known = new Map<string, Promise<ResidualPlan | undefined>>();
  return (sha256) => {
    const plan = known.get(sha256) ?? protocolVersion(db, sha256).then(({ protocol }) => protocol.residual);
    known.set(sha256, plan);
    return plan;
  };
}

async function protocolChanges(db: Database, before: string, after: string): Promise<readonly ProtocolChange[]> {
  const [a, b] = await Promise.all([protocolVersion(db, before), protocolVersion(db, after)]);
  return compareProtocols(a.protocol, b.protocol);
}

/** A person's gate belongs to the protocol under which it was placed: going on without it must be seen. */
async function overridesLeft(
  db: Database,
  runs: ReadonlyMap<string, ReadonlySet<string>>,
  after: string,
): Promise<BatchComparison['overridesLeft']> {
  const rows = await db.selectFrom('overrides').select(['sha256', 'dataset', 'protocol_sha256', 'population']).distinct().execute();
  const id = (row: (typeof rows)[number]) => `${row.sha256}:${row.dataset}`;
  const carried = new Set(rows.filter((row) => row.protocol_sha256 === after).map((row) => `${id(row)} ${row.population}`));
  const left = new Map<string, number>();
  for (const row of rows)
    if (
      row.protocol_sha256 !== after &&
      runs.get(row.protocol_sha256)?.has(id(row)) === true &&
      !carried.has(`${id(row)} ${row.population}`)
    )
      left.set(id(row), (left.get(id(row)) ?? 0) + 1);
  return [...left].map(([run, gates]) => ({ run, gates }));
}
