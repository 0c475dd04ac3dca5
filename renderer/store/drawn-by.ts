import { joinPath } from '../../core/gating/strategy/edit-tree.ts';
import type { AuditEntry } from '../../core/study/session/audit/audit.ts';
import type { State } from './state.ts';
import { strategyPath } from './strategy-path.ts';

/** The person's act that put a gate of the protocol where it stands: the last one that moved it, else the one that drew it; undefined where it came with the protocol. */
export function drawnBy(
  state: Pick<State, 'session' | 'results' | 'view'>,
  gate: string | undefined,
  path: string,
): Pick<AuditEntry, 'by' | 'at'> | undefined {
  if (gate === undefined) return undefined;
  const own = strategyPath(state, path);
  return state.session.history.audit.findLast(({ action }) => {
    if (action.type === 'gate/change') return action.gate === gate && action.scope === 'protocol';
    return action.type === 'gate/add' && action.node.populations.some(({ name }) => joinPath(action.parent, name) === own);
  });
}
