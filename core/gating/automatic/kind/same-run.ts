import * as z from 'zod';

/**
 * What other files of the same run say of one axis within the parent of a gate. All values are linear (compensated), so that they
 * hold on whatever scale a sample is shown.
 */
const controlSchema = z.strictObject({
  /** An FMO control says where the negatives of its one marker end, light of all others included; an unstained one says less. */
  kind: z.enum(['fmo', 'unstained']),
  file: z.string(),
  /** In the control's own parent population. */
  events: z.int().min(1),
  median: z.number(),
  /** The percentile of `EDGE_PERCENTILE`. */
  edge: z.number(),
});
export type AxisControl = z.infer<typeof controlSchema>;

const siblingsSchema = z.strictObject({
  samples: z.int().min(1),
  /** Median, lowest and highest place of their cuts. */
  cut: z.number(),
  low: z.number(),
  high: z.number(),
});

export const sameRunSchema = z.strictObject({ control: controlSchema.optional(), siblings: siblingsSchema.optional() });
export type SameRun = z.infer<typeof sameRunSchema>;

/** Where the negatives of a control are held to end. */
export const EDGE_PERCENTILE = 99.5;
