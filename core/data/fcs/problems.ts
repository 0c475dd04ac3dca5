import type { Sentence, Values } from '../../base/message.ts';
import { type Place, Problem } from '../../base/problem.ts';

/** Why a file is refused. */
export const fcsProblems = {
  'not-fcs': {
    en: 'This is not an FCS file: {what}.',
    ja: 'FCSファイルではありません: {whatJa}。',
  },
  'version-unsupported': {
    en: 'FCS version "{version}" is not supported; 2.0, 3.0, 3.1 and 3.2 are.',
    ja: 'FCSバージョン「{version}」には対応していません(対応: 2.0、3.0、3.1、3.2)。',
  },
  'header-truncated': {
    en: 'The file ends within its 58-byte HEADER.',
    ja: 'ファイルが58バイトのHEADERの途中で終わっています。',
  },
  'text-not-located': {
    en: 'The HEADER does not say where the TEXT segment is (it says "{begin}" to "{end}").',
    ja: 'HEADERからTEXTセグメントの位置が分かりません(「{begin}」〜「{end}」と記載)。',
  },
  'text-beyond-file': {
    en: 'The TEXT segment ends at byte {end}, but the file has only {size} bytes.',
    ja: 'TEXTセグメントの終わりは{end}バイト目ですが、ファイルは{size}バイトしかありません。',
  },
  'text-cut': {
    en: 'The TEXT segment goes on behind byte {end}, where the HEADER ends it ("{text}"): keywords would be lost.',
    ja: 'TEXTセグメントはHEADERが示す{end}バイト目より後にも続いており(「{text}」)、キーワードが失われるため読み込みません。',
  },
  'text-shifted': {
    en: 'The value of {keyword} is the name of a keyword ("{value}"): a delimiter within a value seems not to be doubled.',
    ja: '{keyword}の値がキーワード名(「{value}」)になっています。値の中の区切り文字が二重化されていない可能性があります。',
  },
  'text-too-large': {
    en: 'The TEXT segment has {bytes} bytes or more keywords than the limits allow ({limit} bytes, {keywords} keywords).',
    ja: 'TEXTセグメント({bytes}バイト)またはキーワード数が上限({limit}バイト、{keywords}個)を超えています。',
  },
  'keyword-missing': {
    en: 'The required keyword {keyword} is missing.',
    ja: '必須キーワード{keyword}がありません。',
  },
  'keyword-invalid': {
    en: 'The keyword {keyword} has a value that cannot be used: "{value}".',
    ja: 'キーワード{keyword}の値「{value}」は使用できません。',
  },
  'keyword-conflict': {
    en: 'The keyword {keyword} stands twice with different values: "{first}" and "{second}".',
    ja: 'キーワード{keyword}が二重に記載され、値が異なります(「{first}」と「{second}」)。',
  },
  'names-twice': {
    en: 'TEXT names {count} channels twice and differently: first {first}; last {last}. Choose one set (--names first or --names last).',
    ja: '{count}個のチャンネルに異なる名前が2組あります(先: {first}、後: {last})。どちらかを選んでください(--names firstまたは--names last)。',
  },
  'too-many-channels': {
    en: '$PAR announces {channels} channels; the limit is {limit}.',
    ja: '$PARのチャンネル数{channels}が上限{limit}を超えています。',
  },
  'mode-unsupported': {
    en: 'The data set is not in list mode: $MODE is "{mode}". Only list mode (L) is read.',
    ja: 'リストモードのデータではありません($MODEは「{mode}」)。読み込めるのはリストモード(L)のみです。',
  },
  'byte-order-unusable': {
    en: '$BYTEORD "{order}" does not say how {channel} ({bits} bits) is stored.',
    ja: '$BYTEORD「{order}」からは{channel}({bits}ビット)の格納順が決まりません。',
  },
  'bits-unusable': {
    en: '$P{n}B is "{bits}", which does not fit data type {datatype}.',
    ja: '$P{n}Bの値「{bits}」はデータ型{datatype}に適合しません。',
  },
  'channel-datatype-unusable': {
    en: '$P{n}DATATYPE "{datatype}" contradicts version {version} or data type {general}; which one holds cannot be known.',
    ja: '$P{n}DATATYPE「{datatype}」がバージョン{version}またはデータ型{general}と矛盾し、どちらが正しいか判断できません。',
  },
  'data-not-located': {
    en: 'Neither HEADER nor TEXT says where the DATA segment is.',
    ja: 'HEADERにもTEXTにもDATAセグメントの位置が記載されていません。',
  },
  'data-begin-doubtful': {
    en: 'DATA is said to begin at byte {begin}, which seems to be off by one; the values would be others a byte further on.',
    ja: 'DATAの開始位置({begin}バイト目)が1バイトずれている疑いがあり、その場合は値が変わるため読み込みません。',
  },
  'data-absent': {
    en: 'The file holds no DATA: the segment should begin at byte {begin}, but the file has only {size} bytes. {expected} events are expected.',
    ja: 'DATAがファイルにありません(開始位置は{begin}バイト目、ファイルは{size}バイト)。期待されるイベント数は{expected}です。',
  },
  'data-truncated': {
    en: 'The file is cut off: {expected} events are expected, {actual} are there.',
    ja: 'ファイルが途中で切れています(期待されるイベント数{expected}に対し、実際は{actual})。',
  },
  'tot-too-large': {
    en: '$TOT announces {expected} events, but the DATA segment has room for {actual} only.',
    ja: '$TOTのイベント数は{expected}ですが、DATAセグメントには{actual}イベント分しかありません。',
  },
  'tot-too-small': {
    en: '$TOT announces {expected} events, but the DATA segment has {surplus} bytes more than these take.',
    ja: '$TOTのイベント数は{expected}ですが、DATAセグメントはそれより{surplus}バイト長くなっています。',
  },
  'tot-missing': {
    en: '$TOT is missing, and {bytes} bytes of DATA are not a whole number of events of {row} bytes.',
    ja: '$TOTがなく、DATAの{bytes}バイトは1イベント{row}バイトの整数倍ではありません。',
  },
  'data-overlaps': {
    en: 'The DATA segment (bytes {begin} to {end}) lies partly in another segment or data set.',
    ja: 'DATAセグメント({begin}〜{end}バイト目)がほかのセグメントまたはデータセットと重なっています。',
  },
  'layout-ambiguous': {
    en: 'The widths in $PnB can be read in more than one way that fits the DATA segment, and the values would differ.',
    ja: '$PnBのビット幅の解釈がDATAセグメントに対して一通りに決まらず、値が変わるおそれがあります。',
  },
  'value-too-large': {
    en: 'Event {event} of {channel} holds an integer above 2^53, which cannot be kept exactly.',
    ja: '{channel}のイベント{event}の整数は2^53を超えており、正確に保持できません。',
  },
  'ascii-value': {
    en: 'Event {event} of {channel} is not a number: "{text}".',
    ja: '{channel}のイベント{event}の値が数値ではありません:「{text}」。',
  },
  'ascii-short': {
    en: 'The ASCII data hold {actual} values; {expected} are expected.',
    ja: 'ASCIIデータの値は{actual}個です(期待される個数は{expected})。',
  },
  'ascii-surplus': {
    en: 'The ASCII data hold more than the {expected} values expected.',
    ja: 'ASCIIデータに、期待される{expected}個より多くの値があります。',
  },
  'file-changed': {
    en: 'The file became shorter or unreadable while it was read.',
    ja: '読み込み中にファイルが短くなったか、読めなくなりました。',
  },
} as const satisfies { readonly [code: string]: Sentence };

export type FcsProblemCode = keyof typeof fcsProblems;

/** Throws the problem `code`; `offset` is a byte of the file. */
export function refuse(code: FcsProblemCode, values: Values = {}, offset?: number): never {
  throw problemOf(code, values, offset);
}

function problemOf(code: FcsProblemCode, values: Values = {}, offset?: number): Problem {
  const place: Place = offset === undefined ? {} : { offset };
  return new Problem(code, fcsProblems[code], values, place);
}
