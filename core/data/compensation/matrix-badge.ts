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
