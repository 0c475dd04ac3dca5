import type { Gate } from '../../gating/gates/gates.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import { type GateDistance, gateDistances, peersByRole } from './gate-distance.ts';
import { type GateFacts, withGate } from './gate-facts.ts';

/** A sample as it is guided by, or guides: what a person found of its gate, and whether that still holds. */
export interface Guided {
  readonly id: string;
  readonly role: string;
  readonly group?: string | undefined;
  readonly facts: GateFacts | undefined;
  readonly channels: readonly UsedChannel[];
  readonly judged: { readonly verdict: string; readonly isOld: boolean } | undefined;
}

/** How the gate of one sample stands against those that a person accepted. */
export interface Guide<S> {
  /** Samples of its role and gating group whose gate was accepted and did not change since. */
  readonly accepted: number;
  /** The accepted sample in the midst of them, to look at. */
  readonly reference: S | undefined;
  /** Undefined with too few accepted ones. */
  readonly apart: GateDistance | undefined;
  /** Farther from them than a person should go without a reason. */
  readonly isFar: boolean;
}

/** Robust standard deviations that a step may be away from accepted samples without a reason. */
export const FAR = 3;

/** `moved` is the gate where a hand has it: what it would give is not counted yet, so that only its place is compared. */
export function guideOf<S extends Guided>(samples: readonly S[], sample: S, moved?: Gate): Guide<S> {
  const { facts, channels } = sample;
  const peers = peersByRole(samples).find((group) => group.includes(sample)) ?? [];
  const accepted = peers.filter(
    (one) => one !== sample && one.facts !== undefined && one.judged?.verdict === 'accepted' && !one.judged.isOld,
  );
  const reference = middleOf(accepted);
  const own = facts && moved !== undefined ? withGate(facts, moved, channels) : facts;
  const found = gateDistances<Pick<Guided, 'id' | 'facts'>>([...accepted, { id: sample.id, facts: own }], (all) => [all]).get(sample.id);
  const apart = found?.distance === undefined ? undefined : found;
  return { accepted: accepted.length, reference, apart, isFar: apart?.distance !== undefined && apart.distance > FAR };
}

/** The one that stands nearest to the middle; the first of too few. */
function middleOf<S extends Guided>(accepted: readonly S[]): S | undefined {
  const distances = gateDistances(accepted, (all) => [all]);
  const far = ({ id }: S): number => distances.get(id)?.distance ?? Number.POSITIVE_INFINITY;
  return accepted.reduce<S | undefined>((best, one) => (best === undefined || far(one) < far(best) ? one : best), undefined);
}
