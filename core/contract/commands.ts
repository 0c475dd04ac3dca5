import type { Sentence } from '../base/message.ts';

/*
 * What a person can do in the window, said once: native menu, palette, buttons, keys, hints and the sheet of shortcuts take words and keys
 * from here. How each is done, and when, is asked for by the compiler in renderer/app/commands.ts.
 */

/** A list whose rows have keys of their own while one of them has the focus. */
export type ListName = 'samples' | 'populations' | 'review';

export interface CommandDeclaration {
  readonly words: Sentence;
  /** The same where there is little room: tabs and buttons. */
  readonly short?: Sentence;
  /** In the whole window; `mod` is Ctrl, on a Mac Command. The first is shown. */
  readonly keys?: readonly string[];
  /** On the selected row of a list. */
  readonly listKeys?: { readonly list: ListName; readonly keys: readonly string[] };
}

export const declaredCommands = {
  'file.open-samples': { words: { en: 'Open files…', ja: 'ファイルを開く…' }, keys: ['mod+o'] },
  'file.open-simulated': { words: { en: 'Open simulated data', ja: '模擬データを開く' } },
  'file.new-session': { words: { en: 'New session', ja: '新しいセッション' }, keys: ['mod+shift+n'] },
  'file.recent-sessions': { words: { en: 'Recent sessions…', ja: '最近使ったセッション…' } },
  'file.open-session': { words: { en: 'Open session…', ja: 'セッションを開く…' }, keys: ['mod+shift+o'] },
  'file.save-session': { words: { en: 'Save session', ja: 'セッションを保存' }, keys: ['mod+s'] },
  'file.save-session-as': { words: { en: 'Save session as…', ja: 'セッションを別名で保存…' }, keys: ['mod+shift+s'] },
  'file.pack-session': { words: { en: 'Save as packed session, with its data…', ja: 'データごとパックして保存…' } },
  'file.open-packed': { words: { en: 'Open packed session…', ja: 'パックされたセッションを開く…' } },
  'file.export-report': {
    words: { en: 'Export report (PDF)…', ja: '報告書を書き出す(PDF)…' },
    short: { en: 'Report', ja: '報告書' },
    keys: ['mod+p'],
  },
  'file.export-table': { words: { en: 'Export table of statistics…', ja: '統計表を書き出す…' }, keys: ['mod+e'] },
  'file.export-figure': {
    words: { en: 'Export figure…', ja: '図を書き出す…' },
    keys: ['mod+shift+e'],
  },
  'edit.copy-figure': { words: { en: 'Copy figure', ja: '図をコピー' }, keys: ['mod+shift+c'] },
  'file.import-gates': {
    words: { en: 'Import gates (FlowJo, Gating-ML, protocol)…', ja: 'ゲートを読み込む(FlowJo・Gating-MLなど)…' },
    keys: ['mod+shift+i'],
  },
  'file.export-gating-ml': { words: { en: 'Export gates (Gating-ML 2.0)…', ja: 'ゲートを書き出す(Gating-ML 2.0)…' } },
  'file.export-flowjo': { words: { en: 'Export gates (FlowJo workspace)…', ja: 'ゲートを書き出す(FlowJoワークスペース)…' } },
  'file.export-protocol': { words: { en: 'Export protocol…', ja: 'プロトコルを書き出す…' } },

  'edit.undo': { words: { en: 'Undo', ja: '元に戻す' }, keys: ['mod+z'] },
  'edit.redo': { words: { en: 'Redo', ja: 'やり直す' }, keys: ['mod+shift+z', 'mod+y'] },
  'edit.protocol': { words: { en: 'Choose protocol…', ja: 'プロトコルを選択…' } },
  'edit.compensation': { words: { en: 'Compensation…', ja: '蛍光補正…' }, keys: ['mod+shift+m'] },
  'compensation.from-controls': {
    words: { en: 'Compensation from single stains…', ja: '単染色から蛍光補正…' },
    short: { en: 'From single stains…', ja: '単染色から…' },
  },
  'edit.freeze-scales': { words: { en: 'Fix the scales over all samples', ja: '全検体から軸スケールを固定' } },
  'edit.learn-controls': {
    words: { en: 'Use the FMO and unstained controls of this run', ja: 'FMO・未染色コントロールを自動ゲートに使う' },
  },
  'edit.seal': { words: { en: 'Seal the audit trail…', ja: '監査証跡を封印…' } },
  'edit.preferences': { words: { en: 'Preferences…', ja: '環境設定…' }, keys: ['mod+,'] },
  'edit.audit': { words: { en: 'Audit trail…', ja: '監査証跡…' } },

  'sample.previous': { words: { en: 'Previous sample', ja: '前の検体' }, keys: ['PageUp'] },
  'sample.next': { words: { en: 'Next sample', ja: '次の検体' }, keys: ['PageDown'] },
  'sample.select-all': { words: { en: 'Select all samples', ja: 'すべての検体を選択' }, keys: ['mod+a'] },
  'sample.edit-metadata': {
    words: { en: 'Edit details of the selected samples…', ja: '選択した検体の情報を編集…' },
    keys: ['mod+shift+d'],
  },
  'sample.pool': { words: { en: 'Pool the selected samples into one…', ja: '選択した検体を1つに結合…' } },
  'group.new': { words: { en: 'New group of samples…', ja: '検体グループを作成…' }, keys: ['mod+g'] },
  'group.edit': { words: { en: 'Change group…', ja: 'グループを変更…' } },
  'group.remove': { words: { en: 'Remove group', ja: 'グループを削除' } },
  'group.earlier': { words: { en: 'Move group up: it counts first', ja: 'グループを上へ移動(優先)' } },
  'group.later': { words: { en: 'Move group down', ja: 'グループを下へ移動' } },
  'group.add-chosen': { words: { en: 'Put the selected samples into the group', ja: '選択した検体をグループに追加' } },
  'group.take-chosen': { words: { en: 'Take the selected samples out of the group', ja: '選択した検体をグループから外す' } },
  'sample.open': { words: { en: 'Open all events by scatter', ja: '全イベントを散乱光のプロットで開く' } },
  'sample.details': { words: { en: 'Edit sample details', ja: '検体情報を編集' } },
  'sample.toggle-reference': { words: { en: 'Use as same-day reference', ja: '同日対照に指定' } },
  'sample.export-report': { words: { en: 'Export report of this sample (PDF)…', ja: 'この検体の報告書を書き出す(PDF)…' } },
  'sample.relink': { words: { en: 'Find the file…', ja: 'ファイルを再指定…' }, short: { en: 'Find…', ja: '再指定…' } },
  'sample.reveal': { words: { en: 'Show in the file manager', ja: 'ファイルの場所を開く' } },
  'sample.remove': {
    words: { en: 'Remove sample from the session', ja: '検体をセッションから除外' },
    listKeys: { list: 'samples', keys: ['Delete', 'Backspace'] },
  },

  'tool.select': { words: { en: 'Select', ja: '選択' }, keys: ['v'] },
  'tool.rectangle': { words: { en: 'Rectangle gate', ja: '矩形ゲート' }, keys: ['r'] },
  'tool.ellipse': { words: { en: 'Ellipse gate', ja: '楕円ゲート' }, keys: ['e'] },
  'tool.polygon': { words: { en: 'Polygon gate', ja: '多角形ゲート' }, keys: ['p'] },
  'tool.pencil': { words: { en: 'Freehand gate (pencil)', ja: 'フリーハンドゲート(鉛筆)' }, keys: ['f'] },
  'tool.quadrant': { words: { en: 'Quadrant gate', ja: 'クアドラントゲート(四分割)' }, keys: ['q'] },
  'tool.curly': { words: { en: 'Curly quadrant gate', ja: '曲線クアドラントゲート' }, keys: ['c'] },
  'tool.spider': { words: { en: 'Spider quadrant gate', ja: 'スパイダークアドラントゲート' }, keys: ['s'] },
  'tool.range': { words: { en: 'Range gate', ja: '範囲ゲート' }, keys: ['n'] },
  'tool.bisector': { words: { en: 'Bisector gate (two halves)', ja: '二分割ゲート' }, keys: ['b'] },
  'population.open': {
    words: { en: 'Open population in a plot', ja: '細胞集団をプロットで開く' },
    listKeys: { list: 'populations', keys: ['Enter'] },
  },
  'population.rename': {
    words: { en: 'Rename population', ja: '細胞集団の名前を変更' },
    listKeys: { list: 'populations', keys: ['F2'] },
  },
  'population.copy': { words: { en: 'Copy gate with what is below it', ja: 'ゲートを下位ごとコピー' }, keys: ['mod+c'] },
  'population.copy-alone': { words: { en: 'Copy gate alone', ja: 'ゲートのみコピー' }, keys: ['mod+shift+k'] },
  'population.cut': { words: { en: 'Cut gate', ja: 'ゲートを切り取り' }, keys: ['mod+x'] },
  'population.paste': { words: { en: 'Paste gate below', ja: '下位にゲートを貼り付け' }, keys: ['mod+v'] },
  'population.give-to-all': {
    words: { en: 'Apply this sample’s gate to all samples', ja: 'この検体のゲートを全検体に適用' },
    keys: ['mod+shift+g'],
  },
  'population.give-to-group': {
    words: { en: 'Apply this sample’s gate to its group', ja: 'この検体のゲートを所属グループに適用' },
  },
  'population.export-events': {
    words: { en: 'Export events of the population (FCS, CSV)…', ja: '細胞集団のイベントを書き出す(FCS・CSV)…' },
  },
  'population.and': { words: { en: 'Population in all chosen ones (And)', ja: '選択した集団すべてに属する集団(AND)' } },
  'population.or': { words: { en: 'Population in any chosen one (Or)', ja: '選択した集団のいずれかに属する集団(OR)' } },
  'population.not': { words: { en: 'All others of the parent (Not)', ja: '親集団のその他すべて(NOT)' } },
  'population.reset-label': { words: { en: 'Label back to its own place', ja: 'ラベルを自動配置に戻す' } },
  'plot.label-parent': { words: { en: 'Labels say: % of parent', ja: 'ラベルに親集団比(%)を表示' } },
  'plot.label-total': { words: { en: 'Labels say: % of total', ja: 'ラベルに総イベント比(%)を表示' } },
  'plot.label-count': { words: { en: 'Labels say: events', ja: 'ラベルにイベント数を表示' } },
  'population.delete': {
    words: { en: 'Delete gate and what is below it', ja: 'ゲートと下位の細胞集団を削除' },
    listKeys: { list: 'populations', keys: ['Delete', 'Backspace'] },
  },

  'view.palette': { words: { en: 'Commands', ja: 'コマンド' }, keys: ['mod+k'] },
  'view.next-part': { words: { en: 'Next part of the window', ja: 'ウィンドウの次の領域へ' }, keys: ['F6'] },
  'view.previous-part': { words: { en: 'Previous part of the window', ja: 'ウィンドウの前の領域へ' }, keys: ['shift+F6'] },
  'view.plots': {
    words: { en: 'Show the plots', ja: 'プロットを表示' },
    short: { en: 'Plots', ja: 'プロット' },
    keys: ['mod+1'],
    listKeys: { list: 'samples', keys: ['Enter'] },
  },
  'view.composition': {
    words: { en: 'Compare all samples', ja: '全検体を比較' },
    short: { en: 'All samples', ja: '全検体の比較' },
    keys: ['mod+2'],
  },
  'view.statistics': { words: { en: 'Show the table of all samples', ja: '全検体の表を表示' }, keys: ['mod+t'] },
  'view.culture': {
    words: { en: 'Show the culture method', ja: '培養法を表示' },
    short: { en: 'Culture', ja: '培養法' },
    keys: ['mod+3', 'mod+shift+u'],
  },
  'culture.fit-profile': { words: { en: 'Profile from own lots…', ja: '自施設ロットからプロファイルを作成…' } },
  'validate.own': { words: { en: 'Automatic gates against two persons…', ja: '自動ゲートと2人の手動ゲートの比較…' } },
  'view.quality': {
    words: { en: 'Show the acquisition quality', ja: '測定品質を表示' },
    short: { en: 'Quality', ja: '測定品質' },
    keys: ['mod+4'],
  },
  'view.trends': { words: { en: 'Show the trends', ja: '推移を表示' }, short: { en: 'Trends', ja: '推移' }, keys: ['mod+5'] },
  'view.layout': {
    words: { en: 'Show the pages of figures', ja: '図のレイアウトを表示' },
    short: { en: 'Layout', ja: 'レイアウト' },
    keys: ['mod+7'],
  },
  'view.review': {
    words: { en: 'Review one gate of all samples', ja: '全検体のゲートを確認' },
    short: { en: 'Review', ja: '確認' },
    keys: ['mod+8'],
  },
  'view.residual': {
    words: { en: 'Show residual leukaemic cells', ja: '残存白血病細胞を表示' },
    short: { en: 'Residual', ja: '残存細胞' },
    keys: ['mod+9'],
  },
  'view.killing': {
    words: { en: 'Show cytotoxic activity', ja: '細胞傷害活性を表示' },
    short: { en: 'Killing', ja: '傷害活性' },
    keys: ['mod+shift+l'],
  },
  'view.lots': {
    words: { en: 'Show the book of cells', ja: '細胞の台帳を表示' },
    short: { en: 'Lots', ja: '台帳' },
  },
  'view.course': {
    words: { en: 'Show the course of a donor', ja: 'ドナーの経過を表示' },
    short: { en: 'Course', ja: '経過' },
  },
  'view.guided': { words: { en: 'Gate step by step', ja: '手順に沿ってゲートを確認' } },
  'view.archive': {
    words: { en: 'Open the archive', ja: 'アーカイブを開く' },
    short: { en: 'Archive', ja: 'アーカイブ' },
    keys: ['mod+6', 'mod+shift+a'],
  },
  'review.open': { words: { en: 'Show the sample large', ja: '検体を拡大表示' }, listKeys: { list: 'review', keys: ['Enter'] } },
  'review.accept': { words: { en: 'Accept the gate', ja: 'ゲートを承認' }, listKeys: { list: 'review', keys: ['a'] } },
  'review.return': { words: { en: 'Send the gate back…', ja: 'ゲートを差し戻す…' }, listKeys: { list: 'review', keys: ['r'] } },
  'review.reopen': { words: { en: 'Take the judgement back', ja: '判定を取り消し' }, listKeys: { list: 'review', keys: ['u'] } },
  'review.choose': { words: { en: 'Choose the sample', ja: '検体を選択' }, listKeys: { list: 'review', keys: [' '] } },
  'review.apply': {
    words: { en: 'Apply this gate to the chosen samples…', ja: '選択した検体にこのゲートを適用…' },
    listKeys: { list: 'review', keys: ['g'] },
  },
  'review.bound': { words: { en: 'Next bound of the gate', ja: 'ゲートの次の境界' }, listKeys: { list: 'review', keys: ['b'] } },
  'review.next-gate': { words: { en: 'Next step', ja: '次の手順' }, listKeys: { list: 'review', keys: ['n'] } },
  'review.previous-gate': { words: { en: 'Previous step', ja: '前の手順' }, listKeys: { list: 'review', keys: ['p'] } },
  'plot.density': { words: { en: 'Density plot', ja: '密度プロット' } },
  'plot.dot': { words: { en: 'Dot plot', ja: 'ドットプロット' } },
  'plot.contour': { words: { en: 'Contour plot', ja: '等高線プロット' } },
  'plot.zebra': { words: { en: 'Zebra plot', ja: 'ゼブラプロット' } },
  'plot.outliers': { words: { en: 'Outliers of contours', ja: '等高線の外のイベントを表示' } },
  'plot.cdf': { words: { en: 'Cumulative distribution', ja: '累積分布(CDF)' } },
  'plot.overlays': { words: { en: 'Overlays…', ja: '重ね描き…' }, keys: ['mod+l'] },
  'plot.colour-populations': { words: { en: 'Colour the populations of the plot', ja: 'プロットの細胞集団を色分け' } },
  'plot.backgate': { words: { en: 'Back-gate the population', ja: 'バックゲーティング表示' }, keys: ['mod+b'] },
  'density.log': { words: { en: 'Density colours by the logarithm', ja: '密度の色:対数' } },
  'density.equalised': { words: { en: 'Density colours equalised', ja: '密度の色:均等化' } },
  'density.linear': { words: { en: 'Density colours linear', ja: '密度の色:線形' } },
  'plot.histogram': { words: { en: 'Histogram', ja: 'ヒストグラム' } },
  'plot.reset-axes': { words: { en: 'Automatic axes', ja: '軸の範囲を自動に戻す' }, keys: ['mod+0'] },
  'plot.fix-axes': { words: { en: 'Same axes for all samples', ja: '軸の範囲を全検体で固定' } },
  'plot.new': { words: { en: 'New plot of the population', ja: '細胞集団のプロットを追加' }, keys: ['mod+n'] },
  'plot.duplicate': { words: { en: 'Duplicate the plot', ja: 'プロットを複製' }, keys: ['mod+d'] },
  'plot.maximise': { words: { en: 'Maximise the plot, or restore it', ja: 'プロットを最大化・元に戻す' }, keys: ['mod+m'] },
  'plot.close': { words: { en: 'Close the plot', ja: 'プロットを閉じる' }, keys: ['mod+w'] },
  'plot.next': { words: { en: 'Go to the next plot', ja: '次のプロットへ' }, keys: ['F7'] },
  'plot.previous': { words: { en: 'Go to the previous plot', ja: '前のプロットへ' }, keys: ['shift+F7'] },
  'plot.earlier': { words: { en: 'Move the plot forward', ja: 'プロットを前へ移動' }, keys: ['alt+ArrowLeft'] },
  'plot.later': { words: { en: 'Move the plot back', ja: 'プロットを後ろへ移動' }, keys: ['alt+ArrowRight'] },
  'plot.wider': { words: { en: 'Make the plot wider', ja: 'プロットの幅を広げる' }, keys: ['alt+shift+ArrowRight'] },
  'plot.narrower': { words: { en: 'Make the plot narrower', ja: 'プロットの幅を狭める' }, keys: ['alt+shift+ArrowLeft'] },
  'plot.taller': { words: { en: 'Make the plot taller', ja: 'プロットの高さを広げる' }, keys: ['alt+shift+ArrowDown'] },
  'plot.flatter': { words: { en: 'Make the plot less tall', ja: 'プロットの高さを狭める' }, keys: ['alt+shift+ArrowUp'] },
  'plot.keep': { words: { en: 'Keep this arrangement in the protocol', ja: 'この配置をプロトコルに保存' } },
  'plot.restore': { words: { en: 'Arrangement of the protocol again', ja: 'プロトコルの配置に戻す' } },
  'plot.arrange': { words: { en: 'One plot per gate', ja: 'ゲートごとの配置に戻す' } },
  'view.language': { words: { en: 'Change to 日本語', ja: 'Englishに切り替え' } },
  'view.theme': { words: { en: 'Next appearance', ja: '表示テーマを切り替え' } },

  'help.tutorial': { words: { en: 'Tutorial in ten steps', ja: 'チュートリアル(10の手順)' } },
  'help.guides': { words: { en: 'Guides', ja: 'ガイド' }, keys: ['F1'] },
  'help.shortcuts': { words: { en: 'Keyboard shortcuts', ja: 'キーボードショートカット' }, keys: ['?'] },
  'help.legend': { words: { en: 'Legend of lights and badges', ja: '記号の凡例' }, keys: ['l'] },
  'help.about': { words: { en: 'About Lymphoscope', ja: 'Lymphoscopeについて' } },
} as const satisfies { readonly [id: string]: CommandDeclaration };

export type CommandId = keyof typeof declaredCommands;
export const commandIds = Object.keys(declaredCommands) as readonly CommandId[];

/** A command's words and keys. */
export const declarationOf = (id: CommandId): CommandDeclaration => declaredCommands[id];

/** What a key does on the selected row of a list. */
export const commandOfListKey = (list: ListName, key: string): CommandId | undefined =>
  commandIds.find((id) => {
    const { listKeys } = declarationOf(id);
    return listKeys?.list === list && listKeys.keys.includes(key);
  });
