import type { SampleMetadata } from '../../data/metadata/sample-metadata.ts';
import type { Decision } from '../profiles/profile-set.ts';
import type { Judged } from './judge-method.ts';

/** What a laboratory declares of a sample: prior information, never evidence. */
export interface Declaration {
  readonly method?: string;
  readonly day?: number;
}

export const declarationOf = ({ declaredMethod, day }: Pick<SampleMetadata, 'declaredMethod' | 'day'>): Declaration => ({
  ...(declaredMethod === undefined ? {} : { method: declaredMethod }),
  ...(day === undefined ? {} : { day }),
});

/**
 * Posterior over the active methods. Without a declaration every group counts the same and its methods share that; a declared method
 * takes `declaredPrior`, and methods whose days do not hold the declared day count less. Markers are taken as independent of each
 * other: the posterior alone therefore calls nothing.
 */
export function posteriorOf(judged: readonly Judged[], decision: Decision, declared: Declaration = {}): ReadonlyMap<string, number> {
  const active = judged.filter(({ status }) => status !== 'inactive');
  const groups = new Map<string, number>();
  for (const { group } of active) groups.set(group, (groups.get(group) ?? 0) + 1);
  const known = active.some(({ method }) => method === declared.method);
  const weights = active.map(({ method, group, profile: { days }, distance }) => {
    const equal = 1 / groups.size / (groups.get(group) ?? 1);
    const prior = !known ? equal : method === declared.method ? decision.declaredPrior : (1 - decision.declaredPrior) * equal;
    const onDay = declared.day === undefined || (declared.day >= days.from && declared.day <= days.to);
    return Math.log(prior * (onDay ? 1 : decision.otherDay)) + (distance?.logDensity ?? 0);
  });
  const most = Math.max(...weights);
  const sum = weights.reduce((total, weight) => total + Math.exp(weight - most), 0);
  return new Map(active.map(({ method }, i) => [method, Math.exp(weights[i]! - most) / sum]));
}
