import * as z from 'zod';

/** Limits of acquisition quality, part of a protocol. Percentages of all events; drift in units of the display scale. */
export const qualityOptionsSchema = z.strictObject({
  /** `peacoqc`: the published defaults of PeacoQC, to cross-check. */
  mode: z.enum(['lymphoscope', 'peacoqc']).default('lymphoscope'),
  /** Whether flagged events are left out of every gate and count; else they are only told of. */
  removes: z.boolean().default(false),
  /** Flags beyond this remove nothing and ask for a person. */
  budgetPercent: z.number().min(0).max(100).default(30),
  reviewPercent: z.number().min(0).max(100).default(10),
  rejectPercent: z.number().min(0).max(100).default(60),
  /** A slow change of a peak from the first to the last quarter. */
  driftLimit: z.number().positive().default(0.05),
  marginPercent: z.number().positive().default(5),
  leastEvents: z.int().positive().default(500),
});
export type QualityOptions = z.infer<typeof qualityOptionsSchema>;
export const defaultQualityOptions: QualityOptions = qualityOptionsSchema.parse({});
