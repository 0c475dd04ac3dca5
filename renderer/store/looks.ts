import type { PlacedGate } from '../../core/gating/strategy/population.ts';
import { type GateLook, type LabelStatistic, labelStatistics, lookOf, usualLabels, withLook } from '../../core/study/arrangement/looks.ts';
import { setArrangement } from './arrangement.ts';
import { liked } from './preferences.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** How a population is shown; undefined where nobody has chosen. */
export const lookAt = ({ session }: Pick<State, 'session'>, gate: PlacedGate | undefined): GateLook | undefined =>
  gate && lookOf(session.arrangement.looks, gate.id, gate.part);

export const setLook = (store: Store, of: Pick<GateLook, 'gate' | 'part'>, change: Parameters<typeof withLook>[2]): void =>
  setArrangement(store, { looks: withLook(store.getState().session.arrangement.looks, of, change) });

/** What labels say below the name: as the session has it, else as the person likes it. */
export const labelsOf = (state: Pick<State, 'session' | 'preferences'>): readonly LabelStatistic[] =>
  state.session.arrangement.labels ?? liked(state, 'labels') ?? usualLabels;

export const saysOnLabels = (state: Pick<State, 'session' | 'preferences'>, statistic: LabelStatistic): boolean =>
  labelsOf(state).includes(statistic);

/** Says a statistic on all labels, or no longer; always in the same order. */
export function toggleOnLabels(store: Store, statistic: LabelStatistic): void {
  const state = store.getState();
  const labels = labelStatistics.filter((one) => (one === statistic) !== saysOnLabels(state, one));
  setArrangement(store, { labels });
}
