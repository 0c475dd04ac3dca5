import * as z from 'zod';
import { rule } from '../../base/rule.ts';
import { type Plot, plotSchema } from './plot.ts';

/** Plots that an arrangement may hold. */
export const MOST_PLOTS = 200;

const plotsSchema = z
  .array(plotSchema)
  .max(MOST_PLOTS)
  .refine(
    (plots) => new Set(plots.map(({ id }) => id)).size === plots.length,
    rule({ en: 'two plots have the same id', ja: '同じIDのプロットが2つあります' }),
  );

/** How a person has arranged the window. What is absent is as the window has it by itself. */
export const arrangementSchema = z.strictObject({
  /** In the order in which they stand; absent: one a gate of the strategy. */
  plots: plotsSchema.optional(),
});
export type Arrangement = Readonly<Omit<z.infer<typeof arrangementSchema>, 'plots'>> & { readonly plots?: readonly Plot[] | undefined };

/** An id that none of these plots has. */
export function newPlotId(plots: readonly Plot[]): string {
  const taken = new Set(plots.map(({ id }) => id));
  for (let n = plots.length + 1; ; n++) if (!taken.has(`plot ${n}`)) return `plot ${n}`;
}
