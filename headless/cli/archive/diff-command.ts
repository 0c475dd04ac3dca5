import { Command } from 'commander';
import { Problem } from '../../../core/base/problem.ts';
import { findBatch } from '../../archive/batches.ts';
import { acceptBatch, listDecisions, rejectBatch, rollBack } from '../../archive/decisions.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { compareBatch } from '../../batch/compare-batch.ts';
import { whoWorks } from '../../host/who-works.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { type ArchiveFlags, nowText, withArchive, withArchiveFlags } from './archive-flags.ts';
import { diffText } from './diff-text.ts';

interface DiffFlags extends ArchiveFlags {
  readonly against?: string;
  readonly all?: true;
  readonly accept?: string;
  readonly reject?: string;
  readonly rollBack?: string;
  readonly reason?: string;
}

export const diffCommand = (finish: (code: number) => void): Command =>
  withArchiveFlags(new Command('diff'))
    .description('What a batch changes against the results that stand: numbers, calls and limits; then accept or reject it as a whole.')
    .argument('[batch]', 'a batch by its number or id; the last one where absent')
    .option('--against <batch>', 'compare with another batch instead of what stands')
    .option('--all', 'list runs without a change too')
    .option('--accept <reason>', 'let the results of the batch stand')
    .option('--reject <reason>', 'leave what stands, and keep the reason')
    .option('--roll-back <decision>', 'take an acceptance back, by its number; needs --reason')
    .option('--reason <reason>', 'why it is rolled back')
    .addHelpText(
      'after',
      '\nExamples:\n  lymphoscope diff --archive lab.archive\n  lymphoscope diff --archive lab.archive 7 --accept "SOP-12, revision 4"\n  lymphoscope diff --archive lab.archive --roll-back 3 --reason "wrong cut of CD56"',
    )
    .action(async (batch: string | undefined, flags: DiffFlags) =>
      finish(await withArchive(flags, (archive) => diff(archive, batch, flags))),
    );

async function diff(archive: Archive, named: string | undefined, flags: DiffFlags): Promise<number> {
  const deciding = (reason: string, summary: object = {}) => ({ reason, by: whoWorks(), at: nowText(), summary });
  if (flags.rollBack !== undefined) {
    const decision = (await listDecisions(archive.db)).find(({ seq, id }) => String(seq) === flags.rollBack || id === flags.rollBack);
    if (decision === undefined) throw new Problem('decision-unknown', unknown, { decision: flags.rollBack });
    const done = await rollBack(archive, decision.id, deciding(flags.reason ?? ''));
    if (flags.json === true) printJson({ decision: done.seq, kind: done.kind });
    else process.stdout.write(`${done.seq}: ${done.kind}\n`);
    return exitCodes.done;
  }
  const batch = await findBatch(archive.db, named);
  const against = flags.against === undefined ? undefined : await findBatch(archive.db, flags.against);
  const comparison = await compareBatch(archive, batch, { ...(against === undefined ? {} : { against }), all: flags.all === true });
  const { summary } = comparison;
  const seen = { ...summary, agreement: summary.agreement.map(({ path, agreement: { points: _, ...rest } }) => ({ path, ...rest })) };
  const decision =
    flags.accept !== undefined
      ? await acceptBatch(archive, batch.id, deciding(flags.accept, seen))
      : flags.reject !== undefined
        ? await rejectBatch(archive, batch.id, deciding(flags.reject, seen))
        : undefined;
  if (flags.json === true)
    printJson({
      batch: batch.seq,
      ...comparison,
      ...(decision === undefined ? {} : { decision: { number: decision.seq, kind: decision.kind, reason: decision.reason } }),
    });
  else {
    process.stdout.write(`${diffText(comparison, flags.lang)}\n`);
    if (decision !== undefined) process.stdout.write(`\n${decision.seq}: ${decision.kind} — ${decision.reason}\n`);
  }
  return exitCodes.done;
}

const unknown = { en: 'The archive holds no decision {decision}.', ja: 'アーカイブに決定{decision}はありません。' };
