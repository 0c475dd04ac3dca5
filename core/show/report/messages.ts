import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';

/** Every fixed string of a report. `satisfies` asks for both languages: a missing translation does not compile. */
export const words = {
  report: { en: 'Flow cytometry report', ja: 'フローサイトメトリー解析報告書' },
  researchUse: { en: 'Research use only. Not for diagnosis.', ja: '研究用。診断には使用できません。' },
  page: { en: 'Page {page} of {pages}', ja: '{page} / {pages}ページ' },
  generated: { en: 'Generated {when}', ja: '作成日時 {when}' },
  engine: { en: 'Engine version', ja: '解析エンジンの版' },
  olderEngine: { en: '{engine}; now {now}: re-gate', ja: '{engine}(現在 {now}: 再ゲーティングが必要です)' },
  version: { en: 'Lymphoscope {version}', ja: 'Lymphoscope {version}' },
  signature: { en: 'Signature', ja: '署名' },
  unsigned: { en: 'none (not signed electronically)', ja: 'なし(電子署名されていません)' },

  callHeading: { en: 'Culture method', ja: '培養法の判定' },
  consistentWith: { en: 'The measured composition is consistent with', ja: '測定された細胞組成は次の培養法グループと矛盾しません' },
  noCall: { en: 'No single culture method can be assigned', ja: '測定結果からは培養法を特定できません' },
  callCaveat: {
    en: '“Consistent with” compares this sample with the profiles of the protocol. It does not prove how the cells were cultured. In brackets: 95 % intervals of counting and gate.',
    ja: '「矛盾しない」とは、プロトコルの基準プロファイルと比較した結果であり、実際の培養法を証明するものではありません。括弧内は計数とゲートを含む95%区間です。',
  },
  method: { en: 'Method within the group', ja: 'グループ内の培養法' },
  declared: { en: 'Declared method', ja: '申告された培養法' },
  labelled: { en: '{label}: {value}', ja: '{label}: {value}' },
  reasons: { en: 'Reasons', ja: '判定根拠' },
  met: { en: 'met', ja: '適合' },
  notMet: { en: 'not met', ja: '不適合' },
  missing: { en: 'Measurements needed for a call', ja: '判定に必要な測定項目' },

  verdict: { en: 'Declared method', ja: '申告との照合' },
  'verdict.consistent': { en: 'consistent with {method}', ja: '{method}: 整合' },
  'verdict.not-consistent': { en: 'not consistent with {method}', ja: '{method}: 不整合' },
  'verdict.cannot-tell': { en: 'inconclusive ({method})', ja: '{method}: 判定不能' },
  nearestProfiles: { en: 'Nearest profiles', ja: '最も近いプロファイル' },
  methodsHeading: {
    en: 'Profiles of culture methods ({name}, revision {revision})',
    ja: '培養法プロファイルとの照合({name}、第{revision}版)',
  },
  profile: { en: 'Profile', ja: 'プロファイル' },
  profileStatus: { en: 'Status', ja: '状態' },
  pValue: { en: 'p value', ja: 'p値' },
  posterior: { en: 'Posterior, %', ja: '事後確率 (%)' },
  posteriorDeclared: { en: 'with declaration, %', ja: '申告を含む (%)' },
  statusIn: { en: 'fits', ja: '整合' },
  statusOut: { en: 'ruled out', ja: '除外' },
  statusOpen: { en: 'not ruled out', ja: '除外できない' },
  statusInactive: { en: 'not active (unconfirmed)', ja: '判定対象外(未承認)' },
  methodsNote: {
    en: 'p: how often one more lot of the method would lie this far away. Profiles are starting values from the literature and assumptions until a laboratory replaces them by its own lots. The posterior takes markers as independent; the declaration never enters the call.',
    ja: 'p値: その培養法の新しいロットがこれ以上離れる確率。プロファイルは、施設が自施設のロットで置き換えるまでは文献値と仮定による初期値です。事後確率はマーカーを独立とみなします。申告は判定に用いません。',
  },
  methodsFigureHeading: { en: 'Culture methods side by side', ja: '培養法別の比較' },
  methodsFigureNote: {
    en: 'CD3 (across) against CD56 (up) of live single lymphocytes, as measured and on the same axes: this sample, and samples of this report or session that were declared or called to be of a method. Dashed: no such sample at hand, drawn from the percentages that the profile expects, without a scale.',
    ja: '生細胞・シングレットのリンパ球のCD3(横)×CD56(縦)。この検体と、この報告書またはセッションで各培養法と申告または判定された検体の実イベントを、すべて同じ軸で並べています。破線の枠はその培養法の検体がなく、プロファイルの期待割合から描いた模式図です(スケールなし)。',
  },
  thisSample: { en: 'This sample', ja: 'この検体' },
  'panel.declared': { en: 'declared: {name}', ja: '申告: {name}' },
  'panel.called': { en: 'called: {name}', ja: '判定: {name}' },
  'panel.expected': { en: 'from expected percentages', ja: '期待割合による模式図' },
  featuresHeading: { en: 'Measurements used for the call', ja: '判定に用いた測定値' },
  feature: { en: 'Feature', ja: '項目' },
  value: { en: 'Value', ja: '値' },
  featureInterval: { en: '95 %, counting and gate', ja: '95%区間(計数+ゲート位置)' },
  gateMove: { en: 'Effect of gate position (pp)', ja: 'ゲート位置の影響(±ポイント)' },
  countedOf: { en: 'Count / denominator', ja: '計数 / 分母' },
  featuresNote: {
    en: 'Effect of gate position: by how many percentage points the value moves with its gate (one standard deviation); a dash: placed by hand, or no gate of its own. The profiles were written for viable single CD45+ lymphoid cells; another denominator is not quite comparable.',
    ja: 'ゲート位置の影響: ゲート位置による値の変動(標準偏差1つ分、ポイント)。「–」は手動ゲートまたは固有のゲートなし。プロファイルの分母は生細胞・シングレットのCD45+リンパ系細胞で、異なる分母とは厳密には比較できません。',
  },

  compositionHeading: { en: 'Composition', ja: '細胞組成' },
  compositionCaption: {
    en: 'Percent of {denominator} ({count} events), with {confidence} % counting intervals.',
    ja: '{denominator}({count}イベント)に占める割合と{confidence}%信頼区間(計数のみ)。',
  },
  countingOnly: {
    en: 'The counting interval covers counting only. It does not cover where a gate stands, the staining or the sampling.',
    ja: '信頼区間は計数誤差のみを示します。ゲート位置、染色、検体採取によるばらつきは含みません。',
  },
  roleNk: { en: 'NK cells (CD3−CD56+)', ja: 'NK細胞(CD3−CD56+)' },
  roleNkt: { en: 'NKT-like cells (CD3+CD56+)', ja: 'NKT様細胞(CD3+CD56+)' },
  roleT: { en: 'T cells (CD3+CD56−)', ja: 'T細胞(CD3+CD56−)' },
  roleDn: { en: 'Double negative (CD3−CD56−)', ja: 'ダブルネガティブ(CD3−CD56−)' },

  plotsHeading: { en: 'Gating', ja: 'ゲーティング' },
  plotCaption: { en: '{population}: {y} against {x}, {count} events.', ja: '{population}: {x} × {y}、{count}イベント。' },
  allEvents: { en: 'All events', ja: '全イベント' },
  plotsNote: {
    en: 'Gates in the order of the strategy. Colour: event density, yellow dense, violet sparse. Percentages are of the parent population.',
    ja: 'ゲーティング戦略の順に示します。色はイベント密度(黄が高密度、紫が低密度)。%は親集団に対する割合です。',
  },

  populationsHeading: { en: 'Populations', ja: '細胞集団' },
  population: { en: 'Population', ja: '細胞集団' },
  count: { en: 'Events', ja: 'イベント数' },
  percentOfParent: { en: '% of parent', ja: '親集団比 (%)' },
  interval: { en: '{confidence} % counting interval', ja: '{confidence}%信頼区間(計数)' },
  intervalPlain: { en: 'Counting interval', ja: '信頼区間(計数)' },
  percentOfTotal: { en: '% of total', ja: '総イベント比 (%)' },
  gateState: { en: 'Gate', ja: 'ゲート' },
  percent: { en: '%', ja: '%' },
  lightGreen: { en: 'good', ja: '良好' },
  lightAmber: { en: 'review', ja: '要確認' },
  lightRed: { en: 'manual review required', ja: '要判断' },
  lacksMarker: { en: 'no {missing}', ja: '{missing}なし' },
  fixedGate: { en: 'fixed', ja: '固定' },

  mediansHeading: { en: 'Median intensities', ja: '蛍光強度の中央値' },
  mediansNote: {
    en: 'Medians of linear values, compensated where the channel is. A dash: too few events, or not measured.',
    ja: '線形値(補正対象チャンネルは蛍光補正後)の中央値。「–」はイベント数不足または測定なし。',
  },

  gatesHeading: { en: 'Automatic gates', ja: '自動ゲートの根拠' },
  findingsHeading: { en: 'Findings', ja: '検出事項' },
  noFindings: { en: 'No issues; nothing was repaired or assumed.', ja: '修復・仮定・異常はありませんでした。' },
  kindRepair: { en: 'repaired', ja: '修復' },
  kindGuess: { en: 'assumed', ja: '仮定' },
  kindNote: { en: 'note', ja: '注記' },
  atByte: { en: 'byte {offset}', ja: 'バイト位置 {offset}' },

  sampleHeading: { en: 'Sample and instrument', ja: '検体と装置' },
  file: { en: 'File', ja: 'ファイル' },
  dataset: { en: 'Data set', ja: 'データセット' },
  events: { en: 'Events', ja: 'イベント数' },
  fcsVersion: { en: 'FCS version', ja: 'FCSバージョン' },
  role: { en: 'Role', ja: '区分' },
  culture: { en: 'Culture', ja: '培養番号' },
  gatingGroup: { en: 'Gated by group', ja: '適用グループ' },
  allSamples: { en: 'All samples', ja: '全検体' },
  lot: { en: 'Lot', ja: 'ロット番号' },
  donor: { en: 'Donor (pseudonym)', ja: 'ドナー(仮名)' },
  day: { en: 'Culture day', ja: '培養日数' },
  cytometer: { en: 'Cytometer', ja: '装置' },
  serial: { en: 'Serial number', ja: '装置シリアル番号' },
  acquired: { en: 'Acquired', ja: '測定日時' },
  keywords: { en: 'File keywords', ja: 'ファイルのキーワード' },
  masked: { en: 'masked (may name a person)', ja: '非表示(個人名を含む可能性)' },
  'role.sample': { en: 'sample', ja: '検体' },
  'role.blood': { en: 'blood of a donor', ja: 'ドナー血液' },
  'role.fmo': { en: 'FMO control', ja: 'FMOコントロール' },
  'role.unstained': { en: 'unstained control', ja: '未染色コントロール' },
  'role.single-stain': { en: 'single-stain control', ja: '単染色コントロール' },
  'role.reference': { en: 'reference', ja: '対照検体' },
  'role.beads': { en: 'beads', ja: 'ビーズ' },
  'role.blank': { en: 'blank', ja: 'ブランク' },

  provenanceHeading: { en: 'Provenance', ja: '解析の来歴' },
  fileDigest: { en: 'SHA-256 of the file', ja: 'ファイルのSHA-256' },
  protocol: { en: 'Protocol', ja: 'プロトコル' },
  revision: { en: '{name}, revision {revision}', ja: '{name}(第{revision}版)' },
  protocolDigest: { en: 'SHA-256 of the protocol', ja: 'プロトコルのSHA-256' },
  software: { en: 'Software', ja: 'ソフトウェア' },
  compensation: { en: 'Compensation', ja: '蛍光補正' },
  compensatedChannels: { en: 'Compensated channels', ja: '補正対象チャンネル' },
  condition: { en: 'Condition number', ja: '条件数' },
  channelsHeading: { en: 'Channels used', ja: '使用チャンネル' },
  panelName: { en: 'Panel name', ja: 'パネル名' },
  channel: { en: 'Channel ($PnN)', ja: 'チャンネル ($PnN)' },
  marker: { en: 'Marker ($PnS)', ja: 'マーカー ($PnS)' },
  compensated: { en: 'Compensated', ja: '補正' },
  transform: { en: 'Scale', ja: 'スケール' },
  yes: { en: 'yes', ja: '済' },
  no: { en: 'no', ja: 'なし' },
} as const satisfies Catalogue;
export type MessageKey = keyof typeof words;

/** The six groups that a culture may be shown as. */
export const groupNames = {
  'resting-or-short-lak': { en: 'Resting blood or short LAK', ja: '末梢血または短期LAK' },
  'expanded-nk': { en: 'Expanded NK', ja: '拡大培養NK' },
  't-cell-product': { en: 'T-cell product', ja: 'T細胞製剤' },
  'cik-or-nkt-like': { en: 'CIK or NKT-like', ja: 'CIKまたはNKT様' },
  'gamma-delta-t': { en: 'γδ T', ja: 'γδT' },
  indeterminate: { en: 'Indeterminate', ja: '判定保留' },
} as const satisfies Catalogue;

/** The methods inside a group that the project's own profiles know; a laboratory's own keep the names it gave them. */
export const methodNames = {
  resting: { en: 'resting (uncultured) cells', ja: '未培養(静止期)細胞' },
  'nih-lak': { en: 'LAK, short culture with IL-2', ja: 'LAK(IL-2短期培養)' },
  indeterminate: groupNames.indeterminate,
} as const satisfies Catalogue;

/** A way to say words in one language. */
export type Translate = (word: MessageKey, values?: Values) => string;

export const translator =
  (language: Language): Translate =>
  (word, values) =>
    say(words[word], values, language);
