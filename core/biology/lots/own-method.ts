import type { DisplayGroup } from '../classification/classification.ts';
import type { Classifier } from '../classification/classifier.ts';
import { profilesOf } from '../classification/classifier.ts';
import { classify } from '../classification/classify.ts';
import { compositionIds, type FeatureId, type MarkerId, markerIds, onLotScale } from '../features/feature-kinds.ts';
import type { Figure, Profile } from '../profiles/profile.ts';
import type { ProfileSet } from '../profiles/profile-set.ts';
import { type FittedSet, fitProfiles } from './fit-profiles.ts';
import { FEWEST_LOTS, type LabelledLot } from './labelled-lot.ts';

/** How a lot is called by a profile that was fitted without it. */
interface LeftOutCall {
  readonly group: DisplayGroup;
  readonly method: string;
  /** By the method's own profile: whether the lot is in, out or open, and its p-value. */
  readonly status: string;
  readonly p: number | undefined;
  /** The group is the method's, or the call is open: not that of another method. */
  readonly isOfGroup: boolean;
}

/** One lot beside the profile that it helped to fit. */
interface JudgedLot extends LabelledLot {
  /** Parts of the composition and markers that lie outside of the fitted range. */
  readonly outside: readonly string[];
  /** Undefined where the others are too few to fit a profile, or where nobody asked. */
  readonly leftOut: LeftOutCall | undefined;
}

export interface OwnMethod {
  /** As `profiles fit` makes it: this method fitted where it can be, all others as they were. */
  readonly set: ProfileSet;
  readonly fit: FittedSet['fits'][number];
  readonly profile: Profile;
  readonly lots: readonly JudgedLot[];
}

/** Each lot that is left out costs a fit of all others. */
export const MOST_LEFT_OUT = 100;

type Ranged = (typeof compositionIds)[number] | MarkerId;
export const rangedIds: readonly Ranged[] = [...compositionIds, ...markerIds];

export const figureIn = ({ composition, markers }: Profile, id: string): Figure | undefined =>
  (compositionIds as readonly string[]).includes(id) ? composition?.[id as (typeof compositionIds)[number]] : markers[id as MarkerId];

/**
 * A laboratory's own profile of one method: fitted to its lots by the function of `profiles fit`, each lot beside the fitted ranges, and called by
 * the profile of the others. With fewer than ten lots nothing is fitted (`fit.fitted`); lots are left out one by one where there are
 * 11 to 100. `lots` are of this method.
 */
export function fitOwnMethod(classifier: Classifier, method: string, lots: readonly LabelledLot[], name: string): OwnMethod {
  const start = profilesOf(classifier);
  const own = lots.filter((lot) => lot.method === method);
  const { set, fits } = fitProfiles(start, own, name);
  const fit = fits.find((one) => one.method === method) ?? { method, lots: 0, fitted: false, drift: [] };
  const profile = set.methods.find((one) => one.method === method)!;
  return {
    set,
    fit,
    profile,
    lots: own.map((lot) => ({
      ...lot,
      outside: fit.fitted ? outsideOf(lot, profile) : [],
      leftOut: own.length <= FEWEST_LOTS || own.length > MOST_LEFT_OUT ? undefined : callWithout(classifier, lot, own, name),
    })),
  };
}

function outsideOf({ features }: LabelledLot, profile: Profile): readonly string[] {
  return rangedIds.filter((id) => {
    const [value, figure] = [features.get(id)?.value, figureIn(profile, id)];
    return value !== undefined && figure !== undefined && isOutside(id, value, figure);
  });
}

/** Whether a value lies beyond a range, on the scale on which lots scatter: a percentage of nothing is as low as one that can just be counted. */
export function isOutside(id: FeatureId, value: number, { low, high }: Pick<Figure, 'low' | 'high'>): boolean {
  const at = onLotScale(id, value);
  return at < onLotScale(id, low) || at > onLotScale(id, high);
}

/** The profile takes part in the call as it would once it is approved. */
function callWithout(classifier: Classifier, lot: LabelledLot, lots: readonly LabelledLot[], name: string): LeftOutCall {
  const others = lots.filter((other) => other !== lot);
  const { set } = fitProfiles(profilesOf(classifier), others, name);
  const profiles = approvedSet(set, lot.method, { by: name, at: '', lots: others.length });
  const { group, method, methods } = classify({ ...classifier, profiles }, lot.features);
  const judged = methods.find((one) => one.method === lot.method);
  const isOfGroup = group === 'indeterminate' || group === judged?.group;
  return { group, method, status: judged?.status ?? 'inactive', p: judged?.distance?.p, isOfGroup };
}

/** The set with one method confirmed and taking part in calls: who, when, and from how many lots. */
export const approvedSet = (set: ProfileSet, method: string, confirmed: NonNullable<Profile['confirmed']>): ProfileSet => ({
  ...set,
  methods: set.methods.map((profile) => (profile.method === method ? { ...profile, active: true, confirmed } : profile)),
});
