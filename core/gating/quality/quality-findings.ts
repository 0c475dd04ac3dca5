import type { Catalogue } from '../../base/message.ts';
import { valueSentences } from '../../data/fcs/value-findings.ts';

/** One sentence for each finding of acquisition quality. */
export const qualitySentences = {
  'no-time': { en: 'No time parameter: flow rate was not checked.', ja: '時間パラメータがないため、流速は確認していません。' },
  'clock-constant': {
    en: 'Every event has the same time: flow rate was not checked.',
    ja: 'ファイルの時間がすべてのイベントで同じ値のため、流速は確認していません。',
  },
  'clock-not-numbers': {
    en: 'The time parameter holds values that are no numbers: flow rate was not checked.',
    ja: 'ファイルの時間に数値でない値があるため、流速は確認していません。',
  },
  'clock-split': {
    en: 'The time parameter is split into two words ({channels}), which are not joined: flow rate was not checked.',
    ja: '時間が2つのパラメータ({channels})に分かれており、結合しないため、流速は確認していません。',
  },
  'no-timestep': {
    en: 'The file does not say how long a tick of its time parameter is.',
    ja: '時間の単位($TIMESTEP)が記録されていません。',
  },
  'time-wrapped': {
    en: 'The time parameter was reset {wraps} times; the times were joined.',
    ja: '時間パラメータが{wraps}回巻き戻ったため、つなぎ合わせました。',
  },
  'time-backwards': { en: '{events} events stand before their predecessor in time.', ja: '{events}イベントで時間が逆行しています。' },
  'time-unordered': {
    en: 'The events are not in the order of their times: they were put in order for the checks.',
    ja: 'イベントが時間順に並んでいないため、確認のために並べ替えました。',
  },
  'time-implausible': { en: 'The acquisition would have taken {seconds} s.', ja: '測定時間が{seconds}秒となり、不自然です。' },
  'flow-rate': {
    en: '{rate} events a second; the counts of equal times vary by {cv} %.',
    ja: '毎秒{rate}イベント、一定時間ごとの計数のCV {cv}%です。',
  },
  'flow-gap': { en: 'No event for {seconds} s.', ja: '{seconds}秒間イベントがありません。' },
  'flow-rate-ticks': {
    en: '{rate} events a tick of time; the counts of equal times vary by {cv} %.',
    ja: '時間の1単位あたり{rate}イベント、一定時間ごとの計数のCV {cv}%です。',
  },
  'flow-gap-ticks': { en: 'No event for {seconds} ticks of time.', ja: '時間の{seconds}単位にわたりイベントがありません。' },
  'flow-clog': { en: 'The flow rate dropped during {percent} % of the time.', ja: '測定時間の{percent}%で流速が低下しました。' },
  'flow-surge': { en: 'The flow rate spiked during {percent} % of the time.', ja: '測定時間の{percent}%で流速が急増しました。' },
  'signal-unstable': {
    en: 'The peak of {channel} shifted in {percent} % of the events.',
    ja: '{channel}のピークが{percent}%のイベントで移動しています。',
  },
  'signal-drift': {
    en: '{channel} drifts by {drift} of the scale from the first to the last quarter.',
    ja: '{channel}が最初から最後の四半分までに軸幅の{drift}だけずれています。',
  },
  'too-few-for-signal': {
    en: 'Too few events ({events}) to follow peaks in time.',
    ja: 'イベント数({events})が少なく、経時変化を評価できません。',
  },
  'off-scale': {
    en: '{channel}: {above} % above the scale, {below} % at its floor.',
    ja: '{channel}: {above}%がスケールの上限を超え、{below}%が下限にあります。',
  },
  'carry-over': {
    en: 'The first {percent} % of the events look unlike the rest ({channel}): carry-over.',
    ja: '最初の{percent}%のイベントが他と異なります({channel}): キャリーオーバーの疑い。',
  },
  'over-budget': {
    en: '{percent} % of the events are flagged, more than the budget of {budget} %: nothing was removed.',
    ja: 'フラグの付いたイベントが{percent}%で上限{budget}%を超えるため、除外していません。',
  },
  'few-events': { en: 'Only {events} events.', ja: 'イベント数が{events}と少数です。' },
  'many-doublets': { en: '{percent} % of the events are doublets.', ja: 'ダブレットが{percent}%あります。' },
  'many-dead': { en: '{percent} % of the single cells are dead.', ja: '単一細胞の{percent}%が死細胞です。' },
  ...valueSentences,
} as const satisfies Catalogue;
