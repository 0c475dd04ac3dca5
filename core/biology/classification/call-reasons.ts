import type { Features } from '../features/feature.ts';
import type { MethodJudgement, Reason } from './classification.ts';
import type { Call } from './decide.ts';
import type { Judged } from './judge-method.ts';

/** Why a group was called: the rules of its method that fits best, and what ruled each other group out. */
export function callReasons({ group, method }: Call, judged: readonly Judged[]): readonly Reason[] {
  const inside = judged.filter((one) => one.group === group && one.groupStatus === 'in');
  const best = inside.find((one) => one.method === method) ?? byNearness(inside)[0];
  const others = [...new Set(judged.map((one) => one.group))].filter((other) => other !== group);
  return [
    ...tightest(best?.rules.filter(({ passed, code }) => passed && code !== 'not-measured') ?? []),
    ...(best?.distance === undefined ? [] : [distanceReason(best)]),
    ...others.flatMap((other) => {
      const nearest = byNearness(judged.filter((one) => one.group === other && one.status !== 'inactive'))[0];
      return nearest === undefined ? [] : [outReason(nearest)];
    }),
  ];
}

/** Of two rules of one feature and one side the later says more. */
const tightest = (rules: readonly Reason[]): readonly Reason[] => {
  const keyOf = ({ code, values }: Reason) => `${code} ${values?.['feature']}`;
  return [...new Map(rules.map((rule) => [keyOf(rule), rule])).values()];
};

/** What kept a call open: who still stands, and what their rules and distances say; the nearest where all are out. */
export function openReasons(standing: readonly Judged[], judged: readonly Judged[], features: Features): readonly Reason[] {
  const active = judged.filter(({ status }) => status !== 'inactive');
  const rows = byNearness(standing.length > 0 ? standing : active).slice(0, standing.length > 0 ? 4 : 2);
  const head: Reason = {
    code: standing.length === 0 ? 'out-of-profile' : 'several-stand',
    values: { count: standing.length },
    passed: false,
  };
  const rules = rows.flatMap((one) => one.rules.filter(({ passed, values = {} }) => !passed && features.has(values['feature'] as never)));
  return [
    head,
    ...rows.flatMap((one) => (one.distance === undefined ? [] : [standing.length === 0 ? outReason(one) : distanceReason(one)])),
    ...rules,
  ];
}

const byNearness = (judged: readonly Judged[]): readonly Judged[] =>
  judged.toSorted(
    (a, b) => (b.distance?.pNearest ?? 0) - (a.distance?.pNearest ?? 0) || (b.distance?.logDensity ?? 0) - (a.distance?.logDensity ?? 0),
  );

const distanceReason = ({ method, distance, status }: Judged): Reason => ({
  code: 'distance',
  values: { method, p: shortP(distance?.p ?? 1) },
  passed: status !== 'out' && (distance?.p ?? 1) >= 0.05,
});

/** A rule that fails where there is one, else the block that lies furthest away. */
function outReason({ method, rules, distance }: Judged): Reason {
  const failed = rules.find(({ values }) => values?.['outcome'] === 'fails');
  if (failed !== undefined) return { ...failed, code: `out-${failed.code}`, values: { ...failed.values, method }, passed: true };
  const worst = worstBlock(distance);
  if (worst === undefined) return { code: 'out-open', values: { method }, passed: false };
  const [feature, z] = Object.entries(worst.z).toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))[0] ?? [worst.block, 0];
  return {
    code: 'out-distance',
    values: { method, feature, z: Number(Math.abs(z).toFixed(1)), side: z < 0 ? 'below' : 'above', p: shortP(distance?.p ?? 1) },
    passed: true,
  };
}

const worstBlock = (distance: MethodJudgement['distance']) => distance?.blocks.toSorted((a, b) => a.p / a.share - b.p / b.share)[0];

const shortP = (p: number): number => Number(Math.max(p, 0.0001).toPrecision(2));
