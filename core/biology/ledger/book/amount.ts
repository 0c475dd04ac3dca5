import * as z from 'zod';
import { Problem } from '../../../base/problem.ts';
import { rule } from '../../../base/rule.ts';
import { writtenNumber } from '../../../base/tables/written-number.ts';
import { viabilitySchema } from '../../../base/viability.ts';

/**
 * A number of cells as people write it: 1.2e9, 1.2 x 10^9, 12億, 500万, with full-width digits and thousands set apart by threes. Whole cells.
 * @throws Problem `cells-unreadable` for another unit, a negative or impossible number
 */
export function readCells(written: string | number): number {
  const text = typeof written === 'number' ? String(written) : written.normalize('NFKC').replace(/\s*(個|細胞|cells?)\s*$/i, '');
  const cells = Math.round(writtenNumber(text) ?? Number.NaN);
  if (!(cells >= 0 && cells <= MOST_CELLS)) throw new Problem('cells-unreadable', unreadable, { written: String(written).slice(0, 60) });
  return cells;
}

/** More cells than a laboratory has; below it every whole number is exact. */
const MOST_CELLS = 1e15;

const unreadable = {
  en: '"{written}" is no number of cells (such as 1.2e9, 12億 or 500万).',
  ja: '「{written}」は細胞数として読み取れません(例:1.2e9、12億、500万)。',
};

/** Whole cells, as a number or as people write it. */
export const cellsSchema = z.union([z.number(), z.string().max(60)]).transform((written, context) => {
  try {
    return readCells(written);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    context.addIssue({ code: 'custom', ...rule({ en: error.in('en'), ja: error.in('ja') }) });
    return z.NEVER;
  }
});

/** A count: viable cells, or all cells with their viability in percent, which enters here and nowhere else. */
export const countSchema = z.union([
  z.strictObject({ viable: cellsSchema, cv: z.number().min(0).max(2).optional() }),
  z.strictObject({ total: cellsSchema, viability: viabilitySchema, cv: z.number().min(0).max(2).optional() }),
]);
export type Count = z.infer<typeof countSchema>;

export const viableOf = (count: Count): number => ('viable' in count ? count.viable : Math.round((count.total * count.viability) / 100));
