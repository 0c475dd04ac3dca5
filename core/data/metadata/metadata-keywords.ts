import * as z from 'zod';
import type { Keywords } from '../../base/keywords.ts';
import { withCellKinds } from './cell-counts.ts';
import { type RecordField, recordFields, type SampleMetadata, sampleMetadataSchema } from './sample-metadata.ts';

/** Which keywords of a file hold what: the first one present and not blank counts. */
const names = z.array(z.string()).default([]);
export const metadataKeywordsSchema = z.strictObject({
  role: names,
  culture: names,
  lot: names,
  donor: names,
  run: names.optional(),
  omits: names.optional(),
  day: names,
  declaredMethod: names,
  ...(Object.fromEntries(recordFields.map((field) => [field, z.array(z.string()).optional()] as const)) as {
    [F in RecordField]: z.ZodOptional<z.ZodArray<z.ZodString>>;
  }),
});
export type MetadataKeywords = z.infer<typeof metadataKeywordsSchema>;

/** Metadata as the keywords give it; what does not fit (a day that is no number) is left out. `given` (by hand, from a CSV) wins. */
export function readMetadata(keywords: Keywords, wanted: MetadataKeywords, given: Partial<SampleMetadata> = {}): SampleMetadata {
  const first = (candidates: readonly string[] = []) =>
    candidates.map((name) => keywords.get(name.toUpperCase())?.trim()).find((value) => value !== undefined && value !== '');
  const day = Number(first(wanted.day));
  const read = {
    role: first(wanted.role)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-'),
    culture: first(wanted.culture),
    lot: first(wanted.lot),
    donor: first(wanted.donor),
    run: first(wanted.run),
    omits: first(wanted.omits),
    day: first(wanted.day) !== undefined && Number.isFinite(day) ? day : undefined,
    declaredMethod: first(wanted.declaredMethod),
    ...Object.fromEntries(recordFields.map((field) => [field, first(wanted[field])])),
  };
  const entries = Object.entries(read).filter(
    ([name, value]) => value !== undefined && sampleMetadataSchema.safeParse({ [name]: value }).success,
  );
  return withCellKinds(sampleMetadataSchema.parse({ ...Object.fromEntries(entries), ...given }));
}
