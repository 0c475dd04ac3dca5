import { type Catalogue, type Language, say } from '../../base/message.ts';
import { type CompensationUsed, OF_PROTOCOL } from './compensation-used.ts';

/** What a badge beside a sample says of its matrix. */
export interface MatrixBadge {
  readonly kind: 'file' | 'own' | 'not-needed' | 'at-instrument' | 'none' | 'wrong';
  readonly word: string;
}

const words = {
  file: { en: 'file', ja: 'ファイル' },
  own: { en: 'own', ja: '独自' },
  'not-needed': { en: 'not needed', ja: '不要' },
  'at-instrument': { en: 'instrument', ja: '測定時' },
  none: { en: 'none', ja: 'なし' },
  wrong: { en: 'does not fit', ja: '不適合な行列' },
} as const satisfies Catalogue;

/** What each badge means, in the order of a legend. */
const meanings = {
  file: { en: 'Compensated with the matrix in the file.', ja: 'ファイル内の行列で蛍光補正しています。' },
  own: { en: 'Compensated with a matrix of the laboratory, by its name.', ja: '施設の補正行列で蛍光補正しています(行列の名前を表示)。' },
  'not-needed': {
    en: 'One fluorescence channel at most: nothing to compensate.',
    ja: '蛍光チャンネルが1つ以下のため、蛍光補正は不要です。',
  },
  'at-instrument': {
    en: 'Compensated when it was acquired, or by another program.',
    ja: '測定時または他のソフトウェアで蛍光補正済みです。',
  },
  none: { en: 'Not compensated, as a person decided.', ja: '担当者の判断により、蛍光補正をしていません。' },
  wrong: { en: 'The matrix cannot be right: numbers are withheld.', ja: '行列が適合しないため、値は表示しません。' },
} as const satisfies Catalogue;

/** Every badge with its word and meaning, for a legend. */
export const matrixBadges = (language: Language): readonly (MatrixBadge & { readonly meaning: string })[] =>
  (Object.keys(words) as MatrixBadge['kind'][]).map((kind) => ({
    kind,
    word: say(words[kind], {}, language),
    meaning: say(meanings[kind], {}, language),
  }));

/** The matrix of a sample in a word: the file's, the laboratory's own (by its name), none and why, or one that cannot be right. */
export function matrixBadge({ source, status, keyword = '' }: CompensationUsed, language: Language): MatrixBadge {
  const kind = kindOf(status, source);
  const isNamed = kind === 'own' && keyword !== '' && keyword !== OF_PROTOCOL;
  return { kind, word: isNamed ? keyword : say(words[kind], {}, language) };
}

function kindOf(status: CompensationUsed['status'], source: CompensationUsed['source']): MatrixBadge['kind'] {
  switch (status) {
    case undefined:
    case 'applied':
      return source === 'file' ? 'file' : source === 'protocol' ? 'own' : 'none';
    case 'not-needed':
      return 'not-needed';
    case 'at-instrument':
    case 'log-amplified':
    case 'compensated':
    case 'compensated-before':
      return 'at-instrument';
    case 'declined':
      return 'none';
    case 'unusable':
    case 'unfit':
    case 'missing':
      return 'wrong';
  }
}
