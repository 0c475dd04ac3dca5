import { isOfOneChannel, type Plot } from '../../core/study/arrangement/plot.ts';
import type { PlotInSight } from '../../core/study/sample/plan-drag.ts';

/** The plots of the grid, as a drag counts for them. */
export const plotsOf = (plots: readonly Plot[]): readonly PlotInSight[] =>
  plots.map(({ id, population, x, y, kind, range }) => ({ id, population, x, ...(isOfOneChannel(kind) ? {} : { y }), range }));
