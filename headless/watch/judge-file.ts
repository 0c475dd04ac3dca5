import path from 'node:path';
import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { groupOf } from '../../core/biology/control-charts/landmarks.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import {
  nameContradicts,
  saidOf,
  type VerdictReason,
  verdictOf,
  verdictOfProblem,
  withoutResult,
  withWorst,
} from '../../core/study/verdict/run-verdict.ts';
import type { VerdictFacts } from '../../core/study/watch/verdict-columns.ts';
import { metadataOfName, type WatchRule } from '../../core/study/watch/watch-rule.ts';
import { beginBatch, failuresOf } from '../archive/batches.ts';
import { protocolVersion } from '../archive/documents.ts';
import { importFiles } from '../archive/import/import-files.ts';
import type { Archive } from '../archive/open-archive.ts';
import { analysisOf, resultsById } from '../archive/results.ts';
import type { Run } from '../archive/schema.ts';
import type { RunResult } from '../archive/stale-results.ts';
import { pausedGroups } from '../batch/paused-groups.ts';
import { runBatch } from '../batch/run-batch.ts';
import { createReanalysis } from '../reports/reanalyse-runs.ts';
import { writeRunsPdf } from '../reports/write-reports.ts';

export interface JudgeFiles {
  readonly archive: Archive;
  readonly rule: WatchRule;
  readonly jobs: number;
  readonly by: string;
  readonly now: () => string;
  readonly signal: AbortSignal;
}

/** A file with its verdict and its runs, ready to be written down. */
export interface JudgedFile extends VerdictFacts {
  readonly path: string;
  readonly runs: readonly string[];
  /** Something of it could not be read or gated: a share that went away in the midst does that too. */
  readonly hasFailed: boolean;
}

/** Takes files into the archive, gates what is new by the rule's protocol and judges each. A file that fails stops no other. */
export async function judgeFiles(paths: readonly string[], options: JudgeFiles): Promise<readonly JudgedFile[]> {
  const { archive, rule, now, signal } = options;
  const { db } = archive;
  const { protocol } = await protocolVersion(db, rule.protocol);
  const { failed } = await importFiles(archive, paths, {
    keywords: protocol.metadata,
    metadataOf: (file) => metadataBy(rule, file),
    now,
    signal,
  });
  const problems = new Map(failed.map(({ path: at, problem }) => [at, problem]));
  const runs = await runsOf(options, paths);
  const results = await gate(options, [...runs.values()].flat());
  const paused = await pausedGroups(db, { protocol_sha256: rule.protocol, engine: ENGINE });
  const judged: JudgedFile[] = [];
  for (const at of paths) {
    const of = runs.get(at) ?? [];
    const reasons: VerdictReason[] = [];
    const problem = problems.get(at);
    if (problem !== undefined) reasons.push(...verdictOfProblem(saidOf(problem)).reasons);
    if (rule.named !== undefined && of[0] !== undefined)
      reasons.push(...contradictions(metadataOfName(rule.named, path.basename(at)), of[0]));
    let analysis: SampleAnalysis | undefined;
    let hasFailed = problem !== undefined;
    if (of.length === 0 && problem === undefined) reasons.push(withoutResult());
    for (const { id } of of) {
      const result = results.get(id);
      if (result === undefined) reasons.push(withoutResult());
      else if ('code' in result) {
        hasFailed = true;
        reasons.push(...verdictOfProblem(result).reasons);
      } else {
        analysis ??= result;
        reasons.push(
          ...verdictOf({ analysis: result, specification: protocol.specification, isPaused: !paused.mayGate(groupOf(result)) }).reasons,
        );
      }
    }
    const certificate = await certificateOf(options, at, of, reasons);
    const [first] = of;
    judged.push({
      ...{ path: at, file: path.basename(at), analysis, certificate, verdict: withWorst(reasons), finished: now() },
      runs: of.map(({ id }) => id),
      hasFailed,
      run: first && { sha256: first.sha256, acquired: first.acquired_on, cytometer: first.cytometer, events: Number(first.events) },
    });
  }
  return judged;
}

