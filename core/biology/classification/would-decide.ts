import type { Features } from '../features/feature.ts';
import { type FeatureId, markerIds } from '../features/feature-kinds.ts';
import { expectedMarker } from '../profiles/expectation.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Judged } from './judge-method.ts';

/** Standard deviations by which the expectations of two methods must differ for a marker to decide between them. */
const APART = 2;
/** A person asks for a few measurements, not for a list. */
const MOST = 4;

/**
 * What was not measured and would tell the rivals apart, the most telling first: markers in which the profiles expect different
 * things, and features that their rules ask for.
 */
export function wouldDecide(rivals: readonly Judged[], features: Features): readonly FeatureId[] {
  const profiles = rivals.map(({ profile }) => profile);
  const scores = new Map<FeatureId, number>();
  for (const [i, a] of profiles.entries())
    for (const b of profiles.slice(i + 1))
      for (const id of markerIds) {
        const apart = separation(id, a, b);
        if (!features.has(id) && apart >= APART) scores.set(id, Math.max(apart, scores.get(id) ?? 0));
      }
  const ranked = [...scores].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  const asked = profiles.flatMap(({ rules }) => rules.map(({ feature }) => feature)).filter((id) => !features.has(id));
  return [...new Set([...ranked, ...asked])].slice(0, MOST);
}

function separation(id: (typeof markerIds)[number], a: Profile, b: Profile): number {
  const [first, second] = [a.markers[id], b.markers[id]];
  if (first === undefined || second === undefined) return 0;
  const [one, other] = [expectedMarker(id, first), expectedMarker(id, second)];
  return Math.abs(one.mean - other.mean) / Math.max(one.sd, other.sd);
}
