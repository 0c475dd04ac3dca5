import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { Translate } from '../../messages/language.ts';
import { own as ofSamples } from '../samples/messages.ts';

/** Groups of samples: their list, their criteria. */
export const own = {
  groups: { en: 'Groups', ja: 'グループ' },
  allSamples: { en: 'All samples', ja: '全検体' },
  groupActions: { en: 'Actions for this group', ja: 'このグループの操作' },
  'kind.gating': { en: 'Gating', ja: 'ゲーティング用' },
  'kind.viewing': { en: 'Viewing only', ja: '表示のみ' },
  'hint.gating': {
    en: 'Its samples can have gates, compensation and scales of their own. A sample lies in one such group: the first that it fits.',
    ja: '所属する検体に独自のゲート・補正・スケールを設定できます。1検体が属するのは、上から順に最初に当てはまる1グループだけです。',
  },
  'hint.viewing': { en: 'Only lists samples; no number follows from it.', ja: '検体の一覧表示だけに使います。数値には影響しません。' },
  newGroup: { en: 'New group', ja: '新しいグループ' },
  changeGroup: { en: 'Change group', ja: 'グループを変更' },
  name: { en: 'Name', ja: '名前' },
  kind: { en: 'Kind', ja: '種類' },
  criteria: { en: 'Criteria (all must hold)', ja: '条件(すべてを満たす検体)' },
  noCriteria: { en: 'None: only samples that are put there by hand.', ja: '条件なし(手動で追加した検体のみ)' },
  addCriterion: { en: 'Add a criterion', ja: '条件を追加' },
  removeCriterion: { en: 'Remove this criterion', ja: 'この条件を削除' },
  field: { en: 'Field', ja: '項目' },
  keyword: { en: 'File keyword', ja: 'ファイルのキーワード…' },
  keywordName: { en: 'Keyword, such as $CYT', ja: 'キーワード名($CYTなど)' },
  test: { en: 'Comparison', ja: '比較方法' },
  is: { en: 'is', ja: '等しい' },
  contains: { en: 'contains', ja: '含む' },
  oneOf: { en: 'is one of', ja: 'いずれか' },
  value: { en: 'Value', ja: '値' },
  values: { en: 'Values, separated by commas', ja: '値(カンマ区切り)' },
  personal: {
    en: 'This keyword may hold a person’s name: what the files say in it is kept in the session.',
    ja: 'このキーワードには個人名が含まれる可能性があります。値はセッションに保存されます。',
  },
  fits: {
    en: '{fit} of {total} samples fit; {members} are gated by this group.',
    ja: '{total}件中{fit}件が該当、うち{members}件にこのグループを適用',
  },
  fitsViewing: { en: '{fit} of {total} samples fit.', ja: '{total}件中{fit}件が該当' },
  byHand: { en: '{count} of them by hand.', ja: 'うち手動{count}件' },
  save: { en: 'Save', ja: '保存' },
  ownThings: { en: 'Of its own: {parts}', ja: '独自設定: {parts}' },
  ownMark: { en: 'own', ja: '独自' },
  ownGates: { en: '{count} gates', ja: 'ゲート{count}個' },
  ownCompensation: { en: 'compensation', ja: '蛍光補正' },
  ownTransforms: { en: '{count} scales', ja: 'スケール{count}個' },
  ownStatistics: { en: 'statistics', ja: '統計' },
  ownReport: { en: 'report', ja: '報告書' },
  elsewhere: {
    en: '{count} of these samples fit a group above it, which gates them: move the group up to have them gated by it.',
    ja: '{count}件は上位のグループにも該当するため、そちらが適用されます。優先するにはこのグループを上に移動してください。',
  },
  stillIn: {
    en: '{count} of these samples still fit by the criteria of the group.',
    ja: '{count}件はグループの条件に該当するため、引き続き所属します。',
  },
  viewingOnly: {
    en: 'The group {group} only shows samples: it has no gates.',
    ja: 'グループ「{group}」は表示用のため、ゲートを適用できません。',
  },
} as const satisfies Catalogue;

export const messages = { ...common, ...ofSamples, ...own } as const;
export type T = Translate<keyof typeof messages>;
