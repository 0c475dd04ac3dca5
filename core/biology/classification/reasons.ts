import type { Catalogue, Sentence } from '../../base/message.ts';
import { cautionSentences } from '../../gating/strategy/caution-text.ts';
import type { FeatureId } from '../features/feature-kinds.ts';

/** In brackets: the 95 % interval of counting and gate. */
const measured = {
  en: '{feature} {value} % ({low}–{high})',
  ja: '{feature} {value}%({low}–{high})',
} as const;
const ratio = { en: '{feature} {value} ({low}–{high})', ja: '{feature} {value}({low}–{high})' } as const;

/** One sentence for each kind of reason. `{feature}`, `{method}` and `{side}` are filled with words of the same language. */
export const reasonSentences = {
  'at-least': { en: `${measured.en}; limit ≥ {atLeast} %.`, ja: `${measured.ja}。判定限界 {atLeast}%以上。` },
  'at-most': { en: `${measured.en}; limit ≤ {atMost} %.`, ja: `${measured.ja}。判定限界 {atMost}%以下。` },
  between: { en: `${measured.en}; limits {atLeast} to {atMost} %.`, ja: `${measured.ja}。判定限界 {atLeast}〜{atMost}%。` },
  'ratio-at-least': { en: `${ratio.en}; limit ≥ {atLeast}.`, ja: `${ratio.ja}。判定限界 {atLeast}以上。` },
  'ratio-at-most': { en: `${ratio.en}; limit ≤ {atMost}.`, ja: `${ratio.ja}。判定限界 {atMost}以下。` },
  'ratio-between': { en: `${ratio.en}; limits {atLeast} to {atMost}.`, ja: `${ratio.ja}。判定限界 {atLeast}〜{atMost}。` },
  'events-at-least': { en: '{feature}: {value}; at least {atLeast} needed.', ja: '{feature}: {value}。{atLeast}以上が必要です。' },
  'not-measured': { en: '{feature} was not measured.', ja: '{feature}は測定されていません。' },
  'no-composition': {
    en: 'No CD3 × CD56 composition: the channels of CD3 and CD56 are not there.',
    ja: 'CD3とCD56のチャンネルがないため判定できません。',
  },
  'red-gate': {
    en: 'Nothing is called before a person has reviewed the CD3 × CD56 gate.',
    ja: '担当者がCD3×CD56ゲートを確認するまで判定しません。',
  },
  ...cautionSentences,
  distance: {
    en: '{method}: profile match p {p} (low = poor match).',
    ja: '{method}: プロファイルとの適合度 p {p}(0.05未満は不一致)。',
  },
  'out-distance': {
    en: '{method} excluded: {feature} lies {z} standard deviations {side} its typical lot (p {p}).',
    ja: '{method}を除外: {feature}が典型的なロットから標準偏差の{z}倍{side}に離れています(p {p})。',
  },
  'out-at-least': {
    en: `{method} excluded: ${measured.en} is below its limit of {atLeast} %.`,
    ja: `{method}を除外: ${measured.ja}。その範囲は{atLeast}%以上。`,
  },
  'out-at-most': {
    en: `{method} excluded: ${measured.en} exceeds its limit of {atMost} %.`,
    ja: `{method}を除外: ${measured.ja}。その範囲は{atMost}%以下。`,
  },
  'out-between': {
    en: `{method} excluded: ${measured.en} is outside its limits of {atLeast} to {atMost} %.`,
    ja: `{method}を除外: ${measured.ja}。その範囲は{atLeast}〜{atMost}%。`,
  },
  'out-ratio-at-least': {
    en: `{method} excluded: ${ratio.en} is below its limit of {atLeast}.`,
    ja: `{method}を除外: ${ratio.ja}。その範囲は{atLeast}以上。`,
  },
  'out-ratio-at-most': {
    en: `{method} excluded: ${ratio.en} exceeds its limit of {atMost}.`,
    ja: `{method}を除外: ${ratio.ja}。その範囲は{atMost}以下。`,
  },
  'out-ratio-between': {
    en: `{method} excluded: ${ratio.en} is outside its limits of {atLeast} to {atMost}.`,
    ja: `{method}を除外: ${ratio.ja}。その範囲は{atLeast}〜{atMost}。`,
  },
  'out-open': { en: '{method} is not ruled out by one measurement alone.', ja: '{method}は単独の測定では除外できません。' },
  'out-of-profile': {
    en: 'No profile takes this sample in; the nearest ones and what speaks against them follow.',
    ja: 'どのプロファイルにも当てはまりません。最も近いものと相違点を以下に示します。',
  },
  'several-stand': { en: '{count} methods are not ruled out.', ja: '{count}件の培養法を除外できません。' },
  'declared-unknown': { en: 'There is no profile called "{method}".', ja: '「{method}」というプロファイルはありません。' },
  'declared-inactive': {
    en: 'The profile of {method} is not active: no laboratory confirmed it from its own lots.',
    ja: '{method}のプロファイルは判定対象外です(自施設ロットによる確認が未実施)。',
  },
  'declared-day': {
    en: 'Culture day {day}; the profile holds for days {from} to {to}.',
    ja: '培養{day}日目。プロファイルの対象は{from}〜{to}日目。',
  },
  'declared-unlikely': {
    en: 'Other groups fit better: posterior of the declared one {percent} %.',
    ja: '他のグループの方がよく適合します(申告されたグループの事後確率 {percent}%)。',
  },
  'declared-distance': {
    en: 'Match with the profile of the declared method p {p} (low = poor match).',
    ja: '申告された培養法のプロファイルとの適合度 p {p}(0.05未満は不一致)。',
  },
} as const satisfies Catalogue;

