import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Automatic gates against two persons. */
export const own = {
  validateHint: {
    en: 'Two persons gate the same files by the same protocol, each in a session of their own, with gates for each sample alone, without seeing the other’s. Choose both sessions; further sessions of either are second readings.',
    ja: '2人が同じファイルを同じプロトコルで、互いの結果を見ずに、それぞれのセッションで検体ごとにゲートします。両方のセッションを選択してください。同じ人の追加のセッションは2回目の読みとして扱います。',
  },
  validateChoose: { en: 'Choose sessions…', ja: 'セッションを選択…' },
  validateReading: { en: 'Reading and gating every file…', ja: '全ファイルを読み込み、ゲートしています…' },
  validatePdf: { en: 'One page (PDF)…', ja: '1ページのPDF…' },
  validateOf: { en: 'Of', ja: '項目' },
  validateFiles: { en: 'Files', ja: 'ファイル数' },
  validateBias: { en: 'Automatic less both', ja: '自動−2人の平均' },
  validateLimits: { en: 'Limits of agreement', ja: '一致限界' },
  validateBetween: { en: 'Between persons', ja: '2人の間' },
  validateGate: { en: 'Gate', ja: 'ゲート' },
  validatePerson: { en: 'Person', ja: '人' },
  validateMean: { en: 'Mean, points', ja: '平均(ポイント)' },
  validateLargest: { en: 'Largest', ja: '最大' },
  validateName: { en: 'agreement.pdf', ja: '一致度.pdf' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
