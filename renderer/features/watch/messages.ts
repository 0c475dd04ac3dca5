import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Watched folders: their rules, and what became of new files. */
export const own = {
  watchOff: { en: 'Start watching', ja: '監視を開始' },
  watchOn: { en: 'Stop watching', ja: '監視を停止' },
  watchRuns: {
    en: 'New files in the folders below are imported, gated and judged while this program runs.',
    ja: '下記フォルダーの新しいファイルを、このプログラムの起動中、自動で登録・ゲーティング・判定しています。',
  },
  watchRests: {
    en: 'Nothing is watched by this window. A service can watch the same rules without it (see the guide).',
    ja: 'このウィンドウでは監視していません。同じルールをサービスとして監視することもできます(ガイド参照)。',
  },
  watchRules: { en: 'Watch rules', ja: '監視ルール' },
  watchNoRules: { en: 'No folder is watched yet: add a rule.', ja: '監視ルールはまだありません。ルールを追加してください。' },
  watchRule: { en: 'By which rule', ja: 'ルール名' },
  watchFolder: { en: 'Folder and files', ja: 'フォルダーとファイル' },
  watchBy: { en: 'Protocol', ja: 'プロトコル' },
  watchRevision: { en: '{name}, revision {revision}', ja: '{name}(第{revision}版)' },
  watchLot: { en: 'Lot', ja: 'ロット' },
  watchState: { en: 'Now', ja: '現在' },
  watchWaiting: { en: '{count} files are still being written', ja: '書き込み中のファイル {count}件' },
  watchRemove: { en: 'Remove rule “{name}”', ja: 'ルール「{name}」を削除' },
  watchAdd: { en: 'Add a rule', ja: 'ルールを追加' },
  watchAddNow: { en: 'Choose the folder…', ja: 'フォルダーを選択…' },
  watchName: { en: 'Name of the new rule', ja: '新しいルールの名前' },
  watchFiles: { en: 'Names of files (* and ?)', ja: 'ファイル名(*と?が使えます)' },
  watchNamed: { en: 'What the name of a file says', ja: 'ファイル名の構成' },
  watchNamedHint: {
    en: 'Such as {lot}_{donor}_d{day}_*: what stands there is taken for lot, donor and culture day. May be empty.',
    ja: '例: {lot}_{donor}_d{day}_*(該当部分をロット、ドナー、培養日数として読み取ります)。空欄でもかまいません。',
  },
  watchWrites: {
    en: 'Write certificates and a table of the verdicts into another folder',
    ja: '試験成績書と判定の一覧表を別のフォルダーに出力',
  },
  watchProtocolHint: {
    en: 'Gated by the protocol of this session: {name}, revision {revision}. Files that are in the folder already are left alone.',
    ja: 'このセッションのプロトコル({name} 第{revision}版)でゲーティングします。すでにあるファイルは対象になりません。',
  },
  watchVerdicts: { en: 'Last verdicts', ja: '最新の判定' },
  watchNoVerdicts: { en: 'No verdict yet.', ja: '判定はまだありません。' },
  watchVerdict: { en: 'Verdict', ja: '判定' },
  watchFile: { en: 'File', ja: 'ファイル' },
  watchWhy: { en: 'Reasons', ja: '理由' },
  watchWhen: { en: 'Given at', ja: '判定日時' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
