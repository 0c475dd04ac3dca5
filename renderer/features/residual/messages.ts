import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** The page of residual leukaemic cells; what it finds is said in core/show/residual. */
export const own = {
  residualPage: { en: 'Residual', ja: '残存細胞' },
  residualSource: { en: 'Where the results come from', ja: '結果の取得元' },
  residualSession: { en: 'Session', ja: 'セッション' },
  residualArchive: { en: 'Archive', ja: 'アーカイブ' },
  residualSubject: { en: 'Lot or sample', ja: 'ロットまたは検体' },
  residualDay: { en: 'Culture day', ja: '培養日数' },
  residualOneDay: { en: 'Day {day}', ja: '{day}日目' },
  residualCounting: { en: 'Counting tubes by the gates of the largest…', ja: '最大のチューブのゲートで計数しています…' },
  residualStopped: { en: 'Counting was stopped.', ja: '計数を中止しました。' },
  residualAgain: { en: 'Count again', ja: '再計数' },
  residualNoPlan: {
    en: 'The protocol of this session holds no plan for residual cells: which population, of which denominator, how many events. Choose a protocol that holds one, such as ATL in blood or in a product.',
    ja: 'このセッションのプロトコルには残存細胞の計画(対象集団・分母・必要イベント数)がありません。ATL(血液・製品)など、計画を含むプロトコルを選択してください。',
  },
  residualNoSamples: {
    en: 'No sample of the session can be counted. Samples are taken together by lot, culture or donor; a blank has the role blank.',
    ja: '計数できる検体がありません。検体はロット・培養・ドナーごとにまとめ、ブランクは区分「ブランク」として扱います。',
  },
  residualNothingKept: {
    en: 'The archive keeps no result of residual cells. The command `residual … --archive` writes one.',
    ja: 'アーカイブに残存細胞の結果がありません。コマンド `residual … --archive` で保存できます。',
  },
  residualSetAside: {
    en: '{file} has gates of its own below the denominator, which do not count here: all tubes of the day are counted by those of {largest}, the largest.',
    ja: '{file}には分母より下に個別のゲートがありますが、ここでは用いません。その日のチューブはすべて、最大のチューブ({largest})のゲートで計数します。',
  },
  residualLoadPlan: { en: 'Load a plan…', ja: '計画書を読み込む…' },
  residualKeep: { en: 'Keep in the archive', ja: 'アーカイブに保存' },
  residualKept: {
    en: 'Kept in the archive: {added} (already there: {known})',
    ja: 'アーカイブに保存しました: {added}件(保存済み: {known}件)',
  },
  residualKeptBefore: { en: 'The archive holds these results already.', ja: '同じ結果がすでにアーカイブにあります。' },
  residualPdf: { en: 'PDF…', ja: 'PDFに書き出す…' },
  residualDayPdf: { en: 'PDF of this day…', ja: 'この日のPDF…' },
  residualFile: { en: 'residual {name}.pdf', ja: '残存細胞 {name}.pdf' },
  residualCells: { en: 'Viable cells in all', ja: '総生細胞数' },
  residualCellsTotal: {
    en: 'The sample names {cells} cells, dead ones among them: residual cells are reckoned from viable ones.',
    ja: '検体には死細胞を含む細胞数({cells}個)が記録されています。残存細胞数は生細胞数から算出します。',
  },
  residualCellsWrong: { en: 'A number above 0, such as 1e9.', ja: '0より大きい数値で入力してください(例:1e9)。' },
  residualFailed: { en: '{file}: {problem}', ja: '{file}:{problem}' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
