import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';

/** What a layout says by itself. */
const words = {
  population: { en: 'Population', ja: '細胞集団' },
  allEvents: { en: 'All events', ja: '全イベント' },
  count: { en: 'Events', ja: 'イベント数' },
  percentOfParent: { en: '% of parent', ja: '親集団比 (%)' },
  percentOfTotal: { en: '% of total', ja: '総イベント比 (%)' },
  moreRows: { en: '{rows} more rows', ja: 'ほか{rows}行' },
  moreColumns: { en: '{columns} more columns', ja: 'ほか{columns}列' },
  noSuchSample: { en: 'No sample {number} on this page', ja: 'このページに{number}番目の検体はありません' },
  noSuchPlot: {
    en: '{sample} has no {population} or channel {x} × {y}',
    ja: '{sample}に{population}またはチャンネル {x} × {y}がありません',
  },
  events: { en: 'Density of events', ja: 'イベント密度' },
  sparse: { en: 'few', ja: '少' },
  dense: { en: 'many', ja: '多' },
} as const satisfies Catalogue;

export type Translate = (word: keyof typeof words, values?: Values) => string;

export const translator =
  (language: Language): Translate =>
  (word, values) =>
    say(words[word], values, language);
