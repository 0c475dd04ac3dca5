/** What a person can do: buttons, menu entries and the command palette say the same. */
export declare const commandWords: {
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
