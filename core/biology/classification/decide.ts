import type { GroupId } from '../profiles/profile.ts';
import type { Decision } from '../profiles/profile-set.ts';
import type { Judged } from './judge-method.ts';

export interface Call {
  readonly group: GroupId | 'indeterminate';
  readonly method: string;
  /** Methods that keep the call of a group open, or of a method where a group is called. */
  readonly rivals: readonly Judged[];
}

/**
 * A group is called where one of its methods is in, every method of every other group is out, and the posterior of the group is high
 * enough; a method inside it by the same rule. Being out only ever grows with what is measured, so that a marker less or a gate
 * moved within its uncertainty may open a call but never turn it into another.
 */
export function decide(judged: readonly Judged[], posterior: ReadonlyMap<string, number>, decision: Decision): Call {
  const active = judged.filter(({ status }) => status !== 'inactive');
  const standing = active.filter(({ groupStatus }) => groupStatus !== 'out');
  const groups = [...new Set(standing.map(({ group }) => group))];
  const [group] = groups;
  const inside = standing.filter((one) => one.group === group);
  const weight = (methods: readonly Judged[]) => methods.reduce((sum, { method }) => sum + (posterior.get(method) ?? 0), 0);
  const expects = inside.some(({ distance }) => distance !== undefined);
  const likely = !expects || weight(active.filter((one) => one.group === group)) >= decision.posterior;
  if (group === undefined || groups.length > 1 || !inside.some(({ groupStatus }) => groupStatus === 'in') || !likely)
    return { group: 'indeterminate', method: 'indeterminate', rivals: standing };
  const left = active.filter((one) => one.group === group && one.status !== 'out');
  const [only] = left;
  const named =
    only !== undefined &&
    left.length === 1 &&
    only.status === 'in' &&
    !only.profile.needsDeclaration &&
    (!expects || (posterior.get(only.method) ?? 0) >= decision.posterior);
  return named ? { group, method: only.method, rivals: [] } : { group, method: 'indeterminate', rivals: left };
}
