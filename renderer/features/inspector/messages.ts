import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { Translate } from '../../messages/language.ts';

/** Details of one population: gate, bounds, evidence, findings. */
export const own = {
  nothingSelected: {
    en: 'Select a population or a gate to see its bounds, statistics and evidence.',
    ja: '細胞集団またはゲートを選択すると、境界・統計値・判定根拠を表示します。',
  },
  noFindings: { en: 'Nothing was repaired, guessed or odd.', ja: '修復・推定・異常はありませんでした。' },
  kindRepair: { en: 'repaired', ja: '修復' },
  kindGuess: { en: 'guessed', ja: '推定' },
  kindNote: { en: 'note', ja: '注記' },
  percentOfTotal: { en: '% of total', ja: '総イベント比 (%)' },
  percentOfTotalShort: { en: '% total', ja: '%総イベント' },
  medians: { en: 'Median intensities', ja: '蛍光強度の中央値' },
  mediansHint: {
    en: 'Linear values, compensated where the channel is. A dash: too few events.',
    ja: '線形値(補正対象チャンネルは蛍光補正後)。「–」はイベント数不足。',
  },
  statistics: { en: 'Statistics', ja: '統計値' },
  revert: { en: 'Back to the protocol’s gate', ja: 'プロトコルのゲートに戻す' },
  automatic: { en: 'automatic', ja: '自動' },
  manual: { en: 'drawn', ja: '手動' },
  bounds: { en: 'Bounds', ja: '境界' },
  boundsHint: { en: 'Linear values.', ja: '線形値で入力します。' },
  divider: { en: 'divider', ja: '境界' },
  centre: { en: 'centre', ja: '中心' },
  halfAxis: { en: 'half axis {number} (% of the axes)', ja: '半軸{number}(軸に対する%)' },
  angle: { en: 'angle (°)', ja: '角度 (°)' },
  armAngle: { en: 'arm {number} (°)', ja: '腕{number} (°)' },
  boundsAs: { en: 'Bounds as', ja: '境界の表示' },
  asValue: { en: 'Value', ja: '値' },
  asChannel: { en: 'Channel', ja: 'チャンネル' },
  asPercentile: { en: 'Percentile', ja: 'パーセンタイル' },
  asChannelHint: { en: 'Place on the shown axis, 0 to 1,023', ja: '表示軸上の位置(0~1,023)' },
  asPercentileHint: { en: 'Percent of the parent’s events that lie below', ja: '親集団のうち、それより下にあるイベントの割合(%)' },
  vertices: { en: 'Vertices ({count})', ja: '頂点({count})' },
  vertex: { en: 'vertex {number}', ja: '頂点{number}' },
  operandNot: { en: 'not {name}', ja: '{name}以外' },
  operandsAnd: { en: ' and ', ja: ' かつ ' },
  operandsOr: { en: ' or ', ja: ' または ' },
  evidence: { en: 'Evidence', ja: '判定根拠' },
  noEvidence: { en: 'A gate of the protocol, the same in every sample.', ja: 'プロトコルのゲートです(全検体共通)。' },
  combinedEvidence: {
    en: 'Combines other populations: as sure as the least sure of them.',
    ja: '他の集団の組み合わせです。信号はそのうち最も不確かなものに従います。',
  },
  ownEvidenceBy: { en: 'Placed in this sample by {by}, {at}: {reason}', ja: 'この検体で手動設定: {by}、{at}、理由「{reason}」' },
  drawnBy: { en: 'Drawn by {by}, {at}, for all samples.', ja: '{by}が設定(全検体、{at})。' },
  ownEvidence: { en: 'Placed by a person in this sample.', ja: 'この検体で手動設定されたゲートです。' },
  scope: { en: 'Changes apply to', ja: '変更の適用範囲' },
  scopeProtocol: { en: 'all samples', ja: '全検体' },
  scopeSample: { en: 'this sample', ja: 'この検体のみ' },
  reason: { en: 'Reason for change', ja: '変更理由' },
  reasonHint: { en: 'Needed for a gate of one sample', ja: '個別ゲートには理由が必要です' },
  stepSettings: { en: 'Settings of the automatic gate', ja: '自動ゲートの設定' },
  stepSettingsHint: {
    en: 'For all samples. Places are shares of the way from the zero of the scale to its top.',
    ja: '全検体に適用されます。位置は軸の0から上端までの割合です。',
  },
  settingInvalid: { en: 'Not a value that this setting can have.', ja: 'この設定に使えない値です。' },
  addStep: { en: 'Add an automatic gate', ja: '自動ゲートを追加' },
  addStepHint: { en: 'Below the selected population, for all samples.', ja: '選択中の細胞集団の下位に、全検体に対して追加します。' },
  addStepDone: { en: 'Add', ja: '追加' },
  step: { en: 'finds', ja: '検出するもの' },
  stepPopulation: { en: 'name of the population', ja: '細胞集団の名前' },
  dividerLeft: { en: 'divider, left', ja: '境界(左)' },
  dividerRight: { en: 'divider, right', ja: '境界(右)' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
export type T = Translate<MessageKey>;
