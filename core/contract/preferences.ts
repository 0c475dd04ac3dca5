import * as z from 'zod';
import { languages } from '../base/message.ts';
import { dateStyles } from '../base/written-date.ts';
import { labelsSchema } from '../study/arrangement/looks.ts';
import { type SessionPreferences, sessionPreferencesSchema } from '../study/arrangement/session-preferences.ts';
import { statisticsChoiceSchema } from '../study/arrangement/statistics-choice.ts';

/** How the window may look. */
export const themeNames = ['light', 'dark', 'contrast'] as const;

/**
 * How a person, or whoever looks after a computer, likes the program. Those of a session stand above the person's, the person's above the
 * computer's. What is absent is as the next level says; at last as the program has it by itself.
 */
export const preferencesSchema = sessionPreferencesSchema
  .extend({
    language: z.enum(languages),
    theme: z.enum(themeNames),
    /** What labels of gates say below the name. */
    labels: labelsSchema,
    /** Columns of the table of samples, as `statisticsOf` names them. */
    statistics: statisticsChoiceSchema.shape.statistics,
    /** The shipped protocol that new sessions begin with. */
    protocol: z.string().min(1).max(100),
    /** Panels of a donor's course: those that are left out, and the order of the others. */
    courseParts: z.strictObject({ order: z.array(z.string().max(500)).max(500), hidden: z.array(z.string().max(500)).max(500) }),
    /** How its dates are written. */
    courseDates: z.enum(dateStyles),
    /** As audit trails and signatures shall say it, beside the account. */
    name: z.string().trim().min(1).max(100),
  })
  .partial();
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
export const preferenceNameSchema = preferencesSchema.keyof();
export type PreferenceName = z.infer<typeof preferenceNameSchema>;

/** Preferences by who set them. */
export interface PreferenceLevels {
  readonly session: SessionPreferences;
  readonly own: Preferences;
  readonly computer: Preferences;
}
export type PreferenceLevel = keyof PreferenceLevels;

/** The nearest first. */
const levels = ['session', 'own', 'computer'] as const satisfies readonly PreferenceLevel[];

/** Who says how it is: the level nearest to the session that says anything; undefined where it is the program's own way. */
export const levelOf = (all: PreferenceLevels, name: PreferenceName): PreferenceLevel | undefined =>
  levels.find((level) => (all[level] as Preferences)[name] !== undefined);

/** What holds. */
export function preferenceOf<N extends PreferenceName>(all: PreferenceLevels, name: N): Preferences[N] {
  const level = levelOf(all, name);
  return level === undefined ? undefined : (all[level] as Preferences)[name];
}

/** The same preferences with others set, and some as the next level says them again. */
export const changedPreferences = (before: Preferences, set: Preferences, reset: readonly PreferenceName[] = []): Preferences =>
  Object.fromEntries(Object.entries({ ...before, ...set }).filter(([name]) => !reset.some((gone) => gone === name)));
