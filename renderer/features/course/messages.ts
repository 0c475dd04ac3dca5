import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** A donor's course: what was observed, and the doses, on one time line. */
export const own = {
  coursePage: { en: "Donor's course", ja: 'ドナーの経過' },
  courseNone: {
    en: 'The archive knows no donor yet.',
    ja: 'アーカイブにドナーの記録がありません。',
  },
  courseDonor: { en: 'Donor shown', ja: '表示するドナー' },
  courseNothing: { en: 'Nothing is known of this donor yet.', ja: 'このドナーの記録はまだありません。' },
  coursePdf: { en: 'Print course as PDF…', ja: '経過をPDFに出力…' },
  courseFile: { en: 'course {donor}.pdf', ja: '経過_{donor}.pdf' },
  observationWrite: { en: 'Add an observation', ja: '観察記録の追加' },
  observationHint: {
    en: 'What is added stays; a wrong one is voided with its reason. "<0.05", ">10000" and words stay what they are.',
    ja: '追加した記録は削除できません。誤りは理由を付けて取り消します。「<0.05」「>10000」「陰性」はそのまま保存します。',
  },
  observationDonor: { en: 'Donor (a pseudonym)', ja: '記録するドナー(仮名)' },
  observationNew: { en: 'This donor is new', ja: '新規ドナーとして登録' },
  observationKind: { en: 'What was observed', ja: '観察項目' },
  observationOn: { en: 'Date observed, Japanese years too', ja: '観察日(令和8年6月1日なども可)' },
  observationTime: { en: 'Time (hours:minutes), where known', ja: '時刻(時:分、わかる場合)' },
  observationValue: { en: 'Value or words', ja: '値または所見' },
  observationUnit: { en: 'Unit', ja: '単位' },
  observationLaboratory: { en: 'Laboratory', ja: '測定施設' },
  observationMethod: { en: 'Method measured by', ja: '測定の方法' },
  observationTarget: { en: 'Target cells', ja: '標的とした細胞' },
  observationEt: { en: 'E:T of the value', ja: '測定時のE:T比' },
  observationHours: { en: 'Hours of the assay', ja: '測定の時間 (h)' },
  observationGrade: { en: 'Grade (CTCAE)', ja: 'グレード(CTCAE)' },
  observationUntil: { en: 'Last day', ja: '終了日' },
  observationAdd: { en: 'Add observation', ja: '観察記録を追加' },
  observationAdded: { en: 'Added: {count}.', ja: '{count}件を追加しました。' },
  observationVoid: { en: 'Void an observation', ja: '観察記録の取消' },
  observationVoided: { en: 'Observation that is voided', ja: '取り消す観察記録' },
  observationWhy: { en: 'Why it is voided', ja: '取り消す理由' },
  observationDo: { en: 'Void', ja: '記録を取り消す' },
  observationByHand: { en: 'typed in', ja: '手入力' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
