import * as z from 'zod';

const uncertainty = z.number().min(0).max(1).default(0);
const shared = {
  /** Relative standard uncertainty of the volume, such as 0.02. */
  volumeUncertainty: uncertainty,
  /** How many times the sample was diluted before. */
  dilution: z.number().positive().default(1),
  /** Populations by path, or by a name that only one has; all that hold no bead where absent. */
  populations: z.array(z.string().min(1)).optional(),
};

/** Cells in a microlitre, as a protocol or a person asks for them. Volumes are in microlitres. */
export const absoluteRequestSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('beads'),
    /** The population of counting beads, by path or by a name that only one has. */
    beads: z.string().min(1),
    /** Put into the tube, and the relative standard uncertainty of that number. */
    beadsAdded: z.number().positive(),
    beadsUncertainty: uncertainty,
    /** Of the sample, put into the tube. */
    sampleVolume: z.number().positive(),
    ...shared,
  }),
  z.strictObject({
    by: z.literal('volume'),
    /** Drawn and counted; `$VOL` takes that of each file, which the standard has in nanolitres. */
    volume: z.union([z.number().positive(), z.literal('$VOL')]),
    ...shared,
  }),
]);
export type AbsoluteRequest = z.infer<typeof absoluteRequestSchema>;
