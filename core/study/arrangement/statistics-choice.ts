import * as z from 'zod';

const path = z.string().max(4_096);
const statistic = z.string().min(1).max(5_000);

/** Which statistics of which populations a table of samples shows, and by what it is sorted. */
export const statisticsChoiceSchema = z.strictObject({
  /** Paths; the columns of each stand together. */
  populations: z.array(path).max(200),
  /** As `statisticsOf` names them. */
  statistics: z.array(statistic).max(100),
  sort: z.strictObject({ column: z.string().max(10_000), descending: z.boolean() }).optional(),
});
export type StatisticsChoice = z.infer<typeof statisticsChoiceSchema>;
