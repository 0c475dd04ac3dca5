import type { FindingKind } from '../../base/finding.ts';

/** What a file's own compensation matrix may be worth. */
export const spilloverFindings = {
  'spillover-empty': {
    kind: 'note',
    sentence: { en: '{keyword} holds no matrix ("{value}").', ja: '{keyword}に行列がありません(「{value}」)。' },
  },
  'spillover-malformed': {
    kind: 'guess',
    sentence: {
      en: '{keyword} is not a matrix ({reason}); it is not used.',
      ja: '{keyword}は行列として読めません({reasonJa})。使用しません。',
    },
  },
  'spillover-channels-absent': {
    kind: 'guess',
    sentence: {
      en: '{keyword} names channels that the file lacks ({channels}) and that spill into others; the matrix is not used.',
      ja: '{keyword}にファイルにないチャンネル({channels})があり、ほかのチャンネルへの漏れ込みを含むため、行列は使用しません。',
    },
  },
  'spillover-channels-dropped': {
    kind: 'repair',
    sentence: {
      en: '{keyword} names channels that the file lacks ({channels}); they touch no other channel and are left out.',
      ja: '{keyword}にファイルにないチャンネル({channels})があります。ほかのチャンネルに影響しないため除外しました。',
    },
  },
  'spillover-channels-ambiguous': {
    kind: 'guess',
    sentence: {
      en: '{keyword} does not say clearly which channels it means ({channels}); the matrix is not used.',
      ja: '{keyword}の対象チャンネルが一意に決まらない({channels})ため、行列は使用しません。',
    },
  },
  'spillover-names-matched': {
    kind: 'guess',
    sentence: {
      en: '{keyword} names channels otherwise than the file; taken as: {names}.',
      ja: '{keyword}のチャンネル名はファイルと異なるため、次のように対応させました: {names}。',
    },
  },
  'spillover-by-number': {
    kind: 'note',
    sentence: { en: '{keyword} gives channels by number.', ja: '{keyword}はチャンネルを番号で指定しています。' },
  },
  'spillover-partial': {
    kind: 'note',
    sentence: {
      en: '{keyword} covers {count} of {channels} channels.',
      ja: '{keyword}は{channels}チャンネルのうち{count}チャンネルを対象としています。',
    },
  },
  'spillover-identity': {
    kind: 'note',
    sentence: {
      en: '{keyword} is the identity matrix: no compensation was set, or it has been applied already.',
      ja: '{keyword}は単位行列です(補正が未設定、または補正済みの可能性があります)。',
    },
  },
  'spillover-percent': {
    kind: 'repair',
    sentence: {
      en: '{keyword} is in percent (diagonal 100); it is divided by 100.',
      ja: '{keyword}は百分率(対角成分100)のため、100で割りました。',
    },
  },
  'spillover-diagonal': {
    kind: 'note',
    sentence: {
      en: '{keyword} has a diagonal other than 1; it is used as written.',
      ja: '{keyword}の対角成分が1ではありません。記載どおりに使用します。',
    },
  },
  'spillover-unusual': {
    kind: 'note',
    sentence: {
      en: '{keyword} has unusual entries (up to {largest}): it may be transposed, or apply to other gains.',
      ja: '{keyword}に通常と異なる値(最大{largest})があります。行と列の入れ替わりや、ゲイン設定の違いが考えられます。',
    },
  },
  'spillover-sources-differ': {
    kind: 'guess',
    sentence: {
      en: '{keyword} and {other} hold different matrices; {keyword} is used.',
      ja: '{keyword}と{other}の行列が異なります。{keyword}を使用しました。',
    },
  },
  'compensation-legacy': {
    kind: 'note',
    sentence: {
      en: '{keyword} holds percentages to subtract, which is not a spillover matrix over named channels; it is not used.',
      ja: '{keyword}は差し引く割合(%)の指定であり、チャンネル名に対する漏れ込み行列ではないため、使用しません。',
    },
  },
  'compensation-flag': {
    kind: 'note',
    sentence: {
      en: '{keyword} is "{value}"; whether the events are compensated already is not stated.',
      ja: '{keyword}は「{value}」です。イベントの値が補正済みかどうかは記載されていません。',
    },
  },
  'compensation-applied': {
    kind: 'note',
    sentence: {
      en: '{keyword} says that the events are compensated already.',
      ja: '{keyword}によると、イベントの値はすでに補正されています。',
    },
  },
  'channels-compensated': {
    kind: 'note',
    sentence: {
      en: 'Names such as "{name}" suggest that the events are compensated already.',
      ja: '「{name}」のような名前から、値がすでに補正されている可能性があります。',
    },
  },
} as const satisfies { readonly [code: string]: FindingKind };
