/** The page about culture methods: call, profiles side by side, editing them, growth. */
export declare const cultureWords: {
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
