import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import { beginBatch } from '../archive/batches.ts';
import type { Archive } from '../archive/open-archive.ts';
import { placeGates } from '../archive/overrides.ts';
import { resultsById, togetherOf } from '../archive/results.ts';
import { runsByIds } from '../archive/runs.ts';
import type { Batch } from '../archive/schema.ts';

export interface MovedGates {
  readonly gates: readonly {
    /** The result in which the gate was looked at. */
    readonly result: string;
    /** Path of the gate's first population. */
    readonly population: string;
    readonly to: Gate;
  }[];
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Of the digest of a file, enough to name it. */
const DIGITS = 16;

/**
 * Places gates in single runs under the protocol of their results, and begins the batch that gates these runs again. Throws `moved-together` where runs
 * helped each other's gates, and `moved-apart` where the results are of several protocols: a batch has one.
 */
export async function beginMoved(archive: Archive, { gates, reason, by, at }: MovedGates): Promise<Batch> {
  const results = await resultsById(
    archive.db,
    gates.map(({ result }) => result),
  );
  const stored = [...results.values()];
  const [first] = stored;
  if (first === undefined || stored.some((result) => result.protocol_sha256 !== first.protocol_sha256))
    throw new Problem('moved-apart', apart);
  if (stored.some((result) => togetherOf(result) !== undefined)) throw new Problem('moved-together', together);
  const runs = new Map((await runsByIds(archive.db, [...new Set(stored.map(({ run_id }) => run_id))])).map((run) => [run.id, run]));
  const placed = gates.flatMap(({ result, population, to }) => {
    const run = runs.get(results.get(result)?.run_id ?? '');
    return run === undefined ? [] : [{ sha256: run.sha256, dataset: run.dataset, population, to, by, at, reason }];
  });
  await placeGates(archive.db, { placed, takenBack: [] }, first.protocol_sha256);
  const files = [...new Set(placed.map(({ sha256 }) => sha256.slice(0, DIGITS)))];
  const query = `sha256=${files.join('|')}`;
  return beginBatch(archive, { protocolSha256: first.protocol_sha256, engine: ENGINE, query, respectPauses: false, by, at });
}

const apart = {
  en: 'The chosen results are of several protocols: move the gates of one protocol at a time.',
  ja: '選択した結果は複数のプロトコルによるものです。プロトコルごとにゲートを移動してください。',
};
const together = {
  en: 'These runs helped each other’s gates: move them in a session, then gate the runs again together.',
  ja: '同時測定として互いのゲートを参照した測定です。セッションで移動し、まとめて再ゲーティングしてください。',
};
