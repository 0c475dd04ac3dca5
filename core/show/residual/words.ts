import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';

/** What is said of residual cells. Never a bare "not detected": the count and the upper limit stand beside it. */
const words = {
  title: { en: 'Residual leukaemic cells', ja: '残存白血病細胞' },
  header: { en: 'Residual leukaemic cells', ja: '残存白血病細胞の解析報告書' },
  courseTitle: { en: 'Residual leukaemic cells over the culture: lot {lot}', ja: '培養経過における残存白血病細胞:ロット {lot}' },
  plan: { en: '{name}, revision {revision}', ja: '{name}(第{revision}版)' },
  planHeading: { en: 'Plan', ja: '計画書' },
  planName: { en: 'Plan', ja: '計画書' },
  planDigest: { en: 'SHA-256 of the plan', ja: '計画書のSHA-256' },
  approved: { en: 'Approved', ja: '承認' },
  approvedBy: { en: '{by}, {on}', ja: '{by} {on}' },
  notApproved: { en: 'not approved', ja: '未承認' },
  material: { en: 'Kind of material', ja: '検体の種類' },
  'material.blood': { en: 'blood', ja: '血液' },
  'material.product': { en: 'cultured product', ja: '培養製品' },
  population: { en: 'Residual cells', ja: '残存細胞の集団' },
  denominator: { en: 'Counted among', ja: '分母' },
  rule: { en: 'Events for detection and for a number', ja: '検出・定量に必要なイベント数' },
  ruleOf: { en: 'LOD {lod}, LOQ {loq}', ja: 'LOD {lod}、LOQ {loq}' },
  leastEvents: { en: 'Least events of the denominator', ja: '分母の最少イベント数' },
  needsBlank: { en: 'Blank', ja: 'ブランク' },
  blankNeeded: { en: 'needed', ja: '必要' },
  blankFree: { en: 'optional', ja: '任意' },
  entryRule: { en: 'At collection', ja: '採取時の基準' },
  atMost: { en: 'at most {limit} %', ja: '{limit}%以下' },
  endRule: { en: 'End of the search', ja: '終了基準' },
  endOf: {
    en: '{results} results in a row below detection at an LOD of at most {lod} %',
    ja: 'LODが{lod}%以下で、{results}回連続して検出せず',
  },
  limit: { en: 'Limit to be excluded', ja: '否定すべき限度' },
  confidence: { en: 'Confidence', ja: '信頼度' },

  'state.none-seen': { en: 'not detected (none seen)', ja: '検出せず(0個)' },
  'state.below-lod': { en: 'not detected (below LOD)', ja: '検出せず(検出限界未満)' },
  'state.below-loq': { en: 'detected, below LOQ', ja: '検出(定量限界未満)' },
  'state.quantified': { en: 'quantified', ja: '定量' },
  'state.cannot-tell': { en: 'inconclusive', ja: '判定不能' },

  result: {
    en: '{state}: {n} of {total} cells ({fraction} %); with {confidence} % confidence at most {upper} %.',
    ja: '{state}:{total}個中{n}個({fraction}%)。信頼度{confidence}%での上限は{upper}%です。',
  },
  resultApart: {
    en: '{state}: {n} of {total} cells, {fraction} % tube by tube; with {confidence} % confidence at most {upper} %.',
    ja: '{state}:{total}個中{n}個(チューブ別{fraction}%)。信頼度{confidence}%での上限は{upper}%です。',
  },
  nothing: { en: 'Nothing was counted.', ja: '計数できた細胞がありません。' },
  disagree: {
    en: 'The tubes disagree (p {p}): each stands alone, and the highest upper limit counts.',
    ja: 'チューブ間に有意なばらつきがあります(p {p})。チューブごとに示し、最も高い上限値を採用します。',
  },
  inCells: {
    en: 'Of {viable} viable cells: {cells} residual cells ({low} to {high}); up to {upper} cannot be excluded ({confidence} %).',
    ja: '生細胞{viable}個中の残存細胞は{cells}個({low}〜{high})で、最大{upper}個の残存を否定できません(信頼度{confidence}%)。',
  },
  inCellsNone: {
    en: 'Of {viable} viable cells up to {upper} residual cells cannot be excluded ({confidence} %).',
    ja: '生細胞{viable}個中、最大{upper}個の残存細胞を否定できません(信頼度{confidence}%)。',
  },
  noCellsCv: {
    en: 'The error of counting these cells is not given, and not in the limits.',
    ja: '細胞数の計数誤差(CV)は指定されておらず、上限に含まれていません。',
  },
  byReplicates: { en: 'LoB and LoD by replicates (EP17)', ja: '繰り返し測定によるLoB・LoD (EP17)' },
  byReplicatesOf: { en: '{lob} %, {lod} %', ja: '{lob}%、{lod}%' },
  cellsCv: { en: 'CV of cell counts', ja: '細胞数の変動係数' },
  byVolume: {
    en: 'By the volume of the aliquot, where all of it was acquired: up to {upper}.',
    ja: '採取量を全量測定した場合の容量による上限:{upper}個。',
  },

  'doubt.too-few-events': { en: 'Too few events: {events} more are needed.', ja: 'イベント数が不足しています(あと{events}イベント必要)。' },
  'doubt.limit-not-reached': {
    en: 'Cannot tell at the required limit: {events} more events are needed if no more are found.',
    ja: '要求された限度での判定ができません。追加で検出されない場合でも、あと{events}イベントの測定が必要です。',
  },
  'doubt.gate-red': { en: 'A gate on the way to these cells is not reliable.', ja: '対象集団に至るゲートの信頼性が不足しています。' },
  'doubt.blank-missing': {
    en: 'The plan asks for a blank, and none was given.',
    ja: '計画書はブランクを必要としますが、指定されていません。',
  },
  'doubt.blank-unfit': { en: 'A blank does not fit the sample.', ja: '検体に適合しないブランクがあります。' },
  'doubt.nothing-counted': { en: 'No cell of the denominator was counted.', ja: '分母となる細胞が計数されていません。' },

  tubes: { en: 'Tubes', ja: 'チューブ' },
  file: { en: 'File', ja: 'ファイル' },
  residual: { en: 'Residual', ja: '残存細胞' },
  among: { en: 'Among', ja: '分母' },
  fraction: { en: 'Fraction (%)', ja: '割合 (%)' },
  interval: { en: '{confidence} % confidence interval', ja: '{confidence}%信頼区間' },
  upper: { en: 'Upper limit, {confidence} %', ja: '上限(片側{confidence}%)' },
  lod: { en: 'LOD', ja: 'LOD' },
  loq: { en: 'LOQ', ja: 'LOQ' },
  state: { en: 'Result', ja: '結果' },
  tubesOn: { en: 'Day {day}: tubes that disagree', ja: '{day}日目:結果が一致しないチューブ' },
  stepsHeading: { en: 'Gates on the way to the residual cells', ja: '残存細胞に至るゲート' },
  stepsNote: {
    en: 'Each gate on the population that it stands in, in the largest tube. Red: every one of its {count} residual events. The last plot holds all combinations of its two markers.',
    ja: '最大のチューブでの各ゲートと親集団。赤:このチューブの残存細胞の全{count}イベント。最後の図は2つのマーカーのすべての組み合わせを示します。',
  },
  together: { en: 'All tubes', ja: '合計' },
  tubesNote: {
    en: 'Events of tubes are added, percentages never averaged. Intervals are exact (Clopper-Pearson) and cover counting only. LOD and LOQ in percent, by the events of the row.',
    ja: 'イベント数はチューブ間で合計し、割合の平均は用いません。信頼区間は正確法(Clopper-Pearson)で、計数誤差のみを含みます。LODとLOQは各行のイベント数から求めた百分率です。',
  },
  blanks: { en: 'Blanks', ja: 'ブランク' },
  blankNote: {
    en: 'Limit of blank {lob} events, limit of detection {lod} events of these tubes. Less the blank: {net} % ({low} to {high}); the blank alone gives as many with p {p}. Nothing is subtracted from the upper limit.',
    ja: 'ブランク限界(LoB)は{lob}イベント、検出限界(LoD)は{lod}イベントです。ブランク差引値は{net}%({low}〜{high})、ブランクのみで同数以上となる確率はp {p}です。上限値からは差し引きません。',
  },
  refused: { en: 'Not counted', ja: '計数から除外' },
  why: { en: 'Reason', ja: '理由' },
  hasFlow: { en: 'HAS-Flow', ja: 'HAS-Flow' },
  hasFlowIs: {
    en: 'HAS-Flow: CADM1+ {cadm1} % of CD3+CD4+ cells ({low} to {high}, {confidence} % interval), {group}; D {d} %, N {n} %.',
    ja: 'HAS-Flow:CD3+CD4+細胞中のCADM1陽性は{cadm1}%({confidence}%信頼区間 {low}〜{high})、{group}(D {d}%、N {n}%)。',
  },
  hasFlowNote: {
    en: 'Groups hold for blood. After mogamulizumab CCR4 is no marker.',
    ja: '区分は血液にのみ適用します。モガムリズマブ投与後はCCR4を指標にできません。',
  },
  bloodOnCulture: {
    en: 'The plan is one of blood, and the sample is of a culture: cultured T cells are activated, and the limits of blood do not hold.',
    ja: '血液用の計画書ですが、検体は培養細胞です。培養T細胞は活性化しているため、血液の基準は適用できません。',
  },

  pcrLoad: {
    en: '{sample}: proviral load {per100} copies per 100 cells ({low} to {high}, {confidence} % interval); {cells} cells assayed.',
    ja: '{sample}:プロウイルス量は100細胞あたり{per100}コピーです({confidence}%信頼区間 {low}〜{high}、測定細胞数{cells}個)。',
  },
  pcrNoLimits: {
    en: '{sample}: proviral load {per100} copies per 100 cells; {cells} cells assayed. Copies alone give no interval.',
    ja: '{sample}:プロウイルス量は100細胞あたり{per100}コピーです(測定細胞数{cells}個)。コピー数のみでは信頼区間を算出できません。',
  },
  pcrNone: {
    en: '{sample}: tax not detected in {cells} cells assayed; with {confidence} % confidence at most {upper} copies per 100 cells.',
    ja: '{sample}:測定細胞{cells}個からtaxは検出されませんでした。信頼度{confidence}%での上限は100細胞あたり{upper}コピーです。',
  },
  pcrSilent: {
    en: 'Nothing rose in {silent} of {wells} wells of tax: the load is by the others alone and tends to be too high.',
    ja: 'taxの{wells}ウェル中{silent}ウェルは未検出です。プロウイルス量は検出ウェルのみの値で、高めに出る傾向があります。',
  },
  flowBeside: {
    en: 'Flow cytometry of the same day: {low} % to {high} % ({confidence} %).',
    ja: '同日のフローサイトメトリー:{low}%〜{high}%(信頼度{confidence}%)。',
  },
  pcrAndFlow: { en: 'The two do not exclude each other.', ja: '両者の結果は矛盾しません。' },
  'flow-higher': {
    en: 'The intervals exclude each other: flow cytometry finds more than PCR.',
    ja: '両者の信頼区間は重なりません(フローサイトメトリーの値がPCRより高値)。',
  },
  'pcr-higher': {
    en: 'The intervals exclude each other: PCR finds more than flow cytometry.',
    ja: '両者の信頼区間は重なりません(PCRの値がフローサイトメトリーより高値)。',
  },
  pcrNote: {
    en: 'PCR counts every infected cell, flow cytometry those of the residual population; one provirus a cell is assumed.',
    ja: 'PCRはすべての感染細胞を、フローサイトメトリーは残存細胞の集団のみを対象とします。1細胞あたり1プロウイルスと仮定しています。',
  },

  day: { en: 'Day', ja: '培養日数' },
  lastDay: { en: 'to culture day {day}', ja: '培養{day}日目まで' },
  viable: { en: 'Viable cells', ja: '生細胞数' },
  cells: { en: 'Residual cells', ja: '残存細胞数' },
  cellsUpper: { en: 'At most', ja: '上限' },
  expansion: { en: 'Fold', ja: '増殖倍率' },
  reduction: { en: 'Log reduction', ja: '対数減少値' },
  absolute: { en: 'of the cells', ja: '細胞数の対数減少値' },
  courseHeading: { en: 'Course', ja: '経過' },
  daysInCells: { en: 'In cells', ja: '細胞数への換算' },
  daysHeading: { en: 'Day by day', ja: '日ごとの結果' },
  courseNote: {
    en: 'Log reduction since the first day, of the fraction and of the cells themselves (what growth did is taken off), with {confidence} % intervals; ≥ is one-sided at {confidence} %. Days that cannot be told enter no reduction.',
    ja: '対数減少値は初日からの値で、割合と細胞数(増殖による希釈を除いた値)のそれぞれに{confidence}%信頼区間を付します。≥は片側{confidence}%の下限です。判定不能の日は計算に含めません。',
  },
  'fate.diluted': {
    en: 'Diluted: the fraction falls, but the residual cells themselves may be as many as before.',
    ja: '希釈のみ:割合は低下していますが、残存細胞数が減少したとはいえません。',
  },
  'fate.eliminated': { en: 'Eliminated: the residual cells themselves become fewer.', ja: '減少:残存細胞数そのものが減少しています。' },
  'fate.grows': { en: 'Growing: the residual cells themselves become more.', ja: '増加:残存細胞数が増加しています。' },
  fateUnknown: {
    en: 'Whether residual cells were diluted or eliminated cannot be told without their number at both ends.',
    ja: '始点と終点の細胞数がないため、希釈か減少かを判定できません。',
  },
  halfLife: { en: 'Half-life of the residual cells: {days} days.', ja: '残存細胞数の半減期:{days}日。' },
  noHalfLife: {
    en: 'No half-life: fewer than three days with detected cells, or no fall.',
    ja: '半減期は算出しません(検出日が3日未満、または減少がないため)。',
  },
  entryMet: { en: 'At collection the load was within the limit.', ja: '採取時の残存細胞は基準以内でした。' },
  entryNotMet: {
    en: 'At collection the load was not shown to be within the limit.',
    ja: '採取時の残存細胞が基準以内であることは確認できません。',
  },
  endMet: {
    en: 'The end rule is met: {results} results in a row not detected at a sufficient LOD.',
    ja: '終了基準を満たします(十分なLODで{results}回連続して検出せず)。',
  },
  endNotMet: { en: 'The end rule is not met.', ja: '終了基準を満たしません。' },
  lotOnDay: { en: '{lot}, day {day}', ja: '{lot}(培養{day}日目)' },
  changeSide: {
    en: '{state} ({n} of {total} cells; {name}, revision {revision})',
    ja: '{state}({total}個中{n}個、{name} 第{revision}版)',
  },
  stateChanges: { en: 'Residual cells of {sample}: {before} → {after}', ja: '残存細胞 {sample}:{before} → {after}' },
  kept: { en: 'Kept in the archive: {id}.', ja: 'アーカイブに保存しました({id})。' },
  keptBefore: { en: 'The archive held this very result already: {id}.', ja: '同じ結果がすでにアーカイブにあります({id})。' },
  lotsHeading: { en: 'Lots over each other', ja: 'ロット間の比較' },
  lotsFigure: {
    en: 'Fraction and number of residual cells of the newest lots by culture day; arrows point down from upper limits of days without detection.',
    ja: '最近のロットにおける培養日数ごとの残存細胞の割合と細胞数。下向き矢印は検出されなかった日の上限値。',
  },
  axisDay: { en: 'Culture day', ja: '培養日数' },
  axisFraction: { en: 'Fraction', ja: '割合' },
  axisCells: { en: 'Cells', ja: '細胞数' },
  figure: {
    en: 'Fraction and number of residual cells by culture day; arrows point down from upper limits of days without detection; dashes are the LOD of each day.',
    ja: '培養日数ごとの残存細胞の割合と細胞数。下向き矢印は検出されなかった日の上限値、破線は各日のLOD。',
  },
  provenance: { en: 'Provenance', ja: '解析の来歴' },
  needed: {
    en: 'To exclude {limit} % with {confidence} % confidence: {exclude} events with none residual. To detect it (LOD {lod} events): {detect} events; to give it as a number (LOQ {loq}): {quantify}.',
    ja: '信頼度{confidence}%で{limit}%を否定するには、残存細胞0個で{exclude}イベントが必要です。検出(LOD {lod}イベント)には{detect}イベント、定量(LOQ {loq}イベント)には{quantify}イベントが必要です。',
  },
} as const satisfies Catalogue;
type WordKey = keyof typeof words;
export type Translate = (key: WordKey, values?: Values) => string;

export const translator =
  (language: Language): Translate =>
  (key, values = {}) =>
    say(words[key], values, language);
