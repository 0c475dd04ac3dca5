import { type Catalogue, type Language, say } from '../../base/message.ts';
import { type CompensationUsed, OF_PROTOCOL } from './compensation-used.ts';

const sentences = {
  file: { en: 'matrix of the file ({keyword})', ja: 'ファイルの行列({keyword})' },
  table: { en: 'matrix of {keyword}', ja: '{keyword}の行列' },
  protocol: { en: 'matrix of the protocol', ja: 'プロトコルの行列' },
  none: { en: 'none', ja: 'なし' },
  declined: { en: 'none, as the protocol says', ja: 'なし(プロトコルの指定)' },
  'at-instrument': { en: 'at the instrument, as the protocol says', ja: '測定時に補正済み(プロトコルの指定)' },
  'not-needed': { en: 'not needed', ja: '不要' },
  compensated: { en: 'values taken as compensated', ja: '補正済みの値として使用' },
  'compensated-before': {
    en: 'values compensated before; the matrix of the file ({keyword}) was not applied',
    ja: '補正済みの値(ファイルの行列{keyword}は不適用)',
  },
  'log-amplified': { en: 'at the instrument (log-amplified)', ja: '測定時に補正済み(対数増幅)' },
  unusable: { en: 'NOT COMPENSATED: the matrix ({keyword}) cannot be used', ja: '行列({keyword})を使用できないため未補正' },
  unfit: { en: 'WRONG MATRIX: that of {keyword} leaves spillover in', ja: '行列不適合: {keyword}の行列では漏れ込みが残ります' },
  missing: { en: 'NOT COMPENSATED: there is no matrix', ja: '行列がないため未補正' },
} as const satisfies Catalogue;

/** How values came to be compensated, in a few words beside the numbers. */
export function compensationWords({ source, status, keyword = '' }: CompensationUsed, language: Language): string {
  const isOfTable = source === 'protocol' && keyword !== '' && keyword !== OF_PROTOCOL;
  const known = status === undefined || status === 'applied' ? (isOfTable ? 'table' : source) : status;
  return say(sentences[known], { keyword }, language);
}
