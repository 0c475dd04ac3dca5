import { meanOf, varianceOf } from '../../base/math/spread.ts';
import { studentQuantile } from '../../base/math/student.ts';
import { type Difference, holm, pairedTest, welchTest } from '../../base/math/t-test.ts';
import { Problem } from '../../base/problem.ts';
import { type CommonSlope, commonSlope } from '../../biology/killing/compare-curves.ts';
import type { DosePoint } from '../../biology/killing/dose-response.ts';
import { type ComparedField, differsIn, type EffectorAxis } from './assay.ts';
import type { EffectorResult, PlateResult } from './plate-result.ts';

/** What lots are put side by side by. */
export const comparisons = ['method', 'day', 'donor'] as const;
export type ComparedBy = (typeof comparisons)[number];

/** One lot: its plates averaged first, so that n is lots. Lytic units as log10 of those for 1e7 effectors. */
interface ComparedLot {
  readonly lot: string;
  readonly donor: string | undefined;
  readonly group: string;
  readonly plates: number;
  readonly units: { readonly [A in 'total' | 'nk']: number | undefined };
  /** Of one plate by its curve, of several by Student's t; undefined where neither is there. */
  readonly spans: { readonly [A in 'total' | 'nk']: { readonly low: number; readonly high: number } | undefined };
}

interface ComparedGroup {
  readonly group: string;
  readonly lots: readonly ComparedLot[];
  /** Geometric mean with its t interval over lots, by axis; undefined without lytic units. */
  readonly mean: {
    readonly [A in 'total' | 'nk']:
      | { readonly lots: number; readonly value: number; readonly low: number; readonly high: number }
      | undefined;
  };
}

/** Two groups on one axis: a ratio of lytic units; without p where a group has fewer than three lots. */
export interface ComparedPair {
  readonly groups: readonly [string, string];
  readonly axis: 'total' | 'nk';
  readonly lots: readonly [number, number];
  readonly paired: boolean;
  readonly ratio: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Adjusted over all pairs of the axis (Holm). */
  readonly p: number | undefined;
}

export interface PlateComparison {
  readonly by: ComparedBy;
  readonly percent: number;
  readonly groups: readonly ComparedGroup[];
  readonly pairs: readonly ComparedPair[];
  /** Whether both curves have one slope, before lytic units are compared: of the first lots of two groups. */
  readonly slopes: readonly { readonly groups: readonly [string, string]; readonly slope: CommonSlope }[];
  /** Plates and effectors that enter nothing, and why. */
  readonly left: readonly {
    readonly plate: string;
    readonly effector?: string;
    /** Of one that has a group, but no lytic units. */
    readonly group?: string;
    readonly why: 'invalid' | 'withheld' | 'no-group' | 'no-lot' | 'no-units';
  }[];
}

/** Fewer lots make dots and no p. */
const FEWEST = 3;

/**
 * Lytic units of lots side by side, at the first percentage of the assay.
 * @throws Problem `plates-differ` with the field in which two plates' assays differ
 */
