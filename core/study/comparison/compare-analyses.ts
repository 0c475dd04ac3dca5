import type { Classification, Reason } from '../../biology/classification/classification.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { lightOfGate, type PlacedGate } from '../../gating/strategy/population.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';

/** How one run's result changed from one protocol or version to another. */
export interface RunComparison {
  /** In the order of the new strategy, then what it no longer has. All events are left out. */
  readonly populations: readonly PopulationChange[];
  readonly call: CallChange;
  /** Limits that one of the two meets and the other does not. */
  readonly limits: readonly LimitChange[];
  /** Whether any number, call or limit differs. */
  readonly changed: boolean;
}

export interface PopulationChange {
  readonly path: string;
  readonly before?: MeasuredShare;
  readonly after?: MeasuredShare;
  /** Markers that the sample lacks for it under one of the two: no number is there, rather than none asked for. */
  readonly missing?: { readonly before?: readonly string[]; readonly after?: readonly string[] };
  /** New minus old percent of parent, in points. */
  readonly change?: number;
  /** The counting intervals do not even touch: not chance of counting. Both count the same events, so a smaller change is real as well. */
  readonly apart: boolean;
}

interface MeasuredShare {
  readonly count: number;
  readonly percent: number | undefined;
  readonly interval: Interval | undefined;
  readonly light?: Light;
}

interface CallChange {
  readonly before: Call;
  readonly after: Call;
  readonly flipped: boolean;
}
interface Call {
  readonly group: string;
  readonly method: string;
}

interface LimitChange {
  readonly code: string;
  readonly feature: string;
  /** The group whose rule it is. */
  readonly group: string;
  readonly before: Reason;
  readonly after: Reason;
}

export function compareAnalyses(before: SampleAnalysis, after: SampleAnalysis): RunComparison {
  const populations = comparePopulations(before, after);
  const call = compareCalls(before, after);
  const limits = compareLimits(before.classification, after.classification);
  return { populations, call, limits, changed: populations.some(hasMoved) || call.flipped || limits.length > 0 };
}

/** Whether a number differs, or one is asked for that the sample cannot give. */
export const hasMoved = ({ before, after, missing }: PopulationChange): boolean =>
  before?.count !== after?.count || before?.percent !== after?.percent || String(missing?.before) !== String(missing?.after);

function comparePopulations(before: SampleAnalysis, after: SampleAnalysis): readonly PopulationChange[] {
  const was = new Map(before.populations.map((population) => [population.path, population]));
  const is = new Map(after.populations.map((population) => [population.path, population]));
  const [lacked, lacks] = [missingIn(before), missingIn(after)];
  return [...new Set([...is.keys(), ...lacks.keys(), ...was.keys(), ...lacked.keys()])]
    .filter((path) => path !== '')
    .map((path) => ({ ...changeOf(path, was.get(path), is.get(path)), ...missingAt(lacked.get(path), lacks.get(path)) }));
}

const missingIn = ({ absent = [] }: SampleAnalysis) => new Map(absent.map(({ path, missing }) => [path, missing]));

function missingAt(before: readonly string[] | undefined, after: readonly string[] | undefined): Pick<PopulationChange, 'missing'> {
  if (before === undefined && after === undefined) return {};
  return { missing: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) } };
}

function changeOf(path: string, was: PopulationResult | undefined, is: PopulationResult | undefined): PopulationChange {
  const [before, after] = [was && shareOf(was), is && shareOf(is)];
  const change = before?.percent === undefined || after?.percent === undefined ? undefined : after.percent - before.percent;
  const [a, b] = [before?.interval, after?.interval];
  return {
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(change === undefined ? {} : { change }),
    apart: a !== undefined && b !== undefined && (a.high < b.low || b.high < a.low),
  };
}

const shareOf = ({ count, percentOfParent, interval, gate }: PopulationResult): MeasuredShare => ({
  count,
  percent: percentOfParent,
  interval,
  ...lightOf(gate),
});

function lightOf(gate: PlacedGate | undefined): Pick<MeasuredShare, 'light'> {
  const light = gate && lightOfGate(gate);
  return light === undefined ? {} : { light };
}

function compareCalls({ classification: a }: SampleAnalysis, { classification: b }: SampleAnalysis): CallChange {
  const call = ({ group, method }: Call): Call => ({ group, method });
  return { before: call(a), after: call(b), flipped: a.group !== b.group || a.method !== b.method };
}

/** A rule that only one of the two knows flips nothing. */
function compareLimits(before: Classification, after: Classification): readonly LimitChange[] {
  const was = new Map(limitsOf(before).map((reason, i, all) => [limitOf(reason, i, all), reason]));
  return limitsOf(after).flatMap((is, i, all) => {
    const earlier = was.get(limitOf(is, i, all));
    if (earlier === undefined || earlier.passed === is.passed) return [];
    const { feature = '', group = '' } = is.values ?? {};
    return [{ code: is.code, feature: String(feature), group: String(group), before: earlier, after: is }];
  });
}

/** Whether the sample may be called at all, and every rule of every active profile, called or not. */
function limitsOf({ reasons, methods }: Classification): readonly Reason[] {
  const eligibility = reasons.filter(({ values }) => values?.['group'] === 'eligibility');
  return [...eligibility, ...methods.filter(({ status }) => status !== 'inactive').flatMap(({ rules }) => rules)];
}

/** What a rule asks about, whatever was measured and wherever the limit lies; of several rules about one thing, which of them. */
function limitOf(reason: Reason, place: number, all: readonly Reason[]): string {
  const name = subjectOf(reason);
  return `${name} ${all.slice(0, place).filter((earlier) => subjectOf(earlier) === name).length}`;
}
const subjectOf = ({ values = {} }: Reason): string => `${values['group'] ?? ''} ${values['feature'] ?? ''}`;
