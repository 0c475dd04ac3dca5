import type { Classification, DisplayGroup, Reason } from '../analysis.ts';
import type { Classifier, Condition, FeatureId } from './classifier.ts';
import type { Features } from './features.ts';

type Rule = Classifier['groups'][number];
type Outcome = 'holds' | 'fails' | 'open';

/**
 * Which culture group the sample is consistent with. Called only if one group's conditions all hold over the whole
 * counting interval and every other group has one that fails; else indeterminate, with what would decide.
 */
export function classify(classifier: Classifier, features: Features): Classification {
  const ineligible = classifier.eligibility.filter((condition) => judge(condition, features) !== 'holds');
  if (ineligible.length > 0)
    return indeterminate(
      ineligible.map((condition) => reasonOf(condition, features, 'eligibility')),
      missingOf(ineligible, features),
    );
  const judged = classifier.groups.map((rule) => ({ rule, outcome: judgeAll(rule.conditions, features) }));
  const holding = judged.filter(({ outcome }) => outcome === 'holds').map(({ rule }) => rule);
  const open = judged.filter(({ outcome }) => outcome === 'open').map(({ rule }) => rule);
  const called = holding[0];
  const rivals = [...holding, ...open].filter(({ group }) => group !== called?.group);
  if (called === undefined || rivals.length > 0) return undecided(classifier, [...holding, ...open], features);
  return {
    group: called.group,
    reasons: called.conditions.map((c) => reasonOf(c, features, called.group)),
    ...methodWithin(called, features),
  };
}

/** Says what kept the call open: conditions that the counting interval straddles, else those that failed; and what was not measured. */
function undecided(classifier: Classifier, candidates: readonly Rule[], features: Features): Classification {
  const wanted: Outcome = candidates.length > 0 ? 'open' : 'fails';
  const rules = candidates.length > 0 ? candidates : nearestRules(classifier, features);
  const reasons = rules.flatMap(({ group, conditions }) =>
    conditions.filter((c) => judge(c, features) === wanted && features.has(c.feature)).map((c) => reasonOf(c, features, group)),
  );
  const lacking = classifier.groups.filter(({ conditions }) =>
    conditions.every((c) => judge(c, features) !== 'fails' || !features.has(c.feature)),
  );
  return indeterminate(
    reasons,
    missingOf(
      lacking.flatMap(({ conditions, methods }) => [...conditions, ...methods.flatMap((method) => method.conditions)]),
      features,
    ),
  );
}

/** The rules that fail in the fewest conditions. */
function nearestRules({ groups }: Classifier, features: Features): readonly Rule[] {
  const failures = ({ conditions }: Rule) => conditions.filter((c) => judge(c, features) === 'fails').length;
  const fewest = Math.min(...groups.map(failures));
  return groups.filter((rule) => failures(rule) === fewest);
}

/** A method only where its own conditions hold; `missing` names what would decide, and what the group's call had to do without. */
function methodWithin({ conditions, methods }: Rule, features: Features): { method: string; missing: readonly FeatureId[] } {
  const holding = methods.filter((method) => judgeAll(method.conditions, features) === 'holds');
  const [only] = holding;
  if (only !== undefined && holding.length === 1) return { method: only.method, missing: missingOf(conditions, features) };
  return { method: 'indeterminate', missing: missingOf([...conditions, ...methods.flatMap((method) => method.conditions)], features) };
}

const indeterminate = (reasons: readonly Reason[], missing: readonly FeatureId[]): Classification => ({
  group: 'indeterminate',
  method: 'indeterminate',
  reasons,
  missing,
});

function judgeAll(conditions: readonly Condition[], features: Features): Outcome {
  const outcomes = conditions.map((condition) => judge(condition, features));
  return outcomes.includes('fails') ? 'fails' : outcomes.includes('open') ? 'open' : 'holds';
}

function judge(
  { feature, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY, ifMissing }: Condition,
  features: Features,
): Outcome {
  const measured = features.get(feature);
  if (measured === undefined) return ifMissing === 'skip' ? 'holds' : ifMissing === 'fail' ? 'fails' : 'open';
  if (measured.low >= atLeast && measured.high <= atMost) return 'holds';
  return measured.high < atLeast || measured.low > atMost ? 'fails' : 'open';
}

const missingOf = (conditions: readonly Condition[], features: Features): readonly FeatureId[] =>
  [...new Set(conditions.map(({ feature }) => feature))].filter((feature) => !features.has(feature));

function reasonOf(condition: Condition, features: Features, group: DisplayGroup | 'eligibility'): Reason {
  const { feature, atLeast, atMost } = condition;
  const measured = features.get(feature);
  const limits = { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
  const bound =
    feature === 'denominator-events'
      ? 'events-at-least'
      : atLeast !== undefined && atMost !== undefined
        ? 'between'
        : atLeast !== undefined
          ? 'at-least'
          : 'at-most';
  const passed = judge(condition, features) === 'holds';
  if (measured === undefined) return { code: 'not-measured', values: { group, feature }, passed };
  return {
    code: bound,
    values: { group, feature, value: round(measured.value), low: round(measured.low), high: round(measured.high), ...limits },
    passed,
  };
}

const round = (value: number): number => Number(value.toPrecision(4));
