import { deviationOf, meanOf } from '../../base/math/spread.ts';
import { APART } from '../../biology/killing/flow-lysis.ts';
import { copiedWells, judgeLow, judgeMonotone, type Limits } from '../../biology/killing/validity.ts';
import { type Assay, isRelease, isSeries } from './assay.ts';
import type { Plate } from './plate.ts';
import type { EffectorResult, PlateRule, PlateVerdict, RuleCode } from './plate-result.ts';
import type { ReadWell } from './read-wells.ts';
import { type Controls, signals } from './well-lysis.ts';

/** The worst of all rules that judge. */
export const worstVerdict = (rules: readonly PlateRule[]): PlateVerdict =>
  (['invalid', 'accept', 'good'] as const).find((verdict) => rules.some((rule) => rule.verdict === verdict)) ?? 'good';

interface Judged {
  readonly plate: Plate;
  readonly assay: Assay;
  readonly wells: readonly ReadWell[];
  readonly controls: Controls;
  readonly effectors: readonly EffectorResult[];
  /** Spontaneous over maximum. */
  readonly ratio: number | undefined;
  readonly isUnreadable: boolean;
}

/** Every rule of validity, in order. */
export function judgePlate({ plate, assay, wells, controls, effectors, ratio, isUnreadable }: Judged): readonly PlateRule[] {
  const { limits } = assay;
  return [
    ...(isRelease(assay.readout) ? [low('spontaneous', ratio, limits?.spontaneous)] : []),
    low('replicates', widestSpread(wells, controls, assay), limits?.replicateCv),
    least('target-viability', plate.targetViability, limits?.targetViability),
    ...(isRelease(assay.readout) || isSeries(assay.readout)
      ? []
      : [least('minimum-targets', fewestTargets(wells), limits?.minimumTargets)]),
    ...effectors.filter(({ rows }) => rows.length > 1).map(monotone),
    {
      rule: 'hours',
      value: plate.hours,
      limit: [assay.hours, assay.hoursTolerance],
      verdict:
        plate.hours === undefined ? 'not-stated' : Math.abs(plate.hours - assay.hours) <= assay.hoursTolerance + 1e-9 ? 'good' : 'invalid',
    },
    ...copied(wells),
    ...copiedFiles(plate),
    ...effectors.flatMap((one) => disintegrated(one, assay)),
    ...misplaced(plate),
    ...(isUnreadable ? [{ rule: 'readings', value: undefined, limit: undefined, verdict: 'invalid' } as const] : []),
    ...(plate.effectors.some(({ isControl }) => isControl)
      ? [{ rule: 'control-donor', value: undefined, limit: undefined, verdict: 'no-chart' } as const]
      : []),
  ];
}

const low = (rule: RuleCode, value: number | undefined, limit: Limits | undefined): PlateRule => ({
  ...{ rule, value, limit },
  verdict: limit === undefined ? 'no-limit' : value === undefined ? 'invalid' : judgeLow(value, limit),
});

const least = (rule: RuleCode, value: number | undefined, limit: number | undefined): PlateRule => ({
  ...{ rule, value, limit: limit === undefined ? undefined : [limit] },
  verdict: limit === undefined ? 'no-limit' : value !== undefined && value >= limit ? 'good' : 'invalid',
});

/** The largest coefficient of variation among replicates of one kind. */
function widestSpread(wells: readonly ReadWell[], { alone, maximum }: Controls, { readout }: Assay): number | undefined {
  const value = ({ signal, dead = 0, targets = 1, live = Number.NaN }: ReadWell): number =>
    isRelease(readout) ? (signal ?? Number.NaN) : readout === 'dead-fraction' ? dead / targets : live;
  const groups = new Map<string, number[]>();
  const add = (key: string, well: ReadWell) => groups.set(key, [...(groups.get(key) ?? []), value(well)]);
  // the dead among targets alone are few: their spread is one of counting
  if (isRelease(readout))
    for (const [key, group] of [
      ['alone', alone],
      ['maximum', maximum],
    ] as const)
      for (const well of group) add(key, well);
  for (const well of wells) if (well.role === 'test') add(`${well.effector?.id} ${well.et}`, well);
  const spreads = [...groups.values()].filter(({ length }) => length > 1).map(spreadOf);
  return spreads.length === 0 ? undefined : Math.max(...spreads);
}

