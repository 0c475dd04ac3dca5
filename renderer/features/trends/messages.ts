import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { Translate } from '../../messages/language.ts';

/** Samples and lots over time. */
export const own = {
  compositionEmpty: { en: 'No sample has a CD3 × CD56 composition yet.', ja: 'CD3×CD56の構成比が得られた検体はまだありません。' },
  drawing: { en: 'Drawing the chart', ja: 'グラフを描画中' },
  controlCharts: { en: 'Control material', ja: '精度管理検体' },
  controlHint: {
    en: 'Samples with the role Reference or Beads, in order of acquisition: Levey-Jennings with Westgard’s rules. The first {fewest} runs set the target.',
    ja: '区分が「対照検体」「ビーズ」の検体を測定日順に表示します(Levey-Jennings管理図、Westgardルール)。最初の{fewest}回で目標値を定めます。',
  },
  noControls: { en: 'No sample has the role Reference or Beads.', ja: '区分が「対照検体」「ビーズ」の検体はありません。' },
  tooFewControls: {
    en: '{count} of the {fewest} runs that a target needs.',
    ja: '目標値の設定には{fewest}回必要です(現在{count}回)。',
  },
  lotCharts: { en: 'Lots', ja: 'ロット' },
  undated: {
    en: 'Not charted, since the file has no acquisition date: {count}.',
    ja: '測定日が記録されていないため表示していない検体: {count}件',
  },
  medianOf: { en: '{channel}, median', ja: '{channel}の中央値' },
  dividerOf: { en: 'Divider of {channel}', ja: '{channel}の境界' },
  dividerOfSide: { en: 'Divider of {channel}, {side}', ja: '{channel}の境界({side})' },
  limits: { en: 'limits {low}–{high}', ja: '管理限界 {low}–{high}' },
  noBreach: { en: 'No rule is broken.', ja: '管理ルールの違反はありません。' },
  breachAt: { en: '{at} {name}: {rule}.', ja: '{at} {name}: {rule}' },
  'rule.1-2s': { en: 'beyond two standard deviations, a warning (1-2s)', ja: '2標準偏差を超過、警告 (1-2s)' },
  'rule.1-3s': { en: 'beyond three standard deviations (1-3s)', ja: '3標準偏差を超過 (1-3s)' },
  'rule.2-2s': { en: 'two in a row beyond two standard deviations on one side (2-2s)', ja: '2回連続で同じ側に2標準偏差を超過 (2-2s)' },
  'rule.R-4s': {
    en: 'two in a row beyond two standard deviations on opposite sides (R-4s)',
    ja: '2回連続で反対側に2標準偏差を超過 (R-4s)',
  },
  'rule.4-1s': { en: 'four in a row beyond one standard deviation on one side (4-1s)', ja: '4回連続で同じ側に1標準偏差を超過 (4-1s)' },
  'rule.10-x': { en: 'ten in a row on one side of the target (10-x)', ja: '10回連続で目標値の同じ側 (10-x)' },
  'rule.limit': { en: 'beyond a limit', ja: '管理限界を超過' },
  'rule.range': { en: 'a step from the lot before that is too large', ja: '直前のロットからの変化が限界を超過' },
  'rule.run': { en: 'the eighth lot or more in a row on one side of the centre', ja: '8ロット以上連続で中心線の同じ側' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
export type T = Translate<MessageKey>;
