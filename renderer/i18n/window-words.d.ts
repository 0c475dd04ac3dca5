/** The window itself: its bars, empty and wrong states, dialogs. */
export declare const windowWords: {
    readonly appName: {
        readonly en: 'Lymphoscope';
        readonly ja: 'Lymphoscope';
    };
    readonly researchUse: {
        readonly en: 'Research use only';
        readonly ja: '研究用';
    };
    readonly researchUseFull: {
        readonly en: 'Research use only. Not for diagnosis.';
        readonly ja: '研究用。診断には使用できません。';
    };
    readonly untitled: {
        readonly en: 'Untitled session';
        readonly ja: '無題のセッション';
    };
    readonly unsaved: {
        readonly en: 'Unsaved changes';
        readonly ja: '未保存の変更があります';
    };
    readonly unsavedShort: {
        readonly en: 'unsaved';
        readonly ja: '未保存';
    };
    readonly samples: {
        readonly en: 'Samples';
        readonly ja: '検体';
    };
    readonly populations: {
        readonly en: 'Populations';
        readonly ja: '細胞集団';
    };
    readonly inspector: {
        readonly en: 'Inspector';
        readonly ja: '詳細';
    };
    readonly plots: {
        readonly en: 'Plots';
        readonly ja: 'プロット';
    };
    readonly plotAgainst: {
        readonly en: '{y} against {x}';
        readonly ja: '{x} × {y}';
    };
    readonly firstEvents: {
        readonly en: 'first {count} events';
        readonly ja: '先頭{count}イベント';
    };
    readonly foldLeft: {
        readonly en: 'Fold the left panels';
        readonly ja: '左パネルを折りたたむ';
    };
    readonly unfoldLeft: {
        readonly en: 'Show the left panels';
        readonly ja: '左パネルを表示';
    };
    readonly foldRight: {
        readonly en: 'Fold the inspector';
        readonly ja: '詳細パネルを折りたたむ';
    };
    readonly unfoldRight: {
        readonly en: 'Show the inspector';
        readonly ja: '詳細パネルを表示';
    };
    readonly resizePanels: {
        readonly en: 'Resize the panels';
        readonly ja: 'パネルの大きさを変更';
    };
    readonly emptyTitle: {
        readonly en: 'Open FCS files to begin';
        readonly ja: 'FCSファイルを開いてください';
    };
    readonly emptyHint: {
        readonly en: 'Drop them anywhere in this window, or try the simulated samples: they are gated at once.';
        readonly ja: 'この画面にファイルをドロップするか、シミュレーション検体でお試しください。すぐに自動ゲーティングが始まります。';
    };
    readonly openFiles: {
        readonly en: 'Open files…';
        readonly ja: 'ファイルを開く…';
    };
    readonly openSamples: {
        readonly en: 'Open the simulated samples';
        readonly ja: 'シミュレーション検体を開く';
    };
    readonly dropHere: {
        readonly en: 'Drop to add these files';
        readonly ja: 'ドロップしてファイルを追加';
    };
    readonly formats: {
        readonly en: 'FCS 2.0, 3.0, 3.1 and 3.2; sessions';
        readonly ja: 'FCS 2.0・3.0・3.1・3.2、セッションファイル';
    };
    readonly noSamples: {
        readonly en: 'No samples yet.';
        readonly ja: '検体はまだありません。';
    };
    readonly nothingSelected: {
        readonly en: 'Select a population or a gate to see its bounds, statistics and evidence.';
        readonly ja: '細胞集団またはゲートを選択すると、境界・統計値・判定根拠を表示します。';
    };
    readonly noMatches: {
        readonly en: 'Nothing matches “{text}”.';
        readonly ja: '「{text}」に一致する項目はありません。';
    };
    readonly dismiss: {
        readonly en: 'Dismiss';
        readonly ja: '閉じる';
    };
    readonly cancel: {
        readonly en: 'Cancel';
        readonly ja: 'キャンセル';
    };
    readonly close: {
        readonly en: 'Close';
        readonly ja: '閉じる';
    };
    readonly more: {
        readonly en: 'More';
        readonly ja: 'その他';
    };
    readonly problem: {
        readonly en: 'Problem';
        readonly ja: '問題';
    };
    readonly problemCode: {
        readonly en: 'code {code}';
        readonly ja: 'コード {code}';
    };
    readonly atByte: {
        readonly en: 'byte {offset}';
        readonly ja: 'バイト位置 {offset}';
    };
    readonly atLine: {
        readonly en: 'line {line}';
        readonly ja: '{line}行目';
    };
    readonly atPath: {
        readonly en: 'at {path}';
        readonly ja: '場所 {path}';
    };
    readonly recoverTitle: {
        readonly en: 'Restore unsaved work?';
        readonly ja: '未保存の作業を復元しますか？';
    };
    readonly recoverText: {
        readonly en: 'Lymphoscope was closed before the last changes were saved. An automatic copy was kept.';
        readonly ja: '前回、変更が保存されないまま終了しました。自動保存された内容が残っています。';
    };
    readonly recoverWhen: {
        readonly en: 'Kept {when}';
        readonly ja: '自動保存日時 {when}';
    };
    readonly restore: {
        readonly en: 'Restore';
        readonly ja: '復元する';
    };
    readonly discard: {
        readonly en: 'Discard the copy';
        readonly ja: '破棄する';
    };
    readonly plotsTab: {
        readonly en: 'Plots';
        readonly ja: 'プロット';
    };
    readonly compositionTab: {
        readonly en: 'All samples';
        readonly ja: '全検体の比較';
    };
    readonly qualityTab: {
        readonly en: 'Quality';
        readonly ja: '品質';
    };
    readonly trendsTab: {
        readonly en: 'Trends';
        readonly ja: '推移';
    };
    readonly centreTabs: {
        readonly en: 'What is shown';
        readonly ja: '表示の切り替え';
    };
    readonly salvage: {
        readonly en: 'Open what is whole';
        readonly ja: '読める部分だけ開く';
    };
    readonly progressPercent: {
        readonly en: '{label}: {percent}%';
        readonly ja: '{label}：{percent}%';
    };
    readonly closingTitle: {
        readonly en: 'Save the session before closing?';
        readonly ja: '閉じる前にセッションを保存しますか？';
    };
    readonly closingText: {
        readonly en: 'Changes since the last save would be lost.';
        readonly ja: '保存していない変更は失われます。';
    };
    readonly closeWithout: {
        readonly en: 'Close without saving';
        readonly ja: '保存せずに閉じる';
    };
    readonly saveAndClose: {
        readonly en: 'Save and close';
        readonly ja: '保存して閉じる';
    };
    readonly auditWhen: {
        readonly en: 'When (UTC)';
        readonly ja: '日時 (UTC)';
    };
    readonly auditWho: {
        readonly en: 'Who';
        readonly ja: '操作者';
    };
    readonly auditWhat: {
        readonly en: 'What';
        readonly ja: '内容';
    };
    readonly auditTitle: {
        readonly en: 'Audit trail';
        readonly ja: '監査証跡';
    };
    readonly auditHint: {
        readonly en: 'Every change since the session began, undone ones too. Nothing is ever taken out.';
        readonly ja: '取り消した操作も含む、セッション開始以降のすべての変更です。削除はできません。';
    };
    readonly aboutText: {
        readonly en: 'Version {version} on Electron {electron}. Flow cytometry of cultured immune cells. MIT licence.';
        readonly ja: 'バージョン {version}(Electron {electron})。培養免疫細胞のフローサイトメトリー解析。MITライセンス。';
    };
    readonly crashed: {
        readonly en: 'Something in the window went wrong.';
        readonly ja: 'ウィンドウで予期しないエラーが発生しました。';
    };
    readonly crashedHint: {
        readonly en: 'Your work is kept in the automatic copy: load the window again and restore it. The text below helps to find the mistake.';
        readonly ja: '作業内容は自動保存されています。ウィンドウを再読み込みして復元してください。下の内容は原因の特定に役立ちます。';
    };
    readonly loadAgain: {
        readonly en: 'Load the window again';
        readonly ja: 'ウィンドウを再読み込み';
    };
    readonly written: {
        readonly en: 'Written: {file}';
        readonly ja: '書き出しました: {file}';
    };
    readonly ready: {
        readonly en: 'Ready';
        readonly ja: '準備完了';
    };
    readonly progressCount: {
        readonly en: '{label} {done} of {total}';
        readonly ja: '{label} {done} / {total}';
    };
    readonly memoryUsed: {
        readonly en: 'Memory {used} MB';
        readonly ja: 'メモリ {used} MB';
    };
    readonly memoryOf: {
        readonly en: 'Memory {used} of {limit} MB';
        readonly ja: 'メモリ {used} / {limit} MB';
    };
    readonly findingsCount: {
        readonly en: 'File findings: {count}';
        readonly ja: 'ファイルの検出事項: {count}件';
    };
    readonly reading: {
        readonly en: 'Reading';
        readonly ja: '読み込み中';
    };
    readonly gating: {
        readonly en: 'Gating';
        readonly ja: 'ゲーティング中';
    };
    readonly exporting: {
        readonly en: 'Writing the report';
        readonly ja: '報告書を作成中';
    };
    readonly saving: {
        readonly en: 'Saving';
        readonly ja: '保存中';
    };
};
