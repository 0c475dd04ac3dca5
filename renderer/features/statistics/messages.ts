import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** The table of all samples. */
export const own = {
  statisticsFilter: { en: 'File, lot, donor, role', ja: 'ファイル・ロット・ドナー・区分' },
  statisticsChoose: { en: 'Columns', ja: '列の選択' },
  statisticsCopy: { en: 'Copy', ja: 'コピー' },
  statisticsCopied: { en: 'The table is on the clipboard.', ja: '表をクリップボードにコピーしました。' },
  statisticsExport: { en: 'Export table…', ja: '表を書き出す…' },
  statisticsColumns: { en: 'Statistics', ja: '統計量' },
  statisticsShown: { en: '{shown} of {all} samples', ja: '{all}検体中{shown}検体' },
  sortBy: { en: 'Sort by {name}', ja: '{name}で並べ替え' },
  resizeColumn: { en: 'Width of {name}', ja: '{name}の幅' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
