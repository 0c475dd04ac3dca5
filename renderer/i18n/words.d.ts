/** Every fixed string of the window, in every language: a missing one does not compile. Say one with `useWords`. */
export declare const words: {
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
    readonly commands: {
        readonly en: 'Commands';
        readonly ja: 'コマンド';
    };
    readonly paletteHint: {
        readonly en: 'Search commands, samples, populations…';
        readonly ja: 'コマンド・検体・細胞集団を検索…';
    };
    readonly search: {
        readonly en: 'Search';
        readonly ja: '検索';
    };
    readonly openSession: {
        readonly en: 'Open a session…';
        readonly ja: 'セッションを開く…';
    };
    readonly save: {
        readonly en: 'Save the session';
        readonly ja: 'セッションを保存';
    };
    readonly saveAs: {
        readonly en: 'Save the session as…';
        readonly ja: '別名で保存…';
    };
    readonly exportPdf: {
        readonly en: 'Export a PDF report…';
        readonly ja: 'PDF報告書を書き出す…';
    };
    readonly exportPdfShort: {
        readonly en: 'Report';
        readonly ja: '報告書';
    };
    readonly exportTable: {
        readonly en: 'Export a table…';
        readonly ja: '表を書き出す…';
    };
    readonly importGates: {
        readonly en: 'Import gates (FlowJo, Gating-ML, protocol)…';
        readonly ja: 'ゲートを読み込む(FlowJo・Gating-ML・プロトコル)…';
    };
    readonly exportGatingMl: {
        readonly en: 'Export gates as Gating-ML 2.0…';
        readonly ja: 'ゲートをGating-ML 2.0で書き出す…';
    };
    readonly exportFlowjo: {
        readonly en: 'Export gates as a FlowJo workspace…';
        readonly ja: 'ゲートをFlowJoワークスペースで書き出す…';
    };
    readonly exportProtocol: {
        readonly en: 'Export the protocol…';
        readonly ja: 'プロトコルを書き出す…';
    };
    readonly gatesImported: {
        readonly en: 'Gates from {file}';
        readonly ja: '{file} のゲートを読み込みました';
    };
    readonly gatesExported: {
        readonly en: 'Gates written to {file}';
        readonly ja: 'ゲートを {file} に書き出しました';
    };
    readonly notRepresentable: {
        readonly en: 'What was not taken over as it is';
        readonly ja: 'そのまま引き継げなかった項目';
    };
    readonly allTakenOver: {
        readonly en: 'Everything was taken over.';
        readonly ja: 'すべて引き継ぎました。';
    };
    readonly countExact: {
        readonly en: 'Exact';
        readonly ja: '厳密';
    };
    readonly countGrid: {
        readonly en: 'On FlowJo’s grid';
        readonly ja: 'FlowJo格子';
    };
    readonly countStored: {
        readonly en: 'Stored by FlowJo';
        readonly ja: 'FlowJoの保存値';
    };
    readonly countDifference: {
        readonly en: 'Exact − stored';
        readonly ja: '厳密 − 保存値';
    };
    readonly gridHint: {
        readonly en: 'FlowJo counts on a grid of the plot. Exact counts are used everywhere; the grid’s are approximate and shown to explain differences.';
        readonly ja: 'FlowJoはプロットの格子上で計数します。本ソフトは常に厳密な計数を用い、格子による値は差の説明のための近似値として表示します。';
    };
    readonly openCompensation: {
        readonly en: 'Compensation…';
        readonly ja: '蛍光補正…';
    };
    readonly compensation: {
        readonly en: 'Compensation';
        readonly ja: '蛍光補正';
    };
    readonly compensationFile: {
        readonly en: 'as each file says';
        readonly ja: '各ファイルの行列';
    };
    readonly compensationMatrix: {
        readonly en: 'one matrix for all';
        readonly ja: '全検体に同じ行列';
    };
    readonly compensationNone: {
        readonly en: 'none';
        readonly ja: '補正なし';
    };
    readonly importMatrix: {
        readonly en: 'Import…';
        readonly ja: '読み込む…';
    };
    readonly exportMatrix: {
        readonly en: 'Export…';
        readonly ja: '書き出す…';
    };
    readonly matrixNone: {
        readonly en: 'Nothing is compensated in this sample.';
        readonly ja: 'この検体は補正されていません。';
    };
    readonly matrixOfFile: {
        readonly en: 'From the file ({keyword}).';
        readonly ja: 'ファイルの行列({keyword})を使用しています。';
    };
    readonly matrixOfProtocol: {
        readonly en: 'From the protocol.';
        readonly ja: 'プロトコルの行列を使用しています。';
    };
    readonly matrixCondition: {
        readonly en: 'Condition number {number}.';
        readonly ja: '条件数 {number}。';
    };
    readonly matrixAxes: {
        readonly en: 'Rows: stains. Columns: detectors.';
        readonly ja: '行: 色素、列: 検出器';
    };
    readonly matrixCorner: {
        readonly en: '% of';
        readonly ja: '% (行→列)';
    };
    readonly spillOf: {
        readonly en: '{from} seen by {into}, %';
        readonly ja: '{from} → {into} (%)';
    };
    readonly freezeScales: {
        readonly en: 'Fix the scales over all samples';
        readonly ja: '全検体から軸スケールを固定';
    };
    readonly scalesFixed: {
        readonly en: 'Scales are fixed for all samples.';
        readonly ja: '全検体共通の軸スケールに固定しました。';
    };
    readonly undo: {
        readonly en: 'Undo';
        readonly ja: '元に戻す';
    };
    readonly redo: {
        readonly en: 'Redo';
        readonly ja: 'やり直す';
    };
    readonly audit: {
        readonly en: 'Audit trail…';
        readonly ja: '監査証跡…';
    };
    readonly tools: {
        readonly en: 'Tools';
        readonly ja: 'ツール';
    };
    readonly toolSelect: {
        readonly en: 'Select';
        readonly ja: '選択';
    };
    readonly toolRectangle: {
        readonly en: 'Rectangle gate';
        readonly ja: '矩形ゲート';
    };
    readonly toolEllipse: {
        readonly en: 'Ellipse gate';
        readonly ja: '楕円ゲート';
    };
    readonly toolCurly: {
        readonly en: 'Curly quadrant gate';
        readonly ja: '曲線四分割ゲート';
    };
    readonly toolPolygon: {
        readonly en: 'Polygon gate';
        readonly ja: '多角形ゲート';
    };
    readonly toolQuadrant: {
        readonly en: 'Quadrant gate';
        readonly ja: '四分割ゲート(クアドラント)';
    };
    readonly toolRange: {
        readonly en: 'Range gate';
        readonly ja: '範囲ゲート';
    };
    readonly plotKind: {
        readonly en: 'Kind of plot';
        readonly ja: 'プロットの種類';
    };
    readonly density: {
        readonly en: 'Density';
        readonly ja: '密度プロット';
    };
    readonly histogram: {
        readonly en: 'Histogram';
        readonly ja: 'ヒストグラム';
    };
    readonly ramp: {
        readonly en: 'Density colours';
        readonly ja: '密度の配色';
    };
    readonly rampViridis: {
        readonly en: 'Viridis';
        readonly ja: 'Viridis';
    };
    readonly rampCividis: {
        readonly en: 'Cividis';
        readonly ja: 'Cividis';
    };
    readonly rampClassic: {
        readonly en: 'Classic rainbow';
        readonly ja: '従来の虹色';
    };
    readonly theme: {
        readonly en: 'Appearance';
        readonly ja: '表示テーマ';
    };
    readonly themeLight: {
        readonly en: 'Light';
        readonly ja: 'ライト';
    };
    readonly themeDark: {
        readonly en: 'Dark';
        readonly ja: 'ダーク';
    };
    readonly themeContrast: {
        readonly en: 'High contrast';
        readonly ja: 'ハイコントラスト';
    };
    readonly language: {
        readonly en: 'Language';
        readonly ja: '言語';
    };
    readonly languageEn: {
        readonly en: 'English';
        readonly ja: 'English';
    };
    readonly languageJa: {
        readonly en: '日本語';
        readonly ja: '日本語';
    };
    readonly shortcuts: {
        readonly en: 'Keyboard shortcuts';
        readonly ja: 'キーボードショートカット';
    };
    readonly about: {
        readonly en: 'About Lymphoscope';
        readonly ja: 'Lymphoscopeについて';
    };
    readonly previousSample: {
        readonly en: 'Previous sample';
        readonly ja: '前の検体';
    };
    readonly nextSample: {
        readonly en: 'Next sample';
        readonly ja: '次の検体';
    };
    readonly cultureTab: {
        readonly en: 'Culture';
        readonly ja: '培養法';
    };
    readonly culturePage: {
        readonly en: 'Which culture method is this consistent with?';
        readonly ja: 'どの培養法と矛盾しないか';
    };
    readonly cultureNone: {
        readonly en: 'No sample is analysed yet.';
        readonly ja: '解析済みの検体がまだありません。';
    };
    readonly declaration: {
        readonly en: 'Declared';
        readonly ja: '申告';
    };
    readonly declaredMethodOf: {
        readonly en: 'Declared method';
        readonly ja: '申告された培養法';
    };
    readonly notDeclared: {
        readonly en: 'not declared';
        readonly ja: '申告なし';
    };
    readonly declaredAs: {
        readonly en: 'other: {method}';
        readonly ja: 'その他: {method}';
    };
    readonly cultureDay: {
        readonly en: 'Culture day';
        readonly ja: '培養日数';
    };
    readonly seededCells: {
        readonly en: 'Viable cells at start';
        readonly ja: '培養開始時の生細胞数';
    };
    readonly cellsNow: {
        readonly en: 'Viable cells now';
        readonly ja: '現在の生細胞数';
    };
    readonly countInvalid: {
        readonly en: 'a number above 0, such as 2.5e8';
        readonly ja: '0より大きい数(例: 2.5e8)';
    };
    readonly referenceIs: {
        readonly en: 'Same-day reference: {name}';
        readonly ja: '同日対照: {name}';
    };
    readonly referenceNone: {
        readonly en: 'No same-day reference: give a resting blood sample of this instrument and day the role “reference”, and the blast index is known.';
        readonly ja: '同日対照なし: 同じ機器・同じ日の末梢血検体の区分を「標準検体」にすると芽球化指数が得られます。';
    };
    readonly 'declared.consistent': {
        readonly en: 'consistent with the declared method';
        readonly ja: '申告された培養法と矛盾しない';
    };
    readonly 'declared.not-consistent': {
        readonly en: 'not consistent with the declared method';
        readonly ja: '申告された培養法と矛盾する';
    };
    readonly 'declared.cannot-tell': {
        readonly en: 'cannot be told';
        readonly ja: '判断できない';
    };
    readonly nearestProfiles: {
        readonly en: 'Nearest profiles';
        readonly ja: '最も近いプロファイル';
    };
    readonly againstDeclaration: {
        readonly en: 'Against the declaration';
        readonly ja: '申告との照合';
    };
    readonly profilesHeading: {
        readonly en: 'Held against every profile';
        readonly ja: '全プロファイルとの照合';
    };
    readonly profilesNote: {
        readonly en: '{name}, revision {revision}. p: how often one more lot of the method would lie this far away. Bars: probability by the measurement alone; the outlined ones with the declaration. Choose a row to compare.';
        readonly ja: '{name}、第{revision}版。p値: その培養法の新しいロットがこれ以上離れる確率。棒: 測定のみの確率、枠線は申告を含む確率。行を選ぶと比較します。';
    };
    readonly profileColumn: {
        readonly en: 'Profile';
        readonly ja: 'プロファイル';
    };
    readonly statusColumn: {
        readonly en: 'Status';
        readonly ja: '状態';
    };
    readonly pColumn: {
        readonly en: 'p';
        readonly ja: 'p値';
    };
    readonly posteriorColumn: {
        readonly en: 'Probability';
        readonly ja: '確率';
    };
    readonly 'status.in': {
        readonly en: 'fits';
        readonly ja: '適合';
    };
    readonly 'status.out': {
        readonly en: 'ruled out';
        readonly ja: '否定';
    };
    readonly 'status.open': {
        readonly en: 'not ruled out';
        readonly ja: '否定できない';
    };
    readonly 'status.inactive': {
        readonly en: 'inactive';
        readonly ja: '無効';
    };
    readonly contributions: {
        readonly en: 'What each feature contributes';
        readonly ja: '各項目の寄与';
    };
    readonly contributionsNote: {
        readonly en: 'Standard deviations from the typical lot of {method}; nine lots in ten lie within the shade.';
        readonly ja: '{method}の典型的なロットからの標準偏差。ロットの9割は網掛け内に入ります。';
    };
    readonly noDistance: {
        readonly en: 'This profile expects nothing that was measured.';
        readonly ja: '測定された項目の期待値がこのプロファイルにありません。';
    };
    readonly sideBySide: {
        readonly en: 'Culture methods side by side';
        readonly ja: '培養法別の比較';
    };
    readonly sideBySideNote: {
        readonly en: 'CD3 (across) against CD56 (up), as percentages draw them: a typical lot of each profile, and this sample. Drawn from percentages, not from events.';
        readonly ja: 'CD3(横)×CD56(縦)。各プロファイルの典型的なロットとこの検体を、割合から模式的に描いています(実イベントではありません)。';
    };
    readonly thisSample: {
        readonly en: 'This sample';
        readonly ja: 'この検体';
    };
    readonly ternary: {
        readonly en: 'On the cloud of its method';
        readonly ja: '培養法の分布上の位置';
    };
    readonly ternaryNote: {
        readonly en: 'NK, NKT-like and T as parts of their sum. Dots: lots as the active profiles expect them; diamonds: samples of this session, the chosen one filled.';
        readonly ja: 'NK・NKT様・Tの3成分(合計に対する割合)。点: 有効なプロファイルが想定するロット。ひし形: このセッションの検体(選択中は塗りつぶし)。';
    };
    readonly saveFigure: {
        readonly en: 'Save as SVG';
        readonly ja: 'SVGで保存';
    };
    readonly growth: {
        readonly en: 'Growth';
        readonly ja: '増殖';
    };
    readonly growthNone: {
        readonly en: 'Give the counted cells above.';
        readonly ja: '上に細胞数を入力してください。';
    };
    readonly foldExpansion: {
        readonly en: 'Fold expansion';
        readonly ja: '増殖倍率';
    };
    readonly doublingTime: {
        readonly en: 'Doubling time, days';
        readonly ja: '倍加時間(日)';
    };
    readonly nkCount: {
        readonly en: 'NK cells';
        readonly ja: 'NK細胞数';
    };
    readonly nkFold: {
        readonly en: 'Fold expansion of NK cells';
        readonly ja: 'NK細胞の増殖倍率';
    };
    readonly editProfile: {
        readonly en: 'Edit a profile';
        readonly ja: 'プロファイルの編集';
    };
    readonly editNote: {
        readonly en: 'Nine lots in ten lie between low and high. What you change is tried on all samples at once; nothing is kept before you apply it. Undo takes it back.';
        readonly ja: '下限と上限の間にロットの9割が入ります。変更はすべての検体で直ちに試算されますが、適用するまで保存されません。元に戻すこともできます。';
    };
    readonly profileToEdit: {
        readonly en: 'Profile';
        readonly ja: 'プロファイル';
    };
    readonly figureColumn: {
        readonly en: 'Feature';
        readonly ja: '項目';
    };
    readonly typicalColumn: {
        readonly en: 'Typical';
        readonly ja: '代表値';
    };
    readonly lowColumn: {
        readonly en: 'Low';
        readonly ja: '下限';
    };
    readonly highColumn: {
        readonly en: 'High';
        readonly ja: '上限';
    };
    readonly sourceColumn: {
        readonly en: 'Source';
        readonly ja: '出典';
    };
    readonly figureInvalid: {
        readonly en: 'low, typical and high must rise';
        readonly ja: '下限・代表値・上限の順に大きくしてください';
    };
    readonly profileLimits: {
        readonly en: 'Specification limits';
        readonly ja: '規格';
    };
    readonly atLeastColumn: {
        readonly en: 'At least';
        readonly ja: '以上';
    };
    readonly atMostColumn: {
        readonly en: 'At most';
        readonly ja: '以下';
    };
    readonly profileActive: {
        readonly en: 'Takes part in calls';
        readonly ja: '判定に使用する';
    };
    readonly approveHint: {
        readonly en: 'Lab-defined: active only once a person approves it from at least 10 lots of this laboratory.';
        readonly ja: '施設定義: 自施設の10ロット以上で担当者が承認した後に有効になります。';
    };
    readonly approvedBy: {
        readonly en: 'Approved by';
        readonly ja: '承認者';
    };
    readonly approvedLots: {
        readonly en: 'From lots';
        readonly ja: '根拠ロット数';
    };
    readonly wouldChange: {
        readonly en: 'Calls that would change';
        readonly ja: '変わる判定';
    };
    readonly wouldChangeNone: {
        readonly en: 'No call of this session would change.';
        readonly ja: 'このセッションの判定は変わりません。';
    };
    readonly becomes: {
        readonly en: '{before}, then {after}';
        readonly ja: '{before} → {after}';
    };
    readonly apply: {
        readonly en: 'Apply';
        readonly ja: '適用';
    };
    readonly discardChanges: {
        readonly en: 'Discard';
        readonly ja: '破棄';
    };
    readonly ownLots: {
        readonly en: 'our lots';
        readonly ja: '自施設';
    };
    readonly population: {
        readonly en: 'Population';
        readonly ja: '細胞集団';
    };
    readonly allEvents: {
        readonly en: 'All events';
        readonly ja: '全イベント';
    };
    readonly count: {
        readonly en: 'Events';
        readonly ja: 'イベント数';
    };
    readonly percentOfParent: {
        readonly en: '% of parent';
        readonly ja: '親ゲート比 (%)';
    };
    readonly percentOfParentShort: {
        readonly en: '% parent';
        readonly ja: '親比 (%)';
    };
    readonly percentOfTotal: {
        readonly en: '% of total';
        readonly ja: '全イベント比 (%)';
    };
    readonly percentOfTotalShort: {
        readonly en: '% total';
        readonly ja: '全体比 (%)';
    };
    readonly interval: {
        readonly en: '{confidence}% counting interval';
        readonly ja: '{confidence}%信頼区間（計数のみ）';
    };
    readonly percentHover: {
        readonly en: '{count} of {total} events; {confidence}% counting interval {low}–{high}%. It covers counting only, not where the gate stands.';
        readonly ja: '{total}イベント中{count}イベント。{confidence}%信頼区間 {low}–{high}%（計数誤差のみ。ゲート位置の影響は含みません）。';
    };
    readonly tooFew: {
        readonly en: 'too few';
        readonly ja: '少数';
    };
    readonly tooFewHover: {
        readonly en: 'Only {total} events in the parent: too few for a percentage.';
        readonly ja: '親ゲートが{total}イベントのみのため、割合を表示しません。';
    };
    readonly recalculating: {
        readonly en: 'recalculating';
        readonly ja: '再計算中';
    };
    readonly median: {
        readonly en: 'Median';
        readonly ja: '中央値';
    };
    readonly medians: {
        readonly en: 'Median intensities';
        readonly ja: '蛍光強度の中央値';
    };
    readonly mediansHint: {
        readonly en: 'Linear values, compensated where the channel is. A dash: too few events.';
        readonly ja: '線形値（補正対象チャンネルは蛍光補正後）。「–」はイベント数不足。';
    };
    readonly statistics: {
        readonly en: 'Statistics';
        readonly ja: '統計値';
    };
    readonly lightGreen: {
        readonly en: 'clear';
        readonly ja: '良好';
    };
    readonly lightAmber: {
        readonly en: 'check';
        readonly ja: '要確認';
    };
    readonly lightRed: {
        readonly en: 'needs a person';
        readonly ja: '要手動確認';
    };
    readonly fixedGate: {
        readonly en: 'fixed';
        readonly ja: '固定';
    };
    readonly overridden: {
        readonly en: 'Own gate in this sample';
        readonly ja: 'この検体のみの個別ゲート';
    };
    readonly overriddenShort: {
        readonly en: 'own gate';
        readonly ja: '個別';
    };
    readonly revert: {
        readonly en: 'Back to the protocol’s gate';
        readonly ja: 'プロトコルのゲートに戻す';
    };
    readonly gate: {
        readonly en: 'Gate';
        readonly ja: 'ゲート';
    };
    readonly gateKind: {
        readonly en: 'Kind';
        readonly ja: '種類';
    };
    readonly dimensions: {
        readonly en: 'Dimensions';
        readonly ja: '軸';
    };
    readonly 'gate.rectangle': {
        readonly en: 'rectangle';
        readonly ja: '矩形';
    };
    readonly 'gate.polygon': {
        readonly en: 'polygon';
        readonly ja: '多角形';
    };
    readonly 'gate.quadrant': {
        readonly en: 'quadrant';
        readonly ja: '四分割(クアドラント)';
    };
    readonly 'gate.ellipsoid': {
        readonly en: 'ellipse';
        readonly ja: '楕円';
    };
    readonly 'gate.dividers': {
        readonly en: 'dividers';
        readonly ja: '分割線';
    };
    readonly 'gate.curly-quadrant': {
        readonly en: 'curly quadrant';
        readonly ja: '曲線四分割';
    };
    readonly 'gate.boolean': {
        readonly en: 'boolean';
        readonly ja: '論理演算';
    };
    readonly 'gate.range': {
        readonly en: 'range';
        readonly ja: '範囲';
    };
    readonly automatic: {
        readonly en: 'automatic';
        readonly ja: '自動';
    };
    readonly manual: {
        readonly en: 'drawn';
        readonly ja: '手動';
    };
    readonly bounds: {
        readonly en: 'Bounds';
        readonly ja: '境界';
    };
    readonly boundsHint: {
        readonly en: 'Linear values.';
        readonly ja: '線形値で入力します。';
    };
    readonly min: {
        readonly en: 'min';
        readonly ja: '下限';
    };
    readonly max: {
        readonly en: 'max';
        readonly ja: '上限';
    };
    readonly divider: {
        readonly en: 'divider';
        readonly ja: '境界';
    };
    readonly dividerLeft: {
        readonly en: 'divider, left';
        readonly ja: '境界（左）';
    };
    readonly dividerRight: {
        readonly en: 'divider, right';
        readonly ja: '境界（右）';
    };
    readonly vertices: {
        readonly en: 'Vertices ({count})';
        readonly ja: '頂点（{count}）';
    };
    readonly vertex: {
        readonly en: 'vertex {number}';
        readonly ja: '頂点{number}';
    };
    readonly open: {
        readonly en: 'open';
        readonly ja: '制限なし';
    };
    readonly numberInvalid: {
        readonly en: 'Not a number that this scale can show.';
        readonly ja: 'このスケールで表示できる数値ではありません。';
    };
    readonly operands: {
        readonly en: 'Combines';
        readonly ja: '組み合わせ';
    };
    readonly operandNot: {
        readonly en: 'not {name}';
        readonly ja: '{name}以外';
    };
    readonly operandsAnd: {
        readonly en: ' and ';
        readonly ja: ' かつ ';
    };
    readonly operandsOr: {
        readonly en: ' or ';
        readonly ja: ' または ';
    };
    readonly evidence: {
        readonly en: 'Evidence';
        readonly ja: '判定根拠';
    };
    readonly noEvidence: {
        readonly en: 'A fixed gate of the protocol.';
        readonly ja: 'プロトコルで固定されたゲートです。';
    };
    readonly combinedEvidence: {
        readonly en: 'Combines other populations: as sure as the least sure of them.';
        readonly ja: '他の集団の組み合わせです。信号はそのうち最も不確かなものに従います。';
    };
    readonly ownEvidence: {
        readonly en: 'Placed by a person in this sample.';
        readonly ja: 'この検体で手動設定されたゲートです。';
    };
    readonly scope: {
        readonly en: 'Changes apply to';
        readonly ja: '変更の適用範囲';
    };
    readonly scopeProtocol: {
        readonly en: 'all samples';
        readonly ja: '全検体';
    };
    readonly scopeSample: {
        readonly en: 'this sample';
        readonly ja: 'この検体のみ';
    };
    readonly reason: {
        readonly en: 'Reason for change';
        readonly ja: '変更理由';
    };
    readonly movedByHand: {
        readonly en: 'Moved by hand';
        readonly ja: '手動で移動';
    };
    readonly reasonHint: {
        readonly en: 'Needed for a gate of one sample';
        readonly ja: '個別ゲートには理由が必要です';
    };
    readonly newGate: {
        readonly en: 'Gate';
        readonly ja: 'ゲート';
    };
    readonly nameGate: {
        readonly en: 'Name of the new gate';
        readonly ja: '新しいゲートの名前';
    };
    readonly polygonHint: {
        readonly en: 'Click the corners; close with a double click, Enter or a click on the first one. Esc gives up.';
        readonly ja: 'クリックで頂点を追加し、ダブルクリック・Enter・最初の頂点のクリックで閉じます。Escで中止。';
    };
    readonly notInSample: {
        readonly en: 'This sample has no such population or channel.';
        readonly ja: 'この検体には該当する集団またはチャンネルがありません。';
    };
    readonly closePlot: {
        readonly en: 'Close the plot';
        readonly ja: 'プロットを閉じる';
    };
    readonly arrangeAgain: {
        readonly en: 'One plot a gate again';
        readonly ja: 'ゲートごとの配置に戻す';
    };
    readonly rename: {
        readonly en: 'Rename';
        readonly ja: '名前を変更';
    };
    readonly newName: {
        readonly en: 'New name';
        readonly ja: '新しい名前';
    };
    readonly nameTaken: {
        readonly en: 'A sibling has this name.';
        readonly ja: '同じ階層に同名の集団があります。';
    };
    readonly nameEmpty: {
        readonly en: 'A population needs a name.';
        readonly ja: '名前を入力してください。';
    };
    readonly nameSlash: {
        readonly en: 'A name holds no “/”.';
        readonly ja: '名前に「/」は使えません。';
    };
    readonly deleteGate: {
        readonly en: 'Delete the gate and what is below it';
        readonly ja: 'ゲートと下位の集団を削除';
    };
    readonly openPopulation: {
        readonly en: 'Open in a plot';
        readonly ja: 'プロットで開く';
    };
    readonly expand: {
        readonly en: 'Unfold';
        readonly ja: '展開';
    };
    readonly collapse: {
        readonly en: 'Fold';
        readonly ja: '折りたたむ';
    };
    readonly noPopulations: {
        readonly en: 'No gates yet. Draw one in a plot.';
        readonly ja: 'ゲートはまだありません。プロット上に描いてください。';
    };
    readonly ancestry: {
        readonly en: 'Path of the population';
        readonly ja: '細胞集団の階層';
    };
    readonly channels: {
        readonly en: 'Channels';
        readonly ja: 'チャンネル';
    };
    readonly chooseChannel: {
        readonly en: 'Choose a channel';
        readonly ja: 'チャンネルを選択';
    };
    readonly searchChannels: {
        readonly en: 'Marker or channel';
        readonly ja: 'マーカー・チャンネル';
    };
    readonly compensated: {
        readonly en: 'compensated';
        readonly ja: '補正済み';
    };
    readonly scaleApply: {
        readonly en: 'Set for all samples';
        readonly ja: '全検体に適用';
    };
    readonly scaleAutomatic: {
        readonly en: 'Automatic';
        readonly ja: '自動';
    };
    readonly scaleInvalid: {
        readonly en: 'Not a value that this scale allows.';
        readonly ja: 'このスケールでは使えない値です。';
    };
    readonly scale: {
        readonly en: 'Scale';
        readonly ja: 'スケール';
    };
    readonly 'scale.linear': {
        readonly en: 'linear';
        readonly ja: '線形';
    };
    readonly 'scale.log': {
        readonly en: 'log';
        readonly ja: '対数';
    };
    readonly 'scale.arcsinh': {
        readonly en: 'arcsinh';
        readonly ja: 'arcsinh';
    };
    readonly 'scale.logicle': {
        readonly en: 'logicle';
        readonly ja: 'logicle';
    };
    readonly 'scale.hyperlog': {
        readonly en: 'hyperlog';
        readonly ja: 'hyperlog(双曲対数)';
    };
    readonly 'scale.biexponential': {
        readonly en: 'biexponential (FlowJo)';
        readonly ja: 'バイエクスポネンシャル(FlowJo)';
    };
    readonly 'scale.flowjo-linear': {
        readonly en: 'linear (FlowJo)';
        readonly ja: '線形(FlowJo)';
    };
    readonly 'scale.flowjo-log': {
        readonly en: 'log (FlowJo)';
        readonly ja: '対数(FlowJo)';
    };
    readonly quality: {
        readonly en: 'Acquisition quality';
        readonly ja: '測定の品質';
    };
    readonly verdictGood: {
        readonly en: 'good';
        readonly ja: '良好';
    };
    readonly verdictReview: {
        readonly en: 'review';
        readonly ja: '要確認';
    };
    readonly verdictReject: {
        readonly en: 'reject';
        readonly ja: '不適';
    };
    readonly acquisitionIs: {
        readonly en: 'Acquisition: {verdict}';
        readonly ja: '測定の品質: {verdict}';
    };
    readonly assessing: {
        readonly en: 'Checking the acquisition';
        readonly ja: '測定の品質を確認中';
    };
    readonly wouldRemove: {
        readonly en: '{percent}% of {count} events would be left out.';
        readonly ja: '{count}イベントの{percent}%が除外の対象です。';
    };
    readonly qualityFindings: {
        readonly en: 'What was found';
        readonly ja: '検出事項';
    };
    readonly noQualityFindings: {
        readonly en: 'Nothing was found.';
        readonly ja: '問題は見つかりませんでした。';
    };
    readonly flaggedFor: {
        readonly en: 'Flagged for';
        readonly ja: 'フラグの理由';
    };
    readonly ofEvents: {
        readonly en: '% of events';
        readonly ja: 'イベント比 (%)';
    };
    readonly 'reason.flow-rate': {
        readonly en: 'flow rate';
        readonly ja: '流速';
    };
    readonly 'reason.signal': {
        readonly en: 'signal';
        readonly ja: '信号';
    };
    readonly 'reason.carry-over': {
        readonly en: 'carry-over';
        readonly ja: 'キャリーオーバー';
    };
    readonly 'reason.margin': {
        readonly en: 'off scale (largest channel)';
        readonly ja: 'スケール外（最大のチャンネル）';
    };
    readonly overTime: {
        readonly en: 'Over the acquisition';
        readonly ja: '測定中の経時変化';
    };
    readonly flaggedBins: {
        readonly en: 'flagged';
        readonly ja: 'フラグあり';
    };
    readonly flowRate: {
        readonly en: 'Flow rate (events/s)';
        readonly ja: '流速（イベント/秒）';
    };
    readonly flowRateTicks: {
        readonly en: 'Flow rate (events/tick)';
        readonly ja: '流速（イベント/刻み）';
    };
    readonly peaksOf: {
        readonly en: 'Peaks of {channel}';
        readonly ja: '{channel}のピーク';
    };
    readonly seconds: {
        readonly en: '{seconds} s';
        readonly ja: '{seconds}秒';
    };
    readonly ticks: {
        readonly en: '{ticks} ticks';
        readonly ja: '{ticks}刻み';
    };
    readonly noFlowPicture: {
        readonly en: 'No flow rate to draw: the file has no usable clock, or fewer than 1,000 events.';
        readonly ja: '流速は表示できません（使用できる時間パラメータがないか、1,000イベント未満です）。';
    };
    readonly noSignalPicture: {
        readonly en: 'No peaks to draw: too few events, or no channel that the protocol gates on.';
        readonly ja: 'ピークは表示できません（イベント数の不足、またはゲートに使うチャンネルがありません）。';
    };
    readonly trends: {
        readonly en: 'Over time';
        readonly ja: '経時的な推移';
    };
    readonly controlCharts: {
        readonly en: 'Control material';
        readonly ja: '管理試料';
    };
    readonly controlHint: {
        readonly en: 'Samples with the role Reference or Beads, in order of acquisition: Levey-Jennings with Westgard’s rules. The first {fewest} runs set the target.';
        readonly ja: '区分が「標準検体」「ビーズ」の検体を測定日順に表示します（Levey-Jennings管理図、Westgardルール）。最初の{fewest}回で目標値を定めます。';
    };
    readonly noControls: {
        readonly en: 'No sample has the role Reference or Beads.';
        readonly ja: '区分が「標準検体」「ビーズ」の検体はありません。';
    };
    readonly tooFewControls: {
        readonly en: '{count} of the {fewest} runs that a target needs.';
        readonly ja: '目標値の設定には{fewest}回必要です（現在{count}回）。';
    };
    readonly paused: {
        readonly en: 'A rule is broken among the latest runs: gate nothing of this group unattended until a person has looked.';
        readonly ja: '直近の測定で管理ルールに違反しています。担当者が確認するまで、このグループを無人で解析しないでください。';
    };
    readonly lotCharts: {
        readonly en: 'Lots';
        readonly ja: 'ロット';
    };
    readonly lotHint: {
        readonly en: 'The latest sample of each lot, in order of acquisition: individuals charts on the logit scale. The first {fewest} lots set the limits.';
        readonly ja: '各ロットの最新の検体を測定日順に表示します（ロジット目盛りの個別値管理図）。最初の{fewest}ロットで管理限界を定めます。';
    };
    readonly tooFewLots: {
        readonly en: '{count} of the {fewest} lots that limits need.';
        readonly ja: '管理限界の設定には{fewest}ロット必要です（現在{count}ロット）。';
    };
    readonly undated: {
        readonly en: 'Not charted, since the file has no acquisition date: {count}.';
        readonly ja: '測定日が記録されていないため表示していない検体: {count}件';
    };
    readonly partPercent: {
        readonly en: '{part} (%)';
        readonly ja: '{part}（%）';
    };
    readonly medianOf: {
        readonly en: '{channel}, median';
        readonly ja: '{channel}の中央値';
    };
    readonly dividerOf: {
        readonly en: 'Divider of {channel}';
        readonly ja: '{channel}の境界';
    };
    readonly dividerOfSide: {
        readonly en: 'Divider of {channel}, {side}';
        readonly ja: '{channel}の境界（{side}）';
    };
    readonly limits: {
        readonly en: 'limits {low}–{high}';
        readonly ja: '管理限界 {low}–{high}';
    };
    readonly noBreach: {
        readonly en: 'No rule is broken.';
        readonly ja: '管理ルールの違反はありません。';
    };
    readonly breachAt: {
        readonly en: '{at} {name}: {rule}.';
        readonly ja: '{at} {name}: {rule}';
    };
    readonly 'rule.1-2s': {
        readonly en: 'beyond two standard deviations, a warning (1-2s)';
        readonly ja: '2標準偏差を超過、警告 (1-2s)';
    };
    readonly 'rule.1-3s': {
        readonly en: 'beyond three standard deviations (1-3s)';
        readonly ja: '3標準偏差を超過 (1-3s)';
    };
    readonly 'rule.2-2s': {
        readonly en: 'two in a row beyond two standard deviations on one side (2-2s)';
        readonly ja: '2回連続で同じ側に2標準偏差を超過 (2-2s)';
    };
    readonly 'rule.R-4s': {
        readonly en: 'two in a row beyond two standard deviations on opposite sides (R-4s)';
        readonly ja: '2回連続で反対側に2標準偏差を超過 (R-4s)';
    };
    readonly 'rule.4-1s': {
        readonly en: 'four in a row beyond one standard deviation on one side (4-1s)';
        readonly ja: '4回連続で同じ側に1標準偏差を超過 (4-1s)';
    };
    readonly 'rule.10-x': {
        readonly en: 'ten in a row on one side of the target (10-x)';
        readonly ja: '10回連続で目標値の同じ側 (10-x)';
    };
    readonly 'rule.limit': {
        readonly en: 'beyond a limit';
        readonly ja: '管理限界を超過';
    };
    readonly 'rule.range': {
        readonly en: 'a step from the lot before that is too large';
        readonly ja: '直前のロットからの変化が限界を超過';
    };
    readonly 'rule.run': {
        readonly en: 'the eighth lot or more in a row on one side of the centre';
        readonly ja: '8ロット以上連続で中心線の同じ側';
    };
    readonly callHeading: {
        readonly en: 'Culture method';
        readonly ja: '培養法の判定';
    };
    readonly consistentWith: {
        readonly en: 'The measured composition is consistent with';
        readonly ja: '測定された細胞組成は次の培養法と矛盾しません';
    };
    readonly consistentShort: {
        readonly en: 'consistent with {group}';
        readonly ja: '{group}と矛盾しない';
    };
    readonly noCall: {
        readonly en: 'The measurements do not single out a culture method';
        readonly ja: '測定結果からは培養法を特定できません';
    };
    readonly callCaveat: {
        readonly en: '“Consistent with” compares this sample with the profiles of the protocol. It does not prove how the cells were cultured.';
        readonly ja: '「矛盾しない」とは、プロトコルの基準プロファイルと比較した結果であり、実際の培養法を証明するものではありません。';
    };
    readonly method: {
        readonly en: 'Method within the group';
        readonly ja: 'グループ内の培養法';
    };
    readonly declared: {
        readonly en: 'Declared';
        readonly ja: '申告';
    };
    readonly reasons: {
        readonly en: 'Reasons';
        readonly ja: '判定根拠';
    };
    readonly met: {
        readonly en: 'met';
        readonly ja: '該当';
    };
    readonly notMet: {
        readonly en: 'not met';
        readonly ja: '非該当';
    };
    readonly missing: {
        readonly en: 'What would decide';
        readonly ja: '判定に必要な測定項目';
    };
    readonly composition: {
        readonly en: 'Composition';
        readonly ja: '細胞組成';
    };
    readonly compositionOf: {
        readonly en: 'Percent of {denominator}';
        readonly ja: '{denominator}に占める割合 (%)';
    };
    readonly compositionEmpty: {
        readonly en: 'No sample has a CD3 × CD56 composition yet.';
        readonly ja: 'CD3×CD56の構成比が得られた検体はまだありません。';
    };
    readonly roleNk: {
        readonly en: 'NK cells';
        readonly ja: 'NK細胞';
    };
    readonly roleNkt: {
        readonly en: 'NKT-like cells';
        readonly ja: 'NKT様細胞';
    };
    readonly roleT: {
        readonly en: 'T cells';
        readonly ja: 'T細胞';
    };
    readonly roleDn: {
        readonly en: 'Neither';
        readonly ja: 'どちらでもない';
    };
    readonly drawing: {
        readonly en: 'Drawing the chart';
        readonly ja: 'グラフを描画中';
    };
    readonly searchSamples: {
        readonly en: 'Search samples';
        readonly ja: '検体を検索';
    };
    readonly addFiles: {
        readonly en: 'Add files…';
        readonly ja: 'ファイルを追加…';
    };
    readonly sampleOf: {
        readonly en: '{done} of {total}';
        readonly ja: '{done} / {total}件';
    };
    readonly eventsShort: {
        readonly en: '{count} events';
        readonly ja: '{count}イベント';
    };
    readonly dayShort: {
        readonly en: 'day {day}';
        readonly ja: '{day}日目';
    };
    readonly lotShort: {
        readonly en: 'lot {lot}';
        readonly ja: 'ロット {lot}';
    };
    readonly waiting: {
        readonly en: 'waiting';
        readonly ja: '待機中';
    };
    readonly working: {
        readonly en: 'analysing';
        readonly ja: '解析中';
    };
    readonly failed: {
        readonly en: 'not read';
        readonly ja: '読み込み不可';
    };
    readonly missingFile: {
        readonly en: 'file not found';
        readonly ja: 'ファイルが見つかりません';
    };
    readonly relink: {
        readonly en: 'Find the file…';
        readonly ja: 'ファイルを再指定…';
    };
    readonly relinkShort: {
        readonly en: 'Find…';
        readonly ja: '再指定…';
    };
    readonly findingsOfSample: {
        readonly en: 'File findings: {count}';
        readonly ja: '検出事項: {count}件';
    };
    readonly sampleActions: {
        readonly en: 'Actions for this sample';
        readonly ja: 'この検体の操作';
    };
    readonly openPlot: {
        readonly en: 'Show its plots';
        readonly ja: 'プロットを表示';
    };
    readonly editMetadata: {
        readonly en: 'Edit its details';
        readonly ja: '検体情報を編集';
    };
    readonly revealFile: {
        readonly en: 'Show in the file manager';
        readonly ja: 'ファイルの場所を開く';
    };
    readonly reportOfSample: {
        readonly en: 'Export its PDF report…';
        readonly ja: 'この検体のPDF報告書…';
    };
    readonly removeSample: {
        readonly en: 'Remove from the session';
        readonly ja: 'セッションから除外';
    };
    readonly details: {
        readonly en: 'Sample details';
        readonly ja: '検体情報';
    };
    readonly role: {
        readonly en: 'Role';
        readonly ja: '区分';
    };
    readonly culture: {
        readonly en: 'Culture';
        readonly ja: '培養番号';
    };
    readonly lot: {
        readonly en: 'Lot';
        readonly ja: 'ロット番号';
    };
    readonly donor: {
        readonly en: 'Donor (pseudonym)';
        readonly ja: 'ドナー（仮名）';
    };
    readonly donorHint: {
        readonly en: 'Never a name or a hospital number.';
        readonly ja: '氏名や患者番号は入力しないでください。';
    };
    readonly day: {
        readonly en: 'Culture day';
        readonly ja: '培養日数';
    };
    readonly dayInvalid: {
        readonly en: 'A number from 0.';
        readonly ja: '0以上の数値で入力してください。';
    };
    readonly declaredMethod: {
        readonly en: 'Declared method';
        readonly ja: '申告された培養法';
    };
    readonly 'role.sample': {
        readonly en: 'Sample';
        readonly ja: '検体';
    };
    readonly 'role.fmo': {
        readonly en: 'FMO control';
        readonly ja: 'FMOコントロール';
    };
    readonly 'role.unstained': {
        readonly en: 'Unstained control';
        readonly ja: '未染色コントロール';
    };
    readonly 'role.single-stain': {
        readonly en: 'Single-stain control';
        readonly ja: '単染色コントロール';
    };
    readonly 'role.reference': {
        readonly en: 'Reference';
        readonly ja: '標準検体';
    };
    readonly 'role.beads': {
        readonly en: 'Beads';
        readonly ja: 'ビーズ';
    };
    readonly findings: {
        readonly en: 'Findings';
        readonly ja: '検出事項';
    };
    readonly noFindings: {
        readonly en: 'Nothing was repaired, guessed or odd.';
        readonly ja: '修復・推定・異常はありませんでした。';
    };
    readonly kindRepair: {
        readonly en: 'repaired';
        readonly ja: '修復';
    };
    readonly kindGuess: {
        readonly en: 'guessed';
        readonly ja: '推定';
    };
    readonly kindNote: {
        readonly en: 'note';
        readonly ja: '注記';
    };
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
export type Word = keyof typeof words;
/** The rooms of the catalogue, for the test that no key stands in two of them. */
export declare const wordRooms: {
    readonly windowWords: {
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
    readonly commandWords: {
        readonly commands: {
            readonly en: 'Commands';
            readonly ja: 'コマンド';
        };
        readonly paletteHint: {
            readonly en: 'Search commands, samples, populations…';
            readonly ja: 'コマンド・検体・細胞集団を検索…';
        };
        readonly search: {
            readonly en: 'Search';
            readonly ja: '検索';
        };
        readonly openSession: {
            readonly en: 'Open a session…';
            readonly ja: 'セッションを開く…';
        };
        readonly save: {
            readonly en: 'Save the session';
            readonly ja: 'セッションを保存';
        };
        readonly saveAs: {
            readonly en: 'Save the session as…';
            readonly ja: '別名で保存…';
        };
        readonly exportPdf: {
            readonly en: 'Export a PDF report…';
            readonly ja: 'PDF報告書を書き出す…';
        };
        readonly exportPdfShort: {
            readonly en: 'Report';
            readonly ja: '報告書';
        };
        readonly exportTable: {
            readonly en: 'Export a table…';
            readonly ja: '表を書き出す…';
        };
        readonly importGates: {
            readonly en: 'Import gates (FlowJo, Gating-ML, protocol)…';
            readonly ja: 'ゲートを読み込む(FlowJo・Gating-ML・プロトコル)…';
        };
        readonly exportGatingMl: {
            readonly en: 'Export gates as Gating-ML 2.0…';
            readonly ja: 'ゲートをGating-ML 2.0で書き出す…';
        };
        readonly exportFlowjo: {
            readonly en: 'Export gates as a FlowJo workspace…';
            readonly ja: 'ゲートをFlowJoワークスペースで書き出す…';
        };
        readonly exportProtocol: {
            readonly en: 'Export the protocol…';
            readonly ja: 'プロトコルを書き出す…';
        };
        readonly gatesImported: {
            readonly en: 'Gates from {file}';
            readonly ja: '{file} のゲートを読み込みました';
        };
        readonly gatesExported: {
            readonly en: 'Gates written to {file}';
            readonly ja: 'ゲートを {file} に書き出しました';
        };
        readonly notRepresentable: {
            readonly en: 'What was not taken over as it is';
            readonly ja: 'そのまま引き継げなかった項目';
        };
        readonly allTakenOver: {
            readonly en: 'Everything was taken over.';
            readonly ja: 'すべて引き継ぎました。';
        };
        readonly countExact: {
            readonly en: 'Exact';
            readonly ja: '厳密';
        };
        readonly countGrid: {
            readonly en: 'On FlowJo’s grid';
            readonly ja: 'FlowJo格子';
        };
        readonly countStored: {
            readonly en: 'Stored by FlowJo';
            readonly ja: 'FlowJoの保存値';
        };
        readonly countDifference: {
            readonly en: 'Exact − stored';
            readonly ja: '厳密 − 保存値';
        };
        readonly gridHint: {
            readonly en: 'FlowJo counts on a grid of the plot. Exact counts are used everywhere; the grid’s are approximate and shown to explain differences.';
            readonly ja: 'FlowJoはプロットの格子上で計数します。本ソフトは常に厳密な計数を用い、格子による値は差の説明のための近似値として表示します。';
        };
        readonly openCompensation: {
            readonly en: 'Compensation…';
            readonly ja: '蛍光補正…';
        };
        readonly compensation: {
            readonly en: 'Compensation';
            readonly ja: '蛍光補正';
        };
        readonly compensationFile: {
            readonly en: 'as each file says';
            readonly ja: '各ファイルの行列';
        };
        readonly compensationMatrix: {
            readonly en: 'one matrix for all';
            readonly ja: '全検体に同じ行列';
        };
        readonly compensationNone: {
            readonly en: 'none';
            readonly ja: '補正なし';
        };
        readonly importMatrix: {
            readonly en: 'Import…';
            readonly ja: '読み込む…';
        };
        readonly exportMatrix: {
            readonly en: 'Export…';
            readonly ja: '書き出す…';
        };
        readonly matrixNone: {
            readonly en: 'Nothing is compensated in this sample.';
            readonly ja: 'この検体は補正されていません。';
        };
        readonly matrixOfFile: {
            readonly en: 'From the file ({keyword}).';
            readonly ja: 'ファイルの行列({keyword})を使用しています。';
        };
        readonly matrixOfProtocol: {
            readonly en: 'From the protocol.';
            readonly ja: 'プロトコルの行列を使用しています。';
        };
        readonly matrixCondition: {
            readonly en: 'Condition number {number}.';
            readonly ja: '条件数 {number}。';
        };
        readonly matrixAxes: {
            readonly en: 'Rows: stains. Columns: detectors.';
            readonly ja: '行: 色素、列: 検出器';
        };
        readonly matrixCorner: {
            readonly en: '% of';
            readonly ja: '% (行→列)';
        };
        readonly spillOf: {
            readonly en: '{from} seen by {into}, %';
            readonly ja: '{from} → {into} (%)';
        };
        readonly freezeScales: {
            readonly en: 'Fix the scales over all samples';
            readonly ja: '全検体から軸スケールを固定';
        };
        readonly scalesFixed: {
            readonly en: 'Scales are fixed for all samples.';
            readonly ja: '全検体共通の軸スケールに固定しました。';
        };
        readonly undo: {
            readonly en: 'Undo';
            readonly ja: '元に戻す';
        };
        readonly redo: {
            readonly en: 'Redo';
            readonly ja: 'やり直す';
        };
        readonly audit: {
            readonly en: 'Audit trail…';
            readonly ja: '監査証跡…';
        };
        readonly tools: {
            readonly en: 'Tools';
            readonly ja: 'ツール';
        };
        readonly toolSelect: {
            readonly en: 'Select';
            readonly ja: '選択';
        };
        readonly toolRectangle: {
            readonly en: 'Rectangle gate';
            readonly ja: '矩形ゲート';
        };
        readonly toolEllipse: {
            readonly en: 'Ellipse gate';
            readonly ja: '楕円ゲート';
        };
        readonly toolCurly: {
            readonly en: 'Curly quadrant gate';
            readonly ja: '曲線四分割ゲート';
        };
        readonly toolPolygon: {
            readonly en: 'Polygon gate';
            readonly ja: '多角形ゲート';
        };
        readonly toolQuadrant: {
            readonly en: 'Quadrant gate';
            readonly ja: '四分割ゲート(クアドラント)';
        };
        readonly toolRange: {
            readonly en: 'Range gate';
            readonly ja: '範囲ゲート';
        };
        readonly plotKind: {
            readonly en: 'Kind of plot';
            readonly ja: 'プロットの種類';
        };
        readonly density: {
            readonly en: 'Density';
            readonly ja: '密度プロット';
        };
        readonly histogram: {
            readonly en: 'Histogram';
            readonly ja: 'ヒストグラム';
        };
        readonly ramp: {
            readonly en: 'Density colours';
            readonly ja: '密度の配色';
        };
        readonly rampViridis: {
            readonly en: 'Viridis';
            readonly ja: 'Viridis';
        };
        readonly rampCividis: {
            readonly en: 'Cividis';
            readonly ja: 'Cividis';
        };
        readonly rampClassic: {
            readonly en: 'Classic rainbow';
            readonly ja: '従来の虹色';
        };
        readonly theme: {
            readonly en: 'Appearance';
            readonly ja: '表示テーマ';
        };
        readonly themeLight: {
            readonly en: 'Light';
            readonly ja: 'ライト';
        };
        readonly themeDark: {
            readonly en: 'Dark';
            readonly ja: 'ダーク';
        };
        readonly themeContrast: {
            readonly en: 'High contrast';
            readonly ja: 'ハイコントラスト';
        };
        readonly language: {
            readonly en: 'Language';
            readonly ja: '言語';
        };
        readonly languageEn: {
            readonly en: 'English';
            readonly ja: 'English';
        };
        readonly languageJa: {
            readonly en: '日本語';
            readonly ja: '日本語';
        };
        readonly shortcuts: {
            readonly en: 'Keyboard shortcuts';
            readonly ja: 'キーボードショートカット';
        };
        readonly about: {
            readonly en: 'About Lymphoscope';
            readonly ja: 'Lymphoscopeについて';
        };
        readonly previousSample: {
            readonly en: 'Previous sample';
            readonly ja: '前の検体';
        };
        readonly nextSample: {
            readonly en: 'Next sample';
            readonly ja: '次の検体';
        };
    };
    readonly sampleWords: {
        readonly searchSamples: {
            readonly en: 'Search samples';
            readonly ja: '検体を検索';
        };
        readonly addFiles: {
            readonly en: 'Add files…';
            readonly ja: 'ファイルを追加…';
        };
        readonly sampleOf: {
            readonly en: '{done} of {total}';
            readonly ja: '{done} / {total}件';
        };
        readonly eventsShort: {
            readonly en: '{count} events';
            readonly ja: '{count}イベント';
        };
        readonly dayShort: {
            readonly en: 'day {day}';
            readonly ja: '{day}日目';
        };
        readonly lotShort: {
            readonly en: 'lot {lot}';
            readonly ja: 'ロット {lot}';
        };
        readonly waiting: {
            readonly en: 'waiting';
            readonly ja: '待機中';
        };
        readonly working: {
            readonly en: 'analysing';
            readonly ja: '解析中';
        };
        readonly failed: {
            readonly en: 'not read';
            readonly ja: '読み込み不可';
        };
        readonly missingFile: {
            readonly en: 'file not found';
            readonly ja: 'ファイルが見つかりません';
        };
        readonly relink: {
            readonly en: 'Find the file…';
            readonly ja: 'ファイルを再指定…';
        };
        readonly relinkShort: {
            readonly en: 'Find…';
            readonly ja: '再指定…';
        };
        readonly findingsOfSample: {
            readonly en: 'File findings: {count}';
            readonly ja: '検出事項: {count}件';
        };
        readonly sampleActions: {
            readonly en: 'Actions for this sample';
            readonly ja: 'この検体の操作';
        };
        readonly openPlot: {
            readonly en: 'Show its plots';
            readonly ja: 'プロットを表示';
        };
        readonly editMetadata: {
            readonly en: 'Edit its details';
            readonly ja: '検体情報を編集';
        };
        readonly revealFile: {
            readonly en: 'Show in the file manager';
            readonly ja: 'ファイルの場所を開く';
        };
        readonly reportOfSample: {
            readonly en: 'Export its PDF report…';
            readonly ja: 'この検体のPDF報告書…';
        };
        readonly removeSample: {
            readonly en: 'Remove from the session';
            readonly ja: 'セッションから除外';
        };
        readonly details: {
            readonly en: 'Sample details';
            readonly ja: '検体情報';
        };
        readonly role: {
            readonly en: 'Role';
            readonly ja: '区分';
        };
        readonly culture: {
            readonly en: 'Culture';
            readonly ja: '培養番号';
        };
        readonly lot: {
            readonly en: 'Lot';
            readonly ja: 'ロット番号';
        };
        readonly donor: {
            readonly en: 'Donor (pseudonym)';
            readonly ja: 'ドナー（仮名）';
        };
        readonly donorHint: {
            readonly en: 'Never a name or a hospital number.';
            readonly ja: '氏名や患者番号は入力しないでください。';
        };
        readonly day: {
            readonly en: 'Culture day';
            readonly ja: '培養日数';
        };
        readonly dayInvalid: {
            readonly en: 'A number from 0.';
            readonly ja: '0以上の数値で入力してください。';
        };
        readonly declaredMethod: {
            readonly en: 'Declared method';
            readonly ja: '申告された培養法';
        };
        readonly 'role.sample': {
            readonly en: 'Sample';
            readonly ja: '検体';
        };
        readonly 'role.fmo': {
            readonly en: 'FMO control';
            readonly ja: 'FMOコントロール';
        };
        readonly 'role.unstained': {
            readonly en: 'Unstained control';
            readonly ja: '未染色コントロール';
        };
        readonly 'role.single-stain': {
            readonly en: 'Single-stain control';
            readonly ja: '単染色コントロール';
        };
        readonly 'role.reference': {
            readonly en: 'Reference';
            readonly ja: '標準検体';
        };
        readonly 'role.beads': {
            readonly en: 'Beads';
            readonly ja: 'ビーズ';
        };
        readonly findings: {
            readonly en: 'Findings';
            readonly ja: '検出事項';
        };
        readonly noFindings: {
            readonly en: 'Nothing was repaired, guessed or odd.';
            readonly ja: '修復・推定・異常はありませんでした。';
        };
        readonly kindRepair: {
            readonly en: 'repaired';
            readonly ja: '修復';
        };
        readonly kindGuess: {
            readonly en: 'guessed';
            readonly ja: '推定';
        };
        readonly kindNote: {
            readonly en: 'note';
            readonly ja: '注記';
        };
    };
    readonly gateWords: {
        readonly population: {
            readonly en: 'Population';
            readonly ja: '細胞集団';
        };
        readonly allEvents: {
            readonly en: 'All events';
            readonly ja: '全イベント';
        };
        readonly count: {
            readonly en: 'Events';
            readonly ja: 'イベント数';
        };
        readonly percentOfParent: {
            readonly en: '% of parent';
            readonly ja: '親ゲート比 (%)';
        };
        readonly percentOfParentShort: {
            readonly en: '% parent';
            readonly ja: '親比 (%)';
        };
        readonly percentOfTotal: {
            readonly en: '% of total';
            readonly ja: '全イベント比 (%)';
        };
        readonly percentOfTotalShort: {
            readonly en: '% total';
            readonly ja: '全体比 (%)';
        };
        readonly interval: {
            readonly en: '{confidence}% counting interval';
            readonly ja: '{confidence}%信頼区間（計数のみ）';
        };
        readonly percentHover: {
            readonly en: '{count} of {total} events; {confidence}% counting interval {low}–{high}%. It covers counting only, not where the gate stands.';
            readonly ja: '{total}イベント中{count}イベント。{confidence}%信頼区間 {low}–{high}%（計数誤差のみ。ゲート位置の影響は含みません）。';
        };
        readonly tooFew: {
            readonly en: 'too few';
            readonly ja: '少数';
        };
        readonly tooFewHover: {
            readonly en: 'Only {total} events in the parent: too few for a percentage.';
            readonly ja: '親ゲートが{total}イベントのみのため、割合を表示しません。';
        };
        readonly recalculating: {
            readonly en: 'recalculating';
            readonly ja: '再計算中';
        };
        readonly median: {
            readonly en: 'Median';
            readonly ja: '中央値';
        };
        readonly medians: {
            readonly en: 'Median intensities';
            readonly ja: '蛍光強度の中央値';
        };
        readonly mediansHint: {
            readonly en: 'Linear values, compensated where the channel is. A dash: too few events.';
            readonly ja: '線形値（補正対象チャンネルは蛍光補正後）。「–」はイベント数不足。';
        };
        readonly statistics: {
            readonly en: 'Statistics';
            readonly ja: '統計値';
        };
        readonly lightGreen: {
            readonly en: 'clear';
            readonly ja: '良好';
        };
        readonly lightAmber: {
            readonly en: 'check';
            readonly ja: '要確認';
        };
        readonly lightRed: {
            readonly en: 'needs a person';
            readonly ja: '要手動確認';
        };
        readonly fixedGate: {
            readonly en: 'fixed';
            readonly ja: '固定';
        };
        readonly overridden: {
            readonly en: 'Own gate in this sample';
            readonly ja: 'この検体のみの個別ゲート';
        };
        readonly overriddenShort: {
            readonly en: 'own gate';
            readonly ja: '個別';
        };
        readonly revert: {
            readonly en: 'Back to the protocol’s gate';
            readonly ja: 'プロトコルのゲートに戻す';
        };
        readonly gate: {
            readonly en: 'Gate';
            readonly ja: 'ゲート';
        };
        readonly gateKind: {
            readonly en: 'Kind';
            readonly ja: '種類';
        };
        readonly dimensions: {
            readonly en: 'Dimensions';
            readonly ja: '軸';
        };
        readonly 'gate.rectangle': {
            readonly en: 'rectangle';
            readonly ja: '矩形';
        };
        readonly 'gate.polygon': {
            readonly en: 'polygon';
            readonly ja: '多角形';
        };
        readonly 'gate.quadrant': {
            readonly en: 'quadrant';
            readonly ja: '四分割(クアドラント)';
        };
        readonly 'gate.ellipsoid': {
            readonly en: 'ellipse';
            readonly ja: '楕円';
        };
        readonly 'gate.dividers': {
            readonly en: 'dividers';
            readonly ja: '分割線';
        };
        readonly 'gate.curly-quadrant': {
            readonly en: 'curly quadrant';
            readonly ja: '曲線四分割';
        };
        readonly 'gate.boolean': {
            readonly en: 'boolean';
            readonly ja: '論理演算';
        };
        readonly 'gate.range': {
            readonly en: 'range';
            readonly ja: '範囲';
        };
        readonly automatic: {
            readonly en: 'automatic';
            readonly ja: '自動';
        };
        readonly manual: {
            readonly en: 'drawn';
            readonly ja: '手動';
        };
        readonly bounds: {
            readonly en: 'Bounds';
            readonly ja: '境界';
        };
        readonly boundsHint: {
            readonly en: 'Linear values.';
            readonly ja: '線形値で入力します。';
        };
        readonly min: {
            readonly en: 'min';
            readonly ja: '下限';
        };
        readonly max: {
            readonly en: 'max';
            readonly ja: '上限';
        };
        readonly divider: {
            readonly en: 'divider';
            readonly ja: '境界';
        };
        readonly dividerLeft: {
            readonly en: 'divider, left';
            readonly ja: '境界（左）';
        };
        readonly dividerRight: {
            readonly en: 'divider, right';
            readonly ja: '境界（右）';
        };
        readonly vertices: {
            readonly en: 'Vertices ({count})';
            readonly ja: '頂点（{count}）';
        };
        readonly vertex: {
            readonly en: 'vertex {number}';
            readonly ja: '頂点{number}';
        };
        readonly open: {
            readonly en: 'open';
            readonly ja: '制限なし';
        };
        readonly numberInvalid: {
            readonly en: 'Not a number that this scale can show.';
            readonly ja: 'このスケールで表示できる数値ではありません。';
        };
        readonly operands: {
            readonly en: 'Combines';
            readonly ja: '組み合わせ';
        };
        readonly operandNot: {
            readonly en: 'not {name}';
            readonly ja: '{name}以外';
        };
        readonly operandsAnd: {
            readonly en: ' and ';
            readonly ja: ' かつ ';
        };
        readonly operandsOr: {
            readonly en: ' or ';
            readonly ja: ' または ';
        };
        readonly evidence: {
            readonly en: 'Evidence';
            readonly ja: '判定根拠';
        };
        readonly noEvidence: {
            readonly en: 'A fixed gate of the protocol.';
            readonly ja: 'プロトコルで固定されたゲートです。';
        };
        readonly combinedEvidence: {
            readonly en: 'Combines other populations: as sure as the least sure of them.';
            readonly ja: '他の集団の組み合わせです。信号はそのうち最も不確かなものに従います。';
        };
        readonly ownEvidence: {
            readonly en: 'Placed by a person in this sample.';
            readonly ja: 'この検体で手動設定されたゲートです。';
        };
        readonly scope: {
            readonly en: 'Changes apply to';
            readonly ja: '変更の適用範囲';
        };
        readonly scopeProtocol: {
            readonly en: 'all samples';
            readonly ja: '全検体';
        };
        readonly scopeSample: {
            readonly en: 'this sample';
            readonly ja: 'この検体のみ';
        };
        readonly reason: {
            readonly en: 'Reason for change';
            readonly ja: '変更理由';
        };
        readonly movedByHand: {
            readonly en: 'Moved by hand';
            readonly ja: '手動で移動';
        };
        readonly reasonHint: {
            readonly en: 'Needed for a gate of one sample';
            readonly ja: '個別ゲートには理由が必要です';
        };
        readonly newGate: {
            readonly en: 'Gate';
            readonly ja: 'ゲート';
        };
        readonly nameGate: {
            readonly en: 'Name of the new gate';
            readonly ja: '新しいゲートの名前';
        };
        readonly polygonHint: {
            readonly en: 'Click the corners; close with a double click, Enter or a click on the first one. Esc gives up.';
            readonly ja: 'クリックで頂点を追加し、ダブルクリック・Enter・最初の頂点のクリックで閉じます。Escで中止。';
        };
        readonly notInSample: {
            readonly en: 'This sample has no such population or channel.';
            readonly ja: 'この検体には該当する集団またはチャンネルがありません。';
        };
        readonly closePlot: {
            readonly en: 'Close the plot';
            readonly ja: 'プロットを閉じる';
        };
        readonly arrangeAgain: {
            readonly en: 'One plot a gate again';
            readonly ja: 'ゲートごとの配置に戻す';
        };
        readonly rename: {
            readonly en: 'Rename';
            readonly ja: '名前を変更';
        };
        readonly newName: {
            readonly en: 'New name';
            readonly ja: '新しい名前';
        };
        readonly nameTaken: {
            readonly en: 'A sibling has this name.';
            readonly ja: '同じ階層に同名の集団があります。';
        };
        readonly nameEmpty: {
            readonly en: 'A population needs a name.';
            readonly ja: '名前を入力してください。';
        };
        readonly nameSlash: {
            readonly en: 'A name holds no “/”.';
            readonly ja: '名前に「/」は使えません。';
        };
        readonly deleteGate: {
            readonly en: 'Delete the gate and what is below it';
            readonly ja: 'ゲートと下位の集団を削除';
        };
        readonly openPopulation: {
            readonly en: 'Open in a plot';
            readonly ja: 'プロットで開く';
        };
        readonly expand: {
            readonly en: 'Unfold';
            readonly ja: '展開';
        };
        readonly collapse: {
            readonly en: 'Fold';
            readonly ja: '折りたたむ';
        };
        readonly noPopulations: {
            readonly en: 'No gates yet. Draw one in a plot.';
            readonly ja: 'ゲートはまだありません。プロット上に描いてください。';
        };
        readonly ancestry: {
            readonly en: 'Path of the population';
            readonly ja: '細胞集団の階層';
        };
        readonly channels: {
            readonly en: 'Channels';
            readonly ja: 'チャンネル';
        };
        readonly chooseChannel: {
            readonly en: 'Choose a channel';
            readonly ja: 'チャンネルを選択';
        };
        readonly searchChannels: {
            readonly en: 'Marker or channel';
            readonly ja: 'マーカー・チャンネル';
        };
        readonly compensated: {
            readonly en: 'compensated';
            readonly ja: '補正済み';
        };
        readonly scaleApply: {
            readonly en: 'Set for all samples';
            readonly ja: '全検体に適用';
        };
        readonly scaleAutomatic: {
            readonly en: 'Automatic';
            readonly ja: '自動';
        };
        readonly scaleInvalid: {
            readonly en: 'Not a value that this scale allows.';
            readonly ja: 'このスケールでは使えない値です。';
        };
        readonly scale: {
            readonly en: 'Scale';
            readonly ja: 'スケール';
        };
        readonly 'scale.linear': {
            readonly en: 'linear';
            readonly ja: '線形';
        };
        readonly 'scale.log': {
            readonly en: 'log';
            readonly ja: '対数';
        };
        readonly 'scale.arcsinh': {
            readonly en: 'arcsinh';
            readonly ja: 'arcsinh';
        };
        readonly 'scale.logicle': {
            readonly en: 'logicle';
            readonly ja: 'logicle';
        };
        readonly 'scale.hyperlog': {
            readonly en: 'hyperlog';
            readonly ja: 'hyperlog(双曲対数)';
        };
        readonly 'scale.biexponential': {
            readonly en: 'biexponential (FlowJo)';
            readonly ja: 'バイエクスポネンシャル(FlowJo)';
        };
        readonly 'scale.flowjo-linear': {
            readonly en: 'linear (FlowJo)';
            readonly ja: '線形(FlowJo)';
        };
        readonly 'scale.flowjo-log': {
            readonly en: 'log (FlowJo)';
            readonly ja: '対数(FlowJo)';
        };
    };
    readonly resultWords: {
        readonly callHeading: {
            readonly en: 'Culture method';
            readonly ja: '培養法の判定';
        };
        readonly consistentWith: {
            readonly en: 'The measured composition is consistent with';
            readonly ja: '測定された細胞組成は次の培養法と矛盾しません';
        };
        readonly consistentShort: {
            readonly en: 'consistent with {group}';
            readonly ja: '{group}と矛盾しない';
        };
        readonly noCall: {
            readonly en: 'The measurements do not single out a culture method';
            readonly ja: '測定結果からは培養法を特定できません';
        };
        readonly callCaveat: {
            readonly en: '“Consistent with” compares this sample with the profiles of the protocol. It does not prove how the cells were cultured.';
            readonly ja: '「矛盾しない」とは、プロトコルの基準プロファイルと比較した結果であり、実際の培養法を証明するものではありません。';
        };
        readonly method: {
            readonly en: 'Method within the group';
            readonly ja: 'グループ内の培養法';
        };
        readonly declared: {
            readonly en: 'Declared';
            readonly ja: '申告';
        };
        readonly reasons: {
            readonly en: 'Reasons';
            readonly ja: '判定根拠';
        };
        readonly met: {
            readonly en: 'met';
            readonly ja: '該当';
        };
        readonly notMet: {
            readonly en: 'not met';
            readonly ja: '非該当';
        };
        readonly missing: {
            readonly en: 'What would decide';
            readonly ja: '判定に必要な測定項目';
        };
        readonly composition: {
            readonly en: 'Composition';
            readonly ja: '細胞組成';
        };
        readonly compositionOf: {
            readonly en: 'Percent of {denominator}';
            readonly ja: '{denominator}に占める割合 (%)';
        };
        readonly compositionEmpty: {
            readonly en: 'No sample has a CD3 × CD56 composition yet.';
            readonly ja: 'CD3×CD56の構成比が得られた検体はまだありません。';
        };
        readonly roleNk: {
            readonly en: 'NK cells';
            readonly ja: 'NK細胞';
        };
        readonly roleNkt: {
            readonly en: 'NKT-like cells';
            readonly ja: 'NKT様細胞';
        };
        readonly roleT: {
            readonly en: 'T cells';
            readonly ja: 'T細胞';
        };
        readonly roleDn: {
            readonly en: 'Neither';
            readonly ja: 'どちらでもない';
        };
        readonly drawing: {
            readonly en: 'Drawing the chart';
            readonly ja: 'グラフを描画中';
        };
    };
    readonly qualityWords: {
        readonly quality: {
            readonly en: 'Acquisition quality';
            readonly ja: '測定の品質';
        };
        readonly verdictGood: {
            readonly en: 'good';
            readonly ja: '良好';
        };
        readonly verdictReview: {
            readonly en: 'review';
            readonly ja: '要確認';
        };
        readonly verdictReject: {
            readonly en: 'reject';
            readonly ja: '不適';
        };
        readonly acquisitionIs: {
            readonly en: 'Acquisition: {verdict}';
            readonly ja: '測定の品質: {verdict}';
        };
        readonly assessing: {
            readonly en: 'Checking the acquisition';
            readonly ja: '測定の品質を確認中';
        };
        readonly wouldRemove: {
            readonly en: '{percent}% of {count} events would be left out.';
            readonly ja: '{count}イベントの{percent}%が除外の対象です。';
        };
        readonly qualityFindings: {
            readonly en: 'What was found';
            readonly ja: '検出事項';
        };
        readonly noQualityFindings: {
            readonly en: 'Nothing was found.';
            readonly ja: '問題は見つかりませんでした。';
        };
        readonly flaggedFor: {
            readonly en: 'Flagged for';
            readonly ja: 'フラグの理由';
        };
        readonly ofEvents: {
            readonly en: '% of events';
            readonly ja: 'イベント比 (%)';
        };
        readonly 'reason.flow-rate': {
            readonly en: 'flow rate';
            readonly ja: '流速';
        };
        readonly 'reason.signal': {
            readonly en: 'signal';
            readonly ja: '信号';
        };
        readonly 'reason.carry-over': {
            readonly en: 'carry-over';
            readonly ja: 'キャリーオーバー';
        };
        readonly 'reason.margin': {
            readonly en: 'off scale (largest channel)';
            readonly ja: 'スケール外（最大のチャンネル）';
        };
        readonly overTime: {
            readonly en: 'Over the acquisition';
            readonly ja: '測定中の経時変化';
        };
        readonly flaggedBins: {
            readonly en: 'flagged';
            readonly ja: 'フラグあり';
        };
        readonly flowRate: {
            readonly en: 'Flow rate (events/s)';
            readonly ja: '流速（イベント/秒）';
        };
        readonly flowRateTicks: {
            readonly en: 'Flow rate (events/tick)';
            readonly ja: '流速（イベント/刻み）';
        };
        readonly peaksOf: {
            readonly en: 'Peaks of {channel}';
            readonly ja: '{channel}のピーク';
        };
        readonly seconds: {
            readonly en: '{seconds} s';
            readonly ja: '{seconds}秒';
        };
        readonly ticks: {
            readonly en: '{ticks} ticks';
            readonly ja: '{ticks}刻み';
        };
        readonly noFlowPicture: {
            readonly en: 'No flow rate to draw: the file has no usable clock, or fewer than 1,000 events.';
            readonly ja: '流速は表示できません（使用できる時間パラメータがないか、1,000イベント未満です）。';
        };
        readonly noSignalPicture: {
            readonly en: 'No peaks to draw: too few events, or no channel that the protocol gates on.';
            readonly ja: 'ピークは表示できません（イベント数の不足、またはゲートに使うチャンネルがありません）。';
        };
        readonly trends: {
            readonly en: 'Over time';
            readonly ja: '経時的な推移';
        };
        readonly controlCharts: {
            readonly en: 'Control material';
            readonly ja: '管理試料';
        };
        readonly controlHint: {
            readonly en: 'Samples with the role Reference or Beads, in order of acquisition: Levey-Jennings with Westgard’s rules. The first {fewest} runs set the target.';
            readonly ja: '区分が「標準検体」「ビーズ」の検体を測定日順に表示します（Levey-Jennings管理図、Westgardルール）。最初の{fewest}回で目標値を定めます。';
        };
        readonly noControls: {
            readonly en: 'No sample has the role Reference or Beads.';
            readonly ja: '区分が「標準検体」「ビーズ」の検体はありません。';
        };
        readonly tooFewControls: {
            readonly en: '{count} of the {fewest} runs that a target needs.';
            readonly ja: '目標値の設定には{fewest}回必要です（現在{count}回）。';
        };
        readonly paused: {
            readonly en: 'A rule is broken among the latest runs: gate nothing of this group unattended until a person has looked.';
            readonly ja: '直近の測定で管理ルールに違反しています。担当者が確認するまで、このグループを無人で解析しないでください。';
        };
        readonly lotCharts: {
            readonly en: 'Lots';
            readonly ja: 'ロット';
        };
        readonly lotHint: {
            readonly en: 'The latest sample of each lot, in order of acquisition: individuals charts on the logit scale. The first {fewest} lots set the limits.';
            readonly ja: '各ロットの最新の検体を測定日順に表示します（ロジット目盛りの個別値管理図）。最初の{fewest}ロットで管理限界を定めます。';
        };
        readonly tooFewLots: {
            readonly en: '{count} of the {fewest} lots that limits need.';
            readonly ja: '管理限界の設定には{fewest}ロット必要です（現在{count}ロット）。';
        };
        readonly undated: {
            readonly en: 'Not charted, since the file has no acquisition date: {count}.';
            readonly ja: '測定日が記録されていないため表示していない検体: {count}件';
        };
        readonly partPercent: {
            readonly en: '{part} (%)';
            readonly ja: '{part}（%）';
        };
        readonly medianOf: {
            readonly en: '{channel}, median';
            readonly ja: '{channel}の中央値';
        };
        readonly dividerOf: {
            readonly en: 'Divider of {channel}';
            readonly ja: '{channel}の境界';
        };
        readonly dividerOfSide: {
            readonly en: 'Divider of {channel}, {side}';
            readonly ja: '{channel}の境界（{side}）';
        };
        readonly limits: {
            readonly en: 'limits {low}–{high}';
            readonly ja: '管理限界 {low}–{high}';
        };
        readonly noBreach: {
            readonly en: 'No rule is broken.';
            readonly ja: '管理ルールの違反はありません。';
        };
        readonly breachAt: {
            readonly en: '{at} {name}: {rule}.';
            readonly ja: '{at} {name}: {rule}';
        };
        readonly 'rule.1-2s': {
            readonly en: 'beyond two standard deviations, a warning (1-2s)';
            readonly ja: '2標準偏差を超過、警告 (1-2s)';
        };
        readonly 'rule.1-3s': {
            readonly en: 'beyond three standard deviations (1-3s)';
            readonly ja: '3標準偏差を超過 (1-3s)';
        };
        readonly 'rule.2-2s': {
            readonly en: 'two in a row beyond two standard deviations on one side (2-2s)';
            readonly ja: '2回連続で同じ側に2標準偏差を超過 (2-2s)';
        };
        readonly 'rule.R-4s': {
            readonly en: 'two in a row beyond two standard deviations on opposite sides (R-4s)';
            readonly ja: '2回連続で反対側に2標準偏差を超過 (R-4s)';
        };
        readonly 'rule.4-1s': {
            readonly en: 'four in a row beyond one standard deviation on one side (4-1s)';
            readonly ja: '4回連続で同じ側に1標準偏差を超過 (4-1s)';
        };
        readonly 'rule.10-x': {
            readonly en: 'ten in a row on one side of the target (10-x)';
            readonly ja: '10回連続で目標値の同じ側 (10-x)';
        };
        readonly 'rule.limit': {
            readonly en: 'beyond a limit';
            readonly ja: '管理限界を超過';
        };
        readonly 'rule.range': {
            readonly en: 'a step from the lot before that is too large';
            readonly ja: '直前のロットからの変化が限界を超過';
        };
        readonly 'rule.run': {
            readonly en: 'the eighth lot or more in a row on one side of the centre';
            readonly ja: '8ロット以上連続で中心線の同じ側';
        };
    };
    readonly archiveWords: {
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
    readonly cultureWords: {
        readonly cultureTab: {
            readonly en: 'Culture';
            readonly ja: '培養法';
        };
        readonly culturePage: {
            readonly en: 'Which culture method is this consistent with?';
            readonly ja: 'どの培養法と矛盾しないか';
        };
        readonly cultureNone: {
            readonly en: 'No sample is analysed yet.';
            readonly ja: '解析済みの検体がまだありません。';
        };
        readonly declaration: {
            readonly en: 'Declared';
            readonly ja: '申告';
        };
        readonly declaredMethodOf: {
            readonly en: 'Declared method';
            readonly ja: '申告された培養法';
        };
        readonly notDeclared: {
            readonly en: 'not declared';
            readonly ja: '申告なし';
        };
        readonly declaredAs: {
            readonly en: 'other: {method}';
            readonly ja: 'その他: {method}';
        };
        readonly cultureDay: {
            readonly en: 'Culture day';
            readonly ja: '培養日数';
        };
        readonly seededCells: {
            readonly en: 'Viable cells at start';
            readonly ja: '培養開始時の生細胞数';
        };
        readonly cellsNow: {
            readonly en: 'Viable cells now';
            readonly ja: '現在の生細胞数';
        };
        readonly countInvalid: {
            readonly en: 'a number above 0, such as 2.5e8';
            readonly ja: '0より大きい数(例: 2.5e8)';
        };
        readonly referenceIs: {
            readonly en: 'Same-day reference: {name}';
            readonly ja: '同日対照: {name}';
        };
        readonly referenceNone: {
            readonly en: 'No same-day reference: give a resting blood sample of this instrument and day the role “reference”, and the blast index is known.';
            readonly ja: '同日対照なし: 同じ機器・同じ日の末梢血検体の区分を「標準検体」にすると芽球化指数が得られます。';
        };
        readonly 'declared.consistent': {
            readonly en: 'consistent with the declared method';
            readonly ja: '申告された培養法と矛盾しない';
        };
        readonly 'declared.not-consistent': {
            readonly en: 'not consistent with the declared method';
            readonly ja: '申告された培養法と矛盾する';
        };
        readonly 'declared.cannot-tell': {
            readonly en: 'cannot be told';
            readonly ja: '判断できない';
        };
        readonly nearestProfiles: {
            readonly en: 'Nearest profiles';
            readonly ja: '最も近いプロファイル';
        };
        readonly againstDeclaration: {
            readonly en: 'Against the declaration';
            readonly ja: '申告との照合';
        };
        readonly profilesHeading: {
            readonly en: 'Held against every profile';
            readonly ja: '全プロファイルとの照合';
        };
        readonly profilesNote: {
            readonly en: '{name}, revision {revision}. p: how often one more lot of the method would lie this far away. Bars: probability by the measurement alone; the outlined ones with the declaration. Choose a row to compare.';
            readonly ja: '{name}、第{revision}版。p値: その培養法の新しいロットがこれ以上離れる確率。棒: 測定のみの確率、枠線は申告を含む確率。行を選ぶと比較します。';
        };
        readonly profileColumn: {
            readonly en: 'Profile';
            readonly ja: 'プロファイル';
        };
        readonly statusColumn: {
            readonly en: 'Status';
            readonly ja: '状態';
        };
        readonly pColumn: {
            readonly en: 'p';
            readonly ja: 'p値';
        };
        readonly posteriorColumn: {
            readonly en: 'Probability';
            readonly ja: '確率';
        };
        readonly 'status.in': {
            readonly en: 'fits';
            readonly ja: '適合';
        };
        readonly 'status.out': {
            readonly en: 'ruled out';
            readonly ja: '否定';
        };
        readonly 'status.open': {
            readonly en: 'not ruled out';
            readonly ja: '否定できない';
        };
        readonly 'status.inactive': {
            readonly en: 'inactive';
            readonly ja: '無効';
        };
        readonly contributions: {
            readonly en: 'What each feature contributes';
            readonly ja: '各項目の寄与';
        };
        readonly contributionsNote: {
            readonly en: 'Standard deviations from the typical lot of {method}; nine lots in ten lie within the shade.';
            readonly ja: '{method}の典型的なロットからの標準偏差。ロットの9割は網掛け内に入ります。';
        };
        readonly noDistance: {
            readonly en: 'This profile expects nothing that was measured.';
            readonly ja: '測定された項目の期待値がこのプロファイルにありません。';
        };
        readonly sideBySide: {
            readonly en: 'Culture methods side by side';
            readonly ja: '培養法別の比較';
        };
        readonly sideBySideNote: {
            readonly en: 'CD3 (across) against CD56 (up), as percentages draw them: a typical lot of each profile, and this sample. Drawn from percentages, not from events.';
            readonly ja: 'CD3(横)×CD56(縦)。各プロファイルの典型的なロットとこの検体を、割合から模式的に描いています(実イベントではありません)。';
        };
        readonly thisSample: {
            readonly en: 'This sample';
            readonly ja: 'この検体';
        };
        readonly ternary: {
            readonly en: 'On the cloud of its method';
            readonly ja: '培養法の分布上の位置';
        };
        readonly ternaryNote: {
            readonly en: 'NK, NKT-like and T as parts of their sum. Dots: lots as the active profiles expect them; diamonds: samples of this session, the chosen one filled.';
            readonly ja: 'NK・NKT様・Tの3成分(合計に対する割合)。点: 有効なプロファイルが想定するロット。ひし形: このセッションの検体(選択中は塗りつぶし)。';
        };
        readonly saveFigure: {
            readonly en: 'Save as SVG';
            readonly ja: 'SVGで保存';
        };
        readonly growth: {
            readonly en: 'Growth';
            readonly ja: '増殖';
        };
        readonly growthNone: {
            readonly en: 'Give the counted cells above.';
            readonly ja: '上に細胞数を入力してください。';
        };
        readonly foldExpansion: {
            readonly en: 'Fold expansion';
            readonly ja: '増殖倍率';
        };
        readonly doublingTime: {
            readonly en: 'Doubling time, days';
            readonly ja: '倍加時間(日)';
        };
        readonly nkCount: {
            readonly en: 'NK cells';
            readonly ja: 'NK細胞数';
        };
        readonly nkFold: {
            readonly en: 'Fold expansion of NK cells';
            readonly ja: 'NK細胞の増殖倍率';
        };
        readonly editProfile: {
            readonly en: 'Edit a profile';
            readonly ja: 'プロファイルの編集';
        };
        readonly editNote: {
            readonly en: 'Nine lots in ten lie between low and high. What you change is tried on all samples at once; nothing is kept before you apply it. Undo takes it back.';
            readonly ja: '下限と上限の間にロットの9割が入ります。変更はすべての検体で直ちに試算されますが、適用するまで保存されません。元に戻すこともできます。';
        };
        readonly profileToEdit: {
            readonly en: 'Profile';
            readonly ja: 'プロファイル';
        };
        readonly figureColumn: {
            readonly en: 'Feature';
            readonly ja: '項目';
        };
        readonly typicalColumn: {
            readonly en: 'Typical';
            readonly ja: '代表値';
        };
        readonly lowColumn: {
            readonly en: 'Low';
            readonly ja: '下限';
        };
        readonly highColumn: {
            readonly en: 'High';
            readonly ja: '上限';
        };
        readonly sourceColumn: {
            readonly en: 'Source';
            readonly ja: '出典';
        };
        readonly figureInvalid: {
            readonly en: 'low, typical and high must rise';
            readonly ja: '下限・代表値・上限の順に大きくしてください';
        };
        readonly profileLimits: {
            readonly en: 'Specification limits';
            readonly ja: '規格';
        };
        readonly atLeastColumn: {
            readonly en: 'At least';
            readonly ja: '以上';
        };
        readonly atMostColumn: {
            readonly en: 'At most';
            readonly ja: '以下';
        };
        readonly profileActive: {
            readonly en: 'Takes part in calls';
            readonly ja: '判定に使用する';
        };
        readonly approveHint: {
            readonly en: 'Lab-defined: active only once a person approves it from at least 10 lots of this laboratory.';
            readonly ja: '施設定義: 自施設の10ロット以上で担当者が承認した後に有効になります。';
        };
        readonly approvedBy: {
            readonly en: 'Approved by';
            readonly ja: '承認者';
        };
        readonly approvedLots: {
            readonly en: 'From lots';
            readonly ja: '根拠ロット数';
        };
        readonly wouldChange: {
            readonly en: 'Calls that would change';
            readonly ja: '変わる判定';
        };
        readonly wouldChangeNone: {
            readonly en: 'No call of this session would change.';
            readonly ja: 'このセッションの判定は変わりません。';
        };
        readonly becomes: {
            readonly en: '{before}, then {after}';
            readonly ja: '{before} → {after}';
        };
        readonly apply: {
            readonly en: 'Apply';
            readonly ja: '適用';
        };
        readonly discardChanges: {
            readonly en: 'Discard';
            readonly ja: '破棄';
        };
        readonly ownLots: {
            readonly en: 'our lots';
            readonly ja: '自施設';
        };
    };
};
