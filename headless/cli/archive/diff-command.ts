import { Command } from 'commander';
import { Problem } from '../../../core/base/problem.ts';
import type { Reason } from '../../../core/biology/classification/classification.ts';
import { lackingText } from '../../../core/gating/strategy/absent-populations.ts';
import type { BatchComparison } from '../../../core/study/comparison/batch-comparison.ts';
import { changeText } from '../../../core/study/comparison/change-messages.ts';
import { hasMoved } from '../../../core/study/comparison/compare-analyses.ts';
import { findBatch } from '../../archive/batches.ts';
import { acceptBatch, listDecisions, rejectBatch, rollBack } from '../../archive/decisions.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { compareBatch } from '../../batch/compare-batch.ts';
import { exitCodes, printJson, textTable } from '../shared/output.ts';
import { type ArchiveFlags, nowText, whoWorks, withArchive, withArchiveFlags } from './archive-flags.ts';

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
      finish(await withArchive(flags.archive, (archive) => diff(archive, batch, flags))),
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
    process.stdout.write(`${diffText(comparison, flags)}\n`);
    if (decision !== undefined) process.stdout.write(`\n${decision.seq}: ${decision.kind} — ${decision.reason}\n`);
  }
  return exitCodes.done;
}

const words = {
  en: {
    same: 'Nothing changes.',
    changes: 'Protocol',
    runs: (n: number, changed: number, calls: number, limits: number) =>
      `${n} runs compared: ${changed} change, ${calls} calls flip, limits flip in ${limits}`,
    first: (n: number, failed: number) => `${n} runs have nothing to be compared with; ${failed} have no result`,
    left: (n: number) => `! ${n} runs have gates that a person placed under the earlier protocol; the new one does not have them`,
    head: ['run', 'population', 'before %', 'interval', 'after %', 'interval', 'points'],
    agreement: ['population', 'runs', 'bias', 'limits of agreement'],
  },
  ja: {
    same: '変化はありません。',
    changes: 'プロトコル',
    runs: (n: number, changed: number, calls: number, limits: number) =>
      `比較 ${n} 件: 変化 ${changed} 件、判定変更 ${calls} 件、基準の適否変更 ${limits} 件`,
    first: (n: number, failed: number) => `比較対象なし ${n} 件、結果なし ${failed} 件`,
    left: (n: number) => `! ${n} 件で、従来プロトコルでの手動ゲートが新しいプロトコルに引き継がれていません`,
    head: ['測定', '細胞集団', '変更前 %', '区間', '変更後 %', '区間', '差'],
    agreement: ['細胞集団', '件数', '平均差', '一致限界'],
  },
} as const;

const MOST_ROWS = 60;

function diffText({ changes, summary, runs, first, failed, overridesLeft }: BatchComparison, { lang }: DiffFlags): string {
  const say = words[lang];
  const percent = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2));
  const span = (interval: { readonly low: number; readonly high: number } | undefined) =>
    interval === undefined ? '' : `${percent(interval.low)}–${percent(interval.high)}`;
  const moved = runs.flatMap(({ name, populations }) =>
    populations
      .filter(hasMoved)
      .map(({ path, before, after, missing, change, apart }) => [
        name,
        path,
        missing?.before ? lackingText(missing.before, lang) : percent(before?.percent),
        span(before?.interval),
        missing?.after ? lackingText(missing.after, lang) : percent(after?.percent),
        span(after?.interval),
        `${percent(change)}${apart ? ' *' : ''}`,
      ]),
  );
  const flips = runs.flatMap(({ name, call, limits }) => [
    ...(call.flipped ? [`${name}: ${call.before.group} (${call.before.method}) → ${call.after.group} (${call.after.method})`] : []),
    ...limits.map(({ code, feature, group, before, after }) => `  ${name}: ${group} ${feature} ${code}: ${mark(before)} → ${mark(after)}`),
  ]);
  return [
    ...(changes.length === 0 ? [] : [`${say.changes}: ${changes.map((change) => changeText(change, lang)).join('; ')}`]),
    say.runs(summary.runs, summary.changed, summary.flippedCalls, summary.flippedLimits),
    ...(first + failed === 0 ? [] : [say.first(first, failed)]),
    ...(overridesLeft.length === 0 ? [] : [say.left(overridesLeft.length)]),
    ...flips,
    ...(moved.length === 0
      ? [say.same]
      : [textTable(say.head, moved.slice(0, MOST_ROWS)), ...(moved.length > MOST_ROWS ? [`… ${moved.length}`] : [])]),
    ...(summary.changed === 0
      ? []
      : [
          textTable(
            say.agreement,
            summary.agreement.map(({ path, agreement: { n, bias, lower, upper } }) => [
              path,
              String(n),
              percent(bias),
              `${percent(lower)} – ${percent(upper)}`,
            ]),
          ),
        ]),
  ].join('\n');
}

const mark = ({ passed, values }: Reason): string => `${passed ? '✓' : '✗'} ${String(values?.['value'] ?? '')}`.trim();

const unknown = { en: 'The archive holds no decision {decision}.', ja: 'アーカイブに決定 {decision} はありません。' };
