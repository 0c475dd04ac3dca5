import type { Classifier } from '../../../core/biology/classification/classifier.ts';
import { type CompositionId, compositionIds, type MarkerId } from '../../../core/biology/features/feature-kinds.ts';
import { reclassify } from '../../../core/biology/lots/reference.ts';
import type { Figure, Profile } from '../../../core/biology/profiles/profile.ts';
import { type ProfileSet, profileSetSchema } from '../../../core/biology/profiles/profile-set.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';

export const figureOf = ({ composition, markers }: Profile, id: CompositionId | MarkerId): Figure | undefined =>
  isPart(id) ? composition?.[id] : markers[id];

const isPart = (id: CompositionId | MarkerId): id is CompositionId => (compositionIds as readonly string[]).includes(id);

/** The profile with another figure. What lots fitted no longer holds once a person changes a part by hand. */
export function withFigure(profile: Profile, id: CompositionId | MarkerId, figure: Figure): Profile {
  if (!isPart(id)) return { ...profile, markers: { ...profile.markers, [id]: figure } };
  const { composition } = profile;
  if (composition === undefined) return profile;
  const { fitted: _, ...figures } = composition;
  return { ...profile, composition: { ...figures, [id]: figure } };
}

export const withProfile = (set: ProfileSet, profile: Profile): ProfileSet => ({
  ...set,
  methods: set.methods.map((one) => (one.method === profile.method ? profile : one)),
});

/** Whether the set may be kept as it is. */
export const isFit = (set: ProfileSet): boolean => profileSetSchema.safeParse(set).success;

export interface ChangedCall {
  readonly key: string;
  readonly name: string;
  readonly before: SampleAnalysis['classification'];
  readonly after: SampleAnalysis['classification'];
}

/** Samples whose call would be another one by these profiles: of the group, the method, or against the declaration. */
export function changedCalls(
  samples: readonly { readonly key: string; readonly name: string; readonly analysis: SampleAnalysis }[],
  classifier: Classifier,
  profiles: ProfileSet,
): readonly ChangedCall[] {
  return samples.flatMap(({ key, name, analysis }) => {
    const before = analysis.classification;
    const after = reclassify(analysis, { ...classifier, profiles }).classification;
    const same = before.group === after.group && before.method === after.method && before.declared?.verdict === after.declared?.verdict;
    return same ? [] : [{ key, name, before, after }];
  });
}