export const sides = { above: { en: 'above', ja: '上方' }, below: { en: 'below', ja: '下方' } } as const satisfies Catalogue;

export const featureNames: { readonly [F in FeatureId]: Sentence } = {
  nk: { en: 'NK cells (CD3−CD56+)', ja: 'NK細胞(CD3−CD56+)' },
  'nkt-like': { en: 'NKT-like cells (CD3+CD56+)', ja: 'NKT様細胞(CD3+CD56+)' },
  t: { en: 'T cells (CD3+CD56−)', ja: 'T細胞(CD3+CD56−)' },
  'double-negative': { en: 'CD3−CD56− cells', ja: 'CD3−CD56−細胞' },
  cd3: { en: 'CD3+ cells', ja: 'CD3+細胞' },
  b: { en: 'B cells (CD19+)', ja: 'B細胞(CD19+)' },
  monocytes: { en: 'Monocytes (CD14+)', ja: '単球(CD14+)' },
  feeder: { en: 'Feeder-like cells', ja: 'フィーダー様細胞' },
  'cd4-cd8': { en: 'CD4:CD8', ja: 'CD4:CD8比' },
  'cd4-cd8-negative': { en: 'CD4−CD8− among CD3+ cells', ja: 'CD3+細胞中のCD4−CD8−' },
  'cd16-of-nk': { en: 'CD16+ among NK cells', ja: 'NK細胞中のCD16+' },
  'cd69-of-nk': { en: 'CD69+ among NK cells', ja: 'NK細胞中のCD69+' },
  'nkg2d-of-nk': { en: 'NKG2D of NK cells against the reference', ja: 'NK細胞のNKG2D(対照比)' },
  'gd-of-cd3': { en: 'γδ TCR+ among CD3+ cells', ja: 'CD3+細胞中のγδTCR+' },
  'hla-dr-of-t': { en: 'HLA-DR+ among CD3+ cells', ja: 'CD3+細胞中のHLA-DR+' },
  'cd25-of-t': { en: 'CD25+ among CD3+ cells', ja: 'CD3+細胞中のCD25+' },
  'blast-index': { en: 'Blast index (FSC against the same-day reference)', ja: '芽球化指数(同日対照とのFSC比)' },
  viability: { en: 'Viability', ja: '生細胞率' },
  'denominator-events': { en: 'Events in the denominator', ja: '分母のイベント数' },
};
