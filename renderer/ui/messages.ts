import type { Catalogue } from '../../core/base/message.ts';
import { common } from '../messages/common.ts';

/** What building blocks of the window say themselves. */
export const own = {
  foldLeft: { en: 'Collapse the left panels', ja: '左パネルを折りたたむ' },
  unfoldLeft: { en: 'Show the left panels', ja: '左パネルを表示' },
  foldRight: { en: 'Collapse the inspector', ja: '詳細パネルを折りたたむ' },
  unfoldRight: { en: 'Show the inspector', ja: '詳細パネルを表示' },
  paletteHint: { en: 'Search commands, samples, populations…', ja: 'コマンド・検体・細胞集団を検索…' },
  percentHover: {
    en: '{count} of {total} events; {confidence} % counting interval {low}–{high} %. It covers counting only, not where the gate stands.',
    ja: '{total}イベント中{count}イベント。{confidence}%信頼区間 {low}–{high}%(計数誤差のみ。ゲート位置の影響は含みません)。',
  },
  tooFewHover: {
    en: 'Only {total} events in the parent: too few for a percentage.',
    ja: '親ゲートが{total}イベントのみのため、割合を表示しません。',
  },
  lightGreen: { en: 'good', ja: '良好' },
  lightAmber: { en: 'review', ja: '要確認' },
  lightRed: { en: 'manual review required', ja: '要判断' },
  lightGreenMeans: {
    en: 'The divider is clear: wherever it could stand, the result moves by less than 1 point.',
    ja: '境界が明瞭で、結果の不確かさは1ポイント未満です。',
  },
  lightAmberMeans: { en: 'Look at the gate before its numbers are used.', ja: '値を使う前にゲートを確認してください。' },
  lightRedMeans: { en: 'Its numbers are withheld until a person has decided.', ja: '担当者が判断するまで、値は表示しません。' },
  verdictGoodMeans: { en: 'Nothing speaks against the acquisition.', ja: '測定に問題は見つかりませんでした。' },
  verdictReviewMeans: {
    en: 'Look at the page Quality before numbers are used.',
    ja: '値を使う前に「測定品質」のページを確認してください。',
  },
  verdictRejectMeans: { en: 'Acquire the sample again, or let a person decide.', ja: '再測定するか、担当者が判断してください。' },
  verdictGood: { en: 'good', ja: '良好' },
  verdictReview: { en: 'review', ja: '要確認' },
  verdictReject: { en: 'reject', ja: '不適' },
  acquisitionIs: { en: 'Acquisition: {verdict}', ja: '測定品質: {verdict}' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
