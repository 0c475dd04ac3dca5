import { normalQuantile } from '../../base/math/normal.ts';
import { liveShareOf } from '../../gating/strategy/live-share.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import { countingInterval, type IntervalOptions } from '../../statistics/interval.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Composition } from './composition.ts';
import type { Feature, FeatureDefinition, Features, Withheld } from './feature.ts';
import { compositionIds, type FeatureId, unitOf } from './feature-kinds.ts';
import { gateMove } from './gate-move.ts';

/** Fewer events in a denominator give no percentage to decide by. */
const FEWEST = 100;

/** Features that are one population's share of the population above it, by role. */
const shares = [
  ['b', 'b'],
  ['monocyte', 'monocytes'],
  ['feeder', 'feeder'],
  ['double-negative-t', 'cd4-cd8-negative'],
  ['cd16-nk', 'cd16-of-nk'],
  ['activated-nk', 'cd69-of-nk'],
  ['gamma-delta-t', 'gd-of-cd3'],
  ['hla-dr-t', 'hla-dr-of-t'],
  ['cd25-t', 'cd25-of-t'],
  ['live', 'viability'],
] as const satisfies readonly (readonly [role: string, id: FeatureId])[];

/** Everything that rules and profiles may ask about. A feature that the panel lacks is absent; one that nobody should use is withheld. */
export function measureFeatures(
  composition: Composition | undefined,
  populations: readonly PopulationResult[],
  options: IntervalOptions,
): { readonly features: Features; readonly withheld: readonly Withheld[] } {
  const features = new Map<FeatureId, Feature>();
  const withheld: Withheld[] = [];
  const at = (path: string) => populations.find((population) => population.path === path);
  const give = (id: FeatureId, population: PopulationResult, whole: PopulationResult) => {
    if (whole.count < FEWEST) withheld.push({ feature: id, why: 'few-events', events: whole.count });
    else if (isRed(population)) withheld.push(redGate(id, population));
    else features.set(id, shareOf(id, [population], whole, populations, options));
    const among = id === 'viability' ? liveShareOf(population.gate) : undefined;
    if (among !== undefined && features.has(id)) features.set(id, viabilityAmong(among, features.get(id)!, options));
  };
  if (composition !== undefined) {
    const whole = at(composition.denominator);
    const parts = composition.parts.flatMap(({ path }) => at(path) ?? []);
    const red = parts.find(isRed);
    if (red !== undefined) withheld.push(...compositionIds.map((feature) => redGate(feature, red)));
    else if (whole !== undefined && whole.count > 0) {
      for (const [i, { role }] of composition.parts.entries()) features.set(role, shareOf(role, [parts[i]!], whole, populations, options));
      const positives = parts.filter(({ role }) => role === 't' || role === 'nkt-like');
      features.set('cd3', shareOf('cd3', positives, whole, populations, options));
    }
    features.set('denominator-events', eventsOf(composition, populations));
  }
  for (const [role, id] of shares) {
    const population = populations.find((candidate) => candidate.role === role);
    const whole = population && at(parentPath(population.path));
    if (population && whole) give(id, population, whole);
  }
  const [cd4, cd8] = ['cd4-t', 'cd8-t'].map((role) => populations.find((candidate) => candidate.role === role));
  if (cd4 && cd8) {
    const few = cd4.count + cd8.count < FEWEST;
    if (few) withheld.push({ feature: 'cd4-cd8', why: 'few-events', events: cd4.count + cd8.count });
    else if (isRed(cd4)) withheld.push(redGate('cd4-cd8', cd4));
    else features.set('cd4-cd8', ratioOf(cd4, cd8, populations, options));
  }
  return { features, withheld };
}

/** Live cells among lymphocytes by scatter in place of those among all single events. */
function viabilityAmong(
  { percent, cells }: { readonly percent: number; readonly cells: number },
  of: Feature,
  options: IntervalOptions,
): Feature {
  const count = Math.round((percent / 100) * cells);
  const counting = countingInterval(count, cells, { ...options, method: 'wilson' }) ?? { low: 0, high: 100 };
  const { low, high } = counting;
  return { ...of, value: percent, low, high, counting: { low, high }, definition: { ...of.definition, count, total: cells } };
}

