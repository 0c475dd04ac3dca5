import type { Features } from '../features/feature.ts';
import { judgeAll, missingIn } from '../profiles/condition.ts';
import { callReasons, openReasons } from './call-reasons.ts';
import type { Classification, Reason } from './classification.ts';
import { type Classifier, profilesOf } from './classifier.ts';
import { type Call, decide } from './decide.ts';
import { findMethod, judgeDeclared } from './declared.ts';
import { type Judged, judgeMethod } from './judge-method.ts';
import { type Declaration, posteriorOf } from './posterior.ts';
import { ruleReason } from './rule-reason.ts';
import { wouldDecide } from './would-decide.ts';

/**
 * Which culture method a sample is consistent with, in stages that can all be seen: eligibility; each profile's rules and distance;
 * the posterior with and without the declaration; the call. The declaration never enters the call. What `holds` the call back stands before the
 * other reasons.
 */
export function classify(
  classifier: Classifier,
  features: Features,
  declared: Declaration = {},
  holds: readonly Reason[] = [],
): Classification {
  const { decision, methods: profiles, name, title, revision } = profilesOf(classifier);
  const ineligible = classifier.eligibility.filter((condition) => judgeAll([condition], features) !== 'holds');
  // the denominator is there but no part of it was given: its gate is red
  const red = features.has('denominator-events') && !features.has('nk');
  const judged = profiles.map((profile) => judgeMethod(profile, features.has('nk') ? features : nothing, decision));
  const eligible = ineligible.length === 0 && features.has('denominator-events') && !red && holds.length === 0;
  const posterior = posteriorOf(judged, decision);
  const call: Call = eligible ? decide(judged, posterior, decision) : { group: 'indeterminate', method: 'indeterminate', rivals: [] };
  const known = declared.method === undefined ? undefined : findMethod(profiles, declared.method)?.method;
  const given = { ...declared, ...(known === undefined ? {} : { method: known }) };
  const withDeclaration = known === undefined && declared.day === undefined ? undefined : posteriorOf(judged, decision, given);
  const verdict = judgeDeclared(judged, eligible, declared, decision, posterior);
  return {
    group: call.group,
    method: shownMethod(call.method),
    reasons: eligible ? reasonsOf(call, judged, features) : [...holds, ...ineligibleReasons(ineligible, features, red)],
    missing: eligible ? wouldDecide(call.rivals, features) : missingIn(ineligible, features),
    nearest: nearestOf(judged, posterior),
    eligible,
    methods: judged.map(({ profile: _, groupStatus: __, ...one }) => ({
      ...one,
      posterior: posterior.get(one.method) ?? 0,
      ...(withDeclaration === undefined ? {} : { posteriorDeclared: withDeclaration.get(one.method) ?? 0 }),
    })),
    ...(verdict === undefined ? {} : { declared: verdict }),
    profiles: { name, ...(title === undefined ? {} : { title }), revision },
  };
}

/** Where the composition cannot be used, markers alone would name a nearest profile that nobody should read. */
const nothing: Features = new Map();

const ineligibleReasons = (conditions: Classifier['eligibility'], features: Features, red: boolean): readonly Reason[] => [
  ...(features.has('denominator-events') ? [] : [{ code: 'no-composition', passed: false }]),
  ...(red ? [{ code: 'red-gate', passed: false }] : []),
  ...conditions.map((condition) => ruleReason(condition, features, 'eligibility')),
];

const reasonsOf = (call: Call, judged: readonly Judged[], features: Features): readonly Reason[] =>
  call.group === 'indeterminate' ? openReasons(call.rivals, judged, features) : callReasons(call, judged);

/** Those that the measurement makes most likely; by how far away they are where nothing expects anything. */
function nearestOf(judged: readonly Judged[], posterior: ReadonlyMap<string, number>): readonly string[] {
  return judged
    .filter(({ status, distance }) => status !== 'inactive' && distance !== undefined)
    .toSorted((a, b) => (posterior.get(b.method) ?? 0) - (posterior.get(a.method) ?? 0))
    .slice(0, 2)
    .map(({ method }) => method);
}

/** Rules of older protocols number their alternatives. */
const shownMethod = (method: string): string => method.replace(/#\d+$/, '');
