import { combinationOf } from '../gates/gates.ts';
import type { PlacedGate } from './population.ts';

/** A population as far as it says what it hangs on. */
export interface Hanging {
  readonly path: string;
  readonly gate?: PlacedGate;
}

/** What a move of one gate can change, by the strategy alone: whatever its events say. Combinations all count, since an operand may follow. */
export interface Following {
  readonly following: ReadonlySet<string>;
  /** Of these, what hangs on an automatic gate below the held one, which is found anew when that is let go of. */
  readonly anew: ReadonlySet<string>;
}

/** Populations are in the order of the strategy. */
export function whatFollows(populations: readonly Hanging[], held: string): Following {
  const following = new Set<string>();
  const anew = new Set<string>();
  const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const isCombined = ({ gate }: Hanging): boolean => gate !== undefined && combinationOf(gate.gate) !== undefined;
  for (const population of populations) {
    const { path, gate } = population;
    if (gate?.id === held || isCombined(population) || following.has(parentOf(path))) following.add(path);
  }
  const hangs = (population: Hanging): boolean => {
    const { path, gate } = population;
    if (anew.has(parentOf(path))) return true;
    return gate?.automatic !== undefined && gate.id !== held && following.has(parentOf(path));
  };
  for (const population of populations) if (hangs(population)) anew.add(population.path);
  // a combination may stand before what it combines
  if (anew.size > 0)
    for (const population of populations) if (isCombined(population) || anew.has(parentOf(population.path))) anew.add(population.path);
  return { following, anew };
}
