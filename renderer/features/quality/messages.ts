import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Acquisition quality. */
export const own = {
  eventsShort: { en: '{count} events', ja: '{count}イベント' },
  assessing: { en: 'Checking the acquisition', ja: '測定品質を確認中' },
  wouldRemove: { en: '{percent} % of {count} events would be left out.', ja: '{count}イベントの{percent}%が除外の対象です。' },
  qualityFindings: { en: 'Findings', ja: '検出事項' },
  noQualityFindings: { en: 'Nothing was found.', ja: '問題は見つかりませんでした。' },
  flaggedFor: { en: 'Flagged for', ja: 'フラグの理由' },
  ofEvents: { en: '% of events', ja: 'イベント比 (%)' },
  'reason.flow-rate': { en: 'flow rate', ja: '流速' },
  'reason.signal': { en: 'signal', ja: '信号' },
  'reason.carry-over': { en: 'carry-over', ja: 'キャリーオーバー' },
  'reason.margin': { en: 'off scale (largest channel)', ja: 'スケール外(最大のチャンネル)' },
  overTime: { en: 'Over the acquisition', ja: '測定中の経時変化' },
  flaggedBins: { en: 'flagged', ja: 'フラグあり' },
  flowRate: { en: 'Flow rate (events/s)', ja: '流速(イベント/秒)' },
  flowRateTicks: { en: 'Flow rate (events/tick)', ja: '流速(イベント/時間単位)' },
  peaksOf: { en: 'Peaks of {channel}', ja: '{channel}のピーク' },
  seconds: { en: '{seconds} s', ja: '{seconds}秒' },
  ticks: { en: '{ticks} ticks', ja: '{ticks}刻み' },
  noFlowPicture: {
    en: 'No flow rate to draw: the file has no usable time parameter, or fewer than 1,000 events.',
    ja: '流速は表示できません(使用できる時間パラメータがないか、1,000イベント未満です)。',
  },
  noSignalPicture: {
    en: 'No peaks to draw: too few events, or no channel that the protocol gates on.',
    ja: 'ピークは表示できません(イベント数の不足、またはゲートに使うチャンネルがありません)。',
  },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
