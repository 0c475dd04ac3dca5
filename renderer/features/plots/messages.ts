import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Plots, their tools and scales. */
export const own = {
  firstEvents: { en: 'first {count} events', ja: '先頭{count}イベント' },
  offScale: { en: '{count} off scale', ja: 'スケール外{count}' },
  offScaleHint: { en: 'Events beyond the axes are piled up at the edge.', ja: '軸の範囲を超えたイベントは端に重ねて表示します。' },
  scalesFixed: { en: 'Scales are fixed for all samples.', ja: '全検体共通の軸スケールに固定しました。' },
  tools: { en: 'Tools', ja: 'ツール' },
  plotKind: { en: 'Kind of plot', ja: 'プロットの種類' },
  ofTotal: { en: 'of total', ja: '(総イベント比)' },
  newGate: { en: 'Gate', ja: 'ゲート' },
  nameGate: { en: 'Name of the new gate', ja: '新しいゲートの名前' },
  polygonHint: {
    en: 'Click the corners; close with a double click, Enter or a click on the first one. Esc gives up.',
    ja: 'クリックで頂点を追加し、ダブルクリック・Enter・最初の頂点のクリックで閉じます。Escで中止。',
  },
  notInSample: { en: 'This sample has no such population or channel.', ja: 'この検体には該当する集団またはチャンネルがありません。' },
  plotActions: { en: 'What can be done with this plot', ja: 'このプロットの操作' },
  resizePlot: { en: 'Drag to resize the plot', ja: 'ドラッグでプロットの大きさを変更' },
  plotsFull: { en: 'An arrangement holds at most {limit} plots.', ja: 'プロットは{limit}枚までです。' },
  plotsKept: {
    en: 'Sessions with this protocol begin with this arrangement.',
    ja: 'このプロトコルのセッションは、この配置で始まります。',
  },
  closePlot: { en: 'Close the plot', ja: 'プロットを閉じる' },
  ancestry: { en: 'Path of the population', ja: '細胞集団の階層' },
  chooseChannel: { en: 'Choose a channel', ja: 'チャンネルを選択' },
  searchChannels: { en: 'Marker or channel', ja: 'マーカー・チャンネル' },
  newGateFor: { en: 'For all samples', ja: '全検体に適用' },
  scaleFor: { en: 'The scale is for', ja: 'スケールの適用範囲' },
  scaleForAll: { en: 'all samples', ja: '全検体' },
  scaleForGroup: { en: 'group {group}', ja: 'グループ「{group}」' },
  scaleInherited: { en: 'The group back to the scale of all', ja: 'グループを全検体のスケールに戻す' },
  scaleAndRange: { en: 'Scale and range of the axis', ja: '軸のスケールと表示範囲' },
  axisHint: {
    en: 'Wheel: more or less of the axis. Drag: show this part. Double click: automatic.',
    ja: 'ホイールで拡大・縮小、ドラッグした範囲を表示、ダブルクリックで自動に戻します。',
  },
  rangeMin: { en: 'Min', ja: '最小' },
  rangeMax: { en: 'Max', ja: '最大' },
  rangeInvalid: { en: 'A number, and the minimum below the maximum.', ja: '数値で、最小は最大より小さくしてください。' },
  rangeOfFile: {
    en: 'Automatic: the axis shows 99.5 % of the events of each sample.',
    ja: '自動:検体ごとに99.5%のイベントが収まる範囲です。',
  },
  rangeChosen: {
    en: 'The same in all samples. No gate and no number depends on it.',
    ja: '全検体で同じ範囲です。ゲートも数値も変わりません。',
  },
  rangeAutomatic: { en: 'Automatic', ja: '自動' },
  rangeAllSamples: { en: 'Same for all samples', ja: '全検体で同じにする' },
  rangeAllPlots: { en: 'All plots of this channel', ja: 'このチャンネルの全プロット' },
  histogramAxis: {
    en: 'What stands upwards; smoothed by a Gaussian of 2 of the 256 bins',
    ja: '縦軸(平滑化は256ビン中σ 2ビンのガウス関数)',
  },
  histogramCount: { en: 'Count', ja: 'イベント数' },
  histogramModal: { en: '% of maximum', ja: '最大値に対する%' },
  histogramArea: { en: 'Unit area', ja: '面積1' },
  smoothing: { en: 'Smoothing', ja: '平滑化' },
  smoothed: { en: 'Smoothed', ja: '平滑化あり' },
  asCounted: { en: 'As counted', ja: '平滑化なし' },
  overlays: { en: 'Overlays of the plot', ja: 'プロットの重ね描き' },
  overlayPopulations: { en: 'Populations of this sample', ja: 'この検体の細胞集団' },
  overlaySamples: { en: 'The same population of other samples', ja: '他の検体の同じ細胞集団' },
  overlayControls: { en: 'FMO and unstained controls', ja: 'FMO・未染色コントロール' },
  overlayNone: { en: 'No overlay', ja: '重ね描きなし' },
  colourBy: { en: 'Colour the dots by', ja: 'ドットの色' },
  colourByNone: { en: 'nothing', ja: 'なし' },
  scaleApply: { en: 'Set for all samples', ja: '全検体に適用' },
  scaleApplyGroup: { en: 'Set for the group {group}', ja: 'グループ「{group}」に適用' },
  scaleAutomatic: { en: 'Automatic', ja: '自動' },
  scaleInvalid: { en: 'Not a value that this scale allows.', ja: 'このスケールでは使えない値です。' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
export type MessageKey = keyof typeof messages;
