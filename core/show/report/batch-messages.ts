import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';

/** Every fixed string of a batch report. */
const batchMessages = {
  header: { en: 'Batch quality report', ja: 'バッチ品質報告書' },
  title: { en: 'Batch {batch}: {protocol}', ja: 'バッチ {batch}: {protocol}' },
  subtitle: {
    en: '{total} runs  ·  {done} with a result  ·  {failed} without',
    ja: '測定 {total}件  ·  結果あり {done}件  ·  結果なし {failed}件',
  },
  summary: { en: 'Summary', ja: '概要' },
  sameRun: { en: 'Controls and other samples of the run', ja: 'コントロールと同時測定の検体' },
  'sameRun.day': { en: 'of one day, instrument and panel helped', ja: '同じ日・装置・パネルの測定を参照' },
  'sameRun.folder': { en: 'of one folder helped', ja: '同じフォルダーの測定を参照' },
  query: { en: 'Selection', ja: '検索条件' },
  everything: { en: 'every run of the archive', ja: 'アーカイブの全測定' },
  started: { en: 'Started', ja: '開始' },
  finished: { en: 'Finished', ja: '終了' },
  by: { en: 'Run by', ja: '実行者' },
  runs: { en: 'Runs', ja: '測定' },
  runsCount: { en: 'Number of runs', ja: '測定件数' },
  calls: { en: 'Calls', ja: '判定の内訳' },
  call: { en: 'Consistent with', ja: '整合する培養法' },
  share: { en: 'Share of runs (%)', ja: '割合 (%)' },
  lights: { en: 'Rating of automatic gates', ja: '自動ゲートの評価' },
  lightsNote: {
    en: 'Worst rating of the gates of each run; those that need manual review wait for it.',
    ja: '各測定で最も低い自動ゲートの評価です。「要判断」は担当者の判断が必要です。',
  },
  worst: { en: 'Worst gate', ja: '最も低い評価' },
  charts: { en: 'Charts', ja: 'グラフ' },
  compositionChart: { en: 'Composition of each run, in the order of acquisition', ja: '各測定の細胞組成(測定順)' },
  individuals: { en: 'NK cells, individuals chart on the logit scale {method}', ja: 'NK細胞の個別値管理図(ロジット尺度) {method}' },
  undeclared: { en: '(no method declared)', ja: '(培養法の申告なし)' },
  individualsNote: {
    en: 'Centre {centre} %, limits {lower}–{upper} %, set by the first {n} lots. Lots are no repeats of one control: a breach asks for a look, it proves nothing.',
    ja: '中心 {centre}%、管理限界 {lower}〜{upper}%(最初の{n}ロットから設定)。ロットは同一対照の繰り返しではないため、逸脱は確認の目安であり、異常の証明ではありません。',
  },
  individualsFew: {
    en: 'An individuals chart needs {n} runs of one declared method at least.',
    ja: '個別値管理図の作成には、申告された培養法が同じ測定が{n}件以上必要です。',
  },
  changes: { en: 'Changes against the current result', ja: '現行の結果からの変更' },
  changesNone: { en: 'There is nothing earlier to compare with.', ja: '比較対象となる以前の結果はありません。' },
  against: { en: 'Compared with', ja: '比較対象' },
  several: { en: 'several versions', ja: '複数の版' },
  changedRuns: { en: 'Runs with any change', ja: '変化のあった測定' },
  platesChanged: { en: 'Plates of cytotoxicity assays', ja: '細胞傷害活性のプレート' },
  residualStates: { en: 'Residual cells in another state', ja: '残存細胞の結果が変わる検体' },
  flippedCalls: { en: 'Runs whose call changes', ja: '判定が変わる測定' },
  flippedLimits: { en: 'Runs in which pass/fail changes', ja: '基準の適否が変わる測定' },
  protocolChanges: { en: 'What the protocol changed', ja: 'プロトコルの変更点' },
  from: { en: 'From', ja: '変更前' },
  to: { en: 'To', ja: '変更後' },
  agreement: { en: 'Agreement (Bland–Altman), in points of % of parent', ja: '一致度(Bland–Altman法、親集団比のポイント差)' },
  bias: { en: 'Bias', ja: '平均差' },
  biasInterval: { en: '95 % confidence interval', ja: '95%信頼区間' },
  limitsOfAgreement: { en: 'Limits of agreement', ja: '一致限界' },
  pairs: { en: 'Number of runs', ja: '測定件数' },
  failures: { en: 'Runs without a result', ja: '結果のない測定' },
  noFailures: { en: 'Every run has its result.', ja: 'すべての測定で結果が得られました。' },
  reason: { en: 'Reason', ja: '理由' },
  unread: { en: 'not classified', ja: '未分類' },
} as const satisfies Catalogue;
export type BatchMessageKey = keyof typeof batchMessages;

export const batchTranslator =
  (language: Language) =>
  (word: BatchMessageKey, values?: Values): string =>
    say(batchMessages[word], values, language);
