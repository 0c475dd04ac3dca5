import * as z from 'zod';

/** A sample of the session that is pooled with others, beside the token of its file. */
export const pooledSampleSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  dataset: z.int().min(0),
  mode: z.enum(['default', 'salvage']),
});