const isRed = ({ gate }: PopulationResult): boolean => gate !== undefined && lightOfGate(gate) === 'red';

function redGate(feature: FeatureId, { gate }: PopulationResult): Withheld {
  const cautions = gate?.cautions?.filter(({ light }) => light === 'red') ?? [];
  return { feature, why: 'red-gate', ...(cautions.length === 0 ? {} : { cautions }) };
}

function shareOf(
  id: FeatureId,
  counted: readonly PopulationResult[],
  whole: PopulationResult,
  populations: readonly PopulationResult[],
  options: IntervalOptions,
): Feature {
  const count = counted.reduce((sum, population) => sum + population.count, 0);
  const counting = countingInterval(count, whole.count, { ...options, method: 'wilson' }) ?? { low: 0, high: 100 };
  const moves = counted.map((population) => gateMove(population, whole.count));
  const move = moves.some((of) => of === undefined) ? undefined : Math.hypot(...moves.map((of) => of ?? 0));
  const value = (100 * count) / whole.count;
  const reach = normalQuantile((1 + options.confidence) / 2) * (move ?? 0);
  return {
    value,
    low: Math.max(0, value - Math.hypot(value - counting.low, reach)),
    high: Math.min(100, value + Math.hypot(counting.high - value, reach)),
    unit: unitOf(id),
    counting: { low: counting.low, high: counting.high },
    ...(move === undefined ? {} : { gate: move }),
    ...lightOf(counted),
    definition: definitionOf(counted, [whole], count, whole.count, populations),
  };
}

/** CD4+ over CD8+ T cells; half an event each keeps the logarithm finite. */
function ratioOf(
  above: PopulationResult,
  below: PopulationResult,
  populations: readonly PopulationResult[],
  { confidence }: IntervalOptions,
): Feature {
  const [a, b] = [above.count + 0.5, below.count + 0.5];
  const total = populations.find(({ path }) => path === parentPath(above.path))?.count ?? a + b;
  const relative = (population: PopulationResult, n: number) => ((gateMove(population, total) ?? 0) / 100) * (total / n);
  const z = normalQuantile((1 + confidence) / 2);
  const counting = Math.exp(z * Math.sqrt(1 / a + 1 / b));
  const all = Math.exp(Math.min(20, z * Math.hypot(Math.sqrt(1 / a + 1 / b), relative(above, a), relative(below, b))));
  const value = a / b;
  return {
    value,
    low: value / all,
    high: value * all,
    unit: 'ratio',
    counting: { low: value / counting, high: value * counting },
    ...lightOf([above]),
    definition: definitionOf([above], [below], above.count, below.count, populations),
  };
}

function eventsOf({ denominator, denominatorCount: value }: Composition, populations: readonly PopulationResult[]): Feature {
  const whole = populations.filter(({ path }) => path === denominator);
  return { value, low: value, high: value, unit: 'events', definition: definitionOf(whole, [], value, value, populations) };
}

function definitionOf(
  counted: readonly PopulationResult[],
  within: readonly PopulationResult[],
  count: number,
  total: number,
  populations: readonly PopulationResult[],
): FeatureDefinition {
  const path = counted[0]?.path ?? '';
  const above = populations.filter((candidate) => path === candidate.path || path.startsWith(`${candidate.path}/`));
  return {
    of: counted.map((population) => population.path),
    within: within.map((population) => population.path),
    count,
    total,
    gates: above.flatMap(({ gate }) => (gate === undefined ? [] : [{ dimensions: gate.dimensions, kind: gate.gate.kind }])),
  };
}

const lightOf = (counted: readonly PopulationResult[]): Pick<Feature, 'light' | 'cautions'> => {
  const gate = counted[0]?.gate;
  const light = gate && lightOfGate(gate);
  return {
    ...(light === undefined ? {} : { light }),
    ...(gate?.cautions === undefined ? {} : { cautions: gate.cautions }),
  };
};

export const parentPath = (path: string): string => path.split('/').slice(0, -1).join('/');
