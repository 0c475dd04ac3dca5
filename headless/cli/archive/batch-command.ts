import { Command, Option } from 'commander';
import { ENGINE } from '../../../core/base/engine.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { BatchComparison } from '../../../core/study/comparison/batch-comparison.ts';
import { beginBatch, countBatch, failuresOf, resumeBatch } from '../../archive/batches.ts';
import { acceptBatch } from '../../archive/decisions.ts';
import { keepProtocol } from '../../archive/documents.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { listQueries } from '../../archive/saved-queries.ts';
import { type Batch, type SameRunKind, sameRunKinds } from '../../archive/schema.ts';
import { compareBatch } from '../../batch/compare-batch.ts';
import { type BatchProgress, runBatch } from '../../batch/run-batch.ts';
import { whoWorks } from '../../host/who-works.ts';
import { readProtocolText } from '../shared/load-protocol.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { anyWhole, positive } from '../shared/shared-flags.ts';
import { type ArchiveFlags, nowText, stopSignal, withArchive, withArchiveFlags } from './archive-flags.ts';
import { diffText, platesText } from './diff-text.ts';

interface BatchFlags extends ArchiveFlags {
  readonly query: string;
  readonly protocol: string;
  readonly jobs: number;
  readonly resume?: string | true;
  readonly respectPauses?: true;
  readonly sameRun?: SameRunKind | true;
  readonly accept?: string;
  readonly enqueue?: true;
  readonly priority: number;
}

export const batchCommand = (finish: (code: number) => void): Command =>
  withArchiveFlags(new Command('batch'))
    .description('Re-gate the runs of an archive, unattended. Nothing is lost or done twice, whenever it is stopped.')
    .option('--query <query>', 'which runs, or the name of a kept query; all where absent', '')
    .option('--protocol <protocol>', 'a protocol file, or the name of one that ships', 'nk-t')
    .option('--jobs <n>', 'how many runs at once', positive, 1)
    .option('--resume [batch]', 'go on with the last batch, or one by its number or id; what failed is tried again')
    .option('--respect-pauses', 'leave out runs of instruments whose control charts broke a rule')
    .addOption(
      new Option(
        '--same-run [kind]',
        'controls and other samples of one day, instrument and panel, or of one folder, help each other; a `run` in the metadata overrules both',
      ).choices(sameRunKinds),
    )
    .addOption(new Option('--enqueue', 'begin the batch and leave it to workers').conflicts(['resume', 'accept']))
    .option('--priority <n>', 'workers do those of a higher one first, and leave others for it', anyWhole, 0)
    .option('--accept <reason>', 'let the results stand at once, for this reason')
    .addHelpText(
      'after',
      '\nExamples:\n  lymphoscope batch --archive lab.archive --query "lot=A12 day>=14" --protocol nk-t --jobs 2\n  lymphoscope batch --archive lab.archive --resume\nCtrl-C stops after the runs in hand; --resume goes on.',
    )
    .action(async (flags: BatchFlags) => finish(await withArchive(flags, (archive) => run(archive, flags))));

async function run(archive: Archive, flags: BatchFlags): Promise<number> {
  const batch = await chooseBatch(archive, flags);
  if (flags.enqueue === true) return enqueued(archive, batch, flags);
  const start = performance.now();
  // of a batch that several programs do, this one's share
  let did = 0;
  const signal = stopSignal();
  const counts = await runBatch(archive, batch, {
    jobs: flags.jobs,
    now: nowText,
    signal,
    onProgress: (progress) => {
      did += 1;
      showRate(progress, flags);
    },
    onBug: (error) => process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  });
  const seconds = (performance.now() - start) / 1000;
  const failed = await failuresOf(archive.db, batch.id);
  const complete = counts.done === counts.total;
  const nothingToAccept = complete && flags.accept !== undefined && !(await accepted(archive, batch.id, flags.accept));
  if (nothingToAccept) process.stderr.write(`${firstResults[flags.lang]}\n`);
  const failures = failed.map(({ run: { name, dataset, sha256 }, code, message }) => ({
    file: name,
    dataset: dataset + 1,
    sha256,
    error: { code, message: message[flags.lang] },
  }));
  const about = { batch: batch.seq, id: batch.id, protocol: batch.protocol_sha256, engine: batch.engine, ...counts, complete, seconds };
  // the first batch after a change of the numbers says so unasked
  const comparison = complete ? await compareBatch(archive, batch) : undefined;
  const moved = comparison?.versions.some(({ engine }) => engine !== batch.engine) === true ? comparison : undefined;
  const { plates } = comparison ?? {};
  if (flags.json === true)
    printJson({
      ...about,
      did,
      ...(moved === undefined ? {} : { moved }),
      ...(plates === undefined ? {} : { plates }),
      runsPerSecond: did / seconds,
      failures,
    });
  else {
    process.stdout.write(`${summary(batch, counts, complete, flags)}\n`);
    if (moved !== undefined) process.stdout.write(`${engineText(moved, flags)}\n${diffText(moved, flags.lang)}\n`);
    else for (const line of plates === undefined ? [] : platesText(plates, flags.lang)) process.stdout.write(`${line}\n`);
  }
  for (const { file, error } of failures) process.stderr.write(`${file}: ${error.message} [${error.code}]\n`);
  return !complete || (counts.total > 0 && counts.failed === counts.total)
    ? exitCodes.nothingDone
    : counts.failed > 0 || (plates?.failed.length ?? 0) > 0
      ? exitCodes.someFailed
      : exitCodes.done;
}

