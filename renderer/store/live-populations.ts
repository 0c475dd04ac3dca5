import type { PlacedGate } from '../../core/gating/strategy/population.ts';
import type { PopulationResult } from '../../core/statistics/population-result.ts';
import { parentPath } from './population-path.ts';
import { remembered } from './remembered.ts';
import { isStale, selectedResult, shownAnalysis } from './selectors.ts';
import type { Drafted, GateDraft, State } from './state.ts';

/**
 * How sure the shown numbers of a population are: exact; about so, while a gate is held; or of before, while the new ones are still
 * to come.
 */
export type Standing = 'exact' | 'about' | 'awaited';

export interface LivePopulation extends PopulationResult {
  /** Exact where it is left out. */
  readonly standing?: Standing;
}

const noPopulations: readonly LivePopulation[] = [];
type Standings = { [S in 'held' | 'exact' | 'awaited']?: readonly LivePopulation[] };
const byDrafted = new WeakMap<Drafted, WeakMap<readonly PopulationResult[], Standings>>();
const undrafted = new WeakMap<readonly PopulationResult[], Standings>();

/** The populations of the shown sample; while a gate is held with the numbers that follow from where it is. */
export function livePopulations(state: State): readonly LivePopulation[] {
  const populations = shownAnalysis(state)?.populations;
  if (populations === undefined) return noPopulations;
  const { drafted } = state.results;
  const stale = isStale(state, selectedResult(state));
  if (drafted === undefined) {
    const known = remembered(undrafted, populations, (): Standings => ({}));
    // a gate is being moved, and nothing is counted yet where it is
    const standing = stale || state.view.draft?.id !== undefined ? 'awaited' : 'exact';
    known[standing] ??= populations.map((population) => ({ ...population, standing }));
    return known[standing];
  }
  const held = state.view.draft === undefined ? (stale ? 'awaited' : 'exact') : 'held';
  const ofDrafted = remembered(byDrafted, drafted, () => new WeakMap<readonly PopulationResult[], Standings>());
  const known = remembered(ofDrafted, populations, (): Standings => ({}));
  known[held] ??= followed(populations, drafted, held === 'held');
  return known[held];
}

/** Percentages follow; their intervals wait until the gate is let go of. */
function followed(populations: readonly PopulationResult[], drafted: Drafted, isHeld: boolean): readonly LivePopulation[] {
  const { following, anew, first, isBehind } = drafted;
  const counts = new Map(populations.map(({ path, count }) => [path, drafted.counts.get(path) ?? count]));
  return populations.map((known): LivePopulation => {
    const { path } = known;
    const parent = parentPath(path);
    if (parent === undefined || !(following.has(path) || following.has(parent))) return { ...known, standing: 'exact' };
    const isUnsure = anew.has(path) || anew.has(parent);
    const isAwaited = isBehind === true || (isUnsure && !isHeld);
    const [count, ofParent, total] = [counts.get(path)!, counts.get(parent)!, counts.get('')!];
    return {
      ...known,
      standing: isAwaited ? 'awaited' : isUnsure || first !== undefined ? 'about' : 'exact',
      count,
      percentOfParent: percent(count, ofParent),
      percentOfTotal: percent(count, total),
      interval: undefined,
    };
  });
}

const percent = (count: number, of: number): number | undefined => (of === 0 ? undefined : (100 * count) / of);

const held = new WeakMap<GateDraft, PlacedGate>();

/** A gate where a hand holds it, or has let go of it a moment ago. */
export function heldGate({ view, results }: State, gate: PlacedGate | undefined): PlacedGate | undefined {
  const draft = view.draft ?? results.drafted?.draft;
  if (gate?.id === undefined || draft?.id !== gate.id || draft.dimensions.some((name, i) => name !== gate.dimensions[i])) return gate;
  return remembered(held, draft, () => ({ ...gate, gate: draft.gate }));
}
