import type { Caution } from '../../base/caution.ts';
import { type Catalogue, type Language, say } from '../../base/message.ts';
import { unsafeValueCodes, valueFindings } from '../../data/fcs/value-findings.ts';

/** One sentence for each reason why populations are unsure however well their gates stand. */
export const cautionSentences: Catalogue = {
  'without-gate': {
    en: 'Counted in "{parent}" without the gate "{gate}": this file has no {missing}.',
    ja: '{missing}がないため、ゲート「{gate}」なしで「{parent}」内を計数しました。',
  },
  'compensation-unusable': {
    en: 'Not compensated: the matrix of {keyword} cannot be used. Give the protocol a matrix, or say that the values are compensated.',
    ja: '{keyword}の行列が使用できないため、補正していません。プロトコルで行列を指定するか、補正済みであることを指定してください。',
  },
  'compensation-missing': {
    en: 'Not compensated: there is no matrix, and {percent} % of {from} spills into {into}.',
    ja: '補正行列がなく、{from}の蛍光の{percent}%が{into}に漏れ込んでいます(未補正)。',
  },
  'compensation-unfit': {
    en: 'The matrix of {keyword} is not that of these events: with it, {percent} % of {from} spills into {into}.',
    ja: '{keyword}の行列がこのデータに合いません: 補正後も{from}の蛍光の{percent}%が{into}に残ります。',
  },
  'compensated-before': {
    en: 'The matrix of {keyword} was not applied: what it would take out is not there, so the values were compensated before.',
    ja: '{keyword}の行列が除くはずの漏れ込みが見られず、補正済みとみられるため、行列を適用していません。',
  },
  'compensation-doubtful': {
    en: 'The values are taken as compensated at the instrument, but {percent} % of {from} spills into {into}.',
    ja: '装置で補正された値として扱いますが、{from}の蛍光の{percent}%が{into}に残っています。',
  },
  'waits-for-channel': {
    en: 'Nothing is called before a person says which channel is {missing} (one of {candidates}?): the gate "{gate}" was skipped.',
    ja: '{missing}に当たるチャンネル({candidates}のいずれか)を指定するまで判定しません(ゲート「{gate}」を省略)。',
  },
  // of the findings that make every share unsafe
  ...Object.fromEntries(
    Object.entries(valueFindings).flatMap(([code, { sentence }]) => (unsafeValueCodes.has(code) ? [[code, sentence]] : [])),
  ),
};

export function cautionText({ code, values }: Pick<Caution, 'code' | 'values'>, language: Language): string {
  const sentence = cautionSentences[code];
  if (sentence === undefined) throw new Error(`caution without a sentence: ${code}`);
  return say(sentence, values, language);
}
