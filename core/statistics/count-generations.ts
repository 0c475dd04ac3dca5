import { and, count } from '../data/events/bitmask.ts';
import type { Population } from '../gating/strategy/population.ts';
import { namedPopulation } from './named-population.ts';
import { type Proliferation, proliferationOf } from './proliferation.ts';
import type { ProliferationRequest } from './proliferation-request.ts';

/** Why there are no numbers: a generation is not in this sample, its gate needs a person, an event is in two of them, or no event is in any. */
export type ProliferationWithheld = 'population-absent' | 'red-gate' | 'generations-overlap' | 'no-cells';

export interface ProliferationResult {
  /** As it was asked for; else what all generations stand below. */
  readonly name: string;
  /** The undivided first; no count where the sample has no such population. */
  readonly generations: readonly { readonly population: string; readonly cells: number | undefined }[];
  readonly values: Proliferation | undefined;
  readonly reason?: ProliferationWithheld;
}

/** The numbers of a dye dilution from the events of its generations. */
export function countGenerations({ name, generations }: ProliferationRequest, populations: readonly Population[]): ProliferationResult {
  const found = generations.map((wanted) => namedPopulation(populations, wanted));
  const known = found.flatMap((population) => population ?? []);
  const cells = known.map((population) => population.count);
  const reason = known.length < generations.length ? 'population-absent' : reasonOf(known);
  return {
    name: name ?? known.find(({ parent }) => parent !== undefined)?.parent?.path ?? '',
    generations: found.map((population, i) => ({ population: population?.path ?? generations[i]!, cells: population?.count })),
    values: reason === undefined ? proliferationOf(cells) : undefined,
    ...(reason === undefined ? {} : { reason }),
  };
}

function reasonOf(generations: readonly Population[]): ProliferationWithheld | undefined {
  if (generations.some(({ light }) => light === 'red')) return 'red-gate';
  if (overlap(generations)) return 'generations-overlap';
  return generations.every((generation) => generation.count === 0) ? 'no-cells' : undefined;
}

const overlap = (populations: readonly Population[]): boolean =>
  populations.some((one, i) => populations.slice(i + 1).some((other) => count(and(one.members, other.members)) > 0));
