import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { Translate } from '../../messages/language.ts';

/** Samples: the list, their metadata, opening files. */
export const own = {
  unfitShort: { en: 'protocol does not fit', ja: 'プロトコル適合外' },
  noSamples: { en: 'No samples yet.', ja: '検体はまだありません。' },
  searchSamples: { en: 'Search samples', ja: '検体を検索' },
  sampleOf: { en: '{done} of {total}', ja: '{done} / {total}件' },
  chosenOf: { en: '{count} of {total} selected', ja: '{total}件中{count}件を選択' },
  gatedBy: { en: 'Gated by group: {group}', ja: '適用グループ: {group}' },
  gridTitle: { en: 'Details of the selected samples', ja: '選択した検体の情報' },
  pasteHint: {
    en: 'Cells copied from a spreadsheet are pasted from the cell with the caret on, to the right and down. Saving is one change.',
    ja: '表計算ソフトのセルは、カーソルのあるセルから右下に向かって貼り付けられます。保存は1回の変更として記録されます。',
  },
  gridWrong: { en: '{count} cells cannot be taken.', ja: '{count}個のセルの値が正しくありません。' },
  gridSave: { en: 'Save for {count} samples', ja: '{count}件に保存' },
  roleInvalid: { en: 'No role of a sample.', ja: '区分の名前ではありません。' },
  file: { en: 'File', ja: 'ファイル' },
  pooledName: { en: 'pooled {count} samples.fcs', ja: '{count}検体の結合.fcs' },
  pooled: { en: '{count} samples pooled: {file}', ja: '{count}検体を結合: {file}' },
  dayShort: { en: 'day {day}', ja: '{day}日目' },
  lotShort: { en: 'lot {lot}', ja: 'ロット {lot}' },
  waiting: { en: 'waiting', ja: '待機中' },
  working: { en: 'analysing', ja: '解析中' },
  missingFile: { en: 'file not found', ja: 'ファイルが見つかりません' },
  findingsOfSample: { en: 'Findings: {count}', ja: '検出事項: {count}件' },
  sampleActions: { en: 'Actions for this sample', ja: 'この検体の操作' },
  lot: { en: 'Lot', ja: 'ロット番号' },
  donor: { en: 'Donor (pseudonym)', ja: 'ドナー(仮名)' },
  donorHint: { en: 'Never a name or a hospital number.', ja: '氏名や患者番号は入力しないでください。' },
  run: { en: 'Run or plate', ja: '測定ラン(同時測定)' },
  omits: { en: 'Marker left out (FMO)', ja: 'FMOで除いたマーカー' },
  omitsHint: { en: 'Panel name or channel, such as CD56.', ja: 'CD56などのパネル名またはチャンネル名。' },
  'role.sample': { en: 'Sample', ja: '検体' },
  'role.blood': { en: 'Blood of a donor', ja: 'ドナー血液' },
  'role.fmo': { en: 'FMO control', ja: 'FMOコントロール' },
  'role.unstained': { en: 'Unstained control', ja: '未染色コントロール' },
  'role.single-stain': { en: 'Single-stain control', ja: '単染色コントロール' },
  'role.reference': { en: 'Reference', ja: '対照検体' },
  'role.beads': { en: 'Beads', ja: 'ビーズ' },
  'role.blank': { en: 'Blank', ja: 'ブランク' },
  consistentShort: { en: 'consistent with {group}', ja: '{group}と矛盾しない' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
export type T = Translate<MessageKey>;
