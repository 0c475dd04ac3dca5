/** Samples: their list, what a person says about them, and what is odd in their files. */
export declare const sampleWords: {
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
