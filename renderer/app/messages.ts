import type { Catalogue } from '../../core/base/message.ts';
import { common } from '../messages/common.ts';
import type { Translate } from '../messages/language.ts';

/** The shell: title bar, menus, dialogs, status. */
export const own = {
  detailsGroup: { en: 'Gated by group: {group}', ja: '適用グループ: {group}' },
  detailsAll: { en: 'All samples', ja: '全検体' },
  onlyGroup: { en: 'Only the samples of the group {group}.', ja: 'グループ「{group}」の検体のみを表示しています。' },
  showAllSamples: { en: 'Show all', ja: 'すべて表示' },
  viewOf: { en: 'All samples as', ja: '全検体の表示' },
  viewChart: { en: 'Composition', ja: '細胞組成' },
  viewTable: { en: 'Table', ja: '表' },
  appName: { en: 'Lymphoscope', ja: 'Lymphoscope' },
  researchUse: { en: 'Research use only', ja: '研究用' },
  researchUseFull: { en: 'Research use only. Not for diagnosis.', ja: '研究用。診断には使用できません。' },
  leftSide: { en: 'Samples and populations', ja: '検体と細胞集団' },
  leftEdge: { en: 'Edge between the left panels and the plots', ja: '左パネルとプロットの境界' },
  rightEdge: { en: 'Edge between the plots and the inspector', ja: 'プロットと詳細パネルの境界' },
  samplesEdge: { en: 'Edge between samples and populations', ja: '検体と細胞集団の境界' },
  untitled: { en: 'Untitled session', ja: '無題のセッション' },
  unsaved: { en: 'Unsaved changes', ja: '未保存の変更があります' },
  unsavedShort: { en: 'unsaved', ja: '未保存' },
  emptyTitle: { en: 'Open FCS files to begin', ja: 'FCSファイルを開いてください' },
  emptyHint: {
    en: 'Drop them anywhere in this window, or try the simulated data: they are gated at once.',
    ja: 'この画面にファイルをドロップするか、模擬データでお試しください。すぐに自動ゲーティングが始まります。',
  },
  protocolLabel: { en: 'Protocol', ja: 'プロトコル' },
  formats: { en: 'FCS 2.0, 3.0, 3.1 and 3.2; sessions', ja: 'FCS 2.0・3.0・3.1・3.2、セッションファイル' },
  dismiss: { en: 'Dismiss', ja: '閉じる' },
  problem: { en: 'Problem', ja: '問題' },
  problemCode: { en: 'code {code}', ja: 'コード {code}' },
  atPath: { en: 'at {path}', ja: '場所 {path}' },
  pageNamed: { en: 'Page: {page}', ja: 'ページ:{page}' },
  centreTabs: { en: 'What is shown', ja: '表示の切り替え' },
  salvage: { en: 'Open intact events', ja: '完全なイベントのみ開く' },
  progressPercent: { en: '{label}: {percent}%', ja: '{label}: {percent}%' },
  'keyIn.samples': { en: '{key} (samples)', ja: '{key} (検体)' },
  'keyIn.review': { en: '{key} (review)', ja: '{key} (確認)' },
  'keyIn.populations': { en: '{key} (populations)', ja: '{key} (細胞集団)' },
  seal: { en: 'Seal…', ja: '封印…' },
  oldRuntime: {
    en: 'This package has an old runtime (Electron {electron}), in which known holes are not closed: for trying and testing, not for daily work.',
    ja: 'このパッケージは古い実行環境(Electron {electron})を使用しており、既知の脆弱性が修正されていません。試用・試験専用で、日常業務には使用しないでください。',
  },
  aboutText: {
    en: 'Version {version} on Electron {electron}. Flow cytometry of cultured immune cells. MIT licence.',
    ja: 'バージョン {version}(Electron {electron})。培養免疫細胞のフローサイトメトリー解析。MITライセンス。',
  },
  crashed: { en: 'Something in the window went wrong.', ja: 'ウィンドウで予期しないエラーが発生しました。' },
  crashedHint: {
    en: 'Your work is kept in the automatic copy: load the window again and restore it. The text below helps to find the mistake.',
    ja: '作業内容は自動保存されています。ウィンドウを再読み込みして復元してください。下の内容は原因の特定に役立ちます。',
  },
  loadAgain: { en: 'Load the window again', ja: 'ウィンドウを再読み込み' },
  progressCount: { en: '{label} {done} of {total}', ja: '{label} {done} / {total}' },
  memoryUsed: { en: 'Memory {used} MB', ja: 'メモリ {used} MB' },
  memoryOf: { en: 'Memory {used} of {limit} MB', ja: 'メモリ {used} / {limit} MB' },
  findingsCount: { en: 'File findings: {count}', ja: 'ファイルの検出事項: {count}件' },
  movingAbout: {
    en: 'Moving {name}: about, by the first {first} of {all} events',
    ja: '{name}を移動中: 全{all}イベント中、先頭{first}イベントからの概数',
  },
  movingExact: { en: 'Moving {name}: exact, by all {all} events', ja: '{name}を移動中: 全{all}イベントの正確な数' },
  movingCounting: { en: 'Moving {name}: counting', ja: '{name}を移動中: 集計中' },
  openingSession: { en: 'Opening the session', ja: 'セッションを開いています' },
  writingFile: { en: 'Writing the file', ja: 'ファイルを書き出し中' },
  archiveBusy: { en: 'Asking the archive', ja: 'アーカイブに問い合わせ中' },
  atWork: { en: 'At work', ja: '処理中' },
  judgingQuality: { en: 'Judging the acquisition', ja: '測定品質を評価中' },
  drawingPlots: { en: 'Drawing the plots', ja: 'プロットを描画中' },
  legendLights: { en: 'Automatic gates (gate light)', ja: '自動ゲート(ゲート評価)' },
  legendVerdicts: { en: 'Acquisition quality (outlined)', ja: '測定品質(輪郭のみの記号)' },
  legendMatrices: { en: 'Compensation of a sample', ja: '検体の蛍光補正' },
  legendMarks: { en: 'Other marks', ja: 'その他の記号' },
  legendOwn: { en: 'The gate of this sample alone, placed by a person.', ja: 'この検体だけの個別ゲート(手動)です。' },
  legendGroup: { en: 'The gate of the sample’s group.', ja: '検体グループのゲートです。' },
  legendFindings: { en: 'Findings of the file, as a number beside its name.', ja: 'ファイルの検出事項の件数です(名前の右の数字)。' },
  legendAbout: {
    en: 'About: counted by the first events, while a gate is moved.',
    ja: 'ゲートの移動中に、先頭のイベントから求めた概数です。',
  },
  legendWithheld: {
    en: 'Not shown: too few events, a red gate or no usable matrix; the reason on hover.',
    ja: '表示しません(イベント数不足、要判断のゲート、使用できない行列)。理由はポインターを重ねると表示します。',
  },
  legendDashed: {
    en: 'A dashed gate was drawn on another scale of these channels.',
    ja: '破線のゲートは、同じチャンネルの別のスケールで描かれたものです。',
  },
  search: { en: 'Search', ja: '検索' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
export type T = Translate<MessageKey>;
