import type { Light } from '../../core/gating/automatic/kind/step.ts';
import { lightOfGate } from '../../core/gating/strategy/population.ts';
import { plateChangeTexts } from '../../core/show/killing/plate-change-text.ts';
import type { BatchChanges, BatchFacts, BatchRunFacts } from '../../core/show/report/batch-model.ts';
import { residualChangeSentence } from '../../core/show/residual/sentences.ts';
import type { BatchComparison } from '../../core/study/comparison/batch-comparison.ts';
import type { ComparedRun } from '../../core/study/comparison/comparison-summary.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { gateRatings } from '../../core/study/verdict/gate-ratings.ts';
import { judgedOf } from '../../core/study/verdict/judged-of.ts';
import { failuresOf } from '../archive/batches.ts';
import { protocolVersion } from '../archive/documents.ts';
import type { Archive } from '../archive/open-archive.ts';
import { piecesOf } from '../archive/pieces.ts';
import { chooseResults } from '../archive/result-source.ts';
import { analysisOf, resultsById } from '../archive/results.ts';
import type { Batch, Run } from '../archive/schema.ts';
import { type CompareOptions, compareBatch } from '../batch/compare-batch.ts';

const PIECE = 100;

/** Everything a batch report says. Refuses a batch that is not finished or whose results are stale. */
export async function batchFacts(archive: Archive, batch: Batch, comparing: CompareOptions = {}): Promise<BatchFacts> {
  const { db } = archive;
  const chosen = await chooseResults(db, { batch });
  const { protocol, sha256 } = await protocolVersion(db, batch.protocol_sha256);
  const comparison = await compareBatch(archive, batch, comparing);
  const changes = new Map(comparison.runs.map((one) => [one.id, one]));
  const runs: BatchRunFacts[] = [];
  for (const piece of piecesOf(chosen, PIECE)) {
    const stored = await resultsById(
      db,
      piece.map(({ result }) => result.id),
    );
    for (const { run, result } of piece) {
      const row = stored.get(result.id);
      if (row !== undefined) runs.push(runFacts(run, analysisOf(row), protocol, changes.get(run.id)));
    }
  }
  const at = ({ acquired = '' }: BatchRunFacts): string => acquired;
  return {
    batch: {
      seq: batch.seq,
      id: batch.id,
      query: batch.query,
      ...(batch.same_run === null ? {} : { sameRun: batch.same_run }),
      by: batch.by,
      createdAt: batch.created_at,
      finishedAt: batch.finished_at ?? undefined,
    },
    protocol: { name: protocol.name, title: protocol.title, revision: protocol.revision, sha256 },
    engine: batch.engine,
    runs: runs.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0)),
    failures: (await failuresOf(db, batch.id)).map(({ run: { name, dataset, sha256 }, code, message }) => ({
      name,
      dataset,
      sha256,
      code,
      message,
    })),
    changes: changesOf(comparison),
  };
}

function changesOf({ before, changes, plates, summary, residual }: BatchComparison): BatchChanges | undefined {
  const hasPlates = plates.changes.length > 0;
  if (!hasPlates && (summary.runs === 0 || (summary.changed === 0 && residual.length === 0))) return undefined;
  const platesIn = (language: 'en' | 'ja') => plates.changes.flatMap((change) => plateChangeTexts(change, language));
  return {
    against:
      before === undefined
        ? undefined
        : `${before.protocol} (${before.revision}) · ${before.protocolSha256.slice(0, 12)} · ${before.engine}`,
    protocol: changes,
    summary,
    ...(hasPlates ? { plates: { en: platesIn('en'), ja: platesIn('ja') } } : {}),
    residual: residual.map((one) => ({ en: residualChangeSentence(one, 'en'), ja: residualChangeSentence(one, 'ja') })),
  };
}

function runFacts(run: Run, analysis: SampleAnalysis, protocol: Protocol, changed: ComparedRun | undefined): BatchRunFacts {
  const { classification, composition, populations } = analysis;
  const { declared, methods } = classification;
  const judged = judgedOf(analysis, protocol);
  const largest = changed?.populations.toSorted((a, b) => moveOf(b) - moveOf(a))[0];
  const parts = composition?.parts.map(({ role, count, percent }) => [role, { count, percent }] as const);
  return {
    name: run.name,
    dataset: run.dataset,
    sha256: run.sha256,
    acquired: run.acquired_on ?? undefined,
    day: run.day ?? undefined,
    declared: run.declared_method ?? undefined,
    events: run.events,
    group: classification.group,
    method: classification.method,
    parts: parts && Object.fromEntries(parts),
    denominator: composition?.denominatorCount ?? 0,
    worst: worstOf(populations.flatMap(({ gate }) => (gate && lightOfGate(gate)) ?? [])),
    lot: run.lot_id ?? undefined,
    verdict: {
      overall: judged.overall,
      ...(declared === undefined
        ? {}
        : { declaration: { verdict: declared.verdict, name: methods.find(({ method }) => method === declared.method)?.name } }),
      quality: analysis.quality?.verdict,
      gates: gateRatings(analysis, judged.items).worst,
      ...(changed === undefined
        ? {}
        : {
            change: {
              ...(changed.call.flipped ? { call: { before: changed.call.before.group, after: changed.call.after.group } } : {}),
              ...(largest === undefined || moveOf(largest) === 0
                ? {}
                : { population: { path: largest.path, before: largest.before?.percent, after: largest.after?.percent } }),
            },
          }),
    },
  };
}

const moveOf = ({ before, after }: ComparedRun['populations'][number]): number => Math.abs((after?.percent ?? 0) - (before?.percent ?? 0));

const worstOf = (lights: readonly Light[]): Light | undefined =>
  (['red', 'amber', 'green'] as const).find((light) => lights.includes(light));
