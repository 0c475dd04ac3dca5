import type { CultureAnalysis } from '../../biology/classification/culture-analysis.ts';
import type { FeatureId } from '../../biology/features/feature-kinds.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { Verdict as QualityVerdict } from '../../gating/quality/quality.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import { countingInterval } from '../../statistics/interval.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Specification, SpecificationItem, SpecifiedUnit } from './specification.ts';

type ItemVerdict = 'pass' | 'fail' | 'not-rated';

/** Why an item has no verdict. */
type NotRated = 'red-gate' | 'withheld' | 'few-events' | 'absent' | 'no-population' | 'unapproved';

/** One number of a sample, as a specification or a table of results shows it. */
export interface Measured {
  /** In the item's unit; undefined where nothing can be given. */
  readonly value: number | undefined;
  /** 95 % interval of counting and, where a step placed the gate, of where it stands; absent for counts of events. */
  readonly low?: number;
  readonly high?: number;
  readonly unit: SpecifiedUnit;
  /** Paths of what was counted, and of what it is a share of. */
  readonly of: readonly string[];
  readonly within: readonly string[];
  readonly count?: number;
  readonly total?: number;
  readonly light?: Light;
  readonly why?: Exclude<NotRated, 'unapproved'>;
}

export interface JudgedItem {
  readonly item: SpecificationItem;
  readonly measured: Measured;
  readonly verdict: ItemVerdict;
  /** The interval holds the limit: another count of the same sample may fall on its other side. */
  readonly near: boolean;
  readonly why?: NotRated;
}

/** What keeps a sample whose items all pass from being passed. */
type Hold = 'quality-reject' | 'events-missing' | 'record-changed' | 'not-a-sample' | 'other-product';

export interface JudgedSpecification {
  /** `undecided` (保留) where an item has no verdict or something holds; `no-specification` without approved limits. */
  readonly overall: 'pass' | 'fail' | 'undecided' | 'no-specification';
  readonly items: readonly JudgedItem[];
  readonly holds: readonly Hold[];
}

export interface JudgeOptions {
  /** Of the acquisition, where it was assessed. */
  readonly quality?: QualityVerdict | undefined;
  /** The file holds fewer events than it says. */
  readonly eventsMissing?: boolean;
  /** The session that it is a sample of was changed outside this software. */
  readonly recordChanged?: boolean;
}

type Analysed = Pick<CultureAnalysis, 'sample' | 'populations' | 'features' | 'withheld'> & {
  /** Populations that the sample cannot have for want of a marker. */
  readonly absent?: readonly { readonly path: string }[];
};

/**
 * Holds a sample against the approved limits of its product. A value is compared as it was measured, not as it is printed; a red gate, a
 * withheld value and an absent marker give no verdict.
 */
export function judgeSpecification(
  analysis: Analysed,
  specification: Specification | undefined,
  { quality, eventsMissing = false, recordChanged = false }: JudgeOptions = {},
): JudgedSpecification {
  if (specification === undefined) return { overall: 'no-specification', items: [], holds: [] };
  const approved = specification.approved !== undefined;
  const items = specification.items.map((item): JudgedItem => {
    const measured = measureItem(item, analysis);
    const judged = judge(item, measured);
    return approved || judged.why !== undefined ? judged : { item, measured, verdict: 'not-rated', near: false, why: 'unapproved' };
  });
  const holds: readonly Hold[] = [
    ...(analysis.sample.metadata.role === 'sample' ? [] : (['not-a-sample'] as const)),
    ...(isOther(analysis.sample.metadata.product, specification.product) ? (['other-product'] as const) : []),
    ...(quality === 'reject' ? (['quality-reject'] as const) : []),
    ...(eventsMissing ? (['events-missing'] as const) : []),
    ...(recordChanged ? (['record-changed'] as const) : []),
  ];
  return { overall: approved ? overallOf(items, holds) : 'no-specification', items, holds };
}

/** The sample is said to be another product than the one whose limits these are, by its name in either language. */
function isOther(named: string | undefined, product: Specification['product']): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return named !== undefined && plain(named) !== '' && ![product.en, product.ja].some((title) => plain(title) === plain(named));
}

