import type { FindingKind } from '../../base/finding.ts';
import type { Catalogue } from '../../base/message.ts';

/** What is odd about stored values as numbers, whatever their place in the file. */
export const valueFindings = {
  'values-not-finite': {
    kind: 'note',
    sentence: {
      en: '{count} values of {channel} are no numbers (NaN, infinite or above 1e20): these events are in no gate on it.',
      ja: '{channel}の{count}個の値が数値ではありません(NaN、無限大、または1e20超)。これらのイベントは、このチャンネルのどのゲートにも含まれません。',
    },
  },
  'numbers-missing': {
    kind: 'note',
    sentence: {
      en: '{percent} % of the values of {channel} are no numbers (NaN, infinite or above 1e20): shares of the other events are not those of the cells.',
      ja: '{channel}の値の{percent}%が数値ではありません(NaN、無限大、または1e20超)。残りのイベントの割合は細胞の割合を表しません。',
    },
  },
  'values-senseless': {
    kind: 'note',
    sentence: {
      en: 'The values of {count} channels make no sense as measurements, in this byte order or another (first: {channel}).',
      ja: '{count}チャンネルの値が、どのバイト順でも測定値として意味をなしません(最初は{channel})。',
    },
  },
  'values-above-range': {
    kind: 'note',
    sentence: {
      en: '{percent} % of the stored values of {channel} are above $PnR ({range}): the bits above it are cut, and the values change ({count} channels).',
      ja: '{channel}の格納値の{percent}%が$PnR({range})を超えており、上位ビットの切り捨てで値が変わります({count}チャンネル)。',
    },
  },
  'bits-above-range': {
    kind: 'note',
    sentence: {
      en: 'The bits of {channel} above $PnR ({range}) are the same in all values and are cut ({count} channels).',
      ja: '{channel}の$PnR({range})を超えるビットは全値で同一のため、切り捨てました({count}チャンネル)。',
    },
  },
  'negatives-wrapped': {
    kind: 'note',
    sentence: {
      en: '{percent} % of the values of {channel} are negative numbers that were stored as very large ones ({count} channels).',
      ja: '{channel}の値の{percent}%は、負の値が非常に大きな値として格納されたものです({count}チャンネル)。',
    },
  },
  'values-piled': {
    kind: 'note',
    sentence: {
      en: '{percent} % of the values of {channel} are the largest one, {value}.',
      ja: '{channel}の値の{percent}%が最大値{value}に集中しています。',
    },
  },
  'values-cut-off': {
    kind: 'note',
    sentence: {
      en: 'So many values are their channel’s largest one that populations cannot be told apart: {percent} % of {channel} ({count} channels).',
      ja: '最大値への集中が著しく、集団を区別できません: {channel}の{percent}%({count}チャンネル)。',
    },
  },
  'line-ends-converted': {
    kind: 'note',
    sentence: {
      en: 'Every byte 10 of DATA has a byte 13 before it: the file was damaged by a conversion of line ends.',
      ja: 'DATAのすべてのバイト10の直前にバイト13があり、改行コードの変換によりファイルが破損しています。',
    },
  },
  'bytes-behind': {
    kind: 'note',
    sentence: {
      en: '{bytes} bytes stand behind the last segment of the file.',
      ja: 'ファイルの最後のセグメントの後に{bytes}バイトのデータがあります。',
    },
  },
} as const satisfies { readonly [code: string]: FindingKind };

/** The sentences alone, by code. */
export const valueSentences = Object.fromEntries(Object.entries(valueFindings).map(([code, { sentence }]) => [code, sentence])) as {
  readonly [Code in keyof typeof valueFindings]: Catalogue[string];
};

/** Findings beside which no share of cells may stand as a number: the values that it counts are not those that were measured. */
export const unsafeValueCodes: ReadonlySet<string> = new Set<keyof typeof valueFindings>([
  'numbers-missing',
  'values-senseless',
  'values-above-range',
  'negatives-wrapped',
  'values-cut-off',
  'line-ends-converted',
]);
