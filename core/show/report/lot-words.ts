import type { Catalogue } from '../../base/message.ts';

/** The words of the first page of a batch. */
export const lotWords = {
  heading: { en: 'Lots', ja: 'ロット一覧' },
  lot: { en: 'Lot / sample', ja: 'ロット / 検体' },
  overall: { en: 'Overall', ja: '総合判定' },
  declared: { en: 'Declared / call', ja: '申告照合 / 判定' },
  quality: { en: 'Quality', ja: '測定品質' },
  gates: { en: 'Gates', ja: 'ゲート評価' },
  change: { en: 'Against the current result', ja: '現行結果との差' },
  'overall.pass': { en: 'PASS', ja: '適合' },
  'overall.fail': { en: 'FAIL', ja: '不適合' },
  'overall.undecided': { en: 'ON HOLD', ja: '保留' },
  'overall.no-specification': { en: 'no specification', ja: '規格未設定' },
  'declared.consistent': { en: 'consistent', ja: '整合' },
  'declared.not-consistent': { en: 'not consistent', ja: '不整合' },
  'declared.cannot-tell': { en: 'inconclusive', ja: '判定不能' },
  undeclared: { en: 'not declared', ja: '申告なし' },
  'quality.good': { en: 'good', ja: '良好' },
  'quality.review': { en: 'review', ja: '要確認' },
  'quality.reject': { en: 'reject', ja: '不適' },
  'gates.green': { en: 'good', ja: '良好' },
  'gates.amber': { en: 'review', ja: '要確認' },
  'gates.red': { en: 'manual review required', ja: '要判断' },
  noResult: { en: 'No result: {why}', ja: '結果なし: {why}' },
  unchanged: { en: 'none', ja: 'なし' },
  changedCall: { en: 'call: {before} → {after}', ja: '判定: {before} → {after}' },
} as const satisfies Catalogue;
