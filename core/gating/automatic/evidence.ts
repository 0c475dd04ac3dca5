import type { Catalogue } from '../../message.ts';

/** One sentence for each kind of evidence that a step gives. */
export const evidenceSentences = {
  'cut-valley': {
    en: 'Cut {axis} in a valley between two kinds of events ({significance} standard errors deep).',
    ja: '2つの集団の間の谷で区切りました({axis}、深さは標準誤差の{significance}倍)。',
  },
  'cut-negative-edge': {
    en: 'Cut {axis} at the edge of the negative events: too few positive ones for a valley.',
    ja: '陽性が少なく谷がないため、陰性集団の端で区切りました({axis})。',
  },
  'cut-positive-edge': {
    en: 'Cut {axis} at the edge of the positive events: too few negative ones for a valley.',
    ja: '陰性が少なく谷がないため、陽性集団の端で区切りました({axis})。',
  },
  'cut-prior': {
    en: 'Cut {axis} at the expected place: the events do not show one.',
    ja: 'データから決められないため、想定位置で区切りました({axis})。',
  },
  'singlet-band': {
    en: 'Band around the mode of height / area; standard deviation of the ratio {width}.',
    ja: '高さ/面積比の最頻値を中心とする帯(比の標準偏差 {width})。',
  },
  'back-gated': {
    en: 'Drawn where {events} marker-positive events lie, blasts included.',
    ja: 'マーカー陽性の{events}イベントの分布から設定(芽球化細胞を含む)。',
  },
  'scatter-only': {
    en: 'Drawn from scatter alone: fewer than 100 marker-positive events.',
    ja: 'マーカー陽性が100イベント未満のため、散乱光のみで設定しました。',
  },
  'too-few-events': { en: 'Not placed: only {events} events.', ja: 'イベントが{events}個しかないため設定できません。' },
} as const satisfies Catalogue;
