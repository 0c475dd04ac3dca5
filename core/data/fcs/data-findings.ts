import type { FindingKind } from '../../base/finding.ts';

/** What is odd about channels and about the place and layout of DATA. */
export const dataFindings = {
  // Channels
  'name-missing': {
    kind: 'note',
    sentence: { en: 'Channel {n} has no name ($P{n}N).', ja: 'チャンネル{n}に名前($P{n}N)がありません。' },
  },
  'name-duplicate': {
    kind: 'note',
    sentence: { en: 'More than one channel is named "{name}".', ja: '「{name}」という名前のチャンネルが複数あります。' },
  },
  'range-unusable': {
    kind: 'guess',
    sentence: {
      en: '$P{n}R is "{range}": no usable range, so no bits are masked.',
      ja: '$P{n}R「{range}」は範囲として使えないため、ビットマスクを適用していません。',
    },
  },
  'amplification-missing': {
    kind: 'guess',
    sentence: {
      en: '$PnE is missing for {count} channels (first: {n}); they are taken as linear.',
      ja: '$PnEのないチャンネルが{count}個あります(最初は{n})。線形として扱います。',
    },
  },
  'amplification-unusable': {
    kind: 'guess',
    sentence: {
      en: '$P{n}E "{value}" cannot be used; the channel is taken as linear ({count} channels).',
      ja: '$P{n}E「{value}」は使用できないため、線形として扱います({count}チャンネル)。',
    },
  },
  'amplification-zero-offset': {
    kind: 'guess',
    sentence: {
      en: '$P{n}E "{value}" has a zero offset, which the standard forbids; it counts as 1 ({count} channels).',
      ja: '$P{n}E「{value}」のオフセット0は規格で認められないため、1として扱います({count}チャンネル)。',
    },
  },
  'amplification-on-float': {
    kind: 'guess',
    sentence: {
      en: '$P{n}E "{value}" on floating-point data is not allowed; the values are taken as linear ({count} channels).',
      ja: '浮動小数点データに$P{n}E「{value}」は認められないため、値は線形として扱います({count}チャンネル)。',
    },
  },
  'gain-unusable': {
    kind: 'note',
    sentence: {
      en: '$P{n}G "{value}" is not a usable gain and is ignored.',
      ja: '$P{n}G「{value}」はゲインとして使えないため、無視しました。',
    },
  },
  // Layout of DATA
  'mode-missing': {
    kind: 'guess',
    sentence: { en: '$MODE is missing; list mode is assumed.', ja: '$MODEがないため、リストモードとみなします。' },
  },
  'byte-order-spelling': {
    kind: 'guess',
    sentence: { en: '$BYTEORD is spelled "{order}".', ja: '$BYTEORDの表記が規格と異なります(「{order}」)。' },
  },
  'byte-order-mixed': {
    kind: 'note',
    sentence: { en: 'Bytes are stored in the mixed order {order}.', ja: 'バイト順が混在形式({order})です。' },
  },
  'bits-padded': {
    kind: 'repair',
    sentence: {
      en: '$PnB is not a whole number of bytes; by the length of DATA each value is padded to {widths} bits.',
      ja: '$PnBがバイト単位ではありません。DATAの長さから、各値は{widths}ビットで格納されていると判断しました。',
    },
  },
  'bits-contradict-type': {
    kind: 'repair',
    sentence: {
      en: '$PnB contradicts data type {datatype}; by the length of DATA values are {bits} bits wide.',
      ja: '$PnBがデータ型{datatype}と矛盾します。DATAの長さから{bits}ビットと判断しました。',
    },
  },
  'bits-packed': {
    kind: 'note',
    sentence: { en: 'Values are packed bit by bit, without whole bytes.', ja: '値がバイト境界なしのビット列として格納されています。' },
  },
  'data-offset-from-text': {
    kind: 'note',
    sentence: {
      en: 'The HEADER leaves the place of DATA open; TEXT has it.',
      ja: 'HEADERにDATAの位置がないため、TEXTの値を使用しました。',
    },
  },
  'data-offsets-differ': {
    kind: 'repair',
    sentence: {
      en: 'HEADER (DATA {header}) and TEXT ({text}) disagree; only {used} fits the number of events.',
      ja: 'DATAの位置がHEADER({header})とTEXT({text})で異なります。イベント数に合う{usedJa}の値を使用しました。',
    },
  },
  'data-offsets-undecided': {
    kind: 'guess',
    sentence: {
      en: 'HEADER (DATA {header}) and TEXT ({text}) disagree; both fit the number of events, HEADER is used.',
      ja: 'DATAの位置がHEADER({header})とTEXT({text})で異なり、どちらもイベント数に合うため、HEADERの値を使用しました。',
    },
  },
  'data-ends-differ': {
    kind: 'note',
    sentence: {
      en: 'HEADER (DATA {header}) and TEXT ({text}) give different ends of DATA; the events are the same.',
      ja: 'DATAの終わりの位置がHEADER({header})とTEXT({text})で異なりますが、読み込むイベントは同じです。',
    },
  },
  'offset-unreadable': {
    kind: 'note',
    sentence: {
      en: '{keyword} is not a number ("{value}") and is ignored.',
      ja: '{keyword}が数値ではない(「{value}」)ため、無視しました。',
    },
  },
  'data-end-long': {
    kind: 'repair',
    sentence: { en: 'The end of DATA is given one byte too far.', ja: 'DATAの終わりの位置が1バイト後ろにずれています。' },
  },
  'data-end-short': {
    kind: 'repair',
    sentence: { en: 'The end of DATA is given one byte too early.', ja: 'DATAの終わりの位置が1バイト手前にずれています。' },
  },
  'data-begin-moved': {
    kind: 'repair',
    sentence: {
      en: 'DATA is said to begin at byte {begin}; by the end of TEXT and what follows DATA it begins at {moved}.',
      ja: 'DATAの開始位置は{begin}バイト目と記載されていますが、TEXTの終わりとDATAの後の内容から{moved}バイト目と判断しました。',
    },
  },
  'data-end-missing': {
    kind: 'repair',
    sentence: {
      en: 'The end of DATA is not given; it follows from the number of events.',
      ja: 'DATAの終わりの位置がないため、イベント数から求めました。',
    },
  },
  'data-padded': {
    kind: 'repair',
    sentence: {
      en: 'DATA has {surplus} bytes of padding after the last event.',
      ja: 'DATAの最後のイベントの後に{surplus}バイトの埋め草があります。',
    },
  },
  'tot-derived': {
    kind: 'guess',
    sentence: {
      en: '$TOT is missing; {events} events follow from the length of DATA.',
      ja: '$TOTがないため、DATAの長さからイベント数を{events}としました。',
    },
  },
  'export-of-repaired': {
    kind: 'note',
    sentence: {
      en: 'The events were exported from a file that had to be repaired in reading ({repairs}).',
      ja: '読み込み時に修復が必要だったファイル({repairs})から書き出されたイベントです。',
    },
  },
  truncated: {
    kind: 'repair',
    sentence: {
      en: 'The file is cut off: of {expected} events the {actual} whole ones are opened.',
      ja: 'ファイルが途中で切れています。{expected}イベントのうち、完全な{actual}イベントのみを開きました。',
    },
  },
  'tot-not-borne-out': {
    kind: 'repair',
    sentence: {
      en: '$TOT announces {expected} events, which the DATA segment does not bear out; {actual} are opened.',
      ja: '$TOTのイベント数{expected}がDATAセグメントと一致しないため、{actual}イベントを開きました。',
    },
  },
} as const satisfies { readonly [code: string]: FindingKind };
