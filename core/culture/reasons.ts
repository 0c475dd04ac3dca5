import type { Catalogue, Sentence } from '../message.ts';
import type { FeatureId } from './classifier.ts';

/** One sentence for each kind of reason. `{feature}` is filled with the feature's name in the same language. */
export const reasonSentences = {
  'at-least': {
    en: '{feature} {value} % (counting interval {low}–{high}); at least {atLeast} % expected.',
    ja: '{feature} {value}%(信頼区間 {low}–{high})。基準は{atLeast}%以上。',
  },
  'at-most': {
    en: '{feature} {value} % (counting interval {low}–{high}); at most {atMost} % expected.',
    ja: '{feature} {value}%(信頼区間 {low}–{high})。基準は{atMost}%以下。',
  },
  between: {
    en: '{feature} {value} % (counting interval {low}–{high}); {atLeast} to {atMost} % expected.',
    ja: '{feature} {value}%(信頼区間 {low}–{high})。基準は{atLeast}〜{atMost}%。',
  },
  'events-at-least': { en: '{feature}: {value}; at least {atLeast} needed.', ja: '{feature}: {value}。{atLeast}以上が必要です。' },
  'not-measured': { en: '{feature} was not measured.', ja: '{feature}は測定されていません。' },
  'no-composition': { en: 'The strategy gives no CD3 × CD56 composition.', ja: 'ゲーティング戦略からCD3×CD56の構成比が得られません。' },
} as const satisfies Catalogue;

export const featureNames: { readonly [F in FeatureId]: Sentence } = {
  nk: { en: 'NK cells (CD3−CD56+)', ja: 'NK細胞(CD3−CD56+)' },
  'nkt-like': { en: 'NKT-like cells (CD3+CD56+)', ja: 'NKT様細胞(CD3+CD56+)' },
  t: { en: 'T cells (CD3+CD56−)', ja: 'T細胞(CD3+CD56−)' },
  'double-negative': { en: 'CD3−CD56− cells', ja: 'CD3−CD56−細胞' },
  cd3: { en: 'CD3+ cells', ja: 'CD3+細胞' },
  'cd69-of-nk': { en: 'CD69+ among NK cells', ja: 'NK細胞中のCD69+' },
  'gd-of-cd3': { en: 'γδ TCR+ among CD3+ cells', ja: 'CD3+細胞中のγδTCR+' },
  'hla-dr-of-t': { en: 'HLA-DR+ among CD3+ cells', ja: 'CD3+細胞中のHLA-DR+' },
  viability: { en: 'Viability', ja: '生細胞率' },
  'denominator-events': { en: 'Events in the denominator', ja: '分母のイベント数' },
};