export function comparePlates(plates: readonly PlateResult[], by: ComparedBy): PlateComparison {
  refuseMixed(plates);
  const percent = plates[0]?.assay.units[0] ?? 20;
  const left: PlateComparison['left'][number][] = [];
  const found = new Map<string, { readonly group: string; readonly donor: string | undefined; readonly results: EffectorResult[] }>();
  for (const plate of plates) {
    if (plate.verdict === 'invalid') {
      left.push({ plate: plate.name, why: 'invalid' });
      continue;
    }
    for (const result of plate.effectors) {
      const { effector } = result;
      const group = groupOf(result, by);
      const why =
        result.withheld.length > 0 ? 'withheld' : group === undefined ? 'no-group' : effector.lot === undefined ? 'no-lot' : undefined;
      if (effector.isControl === true) continue;
      if (why !== undefined) left.push({ plate: plate.name, effector: effector.id, why });
      else if (unitsOf(result, percent, 'total') === undefined && unitsOf(result, percent, 'nk') === undefined)
        left.push({ plate: plate.name, effector: effector.id, group: group!, why: 'no-units' });
      else {
        const key = JSON.stringify([group, effector.lot]);
        const known = found.get(key) ?? { group: group!, donor: effector.donor, results: [] };
        known.results.push(result);
        found.set(key, known);
      }
    }
  }
  const lots = [...found.values()].map(
    ({ group, donor, results }): ComparedLot => ({
      lot: results[0]?.effector.lot ?? '',
      ...{ donor, group, plates: results.length },
      units: { total: averageOf(results, percent, 'total'), nk: averageOf(results, percent, 'nk') },
      spans: { total: spanOf(results, percent, 'total'), nk: spanOf(results, percent, 'nk') },
    }),
  );
  const groups = [...new Set(lots.map(({ group }) => group))].sort().map((group): ComparedGroup => {
    const own = lots.filter((lot) => lot.group === group);
    return { group, lots: own, mean: { total: meanOfLots(own, 'total'), nk: meanOfLots(own, 'nk') } };
  });
  return { by, percent, groups, pairs: pairsOf(groups), slopes: slopesOf([...found.values()]), left };
}

/** Throws where two plates are not measured alike. */
function refuseMixed(plates: readonly PlateResult[]): void {
  const [first] = plates;
  if (first === undefined) return;
  for (const plate of plates) {
    const field = differsIn(first.assay, plate.assay);
    if (field !== undefined)
      throw new Problem('plates-differ', differ, {
        field: fields[field].en,
        fieldJa: fields[field].ja,
        first: first.name,
        plate: plate.name,
      });
  }
}

const groupOf = ({ effector }: EffectorResult, by: ComparedBy): string | undefined => {
  const value = by === 'day' ? effector.day : effector[by];
  return value === undefined ? undefined : String(value);
};

/** Units per 1e7 effectors as log10, where the curve gives a value. */
function unitsOf({ units }: EffectorResult, percent: number, axis: EffectorAxis): number | undefined {
  const state = units.find((row) => row.percent === percent)?.axes[axis];
  return state?.state === 'value' ? Math.log10(state.value) : undefined;
}

function averageOf(results: readonly EffectorResult[], percent: number, axis: 'total' | 'nk'): number | undefined {
  const values = results.flatMap((result) => unitsOf(result, percent, axis) ?? []);
  return values.length === 0 ? undefined : meanOf(values);
}

function spanOf(results: readonly EffectorResult[], percent: number, axis: 'total' | 'nk'): ComparedLot['spans']['total'] {
  const values = results.flatMap((result) => unitsOf(result, percent, axis) ?? []);
  if (values.length > 1) {
    const reach = studentQuantile(0.975, values.length - 1) * Math.sqrt(varianceOf(values) / values.length);
    return { low: meanOf(values) - reach, high: meanOf(values) + reach };
  }
  const state = results[0]?.units.find((row) => row.percent === percent)?.axes[axis];
  if (state?.state !== 'value' || state.low === undefined || state.high === undefined || !(state.low > 0)) return undefined;
  return { low: Math.log10(state.low), high: Math.log10(state.high) };
}

function meanOfLots(lots: readonly ComparedLot[], axis: 'total' | 'nk'): ComparedGroup['mean']['total'] {
  const values = lots.flatMap(({ units }) => units[axis] ?? []);
  if (values.length === 0) return undefined;
  const mean = meanOf(values);
  const reach = values.length < 2 ? Number.NaN : studentQuantile(0.975, values.length - 1) * Math.sqrt(varianceOf(values) / values.length);
  return { lots: values.length, value: 10 ** mean, low: 10 ** (mean - reach), high: 10 ** (mean + reach) };
}

