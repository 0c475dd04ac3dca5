import type { Language } from '../../../core/base/message.ts';
import type { Reason } from '../../../core/biology/classification/classification.ts';
import { lackingText } from '../../../core/gating/strategy/absent-populations.ts';
import { plateChangeTexts } from '../../../core/show/killing/plate-change-text.ts';
import { translator } from '../../../core/show/killing/words.ts';
import { residualChangeSentence } from '../../../core/show/residual/sentences.ts';
import type { BatchComparison } from '../../../core/study/comparison/batch-comparison.ts';
import { changeText } from '../../../core/study/comparison/change-messages.ts';
import { hasMoved } from '../../../core/study/comparison/compare-analyses.ts';
import { textTable } from '../shared/output.ts';

const words = {
  en: {
    same: 'Nothing changes.',
    changes: 'Protocol',
    runs: (n: number, changed: number, calls: number, limits: number) =>
      `${n} runs compared: ${changed} change, ${calls} calls change, pass/fail changes in ${limits}`,
    first: (n: number, failed: number) => `${n} runs have nothing to be compared with; ${failed} have no result`,
    left: (n: number) => `! ${n} runs have gates that a person placed under the earlier protocol; the new one does not have them`,
    head: ['run', 'population', 'before %', 'interval', 'after %', 'interval', 'difference (pp)'],
    agreement: ['population', 'number of runs', 'bias', 'limits of agreement'],
  },
  ja: {
    same: '変化はありません。',
    changes: 'プロトコル',
    runs: (n: number, changed: number, calls: number, limits: number) =>
      `比較 ${n}件: 変化 ${changed}件、判定変更 ${calls}件、基準の適否変更 ${limits}件`,
    first: (n: number, failed: number) => `比較対象なし ${n}件、結果なし ${failed}件`,
    left: (n: number) => `! ${n}件で、従来プロトコルでの手動ゲートが新しいプロトコルに引き継がれていません`,
    head: ['測定', '細胞集団', '変更前 %', '区間', '変更後 %', '区間', '差 (ポイント)'],
    agreement: ['細胞集団', '測定件数', '平均差', '一致限界'],
  },
} as const;

const MOST_ROWS = 60;

/** What a batch changes, for a terminal. */
export function diffText(
  { residual, changes, plates, summary, runs, first, failed, overridesLeft }: BatchComparison,
  lang: Language,
): string {
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
    ...residual.map((change) => `! ${residualChangeSentence(change, lang)}`),
    ...(changes.length === 0 ? [] : [`${say.changes}: ${changes.map((change) => changeText(change, lang)).join('; ')}`]),
    ...platesText(plates, lang),
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

/** Nothing where the batch had no plates. */
export function platesText({ measured, changes, failed }: BatchComparison['plates'], lang: Language): readonly string[] {
  if (measured + failed.length === 0) return [];
  return [
    translator(lang)('platesAgain', { plates: measured, changed: changes.length }),
    ...changes.flatMap((change) => plateChangeTexts(change, lang)),
    ...failed.map(({ name, message }) => `! ${name}: ${message[lang]}`),
  ];
}

const mark = ({ passed, values }: Reason): string => `${passed ? '✓' : '✗'} ${String(values?.['value'] ?? '')}`.trim();
