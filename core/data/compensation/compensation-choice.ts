import * as z from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const valueRange = z.strictObject({ min: z.number(), max: z.number() });

/** The single stains that a matrix was computed from: files by their digest, gates in linear values of the detector. */
const controlSourceSchema = z.strictObject({
  tubes: z
    .array(
      z.strictObject({
        detector: z.string(),
        file: z.string(),
        sha256: digest,
        positive: valueRange.optional(),
        negative: valueRange.optional(),
      }),
    )
    .min(2),
  unstained: z.strictObject({ file: z.string(), sha256: digest }).optional(),
  /** Detectors whose rows a person took although they were held back or refused. */
  accepted: z.array(z.string()),
});

/** What a protocol compensates the panel's channels by. */
export const compensationChoiceSchema = z.discriminatedUnion('use', [
  z.strictObject({ use: z.literal('none') }),
  /** Values are taken as compensated when they were measured. */
  z.strictObject({ use: z.literal('at-instrument') }),
  /** The file's own matrix, unless the file says that it was applied already. */
  z.strictObject({ use: z.literal('file') }),
  z.strictObject({
    use: z.literal('matrix'),
    /** The file that it came from, where it is none of the protocol's own: one that fits no channel is refused then. */
    table: z.string().optional(),
    channels: z.array(z.string()).min(2),
    matrix: z.array(z.array(z.number())).min(2),
    /** What the laboratory calls it. */
    name: z.string().trim().min(1).max(200).optional(),
    /** Absent where it came from a file or was typed. */
    source: controlSourceSchema.optional(),
  }),
]);
export type CompensationChoice = z.infer<typeof compensationChoiceSchema>;
