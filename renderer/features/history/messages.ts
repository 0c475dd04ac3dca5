import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** The history of a session: who changed what, from what to what, and why. */
export const own = {
  auditHint: {
    en: 'Every change since the session began, undone ones too. Nothing is ever taken out.',
    ja: '取り消した操作も含む、セッション開始以降のすべての変更です。削除はできません。',
  },
  actsKind: { en: 'Kind of change', ja: '変更の種類' },
  actsAll: { en: 'All changes', ja: 'すべての変更' },
  actsSearch: { en: 'Search the audit trail', ja: '監査証跡を検索' },
  actsNone: { en: 'No change fits.', ja: '該当する変更はありません。' },
  actsOlder: { en: 'Show {count} older ones', ja: '以前の{count}件を表示' },
  goBack: { en: 'Back to here', ja: 'ここまで戻す' },
  goForth: { en: 'Forward to here', ja: 'ここまで進める' },
  goBackHint: {
    en: 'Changes that are undone: {count}. They can be done again.',
    ja: '{count}件の変更を元に戻します。やり直すこともできます。',
  },
  goForthHint: { en: 'Changes that are done again: {count}.', ja: '{count}件の変更をやり直します。' },
  isNow: { en: 'now', ja: '現在' },
  outOfReach: {
    en: 'What was done before the session was opened, or gave way to another change after it was undone, cannot be gone back to.',
    ja: 'セッションを開く前の変更と、取り消した後に別の変更で置き換えた操作には戻れません。',
  },
  printPdf: { en: 'PDF…', ja: 'PDFに書き出す…' },
  auditPdfName: { en: 'audit trail.pdf', ja: '監査証跡.pdf' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
