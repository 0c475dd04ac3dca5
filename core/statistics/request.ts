import * as z from 'zod';
import { type ValueStatistic, valueStatisticNames } from './value-statistics.ts';

/**
 * Which values: `compensated` linear ones (the rule, and the same as `raw` for a channel that is not compensated), `raw` linear ones,
 * or `scaled` positions of the display. Statistics of linear values do not depend on the display.
 */
const statisticSpaces = ['compensated', 'raw', 'scaled'] as const;
export type StatisticSpace = (typeof statisticSpaces)[number];

const names = valueStatisticNames as unknown as readonly [ValueStatistic, ...ValueStatistic[]];

/** A statistic that a protocol reports of its populations. */
export const statisticRequestSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('values'),
    statistic: z.enum(names),
    /** Panel id or dimension. */
    channel: z.string().min(1),
    percentile: z.number().min(0).max(100).optional(),
    space: z.enum(statisticSpaces).default('compensated'),
    /** Populations by path; all where absent. */
    populations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    of: z.literal('frequency'),
    denominator: z.union([z.strictObject({ ancestor: z.int().min(1) }), z.literal('total'), z.strictObject({ population: z.string() })]),
    populations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    of: z.literal('pair'),
    statistic: z.enum(['median-ratio', 'median-difference', 'stain-index']),
    channel: z.string().min(1),
    /** The negative or control population, by path. */
    against: z.string(),
    space: z.enum(statisticSpaces).default('compensated'),
    populations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    of: z.literal('correlation'),
    channels: z.tuple([z.string().min(1), z.string().min(1)]),
    space: z.enum(statisticSpaces).default('compensated'),
    populations: z.array(z.string()).optional(),
  }),
]);
export type StatisticRequest = z.infer<typeof statisticRequestSchema>;
