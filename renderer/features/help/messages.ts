import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

export const own = {
  guideSearch: { en: 'Search the guides', ja: 'ガイドを検索' },
  guidePages: { en: 'Guides in this language', ja: 'ガイドの一覧' },
  guideHits: { en: '{count} places', ja: '{count}か所' },
  guideNone: { en: 'Nothing is said of this. Try another word.', ja: '見つかりませんでした。別の語で検索してください。' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own };
