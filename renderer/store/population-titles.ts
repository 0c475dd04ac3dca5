import type { Language } from '../../core/base/message.ts';
import { indexStrategy } from '../../core/gating/strategy/edit-tree.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { nameIn, type TitleOf } from '../messages/population-titles.ts';

/** Names are English words of whoever wrote the strategy; in Japanese populations go by their titles, where they have one. */
export function titlesIn({ strategy }: Pick<Protocol, 'strategy'>, language: Language): TitleOf {
  if (language === 'en') return nameIn;
  const titles = new Map(indexStrategy(strategy).populations.map(({ path, node }) => [path, node.title?.[language] ?? node.name]));
  return (path) => titles.get(path) ?? nameIn(path);
}