function overallOf(items: readonly JudgedItem[], holds: readonly Hold[]): JudgedSpecification['overall'] {
  if (items.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return holds.length > 0 || items.some(({ verdict }) => verdict === 'not-rated') ? 'undecided' : 'pass';
}

function judge(item: SpecificationItem, measured: Measured): JudgedItem {
  const { value, low = value, high = value, why } = measured;
  if (value === undefined || why !== undefined) return { item, measured, verdict: 'not-rated', near: false, why: why ?? 'absent' };
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = item;
  const verdict = value >= atLeast && value <= atMost ? 'pass' : 'fail';
  const holds = (limit: number) => (low ?? value) <= limit && limit <= (high ?? value) && low !== high;
  return { item, measured, verdict, near: holds(atLeast) || holds(atMost) };
}

function measureItem(item: SpecificationItem, analysis: Analysed): Measured {
  if ('feature' in item) return measureFeature(item.feature as FeatureId, analysis, item.unit);
  return measurePopulation(item, analysis);
}

/** A feature as it was measured, or why it was not. */
export function measureFeature(id: FeatureId, { features, withheld, populations }: Analysed, unit: SpecifiedUnit): Measured {
  const feature = features.find((one) => one.id === id);
  if (feature === undefined) {
    const why = withheld.find((one) => one.feature === id)?.why;
    return { value: undefined, unit, of: [], within: [], why: why === 'no-reference' ? 'withheld' : (why ?? 'absent') };
  }
  const { value, low, high, definition } = feature;
  const light = feature.light ?? lightOfCounted(definition.of, populations);
  return {
    value,
    ...(unit === 'events' ? {} : { low, high }),
    unit,
    of: definition.of,
    within: definition.within,
    count: definition.count,
    total: definition.total,
    ...(light === undefined ? {} : { light }),
    ...(light === 'red' ? { why: 'red-gate' as const } : {}),
  };
}

/** A count of events is as sure as the gate that it is counted in. */
function lightOfCounted(paths: readonly string[], populations: Analysed['populations']): Light | undefined {
  const gate = populations.find(({ path }) => path === paths[0])?.gate;
  return gate && lightOfGate(gate);
}

/** Fewer events in a denominator give no percentage to judge by. */
const FEWEST = 100;

/** A population counted, or as a share of one that it lies in, or why it gives no number. */
export function measurePopulation(
  item: Pick<Extract<SpecificationItem, { population: string }>, 'population' | 'of' | 'unit'>,
  { populations, absent = [] }: Analysed,
): Measured {
  const { population: named, of, unit } = item;
  const population = populations.find(({ path, role }) => path !== '' && (path === named || role === named));
  const none = { value: undefined, unit, of: [], within: [] } as const;
  // a role names none of the paths that are absent: any of them may be it
  const isAbsent = absent.some(({ path }) => path === named) || (!named.includes('/') && absent.length > 0);
  if (population === undefined) return { ...none, why: isAbsent ? 'absent' : 'no-population' };
  const within = of ?? population.path.split('/').slice(0, -1).join('/');
  const whole = populations.find(({ path }) => path === within);
  if (unit === '%' && (whole === undefined || !liesIn(population, within))) return { ...none, why: 'no-population' };
  const light = population.gate && lightOfGate(population.gate);
  const total = whole?.count ?? 0;
  const measured = {
    unit,
    of: [population.path],
    within: unit === '%' ? [within] : [],
    count: population.count,
    ...(unit === '%' ? { total } : {}),
    ...(light === undefined ? {} : { light }),
    ...(light === 'red' ? { why: 'red-gate' as const } : unit === '%' && total < FEWEST ? { why: 'few-events' as const } : {}),
  };
  if (unit === 'events') return { ...measured, value: population.count };
  return total === 0
    ? { ...measured, value: undefined }
    : { ...measured, value: (100 * population.count) / total, ...endsOf(population, within, total) };
}

const liesIn = ({ path }: PopulationResult, ancestor: string): boolean => ancestor === '' || path.startsWith(`${ancestor}/`);

/** The step's interval where the share is one of the parent's; else of counting alone. */
function endsOf({ path, count, gate }: PopulationResult, within: string, total: number): { readonly low: number; readonly high: number } {
  const estimate = path.split('/').slice(0, -1).join('/') === within ? gate?.automatic?.estimate : undefined;
  const { low, high } = estimate ?? countingInterval(count, total, { method: 'wilson', confidence: 0.95 }) ?? { low: 0, high: 100 };
  return { low, high };
}
