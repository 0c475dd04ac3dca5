import { compositionIds } from '../../biology/features/feature-kinds.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import type { JudgedItem } from '../specification/judge-specification.ts';

/** How many of the gates that the items and the call use are rated how; a gate without a rating was set by hand or is fixed. */
export interface GateRatings {
  readonly counts: { readonly [L in Light]: number };
  /** Of all; undefined where no gate has a rating. */
  readonly worst: Light | undefined;
  /** All of them, with a rating or without. */
  readonly total: number;
}

/** The gates that lead to what the items of the specification count, to the composition, and to what the call's reasons speak of. */
export function gateRatings(analysis: SampleAnalysis, items: readonly JudgedItem[]): GateRatings {
  const used = usedPaths(analysis, items);
  const gates = new Map<string, Light | undefined>();
  for (const population of analysis.populations) {
    const { gate, path } = population;
    if (gate === undefined || ![...used].some((one) => one === path || one.startsWith(`${path}/`))) continue;
    gates.set(gateKey(population), lightOfGate(gate));
  }
  const lights = [...gates.values()];
  const counts = { green: 0, amber: 0, red: 0 };
  for (const light of lights) if (light !== undefined) counts[light] += 1;
  return { counts, worst: (['red', 'amber', 'green'] as const).find((light) => counts[light] > 0), total: lights.length };
}

/** Where the composition is held back its populations are those that are there for its parts: what is wrong with their gates is said most of all then. */
function usedPaths(
  { composition, features, classification, populations }: SampleAnalysis,
  items: readonly JudgedItem[],
): ReadonlySet<string> {
  const named = new Set(classification.reasons.map(({ values }) => values?.['feature']));
  const ofCall = features.flatMap(({ id, definition }) => (named.has(id) ? [...definition.of, ...definition.within] : []));
  const ofItems = items.flatMap(({ measured }) => [...measured.of, ...measured.within]);
  const parts = composition?.parts ?? populations.filter(({ role }) => compositionIds.some((id) => id === role));
  return new Set([...parts.map(({ path }) => path), ...ofCall, ...ofItems]);
}

/** Populations of one gate share their parent, dimensions and coordinates, also after a passage through JSON. */
const gateKey = ({ path, gate }: PopulationResult): string => JSON.stringify([path.split('/').slice(0, -1), gate?.dimensions, gate?.gate]);
