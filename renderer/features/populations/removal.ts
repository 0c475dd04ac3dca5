import { indexStrategy } from '../../../core/gating/strategy/edit-tree.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';

/** What goes with the gate of a population. */
export interface Removal {
  readonly gate: string;
  /** The populations that the gate gives. */
  readonly names: readonly string[];
  /** Paths of the populations below them. */
  readonly below: readonly string[];
  /** How many samples have them. */
  readonly samples: number;
}

export function removalOf(state: State, path: string): Removal | undefined {
  const gate = shownAnalysis(state)?.populations.find((population) => population.path === path)?.gate?.id;
  if (gate === undefined) return undefined;
  const { protocol, samples } = state.session.history.present;
  const { populations } = indexStrategy(protocol.strategy);
  const own = populations.filter((population) => population.gate.id === gate);
  const below = populations.flatMap((one) => (own.some(({ path: above }) => one.path.startsWith(`${above}/`)) ? [one.path] : []));
  return { gate, names: own.map(({ path: at }) => at.slice(at.lastIndexOf('/') + 1)), below, samples: samples.length };
}
