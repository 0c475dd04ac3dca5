import type { PopulationResult } from '../../core/statistics/population-result.ts';
import { remembered } from './remembered.ts';
import { shownAnalysis } from './selectors.ts';
import type { Drafted, State } from './state.ts';

const noPopulations: readonly PopulationResult[] = [];
const live = new WeakMap<Drafted, readonly PopulationResult[]>();

/** The populations of the shown sample; while a gate is held with the numbers that follow from where it is. */
export function livePopulations(state: State): readonly PopulationResult[] {
  const populations = shownAnalysis(state)?.populations ?? noPopulations;
  const { drafted } = state.results;
  if (drafted === undefined) return populations;
  return remembered(live, drafted, () => populations.map((known) => ({ ...known, ...numbersOf(known, drafted.counts) })));
}

/** A gate is being moved, and nothing was counted yet where it is: the numbers are of where it was. */
export const isUncounted = ({ view, results }: State): boolean => view.draft?.id !== undefined && (results.drafted?.counts.size ?? 0) === 0;

/** Percentages follow; their intervals wait until the gate is let go of. */
function numbersOf({ path, count }: PopulationResult, counts: ReadonlyMap<string, number>) {
  const [now, parent, total] = [counts.get(path), counts.get(path.slice(0, Math.max(0, path.lastIndexOf('/')))), counts.get('')];
  if (now === undefined) return { count };
  return {
    count: now,
    ...(path === '' || parent === undefined ? {} : { percentOfParent: percent(now, parent), interval: undefined }),
    ...(total === undefined ? {} : { percentOfTotal: percent(now, total) }),
  };
}

const percent = (count: number, of: number): number | undefined => (of === 0 ? undefined : (100 * count) / of);
