import * as z from 'zod';

/** Generations of a dye dilution: populations by path, or by a name that only one has, the undivided first. */
export const proliferationRequestSchema = z.strictObject({
  name: z.string().optional(),
  generations: z.array(z.string().min(1)).min(2),
});
export type ProliferationRequest = z.infer<typeof proliferationRequestSchema>;
