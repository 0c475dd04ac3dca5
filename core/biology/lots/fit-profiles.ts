import { fUpperTail } from '../../base/math/fisher-f.ts';
import { chartLots } from '../control-charts/individuals.ts';
import { compositionIds, type MarkerId, markerIds } from '../features/feature-kinds.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ProfileSet } from '../profiles/profile-set.ts';
import { fitComposition } from './fit-composition.ts';
import { fitMarker } from './fit-marker.ts';
import { FEWEST_LOTS, type LabelledLot } from './labelled-lot.ts';

/** What fitting did with the lots of one method. */
interface MethodFit {
  readonly method: string;
  readonly lots: number;
  readonly fitted: boolean;
  /** Per cent of lots that the profile of the others would rule out at 5 %. */
  readonly leftOutRejected?: number;
  /** Lots that broke the rules of an individuals chart in a part of the composition, the oldest ten setting its limits. */
  readonly drift: readonly { readonly feature: string; readonly lots: readonly string[] }[];
}

export interface FittedSet {
  readonly set: ProfileSet;
  readonly fits: readonly MethodFit[];
}

/**
 * The set with every method that has at least ten labelled lots fitted to them; the others stay as they are. The revision counts up.
 * A lab-defined profile gets its figures and its `confirmed` only where a person who confirms is named; it is never switched on here.
 */
export function fitProfiles(set: ProfileSet, lots: readonly LabelledLot[], name: string): FittedSet {
  const fits: MethodFit[] = [];
  const methods = set.methods.map((profile) => {
    const own = lots.filter(({ method }) => method === profile.method);
    if (own.length === 0) return profile;
    const made = own.length < FEWEST_LOTS ? undefined : fitProfile(profile, own);
    fits.push({
      method: profile.method,
      lots: own.length,
      fitted: made !== undefined,
      ...(made === undefined ? {} : { leftOutRejected: made.leftOutRejected }),
      drift: driftOf(own),
    });
    return made?.profile ?? profile;
  });
  const { title: _, ...rest } = set;
  return { set: { ...rest, name, revision: set.revision + 1, methods, sources: { ...set.sources, own: `own lots: ${name}` } }, fits };
}

function fitProfile(
  start: Profile,
  lots: readonly LabelledLot[],
): { readonly profile: Profile; readonly leftOutRejected: number } | undefined {
  const features = lots.map((lot) => lot.features);
  const fitted = fitComposition(features, start.composition, 'own');
  if (fitted === undefined) return undefined;
  const markers: { [M in MarkerId]?: Profile['markers'][M] } = { ...start.markers };
  for (const id of markerIds) {
    const values = features.flatMap((of) => of.get(id)?.value ?? []);
    if (values.length >= FEWEST_LOTS) markers[id] = fitMarker(id, values, start.markers[id], 'own');
  }
  const days = lots.flatMap(({ day }) => day ?? []);
  const rejected = fitted.leftOut.filter((f) => fUpperTail(f, 3, lots.length - 4) < 0.05).length;
  return {
    profile: {
      ...start,
      lots: lots.length,
      composition: fitted.composition,
      markers,
      ...(days.length < FEWEST_LOTS ? {} : { days: { from: Math.min(...days), to: Math.max(...days), source: 'own' } }),
    },
    leftOutRejected: (100 * rejected) / lots.length,
  };
}

/** Lots in order of acquisition; those without a date tell nothing of time. */
function driftOf(lots: readonly LabelledLot[]): MethodFit['drift'] {
  const dated = lots.filter(({ at }) => at !== undefined).toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  return compositionIds.flatMap((feature) => {
    const counted = dated.flatMap(({ lot, features }) => {
      const part = features.get(feature);
      return part === undefined ? [] : [{ lot, count: part.definition.count, total: part.definition.total }];
    });
    const chart = chartLots(counted);
    const broken = chart?.points.flatMap(({ breach }, i) => (breach === undefined ? [] : [counted[i]!.lot])) ?? [];
    return broken.length === 0 ? [] : [{ feature, lots: broken }];
  });
}
