import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Preferences of the session, the person and the computer. */
export const own = {
  preferencesOf: { en: 'Set for', ja: '設定の対象' },
  'for.own': { en: 'Me', ja: '自分' },
  'for.session': { en: 'This session', ja: 'このセッション' },
  'hint.own': {
    en: 'They hold for you on this computer. What a session says itself stands above them.',
    ja: 'このコンピューターでの自分の設定です。セッション独自の設定がある場合は、セッションの設定が優先されます。',
  },
  'hint.session': {
    en: 'They are saved with the session and hold for whoever opens it.',
    ja: 'セッションと一緒に保存され、開いた人全員に適用されます。',
  },
  'level.session': { en: 'set by this session', ja: 'このセッションの設定' },
  'level.own': { en: 'set by you', ja: '自分の設定' },
  'level.computer': { en: 'set for this computer', ja: 'このコンピューターの設定' },
  'level.program': { en: 'as the program has it', ja: '既定の設定' },
  reset: { en: 'Reset', ja: '解除' },
  resetOf: { en: 'Reset: {name}', ja: '解除: {name}' },
  'preference.name': { en: 'Own name', ja: '自分の名前' },
  nameHint: {
    en: 'Stands beside the account {user} in audit trails and signatures.',
    ja: '監査証跡と署名欄に、アカウント{user}と並べて表示されます。',
  },
  nameTooLong: { en: 'At most 100 letters.', ja: '100文字以内で入力してください。' },
  'preference.scaling': { en: 'Colours follow', ja: '色の割り当て' },
  'scaling.log': { en: 'Logarithm', ja: '対数' },
  'scaling.equalised': { en: 'Equalised', ja: '均等化' },
  'scaling.linear': { en: 'Linear', ja: '線形' },
  'preference.plot': { en: 'Plots begin as', ja: 'プロットの種類' },
  'preference.labels': { en: 'Gate labels say', ja: 'ゲートのラベル' },
  'preference.statistics': { en: 'Columns of the table', ja: '統計表の列' },
  'preference.protocol': { en: 'New sessions begin with', ja: '新規セッションのプロトコル' },
  'preference.dataFolder': { en: 'Where data lie', ja: 'データの保存場所' },
  noFolder: { en: 'as the system suggests', ja: 'システムの既定' },
  choose: { en: 'Choose…', ja: '選択…' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
