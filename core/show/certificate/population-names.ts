import type { Language } from '../../base/message.ts';
import { indexStrategy } from '../../gating/strategy/edit-tree.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import { sayIn } from './say.ts';

/** What people read for a population, by its path or, where the sample has none of it, its role: the protocol's title in the language, else its name. */
export type NameOf = (path: string) => string;

export function populationNames({ strategy }: Pick<Protocol, 'strategy'>, language: Language): NameOf {
  const { populations } = indexStrategy(strategy);
  const titleOf = ({ node }: (typeof populations)[number]) => node.title?.[language] ?? node.name;
  const byPath = new Map(populations.map((population) => [population.path, titleOf(population)]));
  // where a gate above was skipped the path is shorter, and the last name is all that stays
  const byName = new Map(populations.map((population) => [population.node.name, titleOf(population)]));
  const byRole = new Map(populations.flatMap((one) => (one.node.role === undefined ? [] : [[one.node.role as string, titleOf(one)]])));
  const all = sayIn(language)('allEvents');
  return (path) => {
    const last = path.slice(path.lastIndexOf('/') + 1);
    return path === '' ? all : (byPath.get(path) ?? byName.get(last) ?? byRole.get(path) ?? last);
  };
}

/** The protocol's own name as people read it. */
export const protocolName = ({ name, title }: Pick<Protocol, 'name' | 'title'>, language: Language): string => title?.[language] ?? name;
