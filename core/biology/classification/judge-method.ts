import type { Features } from '../features/feature.ts';
import { judgeAll } from '../profiles/condition.ts';
import type { Profile, ProfileRule } from '../profiles/profile.ts';
import type { Decision } from '../profiles/profile-set.ts';
import type { Distance, MethodJudgement } from './classification.ts';
import { distanceTo } from './distance.ts';
import { ruleReason } from './rule-reason.ts';

/** One profile held against a sample: its rules, its distance. What decides inside a group is judged apart. */
export interface Judged extends Omit<MethodJudgement, 'posterior' | 'posteriorDeclared'> {
  readonly profile: Profile;
  /** As `status`, with only those rules that tell groups apart. */
  readonly groupStatus: MethodJudgement['status'];
}

export function judgeMethod(profile: Profile, features: Features, decision: Decision): Judged {
  const distance = distanceTo(profile, features);
  const statusBy = (rules: readonly ProfileRule[]): MethodJudgement['status'] => {
    if (!profile.active) return 'inactive';
    const outcome = judgeAll(rules, features);
    const excluded =
      judgeAll(
        rules.filter(({ excludes }) => excludes),
        features,
      ) === 'fails';
    if (excluded || (distance !== undefined && distance.pNearest < decision.exclude)) return 'out';
    return outcome === 'holds' && isNear(distance, decision) ? 'in' : 'open';
  };
  return {
    profile,
    method: profile.method,
    group: profile.group,
    name: profile.name,
    status: statusBy(profile.rules),
    groupStatus: statusBy(profile.rules.filter(({ decides }) => decides === 'group')),
    rules: profile.rules.map((rule) => {
      const { values, ...reason } = ruleReason(rule, features, profile.method);
      return { ...reason, values: { ...values, excludes: rule.excludes ? 1 : 0 } };
    }),
    ...(distance === undefined ? {} : { distance }),
  };
}

/** Where a profile expects nothing but its rules, the rules decide. */
const isNear = (distance: Distance | undefined, { include }: Decision): boolean => distance === undefined || distance.p >= include;
