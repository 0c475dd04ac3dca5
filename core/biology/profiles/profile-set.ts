import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import type { Language } from '../../base/message.ts';
import { type Migration, migrate } from '../../base/migrate.ts';
import { rule } from '../../base/rule.ts';
import { profileSchema } from './profile.ts';

/** When a sample is called, and what a declaration weighs. */
const decisionSchema = z.strictObject({
  /** A method is no rival of another where its p-value lies below this over the whole interval of the measurement. */
  exclude: z.number().gt(0).lt(0.5).default(0.1),
  /** Below this, over the whole interval too, a sample is not consistent with the declared method. */
  reject: z.number().gt(0).lt(0.5).default(0.05),
  /** A method is taken in where its p-value is at least this. */
  include: z.number().gt(0).lt(1).default(0.1),
  /** Posterior that a call needs, without the declaration. */
  posterior: z.number().gt(0.5).lt(1).default(0.8),
  /** Prior of the declared method, where one is declared; the others share the rest. */
  declaredPrior: z.number().gt(0).lt(1).default(0.5),
  /** Factor on the prior of a method whose days do not hold the declared day. */
  otherDay: z.number().gt(0).lte(1).default(0.05),
});
export type Decision = z.infer<typeof decisionSchema>;

const localisedSchema = z.strictObject({ en: z.string().min(1).max(500), ja: z.string().min(1).max(500) });

/** The profiles that a sample is held against: part of a protocol, or a document of its own. */
export const profileSetSchema = z
  .strictObject({
    format: z.literal('lymphoscope-profiles'),
    version: z.literal(1),
    name: z.string().min(1).max(100),
    /** The name as it is shown, where it differs by language. */
    title: localisedSchema.optional(),
    /** Counts up with every approved change. */
    revision: z.int().min(1),
    decision: decisionSchema,
    /** What the source tags of figures stand for. */
    sources: z.record(z.string(), z.union([z.string(), localisedSchema])),
    methods: z.array(profileSchema).max(100),
  })
  .refine(
    ({ methods }) => new Set(methods.map(({ method }) => method)).size === methods.length,
    rule({ en: 'a method stands here twice', ja: '同じ培養法が2回記載されています' }, 'methods'),
  )
  .refine(
    ({ methods }) => methods.every(({ active, labDefined, confirmed }) => !active || labDefined !== true || confirmed !== undefined),
    rule(
      {
        en: 'a lab-defined profile is active only once confirmed from at least 10 own lots',
        ja: '施設独自のプロファイルは、自施設の10ロット以上で確認してからでなければ有効にできません',
      },
      'methods',
    ),
  );
export type ProfileSet = z.infer<typeof profileSetSchema>;

/** A set's name in a language. */
export const setName = ({ name, title }: Pick<ProfileSet, 'name' | 'title'>, language: Language): string => title?.[language] ?? name;

/** What a source tag stands for; the tag itself where nobody says. */
export function sourceText({ sources }: Pick<ProfileSet, 'sources'>, tag: string, language: Language): string {
  const text = sources[tag] ?? tag;
  return typeof text === 'string' ? text : text[language];
}

const migrations: { readonly [from: number]: Migration } = {};

/** Reads a set of profiles from JSON text. Throws `profiles-invalid` with the place, or `version-unknown`. */
export const parseProfileSet = (text: string): ProfileSet =>
  readJsonDocument(text, {
    code: 'profiles-invalid',
    name: { en: 'set of profiles', ja: '培養法プロファイル' },
    schema: profileSetSchema,
    lift: (document) => migrate(document, 1, migrations),
  });
