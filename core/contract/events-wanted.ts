import * as z from 'zod';

/** Which events leave the window, and how. */
export const eventsWantedSchema = z.strictObject({
  dataset: z.int().min(0),
  mode: z.enum(['default', 'salvage']),
  /** '' for all events; a path as it is in the sample. */
  population: z.string().max(10_000),
  format: z.enum(['fcs', 'csv']),
  /** As stored; linear; linear and compensated. */
  values: z.enum(['stored', 'linear', 'compensated']),
});
export type EventsWanted = z.infer<typeof eventsWantedSchema>;
