import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Other programs’ documents, reports and tables. */
export const own = {
  gatesImported: { en: 'Gates from {file}', ja: '{file} のゲートを読み込みました' },
  gatesExported: { en: 'Gates written to {file}', ja: 'ゲートを {file} に書き出しました' },
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
