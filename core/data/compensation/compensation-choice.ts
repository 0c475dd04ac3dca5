import * as z from 'zod';

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
  }),
]);
export type CompensationChoice = z.infer<typeof compensationChoiceSchema>;
