import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { Translate } from '../../messages/language.ts';

/** Compensation. */
export const own = {
  compensationFile: { en: 'as each file says', ja: '各ファイルの行列' },
  compensationMatrix: { en: 'one matrix for all', ja: '全検体に同じ行列' },
  compensationAtInstrument: { en: 'done at the instrument', ja: '測定時に補正済み' },
  compensationNone: { en: 'none', ja: '補正なし' },
  importMatrix: { en: 'Import…', ja: '読み込む…' },
  exportMatrix: { en: 'Export…', ja: '書き出す…' },
  matrixCondition: { en: 'Condition number {number}.', ja: '条件数 {number}。' },
  matrixAxes: { en: 'Rows: stains. Columns: detectors.', ja: '行: 色素、列: 検出器' },
  matrixCorner: { en: '% of', ja: '% (行→列)' },
  spillOf: { en: '{from} seen by {into}, %', ja: '{from} → {into} (%)' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
export type T = Translate<MessageKey>;
