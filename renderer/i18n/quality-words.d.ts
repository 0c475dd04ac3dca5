/** Acquisition quality of a file, and how the samples of a session run over time. */
export declare const qualityWords: {
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
