import { joinPath } from '../../core/gating/strategy/edit-tree.ts';
import type { AuditEntry } from '../../core/study/session/audit/audit.ts';
import { parentPath } from './population-path.ts';
import type { State } from './state.ts';
import { strategyPath } from './strategy-path.ts';

/** The person's act that put a gate of the protocol where it stands: the last one that moved it, else the one that drew it; undefined where it came with the protocol. */
export function drawnBy(
  state: Pick<State, 'session' | 'results' | 'view'>,
  gate: string | undefined,
  path: string,
): Pick<AuditEntry, 'by' | 'at'> | undefined {
  if (gate === undefined) return undefined;
  // what it was called when it was drawn, from the last act back
  let own: string | undefined = strategyPath(state, path);
  return state.session.history.audit.findLast(({ action }) => {
    if (action.type === 'gate/change') return action.gate === gate && action.scope === 'protocol';
    if (action.type === 'gate/rename') own = own && nameBefore(own, action.population, action.name);
    return action.type === 'gate/add' && action.node.populations.some(({ name }) => joinPath(action.parent, name) === own);
  });
}

/** Of a path, before a population was renamed: it or one above it; undefined where another one had that path before. */
function nameBefore(path: string, population: string, name: string): string | undefined {
  const isIn = (above: string) => path === above || path.startsWith(`${above}/`);
  const now = joinPath(parentPath(population) ?? '', name);
  if (isIn(now)) return population + path.slice(now.length);
  return isIn(population) ? undefined : path;
}
