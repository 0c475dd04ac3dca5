/** Gates, populations and channels. */
export declare const gateWords: {
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
