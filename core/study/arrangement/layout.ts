import * as z from 'zod';
import type { DocumentKind } from '../../base/json-document.ts';
import { rule } from '../../base/rule.ts';
import { plotSchema } from './plot.ts';

/** Items that a layout may hold, and columns and rows of its grid. */
export const MOST_ITEMS = 60;
export const MOST_CELLS = 12;

const cell = z
  .int()
  .min(0)
  .max(MOST_CELLS - 1);
const cells = z.int().min(1).max(MOST_CELLS);
/** Cells of the page's grid, from the upper left one on. */
const placeSchema = z.strictObject({ column: cell, row: cell, columns: cells, rows: cells });

const common = {
  /** Among the items of its layout. */
  id: z.string().min(1).max(200),
  at: placeSchema,
  /** Which sample of the page it shows, 0 for the first. */
  sample: z.int().min(0).max(99).default(0),
};
const path = z.string().max(4_096);

/** Statistics of a table; medians are of the channels that the protocol measures. */
export const layoutStatistics = ['count', 'percent-of-parent', 'percent-of-total', 'medians'] as const;

/** What stands on a page. */
const layoutItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plot'), ...common, plot: plotSchema.omit({ id: true, size: true }) }),
  z.strictObject({
    kind: z.literal('statistics'),
    ...common,
    /** Paths of populations; all of them where there is none. */
    populations: z.array(path).max(200),
    statistics: z.array(z.enum(layoutStatistics)).min(1),
  }),
  /** `{sample}`, `{lot}` and other fields stand for what the page is about. */
  z.strictObject({ kind: z.literal('text'), ...common, text: z.string().max(2_000), size: z.number().min(5).max(48).default(10) }),
  z.strictObject({ kind: z.literal('legend'), ...common }),
]);
export type LayoutItem = z.infer<typeof layoutItemSchema>;

/** What a layout is repeated for: nothing, every sample, every value of what is said about samples, or every group that gates some. */
export const repeats = ['once', 'sample', 'lot', 'donor', 'run', 'day', 'role', 'culture', 'group'] as const;
export type Repeat = (typeof repeats)[number];

/** A page of figures, statistics and text, made once for each sample or group of samples. */
export const layoutSchema = z
  .strictObject({
    format: z.literal('lymphoscope-layout'),
    version: z.literal(1),
    name: z.string().min(1).max(200),
    paper: z.enum(['a4', 'letter']),
    landscape: z.boolean(),
    /** Of the grid on which items stand. */
    columns: cells,
    rows: cells,
    repeat: z.enum(repeats),
    items: z
      .array(layoutItemSchema)
      .max(MOST_ITEMS)
      .refine(
        (items) => new Set(items.map(({ id }) => id)).size === items.length,
        rule({ en: 'two items of the layout have the same id', ja: '同じIDの項目が2つあります' }),
      ),
  })
  .refine(
    ({ items, columns, rows }) => items.every(({ at }) => at.column + at.columns <= columns && at.row + at.rows <= rows),
    rule({ en: 'an item stands beyond the grid of its page', ja: 'ページの枠の外に置かれた項目があります' }),
  );
export type Layout = z.infer<typeof layoutSchema>;

export const layoutKind = {
  code: 'layout-invalid',
  name: { en: 'layout', ja: 'レイアウト' },
  schema: layoutSchema,
} as const satisfies DocumentKind<typeof layoutSchema>;
