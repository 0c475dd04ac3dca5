import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Other programs’ documents, reports and tables. */
export const own = {
  eventsAll: { en: 'all events', ja: '全イベント' },
  eventsCount: { en: '{count} events', ja: '{count}イベント' },
  eventsFormat: { en: 'As', ja: '形式' },
  eventsValues: { en: 'Values', ja: '値' },
  eventsStored: { en: 'as in the file', ja: 'ファイルのまま' },
  eventsLinear: { en: 'linear', ja: '線形' },
  eventsCompensated: { en: 'compensated', ja: '補正後' },
  eventsNames: { en: 'Names of persons in keywords are masked.', ja: 'キーワード中の個人名は伏せます。' },
  eventsNotCompensated: {
    en: 'This sample is not compensated here. Names of persons in keywords are masked.',
    ja: 'この検体は補正していません。キーワード中の個人名は伏せます。',
  },
  eventsWrite: { en: 'Export…', ja: '書き出す…' },
  reportSamples: { en: 'Samples', ja: '検体' },
  reportAll: { en: 'All', ja: 'すべて' },
  reportNone: { en: 'None', ja: 'なし' },
  reportParts: { en: 'Parts', ja: '内容' },
  'part.certificate': { en: 'Certificate (first page)', ja: '試験成績書(1ページ目)' },
  'part.gates': { en: 'Annex: gate path plots', ja: '別紙: ゲート経路のプロット' },
  'part.populations': { en: 'Annex: populations and medians', ja: '別紙: 細胞集団と中央値' },
  'part.call': { en: 'Annex: culture method', ja: '別紙: 培養法' },
  'part.findings': { en: 'Annex: findings and provenance', ja: '別紙: 検出事項と来歴' },
  'part.record': { en: 'Analysis record (everything)', ja: '解析記録(全項目)' },
  reportWrite: { en: 'Export PDF…', ja: 'PDFを書き出す…' },
  reportWriting: { en: 'Sample {done} of {total}', ja: '検体 {done} / {total}' },
  reportPrinting: { en: 'Writing the PDF', ja: 'PDFを書き出しています' },
  reportOpen: { en: 'Open', ja: '開く' },
  reportReveal: { en: 'Show in folder', ja: 'フォルダーで表示' },
  gatesImported: { en: 'Gates from {file}', ja: '{file}のゲートを読み込みました' },
  gatesExported: { en: 'Gates written to {file}', ja: 'ゲートを{file}に書き出しました' },
  notRepresentable: { en: 'What was not taken over as it is', ja: 'そのまま引き継げなかった項目' },
  allTakenOver: { en: 'Everything was taken over.', ja: 'すべて引き継ぎました。' },
  countExact: { en: 'Exact', ja: '厳密' },
  countGrid: { en: 'On FlowJo’s grid', ja: 'FlowJo格子' },
  countStored: { en: 'Stored by FlowJo', ja: 'FlowJoの保存値' },
  countDifference: { en: 'Exact − stored', ja: '厳密 − 保存値' },
  gridHint: {
    en: 'FlowJo counts on a grid of the plot. Exact counts are used everywhere; the grid’s are approximate and shown to explain differences.',
    ja: 'FlowJoはプロットの格子上で計数します。本ソフトは常に厳密な計数を用い、格子による値は差の説明のための近似値として表示します。',
  },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
