import type { ArchiveReview, ReviewedRun } from '../../core/contract/archive-review.ts';
import { type GateFacts, gateFacts, type ReviewableGate, reviewableGates } from '../../core/study/review/gate-facts.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { standingOf } from './current-results.ts';
import type { Database } from './database.ts';
import { judgementsOf } from './judgements.ts';
import { piecesOf } from './pieces.ts';
import type { ResultChoice } from './result-source.ts';
import { analysisOf, resultsById } from './results.ts';
import { runsByIds } from './runs.ts';
import type { Run } from './schema.ts';
import { selectRuns } from './select-runs.ts';

/** Runs of one review, at most. */
const MOST_REVIEWED = 5000;
const PIECE = 100;

interface Pair {
  readonly run: Run;
  readonly result: string;
  /** The result that stands, where that is another. */
  readonly standing: string | undefined;
}

/**
 * One gate of the results of a batch, or of those that stand for the runs of a query: what places it and what it gives. Analyses are read some at a
 * time. Without a population the first gate of the composition is looked at, else the first of all.
 */
export async function reviewOf(db: Database, choice: ResultChoice, population: string | undefined): Promise<ArchiveReview> {
  const pairs = (await pairsOf(db, choice)).slice(0, MOST_REVIEWED);
  const judged = await judgementsOf(db);
  const batch = 'batch' in choice ? choice.batch.id : null;
  const gates = new Map<string, ReviewableGate>();
  const looked: (Omit<ReviewedRun, 'facts' | 'change' | 'judged'> & { facts: Map<string, readonly [GateFacts, number | undefined]> })[] =
    [];
  for (const piece of piecesOf(pairs, PIECE)) {
    const results = await resultsById(
      db,
      piece.flatMap(({ result, standing }) => [result, ...(standing === undefined ? [] : [standing])]),
    );
    for (const { run, result, standing } of piece) {
      const stored = results.get(result);
      if (stored === undefined) continue;
      const analysis = analysisOf(stored);
      const before = results.get(standing ?? '');
      const was = before && analysisOf(before);
      const facts = new Map<string, readonly [GateFacts, number | undefined]>();
      for (const gate of reviewableGates(analysis)) {
        if (!gates.has(gate.population)) gates.set(gate.population, { ...gate, id: undefined });
        if (population !== undefined && gate.population !== population) continue;
        const own = gateFacts(analysis, { population: gate.population });
        if (own !== undefined) facts.set(gate.population, [own, was && changeOf(own, was)]);
      }
      looked.push({ ...aboutRun(run, analysis), result, batch, facts });
    }
  }
  const all = [...gates.values()];
  const gate = all.find((one) => one.population === population) ?? all.find(({ isOfComposition }) => isOfComposition) ?? all[0];
  const at = gate?.population ?? '';
  return {
    batch,
    gates: all,
    population: gate?.population,
    runs: looked.map(({ facts, ...run }) => {
      const [own, change] = facts.get(at) ?? [];
      return { ...run, facts: own, change, judged: judged.get(run.result)?.get(at) };
    }),
  };
}

const aboutRun = (run: Run, { channels, populations: _ }: SampleAnalysis) => ({
  id: run.id,
  name: run.name,
  sha256: run.sha256,
  dataset: run.dataset,
  role: run.role,
  about: [run.lot_id, run.donor_id, run.declared_method, run.cytometer, run.acquired_on].filter((part) => part !== null).join(' '),
  channels,
});

/** Of the population that changed most, in points. */
function changeOf({ shares, population }: GateFacts, before: SampleAnalysis): number | undefined {
  const was = new Map(gateFacts(before, { population })?.shares.map(({ path, percent }) => [path, percent]));
  const changes = shares.flatMap(({ path, percent }) => {
    const old = was.get(path);
    return old === undefined ? [] : [percent - old];
  });
  return changes.sort((a, b) => Math.abs(b) - Math.abs(a))[0];
}

async function pairsOf(db: Database, choice: ResultChoice): Promise<readonly Pair[]> {
  if (!('batch' in choice)) {
    const runs = 'query' in choice ? await selectRuns(db, choice.query, { limit: MOST_REVIEWED }) : await runsByIds(db, choice.runs);
    const current = await standingOf(
      db,
      runs.map(({ id }) => id),
    );
    return runs.flatMap((run) => {
      const result = current.get(run.id)?.result_id;
      return result === undefined ? [] : [{ run, result, standing: undefined }];
    });
  }
  const rows = await db
    .selectFrom('batch_runs')
    .innerJoin('runs', 'runs.id', 'batch_runs.run_id')
    .selectAll('runs')
    .select('result_id')
    .where('batch_id', '=', choice.batch.id)
    .where('result_id', 'is not', null)
    .orderBy('ordinal')
    .limit(MOST_REVIEWED)
    .execute();
  const current = await standingOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ result_id: result, ...run }) => {
    const standing = current.get(run.id)?.result_id;
    return result === null ? [] : [{ run, result, standing: standing === result ? undefined : standing }];
  });
}
