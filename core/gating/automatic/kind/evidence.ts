import type { Catalogue } from '../../../base/message.ts';

/** One sentence for each kind of evidence that a step gives. */
export const evidenceSentences = {
  'cut-valley': {
    en: '{axis} threshold at a density minimum between two populations (depth {significance} SE).',
    ja: '{axis}の境界を2つの集団の間の谷に設定しました(深さは標準誤差の{significance}倍)。',
  },
  'cut-negative-edge': {
    en: '{axis} threshold at the edge of the negative population: too few positive events for a minimum.',
    ja: '陽性が少なく谷がないため、{axis}の境界を陰性集団の端に設定しました。',
  },
  'cut-positive-edge': {
    en: '{axis} threshold at the edge of the positive population: too few negative events for a minimum.',
    ja: '陰性が少なく谷がないため、{axis}の境界を陽性集団の端に設定しました。',
  },
  'cut-prior': {
    en: '{axis} threshold at the protocol default: the events show no minimum.',
    ja: 'データから決められないため、{axis}の境界をプロトコルの想定位置に設定しました。',
  },
  'cut-doubt': {
    en: 'Moving the threshold within its plausible range changes the result by {doubt} pp.',
    ja: '境界を妥当な範囲で動かしたときの結果の変化は{doubt}ポイントです。',
  },
  removed: { en: '{removed} % removed.', ja: '{removed}%を除外しました。' },
  'around-t-cells': {
    en: 'Where the CD3+ cells are, below other leukocytes in side scatter; {lost} % of them are outside.',
    ja: 'CD3陽性細胞の位置で、側方散乱が他の白血球より低い領域をとりました(CD3陽性細胞の{lost}%がゲート外)。',
  },
  'gate-loss': {
    en: '{lost} % of the marker-positive events are outside; {blasts} % are large.',
    ja: 'マーカー陽性の{lost}%がゲート外、{blasts}%が大型です。',
  },
  'divider-valley': {
    en: '{axis} threshold at the density minimum between populations; uncertainty ±{doubt} pp (vs mixture-model threshold {mixture}; vs protocol default {template}).',
    ja: '{axis}の境界を集団の間の谷に設定しました。不確かさ{doubt}ポイント(他の決め方との差: 混合分布 {mixture}、想定位置 {template})。',
  },
  'divider-likelihood': {
    en: '{axis} threshold where both sides are equally likely ({false} % expected above by mistake, {missed} % below); uncertainty ±{doubt} pp (vs protocol default {template}).',
    ja: '{axis}の境界を両側の確率が等しい位置に設定しました(誤って上側 {false}%、下側 {missed}%の見込み)。不確かさ{doubt}ポイント(想定位置との差 {template})。',
  },
  'divider-tail': {
    en: '{axis} shows cells of one side only: threshold between their tail and the expected place of the others; uncertainty ±{doubt} pp (vs protocol default {template}).',
    ja: '{axis}は片側の集団しかないため、境界をその裾と他方の想定位置の間に設定しました。不確かさ{doubt}ポイント(想定位置との差 {template})。',
  },
  'control-fmo': {
    en: 'FMO control of {axis} ({file}): where 99.5 % of its cells end is {points} pp away.',
    ja: '{axis}のFMOコントロール({file}): その99.5%が収まる位置との差は{points}ポイントです。',
  },
  'control-unstained': {
    en: 'Unstained control ({file}): where 99.5 % of its cells end on {axis} is {points} pp away.',
    ja: '未染色コントロール({file}): {axis}でその99.5%が収まる位置との差は{points}ポイントです。',
  },
  siblings: {
    en: '{samples} other samples of the run: their {axis} threshold is {points} pp away.',
    ja: '同じ測定ランの他の{samples}検体: {axis}の境界との差は{points}ポイントです。',
  },
  'few-events': { en: 'Only {events} events.', ja: 'イベント数が{events}と少数です。' },
  'no-cluster': { en: 'No cluster stands out of {events} events.', ja: '{events}イベント中に明瞭な集団がありません。' },
  'reading-unclear': {
    en: 'Which cluster is positive is not clear (log odds {margin} to the next reading).',
    ja: 'どの集団が陽性か明確ではありません(次の解釈との対数オッズ {margin})。',
  },
  background: { en: '{percent} % of the events belong to no cluster.', ja: '親集団の{percent}%がどの集団にも属しません。' },
  'no-negatives': {
    en: 'The lowest {axis} cells of the left half stand clear of zero and of those of the right half: they may all carry the marker.',
    ja: '左側で最も低い{axis}の細胞が0および右側の陰性から離れています: すべて陽性の可能性があります。',
  },
  'dim-cells': {
    en: '{percent} % lie above the divider of the left half, {other} % beyond the end of the negatives: dim cells lie between.',
    ja: '左側の境界より上は{percent}%、陰性の端より上は{other}%: その間に弱陽性細胞があります。',
  },
  'witness-more': {
    en: '{percent} % are {marker}+ in the left half, {own} % above its divider: dim cells may lie below it.',
    ja: '左側の{marker}陽性は{percent}%、境界より上は{own}%: 弱陽性細胞が境界の下にある可能性があります。',
  },
  'hardly-any': {
    en: 'Of the left half {own} % lie above its divider and {rest} % below, and no other marker says what these are: dim cells cannot be told from none.',
    ja: '左側は境界より上が{own}%、下が{rest}%で、下の細胞の種類を示す他のマーカーがありません: 弱陽性細胞と陰性を区別できません。',
  },
  'witness-foreign': {
    en: '{percent} % of the cells above the divider of the left half are {marker}+: they are of another kind.',
    ja: '左側の境界より上の細胞の{percent}%が{marker}陽性です: 別の種類の細胞です。',
  },
  'levels-differ': {
    en: '{axis}-negative cells of the two halves stand {share} % of the scale apart: dim cells or wrong compensation.',
    ja: '両側の{axis}陰性集団が軸幅の{share}%ずれています: 弱陽性細胞または補正の誤りが疑われます。',
  },
  'many-double': {
    en: '{percent} % of the events are positive on both axes, which cells hardly are: is the scale right?',
    ja: '{percent}%が両軸とも陽性で、生物学的に不自然です。スケールを確認してください。',
  },
  'all-negative': { en: 'No positive cells on either axis.', ja: 'どちらの軸にも陽性細胞がありません。' },
  'negatives-split': {
    en: 'Two clusters {share} % of the scale apart are both read as {axis}-negative: one may be dim.',
    ja: '軸幅の{share}%離れた2つの集団を共に{axis}陰性としました: 一方は弱陽性かもしれません。',
  },
  'spread-differs': {
    en: '{axis}-negative cells of one half spread {times} times as wide as those of the other: dim cells may hide among them.',
    ja: '{axis}陰性細胞の広がりが左右で{times}倍違います: 弱陽性細胞が含まれる可能性があります。',
  },
  'far-negative': {
    en: 'The {axis}-negative cells stand {spreads} spreads from where they are expected.',
    ja: '{axis}陰性細胞が想定位置からばらつきの{spreads}倍離れています。',
  },
  'far-positive': {
    en: 'The {axis}-positive cells stand {spreads} spreads from where they are expected.',
    ja: '{axis}陽性細胞が想定位置からばらつきの{spreads}倍離れています。',
  },
  'parent-doubt': { en: 'The parent gate is rated no better.', ja: '親ゲートの評価に合わせています。' },
  'live-valley': {
    en: 'Viability threshold at the first density minimum above the negatives, mode + {spread} SD: {live} % are live.',
    ja: '陰性集団の上の最初の谷(最頻値から標準偏差の{spread}倍)までを生細胞としました(生細胞率 {live}%)。',
  },
  'live-edge': {
    en: 'No minimum before the dead cells: viability threshold at mode + {spread} SD; {live} % are live.',
    ja: '死細胞との間に谷がないため、陰性の最頻値から標準偏差の{spread}倍までを生細胞としました(生細胞率 {live}%)。',
  },
  'lymphocytes-live-valley': {
    en: 'Of {cells} events in the scatter of lymphocytes {live} % are live: below the valley {spread} standard deviations above their live mode.',
    ja: 'リンパ球の散乱光領域の{cells}イベント中{live}%が生細胞です(生細胞の最頻値から標準偏差の{spread}倍上の谷を境界)。',
  },
  'lymphocytes-live-edge': {
    en: 'Of {cells} events in the scatter of lymphocytes {live} % are live: there is no valley to dead cells, the cut stands {spread} standard deviations above their live mode.',
    ja: 'リンパ球の散乱光領域の{cells}イベント中{live}%が生細胞です(死細胞との間に谷がないため、生細胞の最頻値から標準偏差の{spread}倍を境界)。',
  },
  'one-sided': {
    en: '{percent} % lie on one side of a cut that no valley shows: all of one kind, or a cut in the wrong place.',
    ja: '谷のない境界の片側に{percent}%があります: 単一の集団、または境界位置の誤りです。',
  },
  'few-live': {
    en: 'Only {live} % are live: dead cells bind antibodies non-specifically; interpret with caution.',
    ja: '生細胞が{live}%しかありません。死細胞には抗体が非特異的に結合するため、結果の解釈に注意してください。',
  },
  'no-live-mode': {
    en: 'No live cells found among {events} events: the cut stands at the expected place.',
    ja: '{events}イベント中に生細胞の集団が見つからないため、境界を想定位置に設定しました。',
  },
  'off-scale': { en: 'Off scale: {x} % on the first axis, {y} % on the second.', ja: 'スケール外: 第1軸 {x}%、第2軸 {y}%。' },
  'debris-valley': {
    en: 'Cells begin in the valley above the debris: {removed} % removed; uncertainty ±{doubt} pp.',
    ja: 'デブリの上の谷から細胞としました: {removed}%を除外、不確かさ{doubt}ポイント。',
  },
  'debris-edge': {
    en: 'No valley to the debris: cells begin at the lower edge of their mode; {removed} % removed, uncertainty ±{doubt} pp.',
    ja: 'デブリとの間に谷がないため、細胞の最頻値の下端からとしました: {removed}%を除外、不確かさ{doubt}ポイント。',
  },
  'bright-valley': {
    en: 'Bright cells begin at the density minimum above the main population; uncertainty ±{doubt} pp.',
    ja: '主集団の上の谷から強陽性としました。不確かさは{doubt}ポイントです。',
  },
  'bright-edge': {
    en: 'No minimum between dim and bright: the threshold is a convention; other placements change the result by up to {doubt} pp.',
    ja: '弱陽性と強陽性の間に谷がなく、境界は慣例によります。位置により{doubt}ポイント変わります。',
  },
  cluster: {
    en: 'One of {clusters} clusters, {percent} % of the events, {distance} of the scale from where it is expected.',
    ja: '{clusters}個の集団のうちの1つ(イベントの{percent}%)、想定位置から軸幅の{distance}の距離です。',
  },
  'singlet-band': {
    en: 'Band around the mode of height / area (or 1 / width); standard deviation of the ratio {width}.',
    ja: '高さ/面積比(または1/幅)の最頻値を中心とする帯(比の標準偏差 {width})。',
  },
  'back-gated': {
    en: 'Scatter gate back-gated from {events} marker-positive events, blasts included.',
    ja: 'マーカー陽性の{events}イベントの分布から設定(芽球化細胞を含む)。',
  },
  'scatter-only': {
    en: 'Drawn from scatter alone: fewer than 100 marker-positive events.',
    ja: 'マーカー陽性が100イベント未満のため、散乱光のみで設定しました。',
  },
  'feeder-label': {
    en: 'Labelled cells without CD3 and CD56.',
    ja: 'フィーダー標識陽性でCD3とCD56のどちらも陰性の細胞。',
  },
  'feeder-size': {
    en: 'Far larger than lymphocytes, dim in CD45, without CD3 and CD56. Other large cells of this kind, such as granulocytes, look the same.',
    ja: 'リンパ球より著しく大きく、CD45が弱く、CD3とCD56のどちらも陰性の細胞です。顆粒球など他の大型細胞とは区別できません。',
  },
  'no-t-cell-cluster': {
    en: 'Not placed: no cluster of T cells is found among {events} events with CD3.',
    ja: 'CD3陽性の{events}イベントにT細胞のまとまりが見つからないため設定できません。',
  },
  'too-few-events': { en: 'Not placed: only {events} events.', ja: 'イベント数が{events}と少ないため設定できません。' },
} as const satisfies Catalogue;
