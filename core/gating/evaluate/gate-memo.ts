import type { Bitmask } from '../../data/events/bitmask.ts';
import type { StepResult } from '../automatic/kind/step.ts';

/**
 * What was found before, named by what made it: a gate's own membership by its dimensions and coordinates (moving an ancestor
 * re-evaluates nothing), an automatic step's gate by its parent too. Belongs to one set of columns.
 */
export interface GateMemo {
  readonly members: Map<string, readonly Bitmask[]>;
  readonly placed: Map<string, StepResult>;
}

export const createGateMemo = (): GateMemo => ({ members: new Map(), placed: new Map() });

/** Old entries go first: enough for the gates in use and some steps of undo. */
const MEMO_LIMIT = 200;

export function remember<T>(memo: Map<string, T>, key: string, make: () => T): T {
  const known = memo.get(key);
  const value = known ?? make();
  memo.delete(key);
  memo.set(key, value);
  if (memo.size > MEMO_LIMIT) for (const oldest of [...memo.keys()].slice(0, memo.size - MEMO_LIMIT)) memo.delete(oldest);
  return value;
}