/** As a fraction; of wells that are all 0 there is none to speak of. */
const spreadOf = (values: readonly number[]): number =>
  values.every((value) => value === 0) ? 0 : deviationOf(values) / Math.abs(meanOf(values));

function fewestTargets(wells: readonly ReadWell[]): number | undefined {
  const counts = wells.flatMap(({ role, targets, live }) => (role === 'test' || role === 'target-alone' ? (targets ?? live ?? []) : []));
  return counts.length === 0 ? undefined : Math.min(...counts);
}

function monotone({ effector, rows }: EffectorResult): PlateRule {
  const { inversions, isMonotone } = judgeMonotone(
    rows.map(({ ratios, lysis }) => ({
      ratio: ratios[effector.basis] ?? Number.NaN,
      lysis: lysis.value,
      se: Number.isFinite(lysis.se) ? lysis.se : 0,
    })),
  );
  return { rule: 'monotone', of: effector.id, value: inversions, limit: [1], verdict: isMonotone ? 'good' : 'invalid' };
}

/** Wells of a cytometer whose cells are not what the plate map says: effectors among targets alone, or an E:T out of its order. */
function misplaced({ wells }: Plate): readonly PlateRule[] {
  const read = wells.flatMap(({ well, role, effector, et = 0, targets, fcs, excluded }) =>
    excluded === undefined && typeof targets === 'number' && fcs?.effectors !== undefined
      ? [{ well, role, effector, et, targets, effectors: fcs.effectors, ratio: fcs.effectors / Math.max(1, targets) }]
      : [],
  );
  const tests = read.filter(({ role }) => role === 'test');
  const least = Math.min(...tests.map(({ ratio }) => ratio));
  const wrong = read.flatMap(({ well, role, targets, effectors, ratio }) =>
    (role === 'target-alone' && ratio > Math.max(0.2, least / 2)) || (role === 'effector-alone' && targets > effectors / 4) ? [well] : [],
  );
  for (const id of new Set(tests.map(({ effector }) => effector))) {
    const own = tests.filter(({ effector }) => effector === id);
    const means = [...new Set(own.map(({ et }) => et))]
      .sort((a, b) => a - b)
      .map((et) => ({
        wells: own.filter((one) => one.et === et),
        mean: meanOf(own.filter((one) => one.et === et).map(({ ratio }) => ratio)),
      }));
    for (const [i, { wells: here, mean }] of means.entries())
      if (i > 0 && mean < means[i - 1]!.mean) wrong.push(...means[i - 1]!.wells.map(({ well }) => well), ...here.map(({ well }) => well));
  }
  const named = [...new Set(wrong)];
  return named.length === 0 ? [] : [{ rule: 'contents', of: named.join(', '), value: named.length, limit: undefined, verdict: 'invalid' }];
}

/** Where the dead fraction and the viable count of the same wells lie too far apart, dead targets are missing from the fraction, and a plate that is read by it says too little. */
function disintegrated({ effector, rows }: EffectorResult, { readout }: Assay): readonly PlateRule[] {
  const apart = rows.flatMap(({ lysis, other }) => (other === undefined ? [] : [Math.abs(lysis.value - other.lysis.value)]));
  const widest = Math.max(...apart);
  if (!(widest > APART)) return [];
  return [
    { rule: 'disintegrated', of: effector.id, value: widest, limit: [APART], verdict: readout === 'dead-fraction' ? 'invalid' : 'accept' },
  ];
}

/** Wells whose FCS files hold the very same events. */
function copiedFiles({ wells }: Plate): readonly PlateRule[] {
  const byEvents = new Map<string, string[]>();
  for (const { well, fcs, excluded } of wells) {
    const key = fcs?.dataSha256 ?? fcs?.sha256;
    if (key !== undefined && excluded === undefined) byEvents.set(key, [...(byEvents.get(key) ?? []), well]);
  }
  return [...byEvents.values()]
    .filter(({ length }) => length > 1)
    .map((same) => ({ rule: 'copied-wells', of: same.join(', '), value: same.length, limit: undefined, verdict: 'invalid' }));
}

function copied(wells: readonly ReadWell[]): readonly PlateRule[] {
  const read = wells.filter(({ signal }) => signal !== undefined);
  return copiedWells(signals(read)).map((places) => ({
    rule: 'copied-wells',
    of: places.map((place) => read[place]?.well).join(', '),
    value: places.length,
    limit: undefined,
    verdict: 'invalid',
  }));
}
