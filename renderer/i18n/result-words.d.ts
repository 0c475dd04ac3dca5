/** What follows from the populations: composition and call. The words of the report (core/report/words.ts). */
export declare const resultWords: {
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