/** Every two groups on each axis, p adjusted within the axis. */
function pairsOf(groups: readonly ComparedGroup[]): readonly ComparedPair[] {
  return (['total', 'nk'] as const).flatMap((axis) => {
    const pairs = groups.flatMap((a, i) =>
      groups.slice(i + 1).flatMap((b) => {
        const known = ({ lots }: ComparedGroup) => lots.filter(({ units }) => units[axis] !== undefined);
        const [first, second] = [known(a), known(b)];
        return first.length === 0 || second.length === 0 ? [] : [comparedPair(a.group, b.group, first, second, axis)];
      }),
    );
    const tested = pairs.filter(({ p }) => p !== undefined);
    const adjusted = holm(tested.map(({ p }) => p!));
    return pairs.map((pair) => (pair.p === undefined ? pair : { ...pair, p: adjusted[tested.indexOf(pair)]! }));
  });
}

function comparedPair(
  a: string,
  b: string,
  first: readonly ComparedLot[],
  second: readonly ComparedLot[],
  axis: 'total' | 'nk',
): ComparedPair {
  const value = ({ units }: ComparedLot): number => units[axis] ?? Number.NaN;
  const byDonor = sharedDonors(first, second);
  const tested: Difference | undefined =
    first.length < FEWEST || second.length < FEWEST
      ? undefined
      : byDonor === undefined
        ? welchTest(first.map(value), second.map(value))
        : pairedTest(byDonor.map(([x, y]) => [value(x), value(y)]));
  const difference = tested?.difference ?? meanOf(first.map(value)) - meanOf(second.map(value));
  return {
    ...{ groups: [a, b], axis, lots: [first.length, second.length], paired: byDonor !== undefined, ratio: 10 ** difference },
    low: tested && 10 ** tested.low,
    high: tested && 10 ** tested.high,
    p: tested?.p,
  };
}

/** Lots of both groups by donor, where each donor gave one to each. */
function sharedDonors(
  first: readonly ComparedLot[],
  second: readonly ComparedLot[],
): readonly (readonly [ComparedLot, ComparedLot])[] | undefined {
  const donors = (lots: readonly ComparedLot[]) => lots.map(({ donor }) => donor);
  const isWhole = (names: readonly (string | undefined)[]) => !names.includes(undefined) && new Set(names).size === names.length;
  const [a, b] = [donors(first), donors(second)];
  if (!isWhole(a) || !isWhole(b) || a.length !== b.length || a.some((donor) => !b.includes(donor))) return undefined;
  return first.map((lot) => [lot, second.find(({ donor }) => donor === lot.donor)!]);
}

function slopesOf(found: readonly { readonly group: string; readonly results: readonly EffectorResult[] }[]): PlateComparison['slopes'] {
  const firsts = [...new Map(found.map((one) => [one.group, one])).values()];
  const points = ({ results }: (typeof firsts)[number]): readonly DosePoint[] =>
    (results[0]?.rows ?? []).map(({ ratios, lysis }) => ({ ratio: ratios.total ?? Number.NaN, lysis: lysis.value }));
  return firsts.flatMap((a, i) =>
    firsts.slice(i + 1).flatMap((b) => {
      const [one, other] = [points(a), points(b)];
      if ([...one, ...other].some(({ ratio, lysis }) => !Number.isFinite(ratio) || !Number.isFinite(lysis))) return [];
      const slope = commonSlope(one, other);
      return slope === undefined ? [] : [{ groups: [a.group, b.group] as const, slope }];
    }),
  );
}

const fields: { readonly [F in ComparedField]: { readonly en: string; readonly ja: string } } = {
  target: { en: 'target', ja: '標的細胞' },
  readout: { en: 'read-out', ja: '測定法' },
  injured: { en: 'what counts as injured', ja: '傷害の定義' },
  hours: { en: 'hours of co-culture', ja: '共培養時間' },
  effector: { en: 'effector definition', ja: '効果細胞の定義' },
};
const differ = {
  en: 'The plates {first} and {plate} are not comparable: their {field} differs.',
  ja: 'プレート{first}と{plate}は比較できません({fieldJa}が異なります)。',
};
