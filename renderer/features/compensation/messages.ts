import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { Translate } from '../../messages/language.ts';

/** Compensation. */
export const own = {
  compensationFile: { en: 'as each file says', ja: '各ファイルの行列' },
  compensationMatrix: { en: 'one matrix for all', ja: '全検体に同じ行列' },
  compensationAtInstrument: { en: 'done at the instrument', ja: '測定時に補正済み' },
  compensationNone: { en: 'none', ja: '補正なし' },
  importMatrix: { en: 'Import…', ja: '読み込む…' },
  exportMatrix: { en: 'Export…', ja: '書き出す…' },
  matrixCondition: { en: 'Condition number {number}.', ja: '条件数 {number}。' },
  matrixAxes: { en: 'Rows: stains. Columns: detectors.', ja: '行: 色素、列: 検出器' },
  matrixCorner: { en: '% of', ja: '% (行→列)' },
  spillOf: { en: '{from} seen by {into}, %', ja: '{from} → {into} (%)' },
  matrixFor: { en: 'For', ja: '対象' },
  matrixForAll: { en: 'all samples', ja: '全検体' },
  matrixForGroup: { en: 'group {group}', ja: 'グループ「{group}」' },
  matrixInherited: { en: 'As all samples', ja: '全検体と同じに戻す' },
  matrixShown: { en: 'Shown as', ja: '表示' },
  matrixAsNumbers: { en: 'coefficients', ja: '係数' },
  matrixAsPairs: { en: 'all pairs', ja: '全ペア' },
  pairsPopulation: { en: 'Population', ja: '細胞集団' },
  pairsAxes: { en: 'Rows: across. Columns: upwards.', ja: '行: 横軸、列: 縦軸' },
  pairsChosen: { en: 'Pair {x} across, {y} upwards', ja: '横軸 {x}、縦軸{y}のペア' },
  pairsHint: {
    en: '{looked} of {count} events; rows across, columns upwards.',
    ja: '{count}イベント中{looked}イベント(行が横軸、列が縦軸)',
  },
  controlsRecognise: { en: 'Recognise again', ja: '判別し直す' },
  controlsName: { en: 'Single stains {day}', ja: '単染色 {day}' },
  controlsNameLabel: { en: 'Name of the matrix', ja: '行列の名前' },
  controlsNameProblem: { en: 'A name of 1 to 200 letters.', ja: '1〜200文字の名前が必要です。' },
  controlsUse: { en: 'Use this matrix', ja: 'この行列を使用' },
  controlsLooking: { en: 'Looking for controls…', ja: 'コントロールを判別しています…' },
  controlsComputing: { en: 'Computing…', ja: '計算中…' },
  controlsFew: {
    en: 'Choose the tubes of at least two of the {count} detectors.',
    ja: '{count}個の検出器のうち2個以上のチューブを選択してください。',
  },
  controlsNotWhole: { en: 'A row is missing: the matrix cannot be used.', ja: '欠けている行があるため、行列を使用できません。' },
  controlsAcceptHeld: { en: 'Take the row as it is', ja: 'この行をそのまま採用' },
  controlsAcceptEmpty: { en: 'Take the row without spillover', ja: 'この行を漏れ込みなしとして採用' },
  controlsDetector: { en: 'Detector', ja: '検出器' },
  controlsTube: { en: 'Tube', ja: 'チューブ' },
  controlsTubeOf: { en: 'Tube of {detector}', ja: '{detector}のチューブ' },
  controlsPositives: { en: 'Positives', ja: '陽性' },
  controlsUnstained: { en: 'Unstained', ja: '未染色' },
  controlsNone: { en: 'none', ja: 'なし' },
  controlsByLight: { en: 'by its brightest detector', ja: '最も明るい検出器から判別' },
  controlsNegativesOwn: { en: 'negatives of the tube itself', ja: '陰性: チューブ自身のイベント' },
  controlsNegativesUnstained: { en: 'negatives of the unstained tube (dashed)', ja: '陰性: 未染色チューブ(破線)' },
  gatePositive: { en: 'Positive', ja: '陽性' },
  gateNegative: { en: 'Negative', ja: '陰性' },
  'positive-min': { en: 'Positive gate from', ja: '陽性ゲートの下端' },
  'positive-max': { en: 'Positive gate to', ja: '陽性ゲートの上端' },
  'negative-min': { en: 'Negative gate from', ja: '陰性ゲートの下端' },
  'negative-max': { en: 'Negative gate to', ja: '陰性ゲートの上端' },
  gateInvalid: { en: 'A number, the lower end not above the upper one.', ja: '下端が上端を超えない数値が必要です。' },
  gateAutomatic: { en: 'automatic', ja: '自動' },
  residualHint: {
    en: 'Of the light of {detector}, %. Before and after: median of positives less that of negatives.',
    ja: '{detector}の光に対する割合(%)。補正前・補正後は陽性と陰性の中央値の差。',
  },
  residualCoefficient: { en: 'Spillover', ja: '漏れ込み' },
  residualBefore: { en: 'Before', ja: '補正前' },
  residualAfter: { en: 'After', ja: '補正後' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
export type T = Translate<MessageKey>;
