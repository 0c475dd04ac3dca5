import type { Feature, Features } from '../../core/biology/features/feature.ts';
import { compositionIds, type FeatureId, fromLotScale, markerIds, onLotScale, unitOf } from '../../core/biology/features/feature-kinds.ts';
import { fitProfiles } from '../../core/biology/lots/fit-profiles.ts';
import type { LabelledLot } from '../../core/biology/lots/labelled-lot.ts';
import type { Profile } from '../../core/biology/profiles/profile.ts';
import type { ProfileSet } from '../../core/biology/profiles/profile-set.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';

/** Lots of each method that profiles are fitted to: what a laboratory has after its first year. */
const LOTS = 15;

/**
 * The shipped profiles fitted to lots of a laboratory that never was. These lots are drawn feature by feature, log-normal around centres
 * that the laboratory shifts; those that the benchmark tests with are cells in files, normal in percent: two generators that share no line.
 */
export function fittedSet(set: ProfileSet): ProfileSet {
  const random = seedRandom('classification/fitting');
  const lots = set.methods
    .filter(({ active }) => active)
    .flatMap((profile) => Array.from({ length: LOTS }, (_, i) => drawLot(profile, i, random)));
  return fitProfiles(set, lots, 'fitted').set;
}

function drawLot(profile: Profile, number: number, random: Random): LabelledLot {
  const { composition, markers, method } = profile;
  const logs = compositionIds.map((id) => {
    const { typical, low, high } = composition?.[id] ?? { typical: 1, low: 0.5, high: 2 };
    return Math.log(typical) + (Math.log(high / low) / 4) * random.normal();
  });
  const sum = logs.reduce((total, log) => total + Math.exp(log), 0);
  const entries: (readonly [FeatureId, Feature])[] = compositionIds.map((id, i) => [id, made(id, (100 * Math.exp(logs[i]!)) / sum)]);
  for (const id of markerIds) {
    const figure = markers[id];
    if (figure === undefined) continue;
    const spread = (onLotScale(id, figure.high) - onLotScale(id, figure.low)) / 4;
    entries.push([id, made(id, fromLotScale(id, onLotScale(id, figure.typical) + spread * random.normal()))]);
  }
  const features: Features = new Map(entries);
  return { method, lot: `${method} ${number}`, day: profile.days.from, features };
}

const made = (id: FeatureId, value: number): Feature => ({
  value,
  low: value,
  high: value,
  unit: unitOf(id),
  definition: { of: [], within: [], count: Math.round(value * 100), total: 10_000, gates: [] },
});
