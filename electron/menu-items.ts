import type { Sentence } from '../core/base/message.ts';
import type { MenuCommandId } from '../core/contract/bridge.ts';

/** A line of the menu: a command of the window, a line, or something that Electron does itself. */
export type MenuLine =
  | { readonly command: MenuCommandId; readonly label: Sentence; readonly key?: string }
  | {
      readonly own: 'quit' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen';
      readonly label: Sentence;
    }
  | 'separator';

export interface MenuColumn {
  readonly label: Sentence;
  readonly lines: readonly MenuLine[];
}

export const menuColumns: readonly MenuColumn[] = [
  {
    label: { en: 'File', ja: 'ファイル' },
    lines: [
      { command: 'file.open-samples', label: { en: 'Open samples…', ja: 'サンプルを開く…' }, key: 'CmdOrCtrl+O' },
      { command: 'file.open-simulated', label: { en: 'Open simulated samples', ja: '模擬サンプルを開く' } },
      'separator',
      { command: 'file.open-session', label: { en: 'Open session…', ja: 'セッションを開く…' }, key: 'CmdOrCtrl+Shift+O' },
      { command: 'file.save-session', label: { en: 'Save session', ja: 'セッションを保存' }, key: 'CmdOrCtrl+S' },
      { command: 'file.save-session-as', label: { en: 'Save session as…', ja: 'セッションを別名で保存…' }, key: 'CmdOrCtrl+Shift+S' },
      'separator',
      { command: 'file.export-report', label: { en: 'Export report (PDF)…', ja: 'レポートを書き出す (PDF)…' }, key: 'CmdOrCtrl+P' },
      { command: 'file.export-table', label: { en: 'Export table (CSV)…', ja: '表を書き出す (CSV)…' } },
      'separator',
      { command: 'file.import-gates', label: { en: 'Import gates…', ja: 'ゲートを読み込む…' }, key: 'CmdOrCtrl+Shift+I' },
      { command: 'file.export-gating-ml', label: { en: 'Export gates (Gating-ML 2.0)…', ja: 'ゲートを書き出す (Gating-ML 2.0)…' } },
      { command: 'file.export-flowjo', label: { en: 'Export gates (FlowJo)…', ja: 'ゲートを書き出す (FlowJo)…' } },
      { command: 'file.export-protocol', label: { en: 'Export protocol…', ja: 'プロトコルを書き出す…' } },
      'separator',
      { own: 'quit', label: { en: 'Quit', ja: '終了' } },
    ],
  },
  {
    label: { en: 'Edit', ja: '編集' },
    lines: [
      { command: 'edit.undo', label: { en: 'Undo', ja: '元に戻す' }, key: 'CmdOrCtrl+Z' },
      { command: 'edit.redo', label: { en: 'Redo', ja: 'やり直す' }, key: 'CmdOrCtrl+Shift+Z' },
      { command: 'edit.compensation', label: { en: 'Compensation…', ja: '蛍光補正…' }, key: 'CmdOrCtrl+Shift+M' },
      { command: 'edit.audit', label: { en: 'Audit trail', ja: '変更履歴' } },
      'separator',
      { own: 'cut', label: { en: 'Cut', ja: '切り取り' } },
      { own: 'copy', label: { en: 'Copy', ja: 'コピー' } },
      { own: 'paste', label: { en: 'Paste', ja: '貼り付け' } },
      { own: 'selectAll', label: { en: 'Select all', ja: 'すべて選択' } },
    ],
  },
  {
    label: { en: 'View', ja: '表示' },
    lines: [
      { command: 'view.culture', label: { en: 'Culture method', ja: '培養法' }, key: 'CmdOrCtrl+Shift+U' },
      { command: 'view.archive', label: { en: 'Archive', ja: 'アーカイブ' }, key: 'CmdOrCtrl+Shift+A' },
      'separator',
      { command: 'view.language', label: { en: '日本語', ja: 'English' } },
      { command: 'view.theme', label: { en: 'Light or dark', ja: 'ライト/ダーク切り替え' } },
      'separator',
      { own: 'zoomIn', label: { en: 'Zoom in', ja: '拡大' } },
      { own: 'zoomOut', label: { en: 'Zoom out', ja: '縮小' } },
      { own: 'resetZoom', label: { en: 'Actual size', ja: '実際のサイズ' } },
      { own: 'togglefullscreen', label: { en: 'Full screen', ja: '全画面表示' } },
    ],
  },
  {
    label: { en: 'Help', ja: 'ヘルプ' },
    lines: [
      { command: 'help.shortcuts', label: { en: 'Keyboard shortcuts', ja: 'キーボードショートカット' } },
      { command: 'help.about', label: { en: 'About Lymphoscope', ja: 'Lymphoscope について' } },
    ],
  },
];
