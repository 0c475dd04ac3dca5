import type { Finding, FindingKind } from '../../base/finding.ts';
import type { Values } from '../../base/message.ts';
import { dataFindings } from './data-findings.ts';
import { spilloverFindings } from './spillover-findings.ts';
import { valueFindings } from './value-findings.ts';

/** Everything the reader repairs, guesses or finds odd. `docs/findings.md` lists them with their reasons. */
export const fcsFindings = {
  'names-last': {
    kind: 'guess',
    sentence: {
      en: 'TEXT names its channels twice; as asked, the last names are used.',
      ja: 'チャンネル名が2組あり、指定により後の組を用いました。',
    },
  },
  'text-end-long': {
    kind: 'repair',
    sentence: {
      en: 'The end of TEXT is given one byte too far, on the first byte of DATA.',
      ja: 'TEXTの終わりの位置が1バイト後ろの、DATAの先頭を指しています。',
    },
  },
  'event-table': {
    kind: 'note',
    sentence: {
      en: 'The file is a table of events of {channels} channels, not FCS: it says nothing of the instrument, ranges or compensation.',
      ja: 'FCSではなく{channels}チャンネルのイベントの表です。装置、範囲、補正の情報はありません。',
    },
  },
  // HEADER and the chain of data sets
  'header-offset-unreadable': {
    kind: 'note',
    sentence: {
      en: 'The HEADER offset of {segment} is not a number ("{value}"); TEXT is asked instead.',
      ja: 'HEADERの{segment}の位置が数値ではありません(「{value}」)。TEXTの値を参照しました。',
    },
  },
  'next-dataset-missing': {
    kind: 'repair',
    sentence: {
      en: '$NEXTDATA points to byte {next}, where no further data set begins; it is ignored.',
      ja: '$NEXTDATAが示す{next}バイト目に次のデータセットがないため、無視しました。',
    },
  },
  'next-dataset-absolute': {
    kind: 'guess',
    sentence: {
      en: '$NEXTDATA {next} counts from the start of the file, not of the data set.',
      ja: '$NEXTDATA({next})はデータセットではなくファイルの先頭から数えた値と判断しました。',
    },
  },
  'dataset-skipped': {
    kind: 'guess',
    sentence: { en: 'Data set {dataset} is left out: {reason}', ja: 'データセット{dataset}は読み込みませんでした: {reasonJa}' },
  },
  'markers-carried': {
    kind: 'guess',
    sentence: {
      en: '{count} channels without a label take it from the same detectors of data set {dataset}, which holds as many events.',
      ja: 'ラベルのないチャンネル{count}個に、イベント数の等しいデータセット{dataset}の同じ検出器のラベルを引き継ぎました。',
    },
  },
  'datasets-beyond-limit': {
    kind: 'repair',
    sentence: {
      en: 'The file holds more than {limit} data sets; the others are not opened.',
      ja: 'データセットが{limit}個を超えているため、残りは開いていません。',
    },
  },
  // TEXT
  'text-encoding': {
    kind: 'guess',
    sentence: {
      en: 'The keywords are not UTF-8; they are read as {encoding}.',
      ja: 'キーワードはUTF-8ではないため、{encoding}として読み込みました。',
    },
  },
  'delimiter-odd': {
    kind: 'note',
    sentence: {
      en: 'The delimiter of TEXT is byte {byte}, outside 1 to 126.',
      ja: 'TEXTの区切り文字(バイト値{byte})が1〜126の範囲外です。',
    },
  },
  'text-not-terminated': {
    kind: 'note',
    sentence: {
      en: '{segment} does not end with its delimiter; the last value is read to the end.',
      ja: '{segment}が区切り文字で終わっていないため、最後の値は末尾まで読み込みました。',
    },
  },
  'text-left-over': {
    kind: 'note',
    sentence: {
      en: '{segment} ends with a keyword without a value ("{text}"), which is ignored.',
      ja: '{segment}の末尾に値のないキーワード(「{text}」)があるため、無視しました。',
    },
  },
  'empty-values': {
    kind: 'guess',
    sentence: {
      en: '{count} keywords have empty values (first: {keyword}); doubled delimiters after a keyword are read as such.',
      ja: '値が空のキーワードが{count}個あります(最初は{keyword})。キーワード直後の二重の区切り文字を空の値と解釈しました。',
    },
  },
  'delimiter-unescaped': {
    kind: 'guess',
    sentence: {
      en: '{segment} makes sense only if its doubled delimiters are read as {reading}.',
      ja: '{segment}は、二重の区切り文字を{readingJa}と解釈した場合にのみ意味が通ります。',
    },
  },
  'keyword-unnamed': {
    kind: 'note',
    sentence: {
      en: '{count} values of {segment} have an empty keyword name; they are ignored.',
      ja: '{segment}に名前が空のキーワードが{count}個あるため、無視しました。',
    },
  },
  'keyword-duplicate': {
    kind: 'note',
    sentence: {
      en: 'The keyword {keyword} stands twice with the same value.',
      ja: 'キーワード{keyword}が同じ値で二重に記載されています。',
    },
  },
  'keyword-differs': {
    kind: 'guess',
    sentence: {
      en: 'The keyword {keyword} stands twice with different values; the first is kept.',
      ja: 'キーワード{keyword}が異なる値で二重に記載されています。最初の値を採用しました。',
    },
  },
  'supplemental-unreadable': {
    kind: 'note',
    sentence: {
      en: 'Supplemental TEXT (bytes {begin} to {end}) is not keywords, too large or outside the file; it is ignored.',
      ja: '補助TEXT({begin}〜{end}バイト目)はキーワードでないか、大きすぎるか、ファイル外にあるため、無視しました。',
    },
  },
  'analysis-unreadable': {
    kind: 'note',
    sentence: {
      en: 'ANALYSIS (bytes {begin} to {end}) is not keywords, too large or outside the file; it is ignored.',
      ja: 'ANALYSIS({begin}〜{end}バイト目)はキーワードでないか、大きすぎるか、ファイル外にあるため、無視しました。',
    },
  },
  'crc-mismatch': {
    kind: 'note',
    sentence: {
      en: 'The check sum (CRC) at the end of the data set is "{stored}"; {computed} is computed. The file may have been altered.',
      ja: 'データセット末尾のチェックサム(CRC)「{stored}」が計算値{computed}と一致しません。ファイルが変更された可能性があります。',
    },
  },
  ...dataFindings,
  ...spilloverFindings,
  ...valueFindings,
} as const satisfies { readonly [code: string]: FindingKind };

export type FcsFindingCode = keyof typeof fcsFindings;

/** A finding of this catalogue; `offset` is a byte of the file. */
export function found(code: FcsFindingCode, values?: Values, offset?: number): Finding {
  return { code, kind: fcsFindings[code].kind, ...(values && { values }), ...(offset !== undefined && { offset }) };
}