const metadataBy = ({ sample, named }: WatchRule, file: string): Partial<SampleMetadata> =>
  ({ ...sample, ...(named === undefined ? {} : metadataOfName(named, path.basename(file))) }) as Partial<SampleMetadata>;

function contradictions(named: ReturnType<typeof metadataOfName>, { lot_id: lot, donor_id: donor, day }: Run): readonly VerdictReason[] {
  const pairs = [
    [named.lot, lot],
    [named.donor, donor],
    [named.day, day],
  ] as const;
  return pairs.flatMap(([said, known]) =>
    said === undefined || said === known ? [] : [nameContradicts(String(said), String(known ?? '–'))],
  );
}

/** The runs that each file holds, by its path. */
async function runsOf({ archive: { db } }: JudgeFiles, paths: readonly string[]): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, readonly Run[]>();
  for (const at of paths) {
    const rows = await db
      .selectFrom('run_files')
      .innerJoin('runs', 'runs.sha256', 'run_files.sha256')
      .selectAll('runs')
      .where('path', '=', at)
      .orderBy('dataset')
      .execute();
    runs.set(at, rows);
  }
  return runs;
}

/** What each run gave, by its id: its analysis, or why it has none. */
async function gate({ archive, rule, jobs, by, now, signal }: JudgeFiles, runs: readonly Run[]) {
  const { db } = archive;
  const given = new Map<string, SampleAnalysis | Parameters<typeof verdictOfProblem>[0]>();
  if (runs.length === 0) return given;
  const query = `sha256=${[...new Set(runs.map(({ sha256 }) => sha256))].join('|')}`;
  const batch = await beginBatch(archive, { protocolSha256: rule.protocol, engine: ENGINE, query, respectPauses: false, by, at: now() });
  await runBatch(archive, batch, { jobs, now, signal }); // a file that is away fails and is tried again: other folders do not wait for it
  signal.throwIfAborted();
  for (const { code, message, run } of await failuresOf(db, batch.id)) given.set(run.id, { code, message });
  const marks = await db.selectFrom('batch_runs').select(['run_id', 'result_id']).where('batch_id', '=', batch.id).execute();
  const results = await resultsById(
    db,
    marks.flatMap(({ result_id }) => result_id ?? []),
  );
  const analyseAgain = await createReanalysis(archive, signal);
  /** A protocol without a specification leaves the quality of the acquisition out of its results. */
  const withQuality = async (analysis: SampleAnalysis, of: RunResult): Promise<SampleAnalysis> => {
    if (analysis.quality !== undefined) return analysis;
    const { quality } = await analyseAgain(of);
    return quality === undefined ? analysis : { ...analysis, quality };
  };
  for (const { run_id, result_id } of marks) {
    const result = results.get(result_id ?? '');
    const run = runs.find(({ id }) => id === run_id);
    if (result !== undefined && run !== undefined) given.set(run_id, await withQuality(analysisOf(result), { run, result }));
  }
  return given;
}

/** Writes the certificate where the rule asks for one; one that cannot be written is a reason to stop. */
async function certificateOf(
  { archive, rule: { certificate }, now, signal }: JudgeFiles,
  at: string,
  runs: readonly Run[],
  reasons: VerdictReason[],
): Promise<string | undefined> {
  const [first] = runs;
  if (certificate === undefined || first === undefined) return undefined;
  const { folder, template, language } = certificate;
  // the same name on a second try; another file of the same name has other bytes
  const out = path.join(folder, `${path.parse(at).name} ${first.sha256.slice(0, 8)}.pdf`);
  try {
    const flags = { language, generatedAt: now(), signal, ...(template === undefined ? {} : { template }) };
    await writeRunsPdf(archive, { runs: runs.map(({ id }) => id) }, out, flags);
    return out;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    reasons.push(...verdictOfProblem(saidOf(error)).reasons);
    return undefined;
  }
}
