import * as z from 'zod';
import { conditionSchema } from '../profiles/condition.ts';
import { groupIds, type Profile, profileSchema } from '../profiles/profile.ts';
import { type ProfileSet, profileSetSchema } from '../profiles/profile-set.ts';

/** Rules of protocols from before there were profiles. Rules of one group are alternatives. */
const ruleSchema = z.strictObject({
  group: z.enum(groupIds),
  conditions: z.array(conditionSchema).min(1),
  methods: z.array(z.strictObject({ method: z.string(), conditions: z.array(conditionSchema).min(1) })).default([]),
});

export const classifierSchema = z.strictObject({
  /** What a sample must be for any call. */
  eligibility: z.array(conditionSchema),
  groups: z.array(ruleSchema).default([]),
  profiles: profileSetSchema.optional(),
});
export type Classifier = z.infer<typeof classifierSchema>;

/** The profiles of a classifier; the rules of an older protocol as profiles that expect nothing but their rules. */
export function profilesOf({ profiles, groups }: Classifier): ProfileSet {
  return profiles ?? { ...rulesOnly, methods: groups.flatMap(profilesOfRule) };
}

const rulesOnly = profileSetSchema.parse({
  format: 'lymphoscope-profiles',
  version: 1,
  name: 'rules',
  revision: 1,
  decision: {},
  sources: {},
  methods: [],
});

function profilesOfRule({ group, conditions, methods }: Classifier['groups'][number], place: number): readonly Profile[] {
  const shared = conditions.map((condition) => ({ ...condition, source: 'protocol', decides: 'group' as const, excludes: true }));
  const named = methods.length > 0 ? methods : [{ method: group, conditions: [] }];
  return named.map(({ method, conditions: own }) =>
    profileSchema.parse({
      method: `${method}#${place}`,
      group,
      name: { en: method, ja: method },
      active: true,
      days: { from: 0, to: 1000, source: 'protocol' },
      lots: 5,
      markers: {},
      rules: [...shared, ...own.map((condition) => ({ ...condition, source: 'protocol', decides: 'method' as const, excludes: true }))],
    }),
  );
}
