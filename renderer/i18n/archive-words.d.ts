/** The archive: runs, batches, what they change, and what was decided. */
export declare const archiveWords: {
    readonly archive: {
        readonly en: 'Archive';
        readonly ja: 'アーカイブ';
    };
    readonly openArchive: {
        readonly en: 'Open the archive';
        readonly ja: 'アーカイブを開く';
    };
    readonly backToPlots: {
        readonly en: 'Back to the samples';
        readonly ja: '検体の画面に戻る';
    };
    readonly archiveTabs: {
        readonly en: 'Parts of the archive';
        readonly ja: 'アーカイブの表示切り替え';
    };
    readonly runsTab: {
        readonly en: 'Runs';
        readonly ja: '測定';
    };
    readonly batchesTab: {
        readonly en: 'Batches';
        readonly ja: 'バッチ';
    };
    readonly changesTab: {
        readonly en: 'Changes';
        readonly ja: '変更の確認';
    };
    readonly decisionsTab: {
        readonly en: 'Decisions';
        readonly ja: '決定の記録';
    };
    readonly archiveEmptyTitle: {
        readonly en: 'The archive is empty';
        readonly ja: 'アーカイブは空です';
    };
    readonly archiveEmptyHint: {
        readonly en: 'Choose a folder of FCS files: everything in and below it is taken in. The files stay where they are.';
        readonly ja: 'FCSファイルのフォルダーを選択すると、サブフォルダーを含むすべての測定を登録します。ファイルの場所は変わりません。';
    };
    readonly importFolder: {
        readonly en: 'Import a folder…';
        readonly ja: 'フォルダーを取り込む…';
    };
    readonly imported: {
        readonly en: '{files} files: {added} new runs, {known} known, {failed} not readable';
        readonly ja: 'ファイル {files} 件: 新規の測定 {added} 件、既知 {known} 件、読み込めず {failed} 件';
    };
    readonly queryHint: {
        readonly en: 'Find: lot=A12 day>=10 cytometer~canto';
        readonly ja: '検索: lot=A12 day>=10 cytometer~canto';
    };
    readonly query: {
        readonly en: 'Find runs';
        readonly ja: '測定を検索';
    };
    readonly find: {
        readonly en: 'Find';
        readonly ja: '検索';
    };
    readonly keptQueries: {
        readonly en: 'Kept queries';
        readonly ja: '保存した検索条件';
    };
    readonly keepQuery: {
        readonly en: 'Keep this query…';
        readonly ja: 'この条件を保存…';
    };
    readonly queryName: {
        readonly en: 'Name of the query';
        readonly ja: '検索条件の名前';
    };
    readonly dropQuery: {
        readonly en: 'Forget “{name}”';
        readonly ja: '「{name}」を削除';
    };
    readonly allRuns: {
        readonly en: 'All runs';
        readonly ja: 'すべての測定';
    };
    readonly runsFound: {
        readonly en: '{shown} of {total} runs';
        readonly ja: '{total} 件中 {shown} 件を表示';
    };
    readonly moreRuns: {
        readonly en: 'Show more';
        readonly ja: 'さらに表示';
    };
    readonly gateAgain: {
        readonly en: 'Gate again';
        readonly ja: '再ゲーティング';
    };
    readonly withSession: {
        readonly en: 'with the protocol of this session';
        readonly ja: 'このセッションのプロトコルで';
    };
    readonly withVersion: {
        readonly en: '{name}, revision {revision} ({digest})';
        readonly ja: '{name} 第{revision}版 ({digest})';
    };
    readonly exportResults: {
        readonly en: 'Table…';
        readonly ja: '表を書き出す…';
    };
    readonly runFile: {
        readonly en: 'File';
        readonly ja: 'ファイル';
    };
    readonly runAcquired: {
        readonly en: 'Acquired';
        readonly ja: '測定日';
    };
    readonly runCytometer: {
        readonly en: 'Cytometer';
        readonly ja: '測定機器';
    };
    readonly runLot: {
        readonly en: 'Lot';
        readonly ja: 'ロット';
    };
    readonly runDonor: {
        readonly en: 'Donor';
        readonly ja: 'ドナー';
    };
    readonly runDay: {
        readonly en: 'Day';
        readonly ja: '日数';
    };
    readonly runEvents: {
        readonly en: 'Events';
        readonly ja: 'イベント数';
    };
    readonly runCall: {
        readonly en: 'Consistent with';
        readonly ja: '矛盾しない分類';
    };
    readonly nkPercent: {
        readonly en: 'NK %';
        readonly ja: 'NK (%)';
    };
    readonly nktPercent: {
        readonly en: 'NKT %';
        readonly ja: 'NKT (%)';
    };
    readonly tPercent: {
        readonly en: 'T %';
        readonly ja: 'T (%)';
    };
    readonly fileAway: {
        readonly en: 'The file is not where it was seen';
        readonly ja: 'ファイルが元の場所に見つかりません';
    };
    readonly batchNumber: {
        readonly en: 'Batch {number}';
        readonly ja: 'バッチ {number}';
    };
    readonly batchProtocol: {
        readonly en: 'Protocol';
        readonly ja: 'プロトコル';
    };
    readonly batchQuery: {
        readonly en: 'Runs';
        readonly ja: '対象';
    };
    readonly batchBegun: {
        readonly en: 'Begun';
        readonly ja: '開始';
    };
    readonly batchState: {
        readonly en: 'State';
        readonly ja: '状態';
    };
    readonly batchFailed: {
        readonly en: 'Without result';
        readonly ja: '結果なし';
    };
    readonly 'state.open': {
        readonly en: 'interrupted';
        readonly ja: '中断';
    };
    readonly 'state.running': {
        readonly en: 'running';
        readonly ja: '実行中';
    };
    readonly 'state.paused': {
        readonly en: 'paused';
        readonly ja: '一時停止';
    };
    readonly 'state.cancelled': {
        readonly en: 'cancelled';
        readonly ja: '中止';
    };
    readonly 'state.finished': {
        readonly en: 'finished';
        readonly ja: '完了';
    };
    readonly batchDone: {
        readonly en: '{done} of {total}';
        readonly ja: '{done} / {total}';
    };
    readonly batchRate: {
        readonly en: '{rate} runs/s';
        readonly ja: '毎秒 {rate} 件';
    };
    readonly batchLeft: {
        readonly en: 'about {time} left';
        readonly ja: '残り約{time}';
    };
    readonly leftSeconds: {
        readonly en: '{n} s';
        readonly ja: '{n}秒';
    };
    readonly leftMinutes: {
        readonly en: '{n} min';
        readonly ja: '{n}分';
    };
    readonly pause: {
        readonly en: 'Pause';
        readonly ja: '一時停止';
    };
    readonly resume: {
        readonly en: 'Continue';
        readonly ja: '再開';
    };
    readonly cancelBatch: {
        readonly en: 'Cancel the batch';
        readonly ja: 'バッチを中止';
    };
    readonly compare: {
        readonly en: 'Changes';
        readonly ja: '変更の確認';
    };
    readonly noBatches: {
        readonly en: 'No batch yet: choose runs and gate them again.';
        readonly ja: 'バッチはまだありません。測定を選び、再ゲーティングを実行してください。';
    };
    readonly failedRuns: {
        readonly en: 'Runs without a result';
        readonly ja: '結果のない測定';
    };
    readonly comparedWith: {
        readonly en: '{after} against {before}';
        readonly ja: '{before} → {after}';
    };
    readonly severalVersions: {
        readonly en: 'what stood (several versions)';
        readonly ja: '従来の結果(複数の版)';
    };
    readonly noComparison: {
        readonly en: 'Choose a batch and look at its changes.';
        readonly ja: 'バッチを選び、変更内容を確認してください。';
    };
    readonly noChanges: {
        readonly en: 'Nothing changes.';
        readonly ja: '変化はありません。';
    };
    readonly changedRuns: {
        readonly en: 'runs change';
        readonly ja: '変化した測定';
    };
    readonly flippedCalls: {
        readonly en: 'calls flip';
        readonly ja: '判定が変わる測定';
    };
    readonly flippedLimits: {
        readonly en: 'runs with a limit that flips';
        readonly ja: '基準の適否が変わる測定';
    };
    readonly comparedRuns: {
        readonly en: 'runs compared';
        readonly ja: '比較した測定';
    };
    readonly firstRuns: {
        readonly en: '{count} runs have nothing earlier to be compared with.';
        readonly ja: '{count} 件は比較対象となる以前の結果がありません。';
    };
    readonly overridesLeft: {
        readonly en: 'In {count} runs a person had placed gates under the earlier protocol; the new one does not have them.';
        readonly ja: '{count} 件で、従来プロトコルでの手動ゲートが新しいプロトコルに引き継がれていません。';
    };
    readonly protocolChanges: {
        readonly en: 'What the protocol changed';
        readonly ja: 'プロトコルの変更点';
    };
    readonly changeBefore: {
        readonly en: 'Before %';
        readonly ja: '変更前 %';
    };
    readonly changeAfter: {
        readonly en: 'After %';
        readonly ja: '変更後 %';
    };
    readonly changePoints: {
        readonly en: 'Points';
        readonly ja: '差 (ポイント)';
    };
    readonly changePopulation: {
        readonly en: 'Population';
        readonly ja: '細胞集団';
    };
    readonly callFlip: {
        readonly en: '{before} becomes {after}';
        readonly ja: '{before} → {after}';
    };
    readonly limitFlip: {
        readonly en: '{feature}: {before}, now {after}';
        readonly ja: '{feature}: {before} → {after}';
    };
    readonly limitMet: {
        readonly en: 'met ({value})';
        readonly ja: '適合 ({value})';
    };
    readonly limitNotMet: {
        readonly en: 'not met ({value})';
        readonly ja: '不適合 ({value})';
    };
    readonly whyRuns: {
        readonly en: 'Runs that change';
        readonly ja: '変化した測定';
    };
    readonly agreement: {
        readonly en: 'Agreement (Bland–Altman)';
        readonly ja: '一致度 (Bland–Altman)';
    };
    readonly agreementOf: {
        readonly en: '{n} runs: bias {bias} points, limits of agreement {lower} to {upper}';
        readonly ja: '{n} 件: 平均差 {bias}、一致限界 {lower} 〜 {upper} (ポイント)';
    };
    readonly meanAxis: {
        readonly en: 'Mean of both, % of parent';
        readonly ja: '両者の平均 (親ゲート比 %)';
    };
    readonly decisionReason: {
        readonly en: 'Reason';
        readonly ja: '理由';
    };
    readonly accept: {
        readonly en: 'Accept all';
        readonly ja: 'すべて承認';
    };
    readonly reject: {
        readonly en: 'Reject all';
        readonly ja: 'すべて却下';
    };
    readonly rollBack: {
        readonly en: 'Roll back';
        readonly ja: '取り消す';
    };
    readonly decisionNumber: {
        readonly en: 'No.';
        readonly ja: '番号';
    };
    readonly decisionWhat: {
        readonly en: 'Decision';
        readonly ja: '決定';
    };
    readonly decisionBatch: {
        readonly en: 'Batch';
        readonly ja: 'バッチ';
    };
    readonly 'decision.first': {
        readonly en: 'first results';
        readonly ja: '最初の結果';
    };
    readonly 'decision.accept': {
        readonly en: 'accepted';
        readonly ja: '承認';
    };
    readonly 'decision.reject': {
        readonly en: 'rejected';
        readonly ja: '却下';
    };
    readonly 'decision.roll-back': {
        readonly en: 'rolled back';
        readonly ja: '取り消し';
    };
    readonly noDecisions: {
        readonly en: 'Nothing has been decided yet.';
        readonly ja: '決定の記録はまだありません。';
    };
    readonly importing: {
        readonly en: 'Importing';
        readonly ja: '取り込み中';
    };
    readonly gatingAgain: {
        readonly en: 'Gating again';
        readonly ja: '再ゲーティング中';
    };
};