async function enqueued(archive: Archive, { seq, id }: Batch, { json, lang }: BatchFlags): Promise<number> {
  const counts = await countBatch(archive.db, id);
  if (json === true) printJson({ batch: seq, id, ...counts });
  else
    process.stdout.write(
      `${lang === 'ja' ? `バッチ ${seq}: ${counts.total}件を待ち行列に追加しました` : `batch ${seq}: ${counts.total} runs wait for workers`}\n`,
    );
  return exitCodes.done;
}

async function chooseBatch(archive: Archive, flags: BatchFlags): Promise<Batch> {
  const { db } = archive;
  if (flags.resume !== undefined) return resumeBatch(db, flags.resume === true ? undefined : flags.resume);
  const kept = (await listQueries(db)).find(({ name }) => name === flags.query);
  const { sha256 } = await keepProtocol(db, await readProtocolText(flags.protocol), whoWorks(), nowText());
  return beginBatch(archive, {
    protocolSha256: sha256,
    engine: ENGINE,
    query: kept?.query ?? flags.query,
    respectPauses: flags.respectPauses === true,
    ...(flags.sameRun === undefined ? {} : { sameRun: flags.sameRun === true ? 'day' : flags.sameRun }),
    priority: flags.priority,
    by: whoWorks(),
    at: nowText(),
  });
}

function engineText({ versions, after }: BatchComparison, { lang }: BatchFlags): string {
  const before = [...new Set(versions.map(({ engine }) => engine))].join(', ');
  return lang === 'ja'
    ? `解析エンジンが${before}から${after.engine}に変わりました。確定結果との差:`
    : `The engine is ${after.engine}, it was ${before}. Against the results that stand:`;
}

function summary(
  { seq }: Batch,
  { total, done, failed }: { total: number; done: number; failed: number },
  complete: boolean,
  { lang }: BatchFlags,
) {
  const left = complete
    ? ''
    : lang === 'ja'
      ? `。未処理 ${total - done}件は --resume ${seq}で再開できます`
      : `; ${total - done} left, go on with --resume ${seq}`;
  return lang === 'ja'
    ? `バッチ ${seq}: ${total}件中 ${done}件を処理、うち失敗 ${failed}件${left}`
    : `batch ${seq}: ${done} of ${total} runs done, ${failed} failed${left}`;
}

function showRate({ done, total, failed, runsPerSecond, secondsLeft }: BatchProgress, { json }: BatchFlags): void {
  if (!process.stderr.isTTY || json === true) return;
  const left = secondsLeft === undefined ? '' : `, ${Math.ceil(secondsLeft)} s`;
  process.stderr.write(`\r${done}/${total} (${failed} ✗) ${runsPerSecond.toFixed(1)}/s${left}   ${done === total ? '\n' : ''}`);
}

/** Whether there was something to accept: first results stand of themselves. */
const accepted = (archive: Archive, batch: string, reason: string): Promise<boolean> =>
  acceptBatch(archive, batch, { reason, by: whoWorks(), at: nowText() }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.code === 'nothing-to-decide') return false;
      throw error;
    },
  );
const firstResults = {
  en: 'Nothing to accept: the first results of a run stand of themselves.',
  ja: '承認の対象はありません(最初の結果はそのまま現行結果になります)。',
};
