import { describeFinding, type Finding, type FindingKind } from '../../base/finding.ts';
import type { Language } from '../../base/message.ts';
import { fcsFindings } from '../../data/fcs/findings.ts';
import { metadataFindings } from '../../data/metadata/match-metadata.ts';
import { cautionSentences } from '../../gating/strategy/caution-text.ts';
import { sessionFindings } from './session-findings.ts';

/** Findings of the analysis itself; those of reading are in core/data/fcs/findings.ts. */
const analysisFindings: { readonly [code: string]: FindingKind } = {
  'ambiguous-marker': {
    kind: 'note',
    sentence: {
      en: '{marker} fits several channels equally well ({channels}); name one in the panel.',
      ja: '{marker}に当たるチャンネルが複数あります({channels})。パネルで1つを指定してください。',
    },
  },
  'stand-in-marker': {
    kind: 'note',
    sentence: { en: '{standIn} ({species}) stands in for {marker}.', ja: '{marker}の代わりに{standIn}({species})を用いました。' },
  },
  'combined-marker': {
    kind: 'note',
    sentence: {
      en: '{channel} ("{label}") holds {marker} and another marker in one colour; it serves as {marker}, never as the other.',
      ja: '{channel}(「{label}」)は{marker}と他のマーカーを1色で染めています。{marker}として用い、他方としては用いません。',
    },
  },
  'label-left-out': {
    kind: 'note',
    sentence: {
      en: '{channel} does not stand for {marker}: its label "{label}" says that it is left out.',
      ja: '{channel}は{marker}として用いません(ラベル「{label}」は{marker}を染めていないことを示します)。',
    },
  },
  'label-control': {
    kind: 'note',
    sentence: {
      en: '{channel} does not stand for {marker}: its label "{label}" is that of a control.',
      ja: '{channel}は{marker}として用いません(ラベル「{label}」は対照を示します)。',
    },
  },
  'label-mixture': {
    kind: 'note',
    sentence: {
      en: '{channel} does not stand for {marker}: its label "{label}" names several in one colour.',
      ja: '{channel}は{marker}として用いません(ラベル「{label}」は複数を1色で染めています)。',
    },
  },
  'scatter-chosen': {
    kind: 'note',
    sentence: {
      en: '{scatter} is {channel}, the main one of several detectors (also: {others}).',
      ja: '{scatter}には複数の検出器のうち主となる{channel}を用いました(ほかに{others})。',
    },
  },
  'scatter-stand-in': {
    kind: 'note',
    sentence: {
      en: '{channel} serves as {scatter}: this instrument measures it in place of scattered light at that angle.',
      ja: '{scatter}の代わりに、この装置が測る{channel}を用いました。',
    },
  },
  'dead-cell-dye-chosen': {
    kind: 'note',
    sentence: {
      en: 'Several channels hold a dye of dead cells ({channels}); {channel} was used.',
      ja: '死細胞染色のチャンネルが複数あります({channels})。{channel}を用いました。',
    },
  },
  'gate-skipped': {
    kind: 'note',
    sentence: {
      en: 'The gate "{gate}" was skipped: this file has no {missing}.',
      ja: '{missing}がないため、ゲート「{gate}」を省略しました。',
    },
  },
  'ratio-undefined': {
    kind: 'note',
    sentence: {
      en: '{events} events have no value on {dimension} (division by zero): they are in no gate on it, in no quadrant and in no complement.',
      ja: '{dimension}の値がない細胞(0による除算)が{events}個あり、その軸のゲート・象限・補集合のいずれにも含まれません。',
    },
  },
  'personal-keywords': {
    kind: 'note',
    sentence: {
      en: "These keywords may hold a person's name or number and are masked in reports: {keywords}.",
      ja: '個人名や番号を含む可能性があるキーワードです(報告書では伏せます): {keywords}。',
    },
  },
  'taken-as-compensated': {
    kind: 'note',
    sentence: {
      en: 'There is no matrix. The events show no spillover between lineage markers and are taken as compensated.',
      ja: '補正行列はありません。系統マーカー間に漏れ込みが見られないため、補正済みとして扱います。',
    },
  },
  'compensated-at-instrument': {
    kind: 'note',
    sentence: {
      en: 'The values are taken as compensated at the instrument.',
      ja: '測定時に装置で補正された値として扱います。',
    },
  },
  'compensation-declined': {
    kind: 'note',
    sentence: { en: 'Not compensated, as the protocol says.', ja: 'プロトコルの指定により補正していません。' },
  },
  'spillover-unreliable': {
    kind: 'note',
    sentence: {
      en: 'The matrix of {keyword} has no inverse that could be relied on.',
      ja: '{keyword}の行列には信頼できる逆行列がありません。',
    },
  },
  'compensated-already': {
    kind: 'note',
    sentence: {
      en: 'Not compensated: by their names, these channels hold compensated values already ({channels}).',
      ja: 'チャンネル名({channels})から補正済みの値とみられるため、補正していません。',
    },
  },
  'compensated-twice': {
    kind: 'note',
    sentence: {
      en: 'In {without} of {pairs} pairs of channels the events lack the spillover that the matrix takes out: they may have been compensated before.',
      ja: 'チャンネル対 {pairs}組のうち{without}組で、行列が除くはずの漏れ込みが見られません。すでに補正済みの可能性があります。',
    },
  },
  'ill-conditioned-spillover': {
    kind: 'note',
    sentence: {
      en: 'The spillover matrix is close to singular (condition number {condition}): small errors grow.',
      ja: '漏れ込み行列が特異に近く(条件数 {condition})、わずかな誤差が大きくなります。',
    },
  },
  'quality-removed': {
    kind: 'note',
    sentence: {
      en: 'Acquisition quality: {removed} of {events} events ({percent} %) were left out before gating.',
      ja: '測定品質: {events}イベント中{removed}個({percent}%)をゲーティング前に除外しました。',
    },
  },
  'beyond-scale': {
    kind: 'note',
    sentence: {
      en: '{count} events of {channel} lie far beyond its scale, which ends at {top} (the farthest at {farthest}): they did not set it.',
      ja: '{channel}の{count}イベントがスケールの上限{top}を大きく外れています(最も遠い値は{farthest})。スケールの決定には用いていません。',
    },
  },
  'stored-logarithms': {
    kind: 'guess',
    sentence: {
      en: 'The values of {channel} are like logarithms, with the noise below 0 at their floor: they are shown on the scale of the signal.',
      ja: '{channel}の値は対数値で、0以下のノイズが下限にあるとみられるため、信号のスケールで表示します。',
    },
  },
  'cut-sensitivity': {
    kind: 'note',
    sentence: {
      en: 'NK cells are {low} to {high} % when the CD56 threshold moves by a tenth of the gap to either side.',
      ja: 'CD56の境界を陰性・陽性間隔の1割ずつ上下に動かしたときのNK細胞: {low}〜{high}%。',
    },
  },
  'cut-insensitive': {
    kind: 'note',
    sentence: {
      en: 'NK cells stay {percent} % when the CD56 threshold moves by a tenth of the gap to either side.',
      ja: 'CD56の境界を陰性・陽性間隔の1割ずつ上下に動かしても、NK細胞は{percent}%で変わりません。',
    },
  },
  'cut-decides': {
    kind: 'note',
    sentence: {
      en: 'The CD56 threshold decides: NK cells are {low} to {high} % when it moves by a tenth of the gap. A control without CD56 (FMO) would settle it.',
      ja: 'CD56の境界位置の影響が大きく、間隔の1割動かすとNK細胞は{low}〜{high}%となります。FMOコントロールでの確認が必要です。',
    },
  },
  'blasts-cut-off': {
    kind: 'note',
    sentence: {
      en: '{outside} % of live CD56+ cells are outside the scatter gate and {top} % at the top of forward scatter: activated cells may be cut off.',
      ja: '生CD56陽性細胞の{outside}%が散乱光ゲート外、{top}%が前方散乱の上限にあります: 活性化細胞が除外されている可能性があります。',
    },
  },
  'nkt-by-doublets': {
    kind: 'note',
    sentence: {
      en: 'CD3+CD56+ events ({observed} %) are no more than doublets of T and NK cells would give ({expected} %).',
      ja: 'CD3陽性CD56陽性({observed}%)は、T細胞とNK細胞のダブレットで生じる割合({expected}%)を超えません。',
    },
  },
  'no-singlet-gate': {
    kind: 'note',
    sentence: {
      en: 'Doublets could not be removed (no pulse area and height): about {percent} % of false CD3+CD56+ events are expected.',
      ja: 'パルスの面積と高さがないためダブレットを除けません: 偽のCD3陽性CD56陽性が約{percent}%見込まれます。',
    },
  },
  'cd3-low': {
    kind: 'note',
    sentence: {
      en: 'CD3 of T cells is only {share} % of the scale above the negatives: internalised after OKT3, or dim as in ATL cells.',
      ja: 'T細胞のCD3が陰性から軸幅の{share}%しか離れていません: OKT3によるCD3の内在化、またはATL細胞様の弱陽性の可能性があります。',
    },
  },
  'viability-not-gated': {
    kind: 'note',
    sentence: {
      en: 'No viability dye: dead cells were not excluded; they bind antibodies non-specifically.',
      ja: '生死判定色素がないため死細胞を除いていません。死細胞には抗体が非特異的に結合します。',
    },
  },
  'viability-restricted': {
    kind: 'note',
    sentence: {
      en: 'Only {live} % of the cells are live: interpret with caution.',
      ja: '生細胞が{live}%しかないため、結果の解釈に注意してください。',
    },
  },
  'spillover-residual': {
    kind: 'note',
    sentence: {
      en: 'Residual {from}-to-{into} spillover {percent} % (within T cells): check the compensation.',
      ja: 'T細胞内で{from}の蛍光の漏れ込みが{into}に{percent}%残っています: 補正を確認してください。',
    },
  },
  'feeder-cells': {
    kind: 'note',
    sentence: {
      en: '{percent} % of the live cells are large, CD45-dim and neither CD3+ nor CD56+: feeder cells?',
      ja: '生細胞の{percent}%が大型でCD45弱陽性、CD3・CD56陰性です: フィーダー細胞の可能性があります。',
    },
  },
  'cd45-negative': {
    kind: 'note',
    sentence: {
      en: '{percent} % of the lymphocyte gate carry no CD45: platelets or red cells?',
      ja: 'リンパ球ゲートの{percent}%がCD45陰性です: 血小板または赤血球の可能性があります。',
    },
  },
};

const cautionFindings = Object.fromEntries(
  Object.entries(cautionSentences).map(([code, sentence]) => [code, { kind: 'note' as const, sentence }]),
);

/** Every finding there is, of reading a file, of its details, of the analysis and of the session. */
export const allFindings: { readonly [code: string]: FindingKind } = {
  ...fcsFindings,
  ...metadataFindings,
  ...analysisFindings,
  ...cautionFindings,
  ...sessionFindings,
};

export const findingText = (finding: Finding, language: Language): string => describeFinding(allFindings, finding, language);
