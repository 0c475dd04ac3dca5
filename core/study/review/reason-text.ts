import { type Catalogue, type Language, say } from '../../base/message.ts';
import type { DistanceReason } from './gate-distance.ts';

const sentences: Catalogue<DistanceReason['kind'] | 'above' | 'below' | 'min' | 'max' | 'divider' | 'low' | 'high' | 'centre'> = {
  place: { en: '{dimension}, {of}: {z} SD {side} its peers', ja: '{dimension}の{of}: 同群の中央値より{z} SD{side}' },
  share: {
    en: '{name}: {percent} % against {median} % of its peers ({z} SD {side})',
    ja: '{name}: {percent}%(同群の中央値{median}%より{z} SD{side})',
  },
  'few-peers': {
    en: 'No distance: only {peers} others to compare with, at least 5 are needed',
    ja: '距離なし: 比較できる検体が{peers}件のみ(5件以上必要)',
  },
  'other-gate': {
    en: 'The gate is of another kind than those of its peers, or another end is open: only percentages are compared',
    ja: 'ゲートの種類(または開いた端)が同群と異なるため、比率のみを比較',
  },
  'no-gate': { en: 'The sample has no such gate', ja: 'この検体には該当するゲートがありません' },
  above: { en: 'above', ja: '高い' },
  below: { en: 'below', ja: '低い' },
  min: { en: 'lower bound', ja: '下限' },
  max: { en: 'upper bound', ja: '上限' },
  divider: { en: 'divider', ja: '境界' },
  low: { en: 'lower edge', ja: '下端' },
  high: { en: 'upper edge', ja: '上端' },
  centre: { en: 'centre', ja: '中心' },
};

/** Why a sample stands apart, in one line. */
export function reasonText(reason: DistanceReason, language: Language): string {
  const side = 'z' in reason ? sentences[reason.z < 0 ? 'below' : 'above'][language] : '';
  switch (reason.kind) {
    case 'place': {
      const { dimension, of } = reason.place;
      return say(sentences.place, { dimension, of: sentences[of][language], z: digits(reason.z), side }, language);
    }
    case 'share': {
      const { name, percent, median, z } = reason;
      return say(sentences.share, { name, percent: percent.toPrecision(3), median: median.toPrecision(3), z: digits(z), side }, language);
    }
    case 'few-peers':
      return say(sentences['few-peers'], { peers: reason.peers }, language);
    default:
      return sentences[reason.kind][language];
  }
}

const digits = (z: number): string => (Math.abs(z) >= 100 ? Math.round(Math.abs(z)).toString() : Math.abs(z).toFixed(1));
