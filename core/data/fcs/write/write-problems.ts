import type { Catalogue, Values } from '../../../base/message.ts';
import { type Place, Problem } from '../../../base/problem.ts';

const sentences = {
  'fcs-write-empty-value': {
    en: 'Keyword {keyword} has no value; FCS does not allow that.',
    ja: 'キーワード{keyword}の値が空です。FCS規格では空の値は使えません。',
  },
  'fcs-write-duplicate-keyword': {
    en: 'Keyword {keyword} is given twice, or is one that the writer sets itself.',
    ja: 'キーワード{keyword}が重複しているか、書き出し時に自動で設定されるキーワードです。',
  },
  'fcs-write-keyword-name': { en: '"{keyword}" cannot be the name of a keyword.', ja: '「{keyword}」はキーワード名として使えません。' },
  'fcs-write-leading-delimiter': {
    en: '{keyword} begins with the delimiter, which cannot be read back; choose another delimiter.',
    ja: '{keyword}が区切り文字で始まっているため、正しく読み戻せません。別の区切り文字を指定してください。',
  },
  'fcs-write-delimiter': {
    en: 'A delimiter is one ASCII character from 1 to 126.',
    ja: '区切り文字にはASCIIコード 1〜126の1文字を指定してください。',
  },
  'fcs-write-character': {
    en: 'The character "{character}" does not exist in {encoding}.',
    ja: '文字「{character}」は文字コード{encoding}では表せません。',
  },
  'fcs-write-value': {
    en: 'Event {event} of channel {channel}: {value} does not fit into {bits} bits of data type {datatype}.',
    ja: 'チャンネル{channel}の{event}番目のイベントの値{value}は、データ型 {datatype}({bits}ビット)では表せません。',
  },
  'fcs-write-columns': {
    en: 'Column {column} does not hold the {events} events that the data set declares.',
    ja: '列{column}のイベント数が、データセットのイベント数{events}と一致しません。',
  },
  'fcs-write-channel': {
    en: 'Channel {channel}: {reason} is not allowed in {version}.',
    ja: 'チャンネル {channel}:{reason}は{version}では使えません。',
  },
  'fcs-write-setting': { en: '{setting} is not allowed in {version}.', ja: '{setting}は{version}では使えません。' },
  'fcs-write-cyt': { en: 'FCS 3.2 needs $CYT, the name of the cytometer.', ja: 'FCS 3.2では$CYT(装置名)が必須です。' },
  'fcs-write-too-large': {
    en: 'The {segment} segment ends at byte {end}, beyond what the HEADER of {version} can say (99,999,999).',
    ja: '{segment}セグメントの終了位置(バイト {end})が、{version}のHEADERで表せる上限(99,999,999)を超えています。',
  },
} as const satisfies Catalogue;

/** Refuses to write what no reader could rely on. */
export function refuseToWrite(code: keyof typeof sentences, values: Values = {}, place: Place = {}): never {
  throw new Problem(code, sentences[code], values, place);
}
